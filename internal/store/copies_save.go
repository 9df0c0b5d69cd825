package store

import (
	"database/sql"

	"github.com/hearsay-engine/hearsay/internal/descent"
)

// save writes an article's edge.
func (s *copySweep) save(y *standing, e *descent.Edge, origin int64) error {
	var of any
	root, kind, edge := y.article, "", []byte{}
	if origin != 0 {
		of, kind, edge = origin, string(e.Kind), packEdge(&e.Copy)
		if e.Joins {
			if _, err := s.find("SELECT root FROM copied WHERE article_id = ?", []any{origin}, &root); err != nil {
				return err
			}
		}
	}
	if s.rerooted {
		if _, err := s.find("SELECT root FROM copied WHERE article_id = ?", []any{y.article}, &y.root); err != nil {
			return err
		}
	}
	err := s.exec("UPDATE copied SET maker_id = ?, basis = ?, bars = ?, filing = ?, posted = ?, origin = ?, joined = ?, root = ?, kind = ?, edge = ? WHERE article_id = ?",
		s.maker, y.basis.Int64, packBars(y.bars), y.filing, y.marks, of, e.Joins, root, kind, edge, y.article)
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
	if y.root == root || y.youngest == noneCarry {
		return nil
	}
	s.rerooted = true
	return s.reroot(y.article, root)
}

// carry notes with all above an article that it carries their words, and all
// that carries its own.
func (s *copySweep) carry(y *standing, origin int64) error {
	youngest := max(y.at, y.youngest)
	if origin != 0 {
		s.carried = max(s.carried, youngest)
	}
	for origin != 0 {
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
