package store

import (
	"database/sql"
	"encoding/binary"
	"hash/fnv"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// write replaces what the names of groups stood for.
func (s *sweep) write(groups []*group) error {
	var all []int64
	for _, g := range groups {
		all = append(all, g.ids...)
	}
	old, err := s.forget(all)
	if err != nil {
		return err
	}
	w := &entityWriter{sweep: s, ids: map[int64][]publicID{}, told: map[int64]int64{}}
	for _, e := range old {
		delete(s.bearers, e)
	}
	if err := w.readIDs(all); err != nil {
		return err
	}
	if err := w.readTold(old); err != nil {
		return err
	}
	for _, g := range groups {
		if err := w.group(g); err != nil {
			return err
		}
	}
	if err := w.flush(); err != nil {
		return err
	}
	if err := s.touchShort(w.others); err != nil {
		return err
	}
	return s.dropEmpty(old)
}

// forget takes away what names stand for, and gives the entities that were.
func (s *sweep) forget(ids []int64) ([]int64, error) {
	names := list(ids)
	old, err := s.ids("SELECT DISTINCT entity_id FROM alias WHERE name_id IN (SELECT value FROM json_each(?))", names)
	if err != nil || len(old) == 0 {
		return nil, err
	}
	for _, q := range []string{"DELETE FROM alias WHERE name_id IN (SELECT value FROM json_each(?))", "DELETE FROM meant WHERE name_id IN (SELECT value FROM json_each(?))"} {
		if err := s.exec(q, names); err != nil {
			return nil, err
		}
	}
	return old, nil
}

// dropEmpty drops the entities that no full name and no short name of their own
// stands for any more. Short names that stood for them are grouped again.
func (s *sweep) dropEmpty(entities []int64) error {
	gone, err := s.ids(`SELECT value FROM json_each(?1) WHERE NOT EXISTS (SELECT 1 FROM alias l JOIN name n ON n.name_id = l.name_id WHERE l.entity_id = value AND n.layer = ?2)
		AND NOT (EXISTS (SELECT 1 FROM alias WHERE entity_id = value) AND NOT EXISTS (SELECT 1 FROM entity WHERE entity_id = value AND borne))`, list(entities), full)
	if err != nil {
		return err
	}
	for _, id := range gone {
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

// publicID is an id that was handed out for a use of a name.
type publicID struct {
	id     string
	number int64
	lot    int64
}

// entityWriter writes the entities of one transaction; aliases go in one
// statement at the end.
type entityWriter struct {
	*sweep
	ids     map[int64][]publicID // by name
	aliases [][8]any
	meant   [][3]int64
	told    map[int64]int64 // by entity, before
	others  []int64         // names of entities that tell something else now
}

func (w *entityWriter) readIDs(names []int64) error {
	return w.each("SELECT p.name_id, p.id, p.number, p.lot FROM json_each(?) j CROSS JOIN public_id p ON p.name_id = j.value", []any{list(names)}, func(rows *sql.Rows) error {
		var name int64
		var p publicID
		err := rows.Scan(&name, &p.id, &p.number, &p.lot)
		w.ids[name] = append(w.ids[name], p)
		return err
	})
}

func (w *entityWriter) readTold(entities []int64) error {
	return w.each("SELECT entity_id, told FROM entity WHERE entity_id IN (SELECT value FROM json_each(?))", []any{list(entities)}, func(rows *sql.Rows) error {
		var id, told int64
		err := rows.Scan(&id, &told)
		w.told[id] = told
		return err
	})
}

func (w *entityWriter) group(g *group) error {
	senses := make([]int, len(g.ids))
	for i := range g.entities {
		e := &g.entities[i]
		var row int64
		if b := e.Bearer(); b >= 0 {
			row = g.bearers.rows[b]
		} else {
			var err error
			if row, err = w.entity(g, e); err != nil {
				return err
			}
		}
		for k := range e.Aliases {
			w.alias(g, &e.Aliases[k], row, senses)
		}
	}
	return nil
}

// entity writes an entity under its public id.
func (w *entityWriter) entity(g *group, e *resolve.Entity) (row int64, err error) {
	id, err := w.publicID(g, e)
	if err != nil {
		return 0, err
	}
	name, kind, hidden := e.Shown()
	borne := slices.ContainsFunc(e.Aliases, func(a resolve.Alias) bool { return !g.samples[a.Name].name.Short })
	told := g.told(e)
	_, err = w.find(`INSERT INTO entity (id, kind, name, borne, hidden, decided, told, maker_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, borne = excluded.borne, hidden = excluded.hidden, decided = excluded.decided,
			told = excluded.told, maker_id = excluded.maker_id RETURNING entity_id`, []any{id, string(kind), name, borne, hidden, e.Decided(), told, w.maker}, &row)
	delete(w.bearers, row)
	if before, known := w.told[row]; borne && (!known || before != told) {
		for _, a := range e.Aliases {
			w.others = append(w.others, g.ids[a.Name])
		}
	}
	return row, err
}

// told is a hash of what short names are compared with: an entity's names, and
// the uses that tell of it.
func (g *group) told(e *resolve.Entity) int64 {
	var lots []int64
	names := make([]int64, 0, len(e.Aliases))
	for i := range e.Aliases {
		a := &e.Aliases[i]
		x := g.samples[a.Name]
		if x.name.Short {
			return 0
		}
		names = append(names, g.ids[a.Name])
		for _, k := range a.Seen {
			lots = append(lots, x.name.Seen[k].Lot)
		}
	}
	slices.Sort(names)
	slices.Sort(lots)
	lots = slices.Compact(lots)
	h := fnv.New64a()
	for _, n := range append(names, lots[:min(len(lots), bearerSample)]...) {
		h.Write(binary.LittleEndian.AppendUint64(nil, uint64(n)))
	}
	return int64(h.Sum64())
}

// publicID is the id handed out first of those whose use stands for the entity,
// or a new one.
func (w *entityWriter) publicID(g *group, e *resolve.Entity) (string, error) {
	var best *publicID
	for i := range e.Aliases {
		a := &e.Aliases[i]
		ids := w.ids[g.ids[a.Name]]
		for k := range ids {
			if p := &ids[k]; g.samples[a.Name].holds(a, p.lot) && (best == nil || p.number < best.number) {
				best = p
			}
		}
	}
	if best != nil {
		return best.id, nil
	}
	return w.newID(g, e)
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

// ofRest is the lot of an id that is handed out for a name wherever nothing else
// is said of its use.
const ofRest = -1

func (w *entityWriter) newID(g *group, e *resolve.Entity) (string, error) {
	a := &e.Aliases[0]
	for i := range e.Aliases {
		if g.samples[e.Aliases[i].Name].name.Name == e.Name {
			a = &e.Aliases[i]
			break
		}
	}
	lot := int64(ofRest)
	if !a.Rest {
		lot = g.samples[a.Name].name.Seen[a.Seen[0]].Lot
	}
	for n := 1; ; n++ {
		id := resolve.PublicID(e.Kind, e.Name, n)
		var number int64
		fresh, err := w.find("INSERT INTO public_id (id, name_id, lot) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING number", []any{id, g.ids[a.Name], lot}, &number)
		if fresh || err != nil {
			return id, err
		}
	}
}

func (w *entityWriter) alias(g *group, a *resolve.Alias, entity int64, senses []int) {
	x, id, sense := g.samples[a.Name], g.ids[a.Name], 0
	if !a.Rest {
		senses[a.Name]++
		sense = senses[a.Name]
		for _, k := range a.Seen {
			w.meant = append(w.meant, [3]int64{id, x.rows[k], int64(sense)})
		}
	}
	row := [8]any{id, sense, entity, 0, packReasons(a.Reasons)}
	if a.Confirmed {
		row[3] = 1
	}
	if at := x.witness(a.Seen); at.article != 0 {
		row[5], row[6], row[7] = at.article, at.start.Int64, at.end.Int64
	}
	w.aliases = append(w.aliases, row)
}

func (w *entityWriter) flush() error {
	if err := w.exec(`INSERT INTO alias (name_id, sense, entity_id, confirmed, reasons, article_id, first_start, first_end)
		SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7 FROM json_each(?)`, list(w.aliases)); err != nil {
		return err
	}
	return w.exec("INSERT INTO meant (name_id, article_id, sense) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)", list(w.meant))
}
