package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/descent"
	"github.com/hearsay-engine/hearsay/internal/segments"
)

const (
	// sweepCopies is how many articles one transaction of the sweep compares. For
	// their keys most pages of the index are read, however few they are: of fewer at
	// a time each would cost more, the more the larger the archive.
	sweepCopies = 1000
	// sweepUnposted is how many articles that are gone it deals with.
	sweepUnposted = 200
)

// copySweep is one transaction of the sweep over copies. It takes the touched
// articles in canonical order. What an article's edge is depends on canonically
// earlier ones only, so that each change has later ones touched; the end is the
// same whatever order articles came and were taken in.
type copySweep struct {
	*batch
	index   *postings
	maker   int64
	step    map[int64]*standing // the articles of the step
	ready   map[int64]readied   // those that are compared, and of those before them
	posters *posterLists        // of the step's keys
	places  map[int64]descent.Place
	fault   error // of a question asked while sorting
	tally   descent.Tally
	beyond  []meeting
	gone    []uint64 // keys of articles that are gone, sorted; nil when there are more
	reach   reach
	fresh   []segments.Posting
}

// standing is an article's row in the forest.
type standing struct {
	filed
	place  descent.Place
	keys   []uint64
	basis  sql.NullInt64
	filing sql.NullInt64
	marks  []byte
	bars   descent.Bars

	origin       int64 // 0 when it has none
	renewed      bool  // it is compared by something else now, and stands in the index by old and oldKept until then
	old, oldKept []uint64
}

// SweepCopies compares the articles touched since they were last compared, some
// at a time, one transaction each, and reports how many are left. Call it until
// none are: a killed sweep goes on where it was.
func (a *Archive) SweepCopies(ctx context.Context, m Maker) (left int, err error) {
	err = a.change(ctx, func(b *batch) error {
		s := a.newCopySweep(b)
		if s.maker, err = b.makerID(m); err != nil {
			return err
		}
		if err := s.run(); err != nil {
			return err
		}
		_, err = b.find("SELECT (SELECT count(*) FROM touched_copy) + (SELECT count(*) FROM unposted)", nil, &left)
		return err
	})
	if err != nil {
		a.dirs.forget() // it may hold runs that are not there
	}
	return left, err
}

func (a *Archive) newCopySweep(b *batch) *copySweep {
	return &copySweep{batch: b, step: map[int64]*standing{}, ready: map[int64]readied{}, places: map[int64]descent.Place{}, reach: newReach(), gone: []uint64{},
		index: &postings{ask: b.each, dirs: &a.dirs, tables: copyPostings}}
}

func (s *copySweep) run() error {
	if err := s.refreshCopies(); err != nil {
		return err
	}
	if more, err := s.touchUnposted(); err != nil || more {
		return err
	}
	due, err := s.due()
	if err != nil || len(due) == 0 {
		return err
	}
	if err := s.load(due); err != nil {
		return err
	}
	for _, y := range due {
		if err := errors.Join(s.decide(y), s.fault); err != nil {
			return err
		}
	}
	if err := s.touchReached(); err != nil {
		return err
	}
	return s.poster().post(s.fresh)
}

// due takes the first touched articles in canonical order. Those that are gone or
// stand elsewhere by now are left out for good.
func (s *copySweep) due() ([]*standing, error) {
	type touch struct {
		at      int64
		sum     []byte
		id      string
		article int64
	}
	var touched []touch
	var ids []int64
	err := s.each("SELECT at, sha256, id, article_id FROM touched_copy ORDER BY at, sha256, id, article_id"+limitedTo(sweepCopies), nil, func(rows *sql.Rows) error {
		var t touch
		err := rows.Scan(&t.at, &t.sum, &t.id, &t.article)
		touched, ids = append(touched, t), append(ids, t.article)
		return err
	})
	if err != nil || len(touched) == 0 {
		return nil, err
	}
	if err := s.stand(ids); err != nil {
		return nil, err
	}
	var out []*standing
	for _, t := range touched {
		if y := s.step[t.article]; y != nil && y.place.At == t.at && bytes.Equal(y.place.Text[:], t.sum) {
			out = append(out, y)
		}
	}
	last := touched[len(touched)-1]
	return out, s.exec("DELETE FROM touched_copy WHERE (at, sha256, id, article_id) <= (?, ?, ?, ?)", last.at, last.sum, last.id, last.article)
}

