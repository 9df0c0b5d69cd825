package store

import "slices"

// touchShort has short names grouped again that may stand for what full names
// stand for, given by entity.
func (s *sweep) touchShort(entities ...[]int64) error {
	short, err := s.shortOf(entities)
	if err != nil {
		return err
	}
	if err := s.touch(shortNames, short...); err != nil || !s.decided.any() {
		return err
	}
	for _, names := range entities {
		for _, id := range names {
			tied, err := s.tiedTo(s.forms[id], shortNames)
			if err != nil {
				return err
			}
			if err := s.touch(shortNames, tied...); err != nil {
				return err
			}
		}
	}
	return nil
}

// shortOf are the short names that may stand for entities, of which the full
// names are given, but for those of many that wait to be grouped anyway.
func (s *sweep) shortOf(entities [][]int64) ([]int64, error) {
	if err := s.loadWaiting(); err != nil || s.waiting.all {
		return nil, err
	}
	mates := make([][][]int64, len(entities))
	var all []int64
	for i, names := range entities {
		mates[i] = make([][]int64, len(names))
		for k, id := range names {
			var err error
			if mates[i][k], err = s.idle(keysIn(shortNames, s.forms[id].Words)); err != nil {
				return nil, err
			}
			all = append(all, mates[i][k]...)
		}
	}
	if all = ascending(all); len(all) == 0 {
		return nil, nil
	}
	if err := s.sign(append(slices.Concat(entities...), all...)); err != nil {
		return nil, err
	}
	like, all := s.soughtAmong(all, slices.Concat(entities...))
	found := make([][]int64, len(entities))
	s.inParallelSieved(len(entities), func(l *looking, i int) { found[i] = l.shortOf(entities[i], mates[i], all) })
	return ascending(append(like, slices.Concat(found...)...)), nil
}

// idle are the short names in buckets that do not wait to be grouped, each once.
func (s *sweep) idle(keys []bucketKey) ([]int64, error) {
	if err := s.loadBuckets(keys); err != nil {
		return nil, err
	}
	var out []int64
	for _, k := range keys {
		for _, id := range s.memory.buckets[k] {
			if !s.waiting.names[id] {
				out = append(out, id)
			}
		}
	}
	return ascending(out), nil
}

// soughtAmong gives the short names that were found to be like any of full ones,
// and those that were not compared with all of them yet.
func (s *sweep) soughtAmong(short, names []int64) (like, unknown []int64) {
	any := map[int64]bool{}
	for _, id := range names {
		any[id] = true
	}
	for _, id := range short {
		switch known := s.sought[id]; {
		case known == nil || !s.soughtAll(id, known):
			unknown = append(unknown, id)
		case slices.ContainsFunc(known.found, func(full int64) bool { return any[full] }):
			like = append(like, id)
		}
	}
	return like, unknown
}

// soughtAll reports whether a short name was compared with all that share a word
// with it.
func (s *sweep) soughtAll(id int64, known *sought) bool {
	for i, word := range s.forms[id].Words {
		names, loaded := s.memory.buckets[keyIn(fullByWord, word)]
		if !loaded || known.lengths[i] < len(names) {
			return false
		}
	}
	return true
}

// shortOf gives those of an entity's mates, of each of its names, that are among
// all: one that is found to be like one name is not compared with the others.
func (l *looking) shortOf(names []int64, mates [][]int64, all []int64) []int64 {
	met := map[int64]bool{}
	var found []int64
	for i, name := range names {
		l.turn(name)
		for _, id := range mates[i] {
			if met[id] {
				continue
			}
			if _, among := slices.BinarySearch(all, id); !among {
				continue
			}
			if _, ok := l.connect(id); ok {
				met[id] = true
				found = append(found, id)
			}
		}
	}
	return found
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
