package store

import (
	"cmp"
	"database/sql"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// bearerSample bounds the uses that tell of one bearer.
const bearerSample = 32

func (s *sweep) groupShort(ids []int64) error {
	g, err := s.load(ids)
	if err != nil {
		return err
	}
	edges, err := s.edges(g)
	if err != nil {
		return err
	}
	d, err := s.decisionsOf(g)
	if err != nil {
		return err
	}
	b := &bearers{at: map[int64]int{}}
	for i := range g.ids {
		if err := s.bearersOf(g, i, b); err != nil {
			return err
		}
	}
	if len(b.rows) > resolve.MaxBearers {
		b = &bearers{many: true}
	}
	if err := s.fillBearers(b); err != nil {
		return err
	}
	return s.write(g, resolve.GroupShort(g.names(), edges, b.list, b.links, b.many, d), b.rows)
}

// bearers are entities that short names may stand for.
type bearers struct {
	rows  []int64
	at    map[int64]int
	list  []resolve.Bearer
	links []resolve.BearerLink
	many  bool
}

// bearersOf finds whom the i-th name of a group may stand for: by its words,
// and by what people decided.
func (s *sweep) bearersOf(g *group, i int, b *bearers) error {
	f := g.samples[i].name.Form
	mates, err := s.mates(f, full)
	if err != nil {
		return err
	}
	for _, m := range mates {
		o, err := s.form(m)
		if err != nil {
			return err
		}
		if l, ok := resolve.Connect(f, o); ok {
			if err := s.addBearers(b, i, m, &l); err != nil {
				return err
			}
		}
		if len(b.rows) > resolve.MaxBearers {
			return nil
		}
	}
	tied, err := s.tiedTo(f, full)
	if err != nil {
		return err
	}
	for _, m := range tied {
		if err := s.addBearers(b, i, m, nil); err != nil {
			return err
		}
	}
	return nil
}

// addBearers adds the entities a full name stands for; without link, only a
// decision gives the short name to them.
func (s *sweep) addBearers(b *bearers, name int, full int64, l *resolve.Link) error {
	entities, err := s.ids("SELECT DISTINCT entity_id FROM alias WHERE name_id = ?", full)
	if err != nil {
		return err
	}
	for _, e := range entities {
		k, known := b.at[e]
		if !known {
			k = len(b.rows)
			b.at[e], b.rows = k, append(b.rows, e)
		}
		if l == nil {
			continue
		}
		at := slices.IndexFunc(b.links, func(x resolve.BearerLink) bool { return x.Name == name && x.Bearer == k })
		if at < 0 {
			b.links = append(b.links, resolve.BearerLink{Name: name, Bearer: k, Link: *l})
		} else if l.Better(b.links[at].Link) {
			b.links[at].Link = *l
		}
	}
	return nil
}

// fillBearers reads the names of bearers and a sample of their uses.
func (s *sweep) fillBearers(b *bearers) error {
	b.list = make([]resolve.Bearer, len(b.rows))
	for i, row := range b.rows {
		x := &b.list[i]
		if _, err := s.find("SELECT name FROM entity WHERE entity_id = ?", []any{row}, &x.Name); err != nil {
			return err
		}
		type sense struct{ name, sense int64 }
		var senses []sense
		err := s.each("SELECT l.name_id, l.sense FROM alias l JOIN name n ON n.name_id = l.name_id WHERE l.entity_id = ? AND n.layer = ? ORDER BY n.name, n.kind", []any{row, full}, func(rows *sql.Rows) error {
			var n sense
			err := rows.Scan(&n.name, &n.sense)
			senses = append(senses, n)
			return err
		})
		if err != nil {
			return err
		}
		for _, n := range senses {
			if err := s.addUses(x, n.name, n.sense); err != nil {
				return err
			}
		}
		slices.SortFunc(x.Seen, func(a, b resolve.Seen) int { return cmp.Compare(a.Lot, b.Lot) })
		x.Seen = slices.CompactFunc(x.Seen, func(a, b resolve.Seen) bool { return a.Lot == b.Lot })
		x.Seen = x.Seen[:min(len(x.Seen), bearerSample)]
	}
	return nil
}

// addUses adds the sampled uses of a name in one sense.
func (s *sweep) addUses(b *resolve.Bearer, name, sense int64) error {
	x, err := s.sample(name)
	if err != nil {
		return err
	}
	b.Forms = append(b.Forms, x.name.Form)
	other := map[int64]int64{}
	err = s.each("SELECT article_id, sense FROM meant WHERE name_id = ?", []any{name}, func(rows *sql.Rows) error {
		var article, sense int64
		err := rows.Scan(&article, &sense)
		other[article] = sense
		return err
	})
	for k, row := range x.rows {
		if other[row] == sense {
			b.Seen = append(b.Seen, x.name.Seen[k])
		}
	}
	return err
}