// stand reads where the articles of the step stand.
func (s *copySweep) stand(articles []int64) error {
	return s.each(`SELECT c.article_id, c.at, r.sha256, a.id, c.input, c.basis, c.filing, c.posted, c.bars, coalesce(c.origin, 0), n.keys FROM json_each(?) j
		CROSS JOIN copied c ON c.article_id = j.value JOIN reading r ON r.article_id = c.article_id JOIN article a ON a.article_id = c.article_id
		LEFT JOIN renewed_copy n ON n.article_id = c.article_id`,
		[]any{list(articles)}, func(rows *sql.Rows) error {
			var y standing
			var sum, bars, renewed []byte
			err := rows.Scan(&y.article, &y.place.At, &sum, &y.place.ID, &y.input, &y.basis, &y.filing, &y.marks, &bars, &y.origin, &renewed)
			y.bars, _ = unpackBars(bars)
			if y.renewed = renewed != nil; y.renewed && err == nil {
				y.old, y.oldKept, err = renewedKeys(renewed)
			}
			copy(y.place.Text[:], sum)
			y.at, y.head, y.youngest = y.place.At, headOf(y.place), noneCarry
			s.step[y.article], s.places[y.article] = &y, y.place
			return err
		})
}

// load gives the articles of a step their keys and finds who posts them.
func (s *copySweep) load(due []*standing) error {
	ids := make([]int64, len(due))
	for i, y := range due {
		ids[i] = y.article
	}
	if err := s.knowKeys(ids); err != nil {
		return err
	}
	var keys []uint64
	for _, y := range due {
		var held bool
		if y.keys, held = s.copies.keys.get(y.article); !held {
			return errors.New("an article to be compared has no text")
		}
		keys = append(append(append(keys, y.keys...), y.old...), y.oldKept...)
	}
	slices.Sort(keys)
	var err error
	s.posters, err = s.lists(slices.Compact(keys))
	return err
}

// keysAtOnce is how many articles are made ready together for their keys.
const keysAtOnce = 500

// knowKeys has the keys of articles held.
func (s *copySweep) knowKeys(articles []int64) error {
	var missing []int64
	for _, id := range articles {
		if _, held := s.copies.keys.get(id); !held {
			missing = append(missing, id)
		}
	}
	for part := range slices.Chunk(missing, keysAtOnce) {
		if err := s.makeReady(part); err != nil {
			return err
		}
		inParallel(len(part), func(i int) {
			if a := s.ready[part[i]]; a.Article != nil {
				a.Keys()
			}
		})
		for _, id := range part {
			if a := s.ready[id]; a.Article != nil {
				s.copies.keys.hold(id, a.Keys())
			}
		}
	}
	return nil
}

// makeReady has articles stand in ready; of many, those of before go.
func (s *copySweep) makeReady(articles []int64) error {
	if len(s.ready) > maxStepReady {
		clear(s.ready)
	}
	var missing []int64
	for _, id := range articles {
		if _, here := s.ready[id]; here {
			continue
		}
		if r, held := s.copies.ready.get(id); held {
			s.ready[id] = r
		} else {
			missing = append(missing, id)
		}
	}
	made, err := readyCopies(s.each, missing)
	for id, r := range made {
		s.ready[id] = r
		if r.Article != nil && len(r.Full()) <= maxReadyText {
			s.copies.ready.hold(id, r)
		}
	}
	return err
}

// decide finds an article's origin and posts what that does not cover. What was
// decided from the same stays, and no text is read for it.
func (s *copySweep) decide(y *standing) error {
	hot := s.countShared(&y.filed, y.keys)
	s.countMeetings(&y.filed, descent.Uncovered(union(y.old, y.oldKept), y.keys))
	filings, bars := s.tally.Best(descent.Order{
		Compare: func(a, b int64) int { return s.compare(s.copies.filing(a), s.copies.filing(b)) },
		At:      func(f int64) int64 { return s.copies.filing(f).at },
	}, nil)
	basis := s.basis(hot, filings)
	if y.basis.Valid && y.basis.Int64 == basis && !y.renewed {
		if y.bars == bars {
			return nil
		}
		return s.exec("UPDATE copied SET bars = ? WHERE article_id = ?", packBars(bars), y.article)
	}
	d, err := s.decision(y, filings)
	if err != nil {
		return err
	}
	posted := y.keys
	if d.covers {
		if err := s.knowKeys([]int64{d.origin}); err != nil {
			return err
		}
		keys, _ := s.copies.keys.get(d.origin)
		posted = descent.Uncovered(posted, keys)
	}
	return s.settleEdge(y, d, basis, bars, descent.Uncovered(posted, hot), descent.Common(posted, hot))
}

