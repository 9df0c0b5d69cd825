package store

import (
	"database/sql"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// group is names on their way to entities.
type group struct {
	ids     []int64
	samples []*sample
	at      map[int64]int // id → index
}

// load reads the samples of names and drops those out of use.
func (s *sweep) load(ids []int64) (*group, error) {
	g := &group{at: map[int64]int{}}
	for _, id := range ids {
		x, err := s.sample(id)
		if err != nil {
			return nil, err
		}
		if len(x.rows) == 0 && x.short == nil {
			if err := s.dropName(id); err != nil {
				return nil, err
			}
			continue
		}
		g.at[id] = len(g.ids)
		g.ids, g.samples = append(g.ids, id), append(g.samples, x)
	}
	return g, nil
}

func (g *group) names() []resolve.Name {
	out := make([]resolve.Name, len(g.samples))
	for i, x := range g.samples {
		out[i] = x.name
	}
	return out
}

// edges are the links between the names of a group.
func (s *sweep) edges(g *group) ([]resolve.Edge, error) {
	var out []resolve.Edge
	for i, id := range g.ids {
		others, err := s.ids("SELECT other_id FROM link WHERE name_id = ?", id)
		if err != nil {
			return nil, err
		}
		for _, o := range others {
			j, in := g.at[o]
			if !in || j <= i {
				continue
			}
			l, ok, err := s.connect(g, i, j)
			if err != nil {
				return nil, err
			}
			if ok {
				out = append(out, resolve.Edge{A: i, B: j, Link: l})
			}
		}
	}
	return out, nil
}

// connect compares two names, or finds that articles print one for the other.
func (s *sweep) connect(g *group, i, j int) (resolve.Link, bool, error) {
	a, b := g.samples[i].name.Form, g.samples[j].name.Form
	l, ok := resolve.Connect(a, b)
	if ok && l.Sure {
		return l, ok, nil
	}
	var n int
	_, err := s.find(`SELECT count(*) FROM (SELECT 1 FROM short_form WHERE short_id = ?1 AND name_id = ?2 UNION ALL
		SELECT 1 FROM short_form WHERE short_id = ?2 AND name_id = ?1 LIMIT ?3)`, []any{g.ids[i], g.ids[j], fullSample}, &n)
	if err != nil || n == 0 {
		return l, ok, err
	}
	return resolve.ShortInText(a, b, n), true, nil
}

func (s *sweep) groupFull(ids []int64) error {
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
	if err := s.write(g, resolve.Group(g.names(), edges, d), nil); err != nil {
		return err
	}
	return s.touchShort(g)
}

// touchShort has short names grouped again that may stand for one of these.
func (s *sweep) touchShort(g *group) error {
	var out []int64
	for _, x := range g.samples {
		mates, err := s.mates(x.name.Form, shortNames)
		if err != nil {
			return err
		}
		for _, m := range mates {
			f, err := s.form(m)
			if err != nil {
				return err
			}
			if _, ok := resolve.Connect(f, x.name.Form); ok {
				out = append(out, m)
			}
		}
		tied, err := s.tiedTo(x.name.Form, shortNames)
		if err != nil {
			return err
		}
		out = append(out, tied...)
	}
	return s.touch(shortNames, out...)
}

// write replaces what the names of a group stood for. bearers are the rows of
// the entities that resolve.Entity's Bearer numbers.
func (s *sweep) write(g *group, entities []resolve.Entity, bearers []int64) error {
	old, err := s.forget(g.ids)
	if err != nil {
		return err
	}
	senses := make([]int, len(g.ids))
	for i := range entities {
		e := &entities[i]
		row := int64(0)
		if b := e.Bearer(); b >= 0 {
			row = bearers[b]
		} else if row, err = s.putEntity(g, e); err != nil {
			return err
		}
		for k := range e.Aliases {
			if err := s.putAlias(g, &e.Aliases[k], row, senses); err != nil {
				return err
			}
		}
	}
	return s.dropEmpty(old)
}

// forget takes away what names stand for, and gives the entities that were.
func (s *sweep) forget(ids []int64) ([]int64, error) {
	var old []int64
	for _, id := range ids {
		of, err := s.ids("SELECT entity_id FROM alias WHERE name_id = ?", id)
		if err != nil {
			return nil, err
		}
		old = append(old, of...)
		if len(of) == 0 {
			continue
		}
		for _, q := range []string{"DELETE FROM alias WHERE name_id = ?", "DELETE FROM meant WHERE name_id = ?"} {
			if err := s.exec(q, id); err != nil {
				return nil, err
			}
		}
	}
	slices.Sort(old)
	return slices.Compact(old), nil
}

// dropEmpty drops the entities that no full name and no short name of their own
// stands for any more. Short names that stood for them are grouped again.
func (s *sweep) dropEmpty(entities []int64) error {
	for _, id := range entities {
		var kept bool
		if _, err := s.find(`SELECT EXISTS (SELECT 1 FROM alias l JOIN name n ON n.name_id = l.name_id WHERE l.entity_id = ?1 AND n.layer = ?2)
			OR EXISTS (SELECT 1 FROM alias WHERE entity_id = ?1) AND NOT EXISTS (SELECT 1 FROM entity WHERE entity_id = ?1 AND borne)`, []any{id, full}, &kept); err != nil {
			return err
		}
		if kept {
			continue
		}
		for _, q := range []string{
			"INSERT OR IGNORE INTO touched (layer, name_id) SELECT n.layer, n.name_id FROM alias l JOIN name n ON n.name_id = l.name_id WHERE l.entity_id = ?",
			"DELETE FROM meant WHERE (name_id, sense) IN (SELECT name_id, sense FROM alias WHERE entity_id = ?)",
			"DELETE FROM alias WHERE entity_id = ?", "DELETE FROM entity WHERE entity_id = ?",
		} {
			if err := s.exec(q, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// putEntity writes an entity under its public id.
func (s *sweep) putEntity(g *group, e *resolve.Entity) (int64, error) {
	id, err := s.publicID(g, e)
	if err != nil {
		return 0, err
	}
	name, kind, hidden := e.Shown()
	borne := slices.ContainsFunc(e.Aliases, func(a resolve.Alias) bool { return !g.samples[a.Name].name.Short })
	if err := s.exec(`INSERT INTO entity (id, kind, name, borne, hidden, decided, maker_id) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, borne = excluded.borne, hidden = excluded.hidden, decided = excluded.decided,
			maker_id = excluded.maker_id`, id, string(kind), name, borne, hidden, e.Decided(), s.maker); err != nil {
		return 0, err
	}
	var row int64
	_, err = s.find("SELECT entity_id FROM entity WHERE id = ?", []any{id}, &row)
	return row, err
}

// publicID is the id handed out first of those whose use stands for the entity,
// or a new one.
func (s *sweep) publicID(g *group, e *resolve.Entity) (string, error) {
	best, least := "", int64(0)
	for i := range e.Aliases {
		a := &e.Aliases[i]
		err := s.each("SELECT id, number, lot FROM public_id WHERE name_id = ?", []any{g.ids[a.Name]}, func(rows *sql.Rows) error {
			var id string
			var number, lot int64
			err := rows.Scan(&id, &number, &lot)
			if err == nil && g.samples[a.Name].holds(a, lot) && (best == "" || number < least) {
				best, least = id, number
			}
			return err
		})
		if err != nil {
			return "", err
		}
	}
	if best != "" {
		return best, nil
	}
	return s.newID(g, e)
}

// holds reports whether the use of a lot is the alias's; one outside of the
// sample is the rest's.
func (x *sample) holds(a *resolve.Alias, lot int64) bool {
	k := slices.IndexFunc(x.name.Seen, func(u resolve.Seen) bool { return u.Lot == lot })
	if k < 0 {
		return a.Rest
	}
	return slices.Contains(a.Seen, k)
}

func (s *sweep) newID(g *group, e *resolve.Entity) (string, error) {
	a := &e.Aliases[0]
	for i := range e.Aliases {
		if g.samples[e.Aliases[i].Name].name.Name == e.Name {
			a = &e.Aliases[i]
			break
		}
	}
	lot := int64(-1)
	if !a.Rest {
		lot = g.samples[a.Name].name.Seen[a.Seen[0]].Lot
	}
	for n := 1; ; n++ {
		id := resolve.PublicID(e.Kind, e.Name, n)
		var taken bool
		if _, err := s.find("SELECT EXISTS (SELECT 1 FROM public_id WHERE id = ?)", []any{id}, &taken); err != nil {
			return "", err
		}
		if !taken {
			return id, s.exec("INSERT INTO public_id (id, name_id, lot) VALUES (?, ?, ?)", id, g.ids[a.Name], lot)
		}
	}
}

func (s *sweep) putAlias(g *group, a *resolve.Alias, entity int64, senses []int) error {
	x, id, sense := g.samples[a.Name], g.ids[a.Name], 0
	if !a.Rest {
		senses[a.Name]++
		sense = senses[a.Name]
		for _, k := range a.Seen {
			if err := s.exec("INSERT INTO meant (name_id, article_id, sense) VALUES (?, ?, ?)", id, x.rows[k], sense); err != nil {
				return err
			}
		}
	}
	w := x.witness(a.Seen)
	return s.exec("INSERT INTO alias (name_id, sense, entity_id, confirmed, reasons, article_id, first_start, first_end) VALUES (?, ?, ?, ?, ?, nullif(?, 0), ?, ?)",
		id, sense, entity, a.Confirmed, packReasons(a.Reasons), w.article, w.start, w.end)
}
