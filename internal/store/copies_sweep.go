package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"slices"
	"time"

	"github.com/hearsay-engine/hearsay/internal/descent"
	"github.com/hearsay-engine/hearsay/internal/segments"
	"github.com/hearsay-engine/hearsay/news"
)

const (
	// sweepCopies is how many articles one transaction of the sweep compares.
	sweepCopies = 500
	// sweepUnposted is how many articles that are gone it deals with.
	sweepUnposted = 200
	// maxReady bounds the articles held ready besides those of the step: some
	// 20 kB each.
	maxReady = 2000
	// maxFamily bounds how many articles one change has compared anew; what lies
	// beyond is told as a gap.
	maxFamily = 100_000
)

// copySweep is one transaction of the sweep over copies. It takes the touched
// articles in canonical order. What an article's edge is depends on canonically
// earlier ones only, so that each change has later ones touched and none
// twice; the end is the same whatever order articles came and were taken in.
type copySweep struct {
	*batch
	index   *postings
	maker   int64
	rows    map[int64]*standing
	posters map[uint64][]int64 // articles that post a key of the step
	ready   map[int64]*descent.Article
	step    map[int64]bool // the articles of the step
	last    int64          // at of the latest article that was compared before
	fresh   []segments.Posting
	dead    map[int64]bool
}

// standing is an article's row in the forest.
type standing struct {
	article int64
	place   descent.Place
	input   int64
	basis   sql.NullInt64
	filing  sql.NullInt64
	marks   []byte
	origin  sql.NullInt64
	root    int64
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
	return &copySweep{batch: b, rows: map[int64]*standing{}, ready: map[int64]*descent.Article{}, step: map[int64]bool{},
		index: &postings{ask: b.each, dirs: &a.dirs, tables: copyPostings}}
}

func (s *copySweep) run() error {
	if err := s.touchUnposted(); err != nil {
		return err
	}
	due, err := s.due()
	if err != nil || len(due) == 0 {
		return err
	}
	if _, err := s.find("SELECT coalesce(max(at), ?) FROM copied WHERE basis IS NOT NULL", []any{int64(-1 << 62)}, &s.last); err != nil {
		return err
	}
	if err := s.load(due); err != nil {
		return err
	}
	for _, y := range due {
		if err := s.decide(y); err != nil {
			return err
		}
		if err := s.exec("DELETE FROM touched_copy WHERE at = ? AND sha256 = ? AND id = ? AND article_id = ?", y.place.At, y.place.Text[:], y.place.ID, y.article); err != nil {
			return err
		}
	}
	return s.poster().post(s.fresh)
}

