package store

import (
	"context"
	"database/sql"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

// SetDecisions replaces what people decided about names, oldest first. The
// names it speaks of, and those it spoke of before, are grouped again by the
// next sweep.
func (a *Archive) SetDecisions(ctx context.Context, d resolve.Decisions) error {
	return a.change(ctx, func(b *batch) error {
		if err := b.touchDecided(); err != nil {
			return err
		}
		for _, q := range []string{"DELETE FROM tie", "DELETE FROM label"} {
			if err := b.exec(q); err != nil {
				return err
			}
		}
		for i, t := range d.Ties {
			if err := b.exec("INSERT INTO tie (number, kind, name, article, other_kind, other_name, other_article, same, correction) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
				i, string(t.A.Kind), t.A.Name, t.A.Article, string(t.B.Kind), t.B.Name, t.B.Article, t.Same, t.By); err != nil {
				return err
			}
		}
		for i, l := range d.Labels {
			if err := b.exec("INSERT INTO label (number, kind, name, article, what, value, correction) VALUES (?, ?, ?, ?, ?, ?, ?)",
				i, string(l.Of.Kind), l.Of.Name, l.Of.Article, string(l.What), l.Value, l.By); err != nil {
				return err
			}
		}
		return b.touchDecided()
	})
}

func (b *batch) touchDecided() error {
	return b.exec(`INSERT OR IGNORE INTO touched (layer, name_id) SELECT n.layer, n.name_id FROM name n JOIN
		(SELECT kind, name FROM tie UNION SELECT other_kind, other_name FROM tie UNION SELECT kind, name FROM label) d ON d.kind = n.kind AND d.name = n.name`)
}

// Decisions gives what people decided about names, as SetDecisions was told.
func (a *Archive) Decisions(ctx context.Context) (resolve.Decisions, error) {
	var d resolve.Decisions
	err := a.change(ctx, func(b *batch) (err error) {
		d, err = b.decisions()
		return err
	})
	return d, err
}

// decided reports whether anybody decided anything: most archives need not ask.
func (s *sweep) readDecisions() error {
	_, err := s.find("SELECT EXISTS (SELECT 1 FROM tie) OR EXISTS (SELECT 1 FROM label)", nil, &s.decided)
	return err
}

// tiedTo are the names of a layer that decisions tie to one.
func (s *sweep) tiedTo(f *resolve.Form, layer int) ([]int64, error) {
	if !s.decided {
		return nil, nil
	}
	return s.ids(`SELECT n.name_id FROM tie t JOIN name n ON n.kind = t.other_kind AND n.name = t.other_name AND n.layer = ?1 WHERE t.kind = ?2 AND t.name = ?3
		UNION SELECT n.name_id FROM tie t JOIN name n ON n.kind = t.kind AND n.name = t.name AND n.layer = ?1 WHERE t.other_kind = ?2 AND t.other_name = ?3`,
		layer, string(f.Kind), f.Name)
}

// decisionsOf gives a group the decisions about its names.
func (s *sweep) decisionsOf(g *group) error {
	if !s.decided {
		return nil
	}
	names := map[nameRow]bool{}
	for _, x := range g.samples {
		names[nameRow{string(x.name.Kind), x.name.Name}] = true
	}
	d, err := s.allDecisions()
	in := func(u resolve.Use) bool { return names[nameRow{string(u.Kind), u.Name}] }
	g.d.Ties = slices.DeleteFunc(slices.Clone(d.Ties), func(t resolve.Tie) bool { return !in(t.A) && !in(t.B) })
	g.d.Labels = slices.DeleteFunc(slices.Clone(d.Labels), func(l resolve.Label) bool { return !in(l.Of) })
	return err
}

// allDecisions reads the decisions once in a transaction.
func (s *sweep) allDecisions() (resolve.Decisions, error) {
	if s.decisions == nil {
		d, err := s.batch.decisions()
		if err != nil {
			return d, err
		}
		s.decisions = &d
	}
	return *s.decisions, nil
}

func (b *batch) decisions() (resolve.Decisions, error) {
	var d resolve.Decisions
	err := b.each("SELECT kind, name, article, other_kind, other_name, other_article, same, correction FROM tie ORDER BY number", nil, func(rows *sql.Rows) error {
		var t resolve.Tie
		var kind, other string
		err := rows.Scan(&kind, &t.A.Name, &t.A.Article, &other, &t.B.Name, &t.B.Article, &t.Same, &t.By)
		t.A.Kind, t.B.Kind = news.EntityKind(kind), news.EntityKind(other)
		d.Ties = append(d.Ties, t)
		return err
	})
	if err != nil {
		return d, err
	}
	err = b.each("SELECT kind, name, article, what, value, correction FROM label ORDER BY number", nil, func(rows *sql.Rows) error {
		var l resolve.Label
		var kind, what string
		err := rows.Scan(&kind, &l.Of.Name, &l.Of.Article, &what, &l.Value, &l.By)
		l.Of.Kind, l.What = news.EntityKind(kind), resolve.LabelKind(what)
		d.Labels = append(d.Labels, l)
		return err
	})
	return d, err
}