// settleEdge writes what was decided of an article, and notes whom it may touch.
func (s *copySweep) settleEdge(y *standing, d decision, basis int64, bars descent.Bars, posted, reserve []uint64) (err error) {
	again := y.marks != nil
	if again {
		if y.youngest, err = s.youngestOf(y.article); err != nil {
			return err
		}
	}
	if again && !y.basis.Valid { // its origin went, and what came since did not reach what carries its words
		s.spread([]*filed{&y.filed}, anyKey, y.at, descent.Undated)
	}
	y.basis, y.bars = sql.NullInt64{Int64: basis, Valid: true}, bars
	if err := s.repost(y, y.keys, posted, reserve); err != nil {
		return err
	}
	if d.stays {
		return s.exec("UPDATE copied SET maker_id = ?, basis = ?, bars = ?, filing = ?, posted = ? WHERE article_id = ?", s.maker, y.basis.Int64, packBars(y.bars), y.filing, y.marks, y.article)
	}
	return s.save(y, &d.edge, d.origin)
}

// countShared counts what y shares with those that stand before it, and notes
// whom a change of what y posts may touch. Keys that enough of the former post
// are hot: they tell nothing.
func (s *copySweep) countShared(y *filed, keys []uint64) (hot []uint64) {
	s.tally.Reset()
	s.beyond = s.beyond[:0]
	var posters, earlier []int64
	for _, k := range keys {
		posters, earlier = s.posters.of(k, posters[:0]), earlier[:0]
		for _, f := range posters {
			p := s.copies.filing(f)
			if p.article <= 0 || p.article == y.article {
				continue
			}
			behind := s.compare(p, y) > 0
			if !behind {
				earlier = append(earlier, f)
			}
			s.meet(k, p, y, behind)
		}
		if len(earlier) >= descent.MaxPosters {
			hot = append(hot, k)
		} else {
			s.tally.Add(k, earlier)
		}
	}
	return hot
}

// countMeetings notes whom a change may touch of what y posted.
func (s *copySweep) countMeetings(y *filed, keys []uint64) {
	var posters []int64
	for _, k := range keys {
		posters = s.posters.of(k, posters[:0])
		for _, f := range posters {
			if p := s.copies.filing(f); p.article > 0 && p.article != y.article {
				s.meet(k, p, y, s.compare(p, y) > 0)
			}
		}
	}
}

func (s *copySweep) meet(key uint64, p, y *filed, behind bool) {
	if above := p.youngest >= y.at; behind || above {
		s.beyond = append(s.beyond, meeting{key, p.article, behind, above})
	}
}

// basis is a hash of all that an article's edge and postings are decided from,
// besides itself. Candidates are filings.
func (s *copySweep) basis(hot []uint64, candidates []int64) int64 {
	h := fnv.New64a()
	write := func(n uint64) {
		var b [8]byte
		binary.BigEndian.PutUint64(b[:], n)
		h.Write(b[:])
	}
	write(uint64(s.maker))
	for _, k := range hot {
		write(k)
	}
	write(^uint64(0))
	for _, c := range candidates {
		f := s.copies.filing(c)
		write(uint64(f.article))
		write(uint64(f.input))
	}
	return int64(h.Sum64())
}

// save writes an article's edge.
func (s *copySweep) save(y *standing, e *descent.Edge, origin int64) error {
	var of any
	root, kind, edge := y.article, "", ""
	if origin != 0 {
		of, kind, edge = origin, string(e.Kind), packEdge(e)
		if e.Joins {
			if _, err := s.find("SELECT root FROM copied WHERE article_id = ?", []any{origin}, &root); err != nil {
				return err
			}
		}
	}
	var old int64
	if _, err := s.find("SELECT root FROM copied WHERE article_id = ?", []any{y.article}, &old); err != nil {
		return err
	}
	err := s.exec("UPDATE copied SET maker_id = ?, basis = ?, bars = ?, filing = ?, posted = ?, origin = ?, joined = ?, kind = ?, edge = ? WHERE article_id = ?",
		s.maker, y.basis.Int64, packBars(y.bars), y.filing, y.marks, of, e.Joins, kind, edge, y.article)
	if err != nil {
		return err
	}
	if err := s.carry(y, origin); err != nil {
		return err
	}
	if y.renewed {
		if err := s.exec("DELETE FROM renewed_copy WHERE article_id = ?", y.article); err != nil {
			return err
		}
	}
	if old == root {
		return nil
	}
	return s.reroot(y.article, root)
}

// carry notes with all above an article that it carries their words, and all
// that carries its own.
func (s *copySweep) carry(y *standing, origin int64) error {
	for youngest := max(y.at, y.youngest); origin != 0; {
		var above, filing sql.NullInt64
		if _, err := s.find("SELECT origin, filing FROM copied WHERE article_id = ?", []any{origin}, &above, &filing); err != nil {
			return err
		}
		if filing.Valid {
			f := s.copies.filing(filing.Int64)
			f.youngest = max(f.youngest, youngest)
		}
		origin = above.Int64
	}
	return nil
}
