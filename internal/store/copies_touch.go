package store

import (
	"database/sql"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/descent"
	"github.com/hearsay-engine/hearsay/internal/segments"
)

// repost files what an article posts now, and gives the keys that it posts and
// did not, or posted and does not.
func (s *copySweep) repost(y *standing, art *descent.Article, posted, reserve []uint64) (changed []uint64, err error) {
	old, oldReserve := markedKeys(art.Keys(), y.marks)
	if !y.filing.Valid {
		old, oldReserve = nil, nil
	}
	added, dropped := descent.Uncovered(posted, old), descent.Uncovered(old, posted)
	if len(added)+len(dropped) == 0 && slices.Equal(reserve, oldReserve) {
		return nil, nil
	}
	if y.filing.Valid {
		if err := s.dropFiling(y.filing.Int64); err != nil {
			return nil, err
		}
		if s.dead != nil {
			s.dead[y.filing.Int64] = true
		}
	}
	y.filing, y.marks = sql.NullInt64{}, markKeys(art.Keys(), posted, reserve)
	if len(posted)+len(reserve) > 0 {
		y.filing.Valid = true
		if y.filing.Int64, err = s.insert("INSERT INTO filing (article_id) VALUES (?)", y.article); err != nil {
			return nil, err
		}
	}
	for _, k := range posted {
		s.fresh = append(s.fresh, segments.Posting{Key: k, Row: uint64(y.filing.Int64)})
	}
	for _, k := range reserve {
		s.fresh = append(s.fresh, segments.Posting{Key: k | heldInReserve, Row: uint64(y.filing.Int64)})
	}
	if err := s.touchReserve(dropped); err != nil {
		return nil, err
	}
	for _, k := range added {
		s.posters[k] = append(s.posters[k], y.article)
	}
	for _, k := range dropped {
		s.posters[k] = slices.DeleteFunc(s.posters[k], func(a int64) bool { return a == y.article })
	}
	return append(added, dropped...), nil
}

// touchReserve has those compared anew that did not post a key because enough
// others did, where one of these does not any more.
func (s *copySweep) touchReserve(dropped []uint64) error {
	var keys []uint64
	for _, k := range dropped {
		if len(s.posters[k]) >= descent.MaxPosters {
			keys = append(keys, k|heldInReserve)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	found, err := s.index.find(keys)
	if err != nil {
		return err
	}
	// Postings of this step are not in the index yet.
	asked := map[uint64]bool{}
	for _, k := range keys {
		asked[k] = true
	}
	for _, p := range s.fresh {
		if asked[p.Key] {
			found[p.Key] = append(found[p.Key], int64(p.Row))
		}
	}
	held, err := articlesOf(s.each, found)
	if err != nil {
		return err
	}
	var articles []int64
	for _, list := range held {
		articles = append(articles, list...)
	}
	return s.touchCopies(articles)
}

// touchAround has those later articles compared anew that may hold one of the
// keys whose posters changed: other posters and all that carry their words.
func (s *copySweep) touchAround(y *standing, changed []uint64) (bounded bool, err error) {
	if len(changed) == 0 || y.place.At > s.last {
		return false, nil
	}
	around := []int64{y.article}
	for _, k := range changed {
		around = append(around, s.posters[k]...)
	}
	return s.touchLater(around, y.place)
}

// touchLater has articles and all that carry their words compared anew, as far
// as they stand behind a place.
func (b *batch) touchLater(articles []int64, p descent.Place) (bounded bool, err error) {
	slices.Sort(articles)
	family, err := b.ids(`WITH RECURSIVE d (a) AS (SELECT value FROM json_each(?) UNION SELECT c.article_id FROM d JOIN copied c ON c.origin = d.a)
		SELECT a FROM d LIMIT ?`, list(slices.Compact(articles)), maxFamily+1)
	if err != nil {
		return false, err
	}
	bounded = len(family) > maxFamily
	return bounded, b.exec(`INSERT OR IGNORE INTO touched_copy (at, sha256, id, article_id) SELECT c.at, r.sha256, a.id, c.article_id FROM json_each(?) j
		CROSS JOIN copied c ON c.article_id = j.value AND c.at >= ?2 JOIN reading r ON r.article_id = c.article_id JOIN article a ON a.article_id = c.article_id
		WHERE (c.at, r.sha256, a.id) > (?2, ?3, ?4)`, list(family[:min(len(family), maxFamily)]), p.At, p.Text[:], p.ID)
}

// touchUnposted has those compared anew that went by the keys of articles that
// are gone.
func (s *copySweep) touchUnposted() error {
	var ids []int64
	var keys []uint64
	err := s.each("SELECT unposted_id, keys FROM unposted ORDER BY unposted_id LIMIT ?", []any{sweepUnposted}, func(rows *sql.Rows) error {
		var id int64
		var packed sql.RawBytes
		if err := rows.Scan(&id, &packed); err != nil {
			return err
		}
		some, err := segments.UnpackDirectory(packed)
		ids, keys = append(ids, id), append(keys, some...)
		return err
	})
	if err != nil || len(ids) == 0 {
		return err
	}
	slices.Sort(keys)
	if err := s.touchHolders(slices.Compact(keys)); err != nil {
		return err
	}
	return s.exec("DELETE FROM unposted WHERE unposted_id IN (SELECT value FROM json_each(?))", list(ids))
}

// touchHolders has all compared anew that may hold one of the keys.
func (s *copySweep) touchHolders(keys []uint64) error {
	posters, err := s.holders(keys)
	if err != nil {
		return err
	}
	s.posters = posters
	var around []int64
	var full []uint64
	for _, k := range keys {
		around = append(around, posters[k]...)
		if len(posters[k]) >= descent.MaxPosters-1 {
			full = append(full, k|heldInReserve)
		}
	}
	reserve, err := s.holders(full)
	if err != nil {
		return err
	}
	for _, k := range full {
		around = append(around, reserve[k]...)
	}
	_, err = s.touchLater(around, descent.Place{At: -1 << 62})
	return err
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
	err := s.exec("UPDATE copied SET maker_id = ?, basis = ?, filing = ?, posted = ?, origin = ?, joined = ?, kind = ?, edge = ? WHERE article_id = ?",
		s.maker, y.basis.Int64, y.filing, y.marks, of, e.Joins, kind, edge, y.article)
	if err != nil {
		return err
	}
	var old int64
	if _, err := s.find("SELECT root FROM copied WHERE article_id = ?", []any{y.article}, &old); err != nil || old == root {
		return err
	}
	return s.reroot(y.article, root)
}
