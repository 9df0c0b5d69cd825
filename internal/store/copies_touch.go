package store

import (
	"database/sql"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/descent"
	"github.com/hearsay-engine/hearsay/internal/segments"
)

// repost files what an article posts now, and notes whom that may touch.
func (s *copySweep) repost(y *standing, keys, posted, reserve []uint64) error {
	old, oldReserve := y.old, y.oldKept
	if !y.renewed && y.filing.Valid {
		old, oldReserve = markedKeys(keys, y.marks)
	}
	same := y.marks != nil && slices.Equal(posted, old) && slices.Equal(reserve, oldReserve)
	if same && !y.renewed {
		return nil
	}
	y.marks = markKeys(keys, posted, reserve)
	if same && y.filing.Valid {
		if f := s.copies.filing(y.filing.Int64); f.article == y.article {
			f.input = y.input
		}
	} else if err := s.refile(y, posted, reserve); err != nil {
		return err
	}
	s.note(reposted{&y.filed, old, posted, oldReserve, reserve})
	return nil
}

// refile puts an article's keys into the index instead of those it had there.
func (s *copySweep) refile(y *standing, posted, reserve []uint64) error {
	if y.filing.Valid {
		if err := s.dropFiling(y.filing.Int64); err != nil {
			return err
		}
	}
	y.filing = sql.NullInt64{}
	if len(posted)+len(reserve) == 0 {
		return nil
	}
	return s.file(y, posted, reserve)
}

// file puts an article's keys into the index under a new filing.
func (s *copySweep) file(y *standing, posted, reserve []uint64) error {
	id, err := s.insert("INSERT INTO filing (article_id, at, head) VALUES (?, ?, ?)", y.article, y.at, int64(y.head))
	if err != nil {
		return err
	}
	y.filing = sql.NullInt64{Int64: id, Valid: true}
	*s.copies.filing(id) = y.filed
	for _, k := range posted {
		s.fresh = append(s.fresh, segments.Posting{Key: k, Row: uint64(id)})
	}
	for _, k := range reserve {
		s.fresh = append(s.fresh, segments.Posting{Key: k | heldInReserve, Row: uint64(id)})
	}
	s.posters.add(posted, id)
	return nil
}

// youngestOf is when the last of all that carry an article's words stands.
func (s *copySweep) youngestOf(article int64) (int64, error) {
	var at sql.NullInt64
	_, err := s.find(`WITH RECURSIVE d (a, at) AS (SELECT article_id, at FROM copied WHERE origin = ? UNION
		SELECT c.article_id, c.at FROM d JOIN copied c ON c.origin = d.a) SELECT max(at) FROM d`, []any{article}, &at)
	if !at.Valid {
		return noneCarry, err
	}
	return at.Int64, err
}

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
}

// note takes a change, with beyond of the article that countShared found.
func (s *copySweep) note(c reposted) {
	all := union(c.old, c.now)
	behind, above := map[int64]descent.Shared{}, map[int64]descent.Shared{}
	for _, m := range s.beyond {
		if _, changed := slices.BinarySearch(all, m.key); !changed {
			continue
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
	}
	s.reach.from = min(s.reach.from, c.of.at)
	s.noteFull(c)
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
	for _, k := range descent.Uncovered(c.old, c.now) {
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
	for _, p := range articles {
		if p.youngest >= from {
			s.reach.widen(p.article, key, from, to)
			s.reach.from = min(s.reach.from, from)
		}
	}
}

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
		if n.Enough() && s.step[a] == nil {
			near = append(near, a)
		}
	}
	slices.Sort(near)
	if err := s.touchNear(near); err != nil {
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
			reserve.add([]uint64{p.Key}, int64(p.Row))
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
		s.countShared(c.of, c.old)
		s.note(c)
	}
	if err := s.touchReached(); err != nil {
		return false, err
	}
	s.reach, s.gone = newReach(), []uint64{}
	return len(ids) == sweepUnposted, s.exec("DELETE FROM unposted WHERE unposted_id IN (SELECT value FROM json_each(?))", list(ids))
}
