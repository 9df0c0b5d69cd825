package store

import (
	"cmp"
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
	const spoken = ` FROM name n JOIN (SELECT kind, name FROM tie UNION SELECT other_kind, other_name FROM tie UNION SELECT kind, name FROM label) d ON d.kind = n.kind AND d.name = n.name`
	b.memory.empty()
	if err := b.exec("UPDATE name SET level = -1 WHERE name_id IN (SELECT n.name_id" + spoken + ")"); err != nil {
		return err
	}
	return b.exec("INSERT OR IGNORE INTO touched (layer, name_id) SELECT n.layer, n.name_id" + spoken)
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

// decided is what people decided, found by the names it speaks of.
type decided struct {
	all    resolve.Decisions
	ties   map[nameRow][]int
	labels map[nameRow][]int
}

// readDecisions reads the decisions, which are few, once in a transaction.
func (s *sweep) readDecisions() error {
	all, err := s.batch.decisions()
	s.decided = newDecided(all)
	return err
}

func newDecided(all resolve.Decisions) *decided {
	d := &decided{all, map[nameRow][]int{}, map[nameRow][]int{}}
	for i := range all.Ties {
		a, b := spokenOf(&all.Ties[i].A), spokenOf(&all.Ties[i].B)
		if d.ties[a] = append(d.ties[a], i); a != b {
			d.ties[b] = append(d.ties[b], i)
		}
	}
	for i := range all.Labels {
		n := spokenOf(&all.Labels[i].Of)
		d.labels[n] = append(d.labels[n], i)
	}
	return d
}

func spokenOf(u *resolve.Use) nameRow { return nameRow{string(u.Kind), u.Name} }

// any reports whether anybody decided anything: most archives need not ask.
func (d *decided) any() bool { return len(d.all.Ties)+len(d.all.Labels) > 0 }

// of gives the decisions that speak of any of the names, oldest first.
func (d *decided) of(names []resolve.Name) resolve.Decisions {
	var out resolve.Decisions
	if !d.any() {
		return out
	}
	var ties, labels []int
	for i := range names {
		n := nameRow{string(names[i].Kind), names[i].Name}
		ties, labels = append(ties, d.ties[n]...), append(labels, d.labels[n]...)
	}
	for _, i := range ascending(ties) {
		out.Ties = append(out.Ties, d.all.Ties[i])
	}
	for _, i := range ascending(labels) {
		out.Labels = append(out.Labels, d.all.Labels[i])
	}
	return out
}

// speaksOf reports whether decisions speak of a name.
func (d *decided) speaksOf(n nameRow) bool { return len(d.ties[n])+len(d.labels[n]) > 0 }

// tiedTo are the names that ties name together with one.
func (d *decided) tiedTo(n nameRow) []nameRow {
	var out []nameRow
	for _, i := range d.ties[n] {
		t := &d.all.Ties[i]
		if other := spokenOf(&t.A); other != n {
			out = append(out, other)
		} else {
			out = append(out, spokenOf(&t.B))
		}
	}
	return out
}

func ascending[T cmp.Ordered](all []T) []T {
	slices.Sort(all)
	return slices.Compact(all)
}

// tiedTo are the names of a layer that decisions tie to one.
func (s *sweep) tiedTo(f *resolve.Form, layer int) ([]int64, error) {
	var rows [][2]string
	for _, n := range s.decided.tiedTo(nameRow{string(f.Kind), f.Name}) {
		rows = append(rows, [2]string{n.kind, n.name})
	}
	if rows == nil {
		return nil, nil
	}
	return s.ids(`SELECT DISTINCT n.name_id FROM json_each(?) j CROSS JOIN name n ON n.kind = j.value ->> 0 AND n.name = j.value ->> 1 AND n.layer = ?`, list(rows), layer)
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
