package store

import "slices"

// touchShort has short names grouped again that may stand for entities which tell
// something else now, or for other entities than before. Of a short name that more
// bear than are told apart, nothing but their number matters.
func (s *sweep) touchShort(told, moved []int64) error {
	if err := s.loadWaiting(); err != nil || s.waiting.all {
		return err
	}
	short, err := s.wholeAmong(told)
	if err != nil {
		return err
	}
	others, err := s.unwholeLike(moved)
	if err != nil {
		return err
	}
	if err := s.touch(shortNames, append(short, others...)...); err != nil || !s.decided.any() {
		return err
	}
	for _, id := range told {
		tied, err := s.tiedTo(s.forms[id], shortNames)
		if err != nil {
			return err
		}
		if err := s.touch(shortNames, tied...); err != nil {
			return err
		}
	}
	return nil
}

// wholeAmong are the short names like full ones whose bearers are told apart.
func (s *sweep) wholeAmong(full []int64) ([]int64, error) {
	if err := s.loadLikes(full); err != nil {
		return nil, err
	}
	var short []int64
	for _, id := range full {
		short = append(short, s.likes[id]...)
	}
	short = ascending(short)
	if err := s.loadSought(short); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(short, func(id int64) bool { return !s.isWhole(id) }), nil
}

// unwholeLike compares full names with the short ones that are not whole and do
// not wait to be grouped anyway.
func (s *sweep) unwholeLike(full []int64) ([]int64, error) {
	found, err := s.shortLike(full, func(id int64) bool { return !s.waiting.names[id] && !s.isWhole(id) })
	return ascending(slices.Concat(found...)), err
}

func (s *sweep) isWhole(short int64) bool {
	x := s.sought[short]
	return x != nil && x.whole
}

// metAtOnce is how many full names are compared with short ones at once: each may
// share a word with thousands.
const metAtOnce = 500

// meetShort compares new full names with the short ones that were compared with
// all others, so that they are whole still.
func (s *sweep) meetShort(ids []int64) error {
	var any bool
	if _, err := s.find("SELECT EXISTS (SELECT 1 FROM short_link WHERE whole)", nil, &any); err != nil || !any {
		return err
	}
	for full := range slices.Chunk(ids, metAtOnce) {
		found, err := s.shortLike(full, s.isWhole)
		if err != nil {
			return err
		}
		more := map[int64][]int64{}
		var order []int64
		for i, short := range found {
			for _, id := range short {
				if more[id] == nil {
					order = append(order, id)
				}
				more[id] = append(more[id], full[i])
			}
		}
		all := make([]finding, len(order))
		for i, id := range order {
			all[i] = finding{id, sought{ascending(slices.Concat(s.sought[id].found, more[id])), true}}
		}
		if err := s.keepSought(all); err != nil {
			return err
		}
	}
	return nil
}

// shortLike gives for each full name the short ones that it is like, of those that
// are asked for.
func (s *sweep) shortLike(full []int64, asked func(short int64) bool) ([][]int64, error) {
	mates := make([][]int64, len(full))
	var all []int64
	var keys []bucketKey
	for _, id := range full {
		keys = append(keys, keysIn(shortNames, s.forms[id].Words)...)
	}
	if err := s.loadBuckets(keys); err != nil {
		return nil, err
	}
	for i, id := range full {
		var err error
		if mates[i], err = s.named(keysIn(shortNames, s.forms[id].Words)); err != nil {
			return nil, err
		}
		all = append(all, mates[i]...)
	}
	all = ascending(all)
	if err := s.loadSought(all); err != nil {
		return nil, err
	}
	if err := s.sign(append(slices.DeleteFunc(all, func(id int64) bool { return !asked(id) }), full...)); err != nil {
		return nil, err
	}
	found := make([][]int64, len(full))
	s.inParallelSieved(len(full), func(l *looking, i int) {
		l.turn(full[i])
		for _, id := range mates[i] {
			if asked(id) && l.alike(id) {
				found[i] = append(found[i], id)
			}
		}
	})
	return found, nil
}

// manyWait is how many short names wait to be grouped before it is worth asking
// which do: most names of an archive's first sweep.
const manyWait = 1000

// waiting is which short names wait to be grouped, where many do.
type waiting struct {
	names map[int64]bool
	all   bool // of the archive
}

// loadWaiting asks which short names wait; others that come to wait are not among
// them.
func (s *sweep) loadWaiting() error {
	if s.waiting != nil {
		return nil
	}
	s.waiting = &waiting{}
	many, err := s.find("SELECT 1 FROM touched WHERE layer = ? LIMIT 1 OFFSET ?", []any{shortNames, manyWait}, new(int))
	if err != nil || !many {
		return err
	}
	ids, err := s.ids("SELECT name_id FROM touched WHERE layer = ?", shortNames)
	if err != nil {
		return err
	}
	s.waiting.names = make(map[int64]bool, len(ids))
	for _, id := range ids {
		s.waiting.names[id] = true
	}
	var short int
	_, err = s.find("SELECT count(*) FROM name WHERE layer = ?", []any{shortNames}, &short)
	s.waiting.all = len(ids) == short
	return err
}
