package store

import (
	"database/sql"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/descent"
	"github.com/hearsay-engine/hearsay/internal/segments"
)

// meeting is a key that an article shares with another that posts it: one that
// stands behind it, or of which one that does carries words.
type meeting struct {
	key     uint64
	article int64
	behind  bool
	above   bool
}

// reposted is what an article posts and keeps in reserve, before and after.
type reposted struct {
	of                *filed
	old, now          []uint64
	reserved, reserve []uint64
	hot               []uint64 // keys that enough post before it
	renewed           bool     // it is compared by something else
}

// lost are the keys that are posted no more, less those that enough post before it:
// all that stand behind it have them hot, with it and without.
func (c *reposted) lost() []uint64 {
	return descent.Uncovered(descent.Uncovered(c.old, c.now), c.hot)
}

// note takes a change, with beyond of the article that countShared found.
func (s *copySweep) note(c reposted) {
	fresh, lost := descent.Uncovered(c.now, c.old), c.lost()
	if c.of.article == gone {
		fresh = lost // who was compared with it is found by what they shared
	} else if c.renewed || len(lost) > 0 {
		s.reach.altered = append(s.reach.altered, c.of.article)
	}
	if len(fresh) > 0 {
		s.noteShared(c, fresh)
	}
	s.noteFull(c)
}

// noteShared takes what others share with an article that changed, of whom those
// may be touched that hold one of the fresh keys.
func (s *copySweep) noteShared(c reposted, fresh []uint64) {
	all := union(c.old, c.now)
	behind, above := map[int64]descent.Shared{}, map[int64]descent.Shared{}
	for _, m := range s.beyond {
		if _, changed := slices.BinarySearch(all, m.key); !changed {
			continue
		}
		if _, is := slices.BinarySearch(fresh, m.key); is {
			s.reach.fresh[m.article] = true
		}
		if m.behind {
			count(behind, m)
		}
		if m.above {
			count(above, m)
		}
	}
	if len(s.beyond) > 0 || c.of.youngest >= c.of.at { // else nobody stands behind it that shares anything
		s.reach.changes, s.reach.by = append(s.reach.changes, moved{c.of, all}), nil
	}
	s.reach.most(s.reach.behind, behind)
	s.reach.most(s.reach.above, above)
	if len(c.old) > 0 && c.of.youngest >= c.of.at { // what carries its words has keys of it
		own := map[int64]descent.Shared{}
		for _, k := range all {
			count(own, meeting{key: k, article: c.of.article})
		}
		s.reach.most(s.reach.above, own)
		s.reach.fresh[c.of.article] = true
	}
	s.reach.from = min(s.reach.from, c.of.at)
}

func count(shared map[int64]descent.Shared, m meeting) {
	x := shared[m.article]
	x.Add(m.key)
	shared[m.article] = x
}

// noteFull touches those for whom a key becomes hot, or no longer is.
func (s *copySweep) noteFull(c reposted) {
	for _, k := range descent.Uncovered(c.now, c.old) {
		if _, held := slices.BinarySearch(c.reserved, k); held {
			s.reach.emptied = append(s.reach.emptied, emptied{k, c.of})
		}
		if s.posters.size(k) < descent.MaxPosters {
			continue
		}
		list, until := s.inOrder(s.posters, k), int64(descent.Undated)
		if len(list) < descent.MaxPosters {
			continue
		}
		if last := len(list) - 1; last >= descent.MaxPosters { // behind that it was hot before
			until = list[last].at
		}
		for _, p := range list[descent.MaxPosters:] {
			s.reach.touched = append(s.reach.touched, p.article)
		}
		s.spread(list, k, list[descent.MaxPosters-1].at, until)
	}
	for _, k := range c.lost() {
		if s.posters.size(k)+s.unposted(k) >= descent.MaxPosters-1 {
			s.reach.emptied = append(s.reach.emptied, emptied{k, c.of})
		}
	}
	for _, k := range descent.Uncovered(descent.Uncovered(c.reserved, c.reserve), c.now) {
		s.reach.emptied = append(s.reach.emptied, emptied{k, c.of})
	}
}

// unposted is how many of the articles that are gone posted a key, at most.
func (s *copySweep) unposted(k uint64) int {
	if s.gone == nil {
		return descent.MaxPosters // there are more of them
	}
	from, _ := slices.BinarySearch(s.gone, k)
	to, _ := slices.BinarySearch(s.gone, k+1)
	return to - from
}

// inOrder are the posters of a key in canonical order.
func (s *copySweep) inOrder(l *posterLists, k uint64) []*filed {
	var out []*filed
	for _, f := range l.of(k, nil) {
		if p := s.copies.filing(f); p.article > 0 {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, s.compare)
	return out
}

// spread has all below the articles touched that hold a key and stand between two
// dates.
func (s *copySweep) spread(articles []*filed, key uint64, from, to int64) {
	if from > to {
		return
	}
	for _, p := range articles {
		if p.youngest >= from {
			s.reach.widen(p.article, key, from, to)
			s.reach.from = min(s.reach.from, from)
		}
	}
}

func union(a, b []uint64) []uint64 {
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}

// touchUnposted has those compared anew that went by the keys of articles that
// are gone. more is true when there may be others.
func (s *copySweep) touchUnposted() (more bool, err error) {
	var ids []int64
	var gones []reposted
	var keys []uint64
	err = s.each("SELECT unposted_id, at, head, keys FROM unposted ORDER BY unposted_id"+limitedTo(sweepUnposted), nil, func(rows *sql.Rows) error {
		var id, head int64
		var packed sql.RawBytes
		of := &filed{article: gone, youngest: noneCarry}
		if err := rows.Scan(&id, &of.at, &head, &packed); err != nil {
			return err
		}
		of.head = uint64(head)
		some, err := segments.UnpackDirectory(packed)
		ids, keys, gones = append(ids, id), append(keys, some...), append(gones, reposted{of: of, old: some})
		return err
	})
	if err != nil || len(ids) == 0 {
		return false, err
	}
	slices.Sort(keys)
	if s.gone = keys; len(ids) == sweepUnposted {
		s.gone = nil
	}
	if s.posters, err = s.lists(slices.Compact(slices.Clone(keys))); err != nil {
		return false, err
	}
	for _, c := range gones {
		of := &sharing{}
		s.countShared(&s.tally, c.of, c.old, s.compare, of.meet)
		s.beyond = of.beyond
		s.note(c)
	}
	if err := s.touchReached(); err != nil {
		return false, err
	}
	s.reach, s.gone = newReach(), []uint64{}
	return len(ids) == sweepUnposted, s.exec("DELETE FROM unposted WHERE unposted_id IN (SELECT value FROM json_each(?))", list(ids))
}