// due are the first touched articles in canonical order. Those that are gone or
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
	err := s.each("SELECT at, sha256, id, article_id FROM touched_copy ORDER BY at, sha256, id, article_id LIMIT ?", []any{sweepCopies}, func(rows *sql.Rows) error {
		var t touch
		err := rows.Scan(&t.at, &t.sum, &t.id, &t.article)
		touched, ids = append(touched, t), append(ids, t.article)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := s.stand(ids); err != nil {
		return nil, err
	}
	var out []*standing
	for _, t := range touched {
		if y := s.rows[t.article]; y != nil && y.place.At == t.at && bytes.Equal(y.place.Text[:], t.sum) {
			s.step[y.article] = true
			out = append(out, y)
			continue
		}
		if err := s.exec("DELETE FROM touched_copy WHERE at = ? AND sha256 = ? AND id = ? AND article_id = ?", t.at, t.sum, t.id, t.article); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// stand reads where articles stand, unless it is known.
func (s *copySweep) stand(articles []int64) error {
	var missing []int64
	for _, a := range articles {
		if s.rows[a] == nil {
			missing = append(missing, a)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return s.each(`SELECT c.article_id, c.at, r.sha256, a.id, c.input, c.basis, c.filing, c.posted, c.origin, c.root FROM json_each(?) j
		CROSS JOIN copied c ON c.article_id = j.value JOIN reading r ON r.article_id = c.article_id JOIN article a ON a.article_id = c.article_id`,
		[]any{list(missing)}, func(rows *sql.Rows) error {
			var y standing
			var sum []byte
			err := rows.Scan(&y.article, &y.place.At, &sum, &y.place.ID, &y.input, &y.basis, &y.filing, &y.marks, &y.origin, &y.root)
			copy(y.place.Text[:], sum)
			s.rows[y.article] = &y
			return err
		})
}

// load makes the articles of a step ready and finds who posts their keys.
func (s *copySweep) load(due []*standing) error {
	ids := make([]int64, len(due))
	for i, y := range due {
		ids[i] = y.article
	}
	var err error
	if s.ready, err = s.readyCopies(ids); err != nil {
		return err
	}
	inParallel(len(ids), func(i int) {
		if a := s.ready[ids[i]]; a != nil {
			a.Keys() // it remembers them
		}
	})
	var keys []uint64
	for _, id := range ids {
		if a := s.ready[id]; a != nil {
			keys = append(keys, a.Keys()...)
		}
	}
	slices.Sort(keys)
	s.posters, err = s.holders(slices.Compact(keys))
	return err
}

// holders gives the articles that the index has under each of the keys.
func (s *copySweep) holders(keys []uint64) (map[uint64][]int64, error) {
	found, err := s.index.find(keys)
	if err != nil {
		return nil, err
	}
	out, err := articlesOf(s.each, found)
	if err != nil {
		return nil, err
	}
	var all []int64
	for _, list := range out {
		all = append(all, list...)
	}
	slices.Sort(all)
	return out, s.stand(slices.Compact(all))
}

// articlesOf turns filings into the articles they are of, less those that are
// gone.
func articlesOf(ask asker, found map[uint64][]int64) (map[uint64][]int64, error) {
	var filings []int64
	for _, f := range found {
		filings = append(filings, f...)
	}
	slices.Sort(filings)
	of := map[int64]int64{}
	err := ask("SELECT f.filing_id, f.article_id FROM json_each(?) j CROSS JOIN filing f ON f.filing_id = j.value", []any{list(slices.Compact(filings))}, func(rows *sql.Rows) error {
		var filing, article int64
		err := rows.Scan(&filing, &article)
		of[filing] = article
		return err
	})
	out := make(map[uint64][]int64, len(found))
	for k, list := range found {
		for _, f := range list {
			if article, live := of[f]; live {
				out[k] = append(out[k], article)
			}
		}
	}
	return out, err
}

// decide finds an article's origin and posts what that does not cover.
func (s *copySweep) decide(y *standing) error {
	art := s.ready[y.article]
	if art == nil {
		return errors.New("an article to be compared has no text")
	}
	var tally descent.Tally
	var hot []uint64
	for _, k := range art.Keys() {
		earlier := s.earlier(s.posters[k], y)
		if len(earlier) >= descent.MaxPosters {
			hot = append(hot, k)
		} else {
			tally.Add(k, earlier)
		}
	}
	candidates := tally.Best(func(row int64) descent.Place { return s.rows[row].place })
	basis := s.basis(hot, candidates)
	if y.basis.Valid && y.basis.Int64 == basis {
		return nil
	}
	edge, origin, err := s.choose(art, candidates)
	if err != nil {
		return err
	}
	posted := art.Keys()
	if origin != 0 && edge.Covers {
		posted = descent.Uncovered(posted, s.ready[origin].Keys())
	}
	reserve := descent.Common(posted, hot)
	posted = descent.Uncovered(posted, hot)
	y.basis = sql.NullInt64{Int64: basis, Valid: true}
	around, err := s.repost(y, art, posted, reserve)
	if err != nil {
		return err
	}
	bounded, err := s.touchAround(y, around)
	if err != nil {
		return err
	}
	if bounded {
		edge.Reasons = append(edge.Reasons, news.Reason{Rule: descent.RuleBounded, Figure: maxFamily})
	}
	return s.save(y, &edge, origin)
}

// earlier are those of the articles that stand before y.
func (s *copySweep) earlier(articles []int64, y *standing) []int64 {
	var out []int64
	for _, a := range articles {
		if s.rows[a].place.Compare(y.place) < 0 {
			out = append(out, a)
		}
	}
	return out
}

// basis is a hash of all that an article's edge and postings are decided from,
// besides itself.
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
		write(uint64(c))
		write(uint64(s.rows[c].input))
	}
	return int64(h.Sum64())
}

// choose gives an article's edge and the row of its origin, 0 when it has none.
func (s *copySweep) choose(art *descent.Article, candidates []int64) (descent.Edge, int64, error) {
	if len(candidates) == 0 {
		return descent.Edge{}, 0, nil
	}
	var missing []int64
	for _, c := range candidates {
		if s.ready[c] == nil {
			missing = append(missing, c)
		}
	}
	if len(s.ready)+len(missing) > len(s.step)+maxReady {
		for id := range s.ready {
			if !s.step[id] && !slices.Contains(candidates, id) {
				delete(s.ready, id)
			}
		}
	}
	more, err := s.readyCopies(missing)
	if err != nil {
		return descent.Edge{}, 0, err
	}
	list := make([]*descent.Article, len(candidates))
	for i, c := range candidates {
		if a := more[c]; a != nil {
			s.ready[c] = a
		}
		list[i] = s.ready[c]
	}
	edge, i := descent.Choose(art, list)
	if i < 0 {
		return edge, 0, nil
	}
	return edge, candidates[i], nil
}

// readyCopies makes articles ready to be compared.
func (b *batch) readyCopies(articles []int64) (map[int64]*descent.Article, error) {
	return readyCopies(b.each, articles)
}

// unread is an article as its rows hold it.
type unread struct {
	article      int64
	place        descent.Place
	coding, body string
	text         []byte
	traits       descent.Traits
	outlet, url  string
}

func readyCopies(ask asker, articles []int64) (map[int64]*descent.Article, error) {
	out := make(map[int64]*descent.Article, len(articles))
	if len(articles) == 0 {
		return out, nil
	}
	var all []unread
	err := ask(`SELECT c.article_id, c.at, c.until, c.body, r.sha256, a.id, r.outlet, r.outlet_folded, r.url, r.language, r.coding, r.text FROM json_each(?) j
		CROSS JOIN copied c ON c.article_id = j.value JOIN reading r ON r.article_id = c.article_id JOIN article a ON a.article_id = c.article_id`,
		[]any{list(articles)}, func(rows *sql.Rows) error {
			var u unread
			var sum []byte
			var until sql.NullInt64
			err := rows.Scan(&u.article, &u.place.At, &until, &u.body, &sum, &u.place.ID, &u.outlet, &u.traits.Outlet, &u.url, &u.traits.Language, &u.coding, &u.text)
			copy(u.place.Text[:], sum)
			if u.place.At != descent.Undated {
				u.traits.Seen.From = time.Unix(u.place.At, 0)
			}
			if until.Valid {
				u.traits.Seen.Until = time.Unix(until.Int64, 0)
			}
			all = append(all, u)
			return err
		})
	if err != nil {
		return nil, err
	}
	made, failed := make([]*descent.Article, len(all)), make([]error, len(all))
	inParallel(len(all), func(i int) { made[i], failed[i] = all[i].read() })
	for i, u := range all {
		out[u.article] = made[i]
	}
	return out, errors.Join(failed...)
}

func (u *unread) read() (*descent.Article, error) {
	text, err := unpack(u.coding, u.text)
	if err != nil {
		return nil, err
	}
	body, err := unflat(u.body)
	if err != nil {
		return nil, err
	}
	for _, s := range body {
		if s.Start < 0 || s.Start > s.End || s.End > len(text) {
			return nil, errors.New("stored spans do not lie in the text")
		}
	}
	u.traits.Names = outletNames(u.outlet, u.url)
	return descent.New(u.place, string(text), body, u.traits), nil
}
