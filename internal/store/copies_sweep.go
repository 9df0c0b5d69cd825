package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
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
	index *postings
	// followers is the index of who follows whom, and follows what is new in it.
	followers *postings
	follows   []segments.Posting
	maker     int64
	step      map[int64]*standing                 // the articles of the step
	ready     map[int64]readied                   // those that are compared, and of those before them
	posters   *posterLists                        // of the step's keys
	compared  map[pairOfArticles]descent.Compared // of those to be decided next
	places    map[int64]descent.Place
	fault     error // of a question asked while sorting
	carried   int64 // at of the last whose words the step found to be others', or of what carries those
	rerooted  bool  // articles have other roots than they had before the step
	tally     descent.Tally
	ahead     [foreseen]sharing // of those to be decided next
	anew      sharing           // of the one that is decided, where it is counted anew
	beyond    []meeting
	gone      []uint64 // keys of articles that are gone, sorted; nil when there are more
	reach     reach
	fresh     []segments.Posting
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

	sharing      *sharing // ahead of its decision
	origin, root int64    // origin is 0 when it has none
	renewed      bool     // it is compared by something else now, and stands in the index by old and oldKept until then
	old, oldKept []uint64
}

// SweepCopies compares the articles touched since they were last compared, some
// at a time, one transaction each, and reports how many are left. Call it until
// none are: a killed sweep goes on where it was.
func (a *Archive) SweepCopies(ctx context.Context, m Maker) (left int, err error) {
	if err = a.changeBeside(ctx, a.copyLane(m, &left)); err != nil {
		a.forgetCopyRuns() // there may be some that are not there
	}
	return left, err
}

// copyLane is a step of the sweep over copies.
func (a *Archive) copyLane(m Maker, left *int) lane {
	var s *copySweep
	return lane{
		begin: func(b *batch) (err error) {
			s = a.newCopySweep(b)
			s.maker, err = b.makerID(m)
			return err
		},
		work: func() error { return s.run() },
		end: func(b *batch) error {
			_, err := b.find("SELECT (SELECT count(*) FROM touched_copy) + (SELECT count(*) FROM unposted)", nil, left)
			b.later = *left > 0
			return err
		},
	}
}

func (a *Archive) newCopySweep(b *batch) *copySweep {
	return &copySweep{batch: b, step: map[int64]*standing{}, ready: map[int64]readied{}, places: map[int64]descent.Place{}, compared: map[pairOfArticles]descent.Compared{}, reach: newReach(), gone: []uint64{}, carried: noneCarry,
		index: &postings{ask: b.each, dirs: &a.dirs, tables: copyPostings, hits: &a.hits}, followers: &postings{ask: b.each, dirs: &a.followed, tables: copyFollowers, hits: &a.hits}}
}

func (a *Archive) forgetCopyRuns() {
	a.dirs.forget()
	a.followed.forget()
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
	for part := range slices.Chunk(due, foreseen) {
		if err := s.foresee(part); err != nil {
			return err
		}
		for _, y := range part {
			if err := errors.Join(s.decide(y), s.fault); err != nil {
				return err
			}
		}
	}
	if err := s.touchReached(); err != nil {
		return err
	}
	if err := s.keepFollows(); err != nil {
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
	return s.each(`SELECT c.article_id, c.at, r.sha256, a.id, c.input, c.basis, c.filing, c.posted, c.bars, coalesce(c.origin, 0), c.root, n.keys FROM json_each(?) j
		CROSS JOIN copied c ON c.article_id = j.value JOIN reading r ON r.article_id = c.article_id JOIN article a ON a.article_id = c.article_id
		LEFT JOIN renewed_copy n ON n.article_id = c.article_id`,
		[]any{list(articles)}, func(rows *sql.Rows) error {
			var y standing
			var sum, bars, renewed []byte
			err := rows.Scan(&y.article, &y.place.At, &sum, &y.place.ID, &y.input, &y.basis, &y.filing, &y.marks, &bars, &y.origin, &y.root, &renewed)
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
