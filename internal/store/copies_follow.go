package store

import (
	"database/sql"
	"errors"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/descent"
)

// touchReached has those compared anew that the step's changes may touch.
func (s *copySweep) touchReached() error {
	if err := s.fillUp(); err != nil {
		return err
	}
	r := &s.reach
	if err := s.descend(); err != nil {
		return err
	}
	r.most(r.behind, r.passed)
	var near []int64
	for a, n := range r.behind {
		if n.Enough() && r.fresh[a] && s.step[a] == nil {
			near = append(near, a)
		}
	}
	slices.Sort(near)
	if err := errors.Join(s.touchNear(near), s.touchFollowers()); err != nil {
		return err
	}
	slices.Sort(r.touched)
	r.touched = slices.DeleteFunc(slices.Compact(r.touched), func(a int64) bool { return s.step[a] != nil })
	return s.touchCopies(r.touched)
}

// touchNear touches those of the articles whose bars let in one that changed.
func (s *copySweep) touchNear(near []int64) error {
	type barred struct {
		article, at int64
		bars        descent.Bars
	}
	r := &s.reach
	var likely []barred
	var ids []int64
	err := s.each("SELECT j.value, c.at, c.bars FROM json_each(?) j CROSS JOIN copied c ON c.article_id = j.value", []any{list(near)}, func(rows *sql.Rows) error {
		var x barred
		var packed []byte
		if err := rows.Scan(&x.article, &x.at, &packed); err != nil {
			return err
		}
		var known bool
		if x.bars, known = unpackBars(packed); !known {
			r.touched = append(r.touched, x.article)
		} else if x.bars.Let(r.behind[x.article], r.from) {
			likely, ids = append(likely, x), append(ids, x.article)
		}
		return nil
	})
	if err == nil {
		err = s.knowKeys(ids)
	}
	s.orderChanges()
	for _, x := range likely {
		if keys, held := s.copies.keys.get(x.article); !held || r.let(keys, x.at, x.bars) {
			r.touched = append(r.touched, x.article)
		}
	}
	return err
}

// orderChanges has the changes stand by key.
func (s *copySweep) orderChanges() {
	r := &s.reach
	if r.by != nil {
		return
	}
	r.by = map[uint64]changesOf{}
	for i, c := range r.changes {
		for _, k := range c.keys {
			of, known := r.by[k]
			if !known {
				of.full = s.fullFrom(k)
			}
			of.changes = append(of.changes, int32(i))
			r.by[k] = of
		}
	}
}

// fullFrom is when the last stands of the first that are enough for a key to be
// hot; Undated when there are not so many.
func (s *copySweep) fullFrom(key uint64) int64 {
	if s.posters.size(key) < descent.MaxPosters {
		return descent.Undated
	}
	list := s.inOrder(s.posters, key)
	if len(list) < descent.MaxPosters {
		return descent.Undated
	}
	return list[descent.MaxPosters-1].at
}

// fillUp touches those that keep a key in reserve where others have left a place.
func (s *copySweep) fillUp() error {
	var keys []uint64
	for _, e := range s.reach.emptied {
		keys = append(keys, e.key|heldInReserve)
	}
	slices.Sort(keys)
	reserve, err := s.lists(slices.Compact(keys))
	if err != nil {
		return err
	}
	for _, p := range s.fresh {
		if p.Key&heldInReserve != 0 {
			reserve.add([]uint64{p.Key}, int64(p.Row), s.copies.filing(int64(p.Row)))
		}
	}
	for _, e := range s.reach.emptied {
		posters, held := s.inOrder(s.posters, e.key), s.inOrder(reserve, e.key|heldInReserve)
		s.takePlaces(posters, held)
		until := int64(descent.Undated)
		if len(posters) >= descent.MaxPosters {
			until = posters[descent.MaxPosters-1].at
		}
		s.spread(append(posters, e.of), e.key, e.of.at, until)
	}
	return s.fault
}

// takePlaces touches those that keep a key in reserve before whom fewer than
// enough post it, and they themselves then do.
func (s *copySweep) takePlaces(posters, held []*filed) {
	earlier := 0
	for _, p := range held {
		for len(posters) > 0 && s.compare(posters[0], p) < 0 {
			posters, earlier = posters[1:], earlier+1
		}
		if earlier >= descent.MaxPosters {
			return
		}
		s.reach.touched, earlier = append(s.reach.touched, p.article), earlier+1
	}
}

// descend follows what articles share down to those that carry their words.
func (s *copySweep) descend() error {
	r := &s.reach
	sums := map[int64]descent.Shared{}
	due := map[int64]bool{}
	for a, n := range r.above {
		sums[a], due[a] = n, true
	}
	for a := range r.ranges {
		due[a] = true
	}
	for len(due) > 0 {
		var above []int64
		for a := range due {
			above = append(above, a)
		}
		slices.Sort(above)
		clear(due)
		below, err := s.below(above)
		if err != nil {
			return err
		}
		for _, x := range below {
			more := r.pass(sums, x.origin, x.article, x.at)
			if s.passRanges(x.origin, x.article, x.at) || more {
				due[x.article] = true
			}
		}
	}
	return nil
}

// carrier is an article that carries another's words.
type carrier struct{ origin, article, at int64 }

// below gives those that carry articles' words, with their keys held where a range
// is to be passed on.
func (s *copySweep) below(above []int64) (out []carrier, err error) {
	var ranged []int64
	err = s.each("SELECT c.origin, c.article_id, c.at FROM json_each(?) j CROSS JOIN copied c ON c.origin = j.value", []any{list(above)}, func(rows *sql.Rows) error {
		var x carrier
		err := rows.Scan(&x.origin, &x.article, &x.at)
		if out = append(out, x); len(s.reach.ranges[x.origin]) > 0 {
			ranged = append(ranged, x.article)
		}
		return err
	})
	if err == nil {
		err = s.knowKeys(ranged)
	}
	return out, err
}

// passRanges touches an article that carries origin's words where it stands in a
// range of origin and holds the key, and hands the range on. Whoever does not
// hold a key has none below that hold it by its words. more is false when it has
// them already.
func (s *copySweep) passRanges(origin, a, at int64) (more bool) {
	from := s.reach.ranges[origin]
	if len(from) == 0 {
		return false
	}
	keys, known := s.copies.keys.get(a)
	touched := false
	for key, of := range from {
		if _, held := slices.BinarySearch(keys, key); known && !held && key != anyKey {
			continue
		}
		touched = touched || of[0] <= at && at <= of[1]
		more = s.reach.widen(a, key, of[0], of[1]) || more
	}
	if touched {
		s.reach.touched = append(s.reach.touched, a)
	}
	return more
}
