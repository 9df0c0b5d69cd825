package store

import (
	"cmp"
	"database/sql"
	"encoding/hex"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// write replaces what the names of groups stood for, where they stand for
// something else now.
func (s *sweep) write(groups []*group, layer int) error {
	var all []int64
	for _, g := range groups {
		all = append(all, g.ids...)
	}
	w := &entityWriter{sweep: s}
	if err := w.read(all, groups); err != nil {
		return err
	}
	for _, g := range groups {
		if err := w.group(g); err != nil {
			return err
		}
	}
	if err := w.flush(all); err != nil {
		return err
	}
	if layer == full {
		if err := s.touchShort(ascending(w.others), w.moved); err != nil {
			return err
		}
	}
	left := w.left(layer)
	for _, e := range left {
		delete(s.bearers, e)
	}
	return s.dropEmpty(left)
}

// forget takes away what names stand for, and gives the entities that were.
func (s *sweep) forget(ids []int64) ([]int64, error) {
	for _, id := range ids {
		delete(s.stands, id)
	}
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
	if len(entities) == 0 {
		return nil
	}
	gone, err := s.ids(`SELECT value FROM json_each(?1) WHERE NOT EXISTS (SELECT 1 FROM alias l JOIN name n ON n.name_id = l.name_id WHERE l.entity_id = value AND n.layer = ?2)
		AND NOT (EXISTS (SELECT 1 FROM alias WHERE entity_id = value) AND NOT EXISTS (SELECT 1 FROM entity WHERE entity_id = value AND borne))`, list(entities), full)
	if err != nil {
		return err
	}
	for _, id := range gone {
		names, err := s.ids("SELECT name_id FROM alias WHERE entity_id = ?", id)
		if err != nil {
			return err
		}
		delete(s.written, id)
		for _, n := range names {
			delete(s.stands, n)
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

// publicID is an id that was handed out for a use of a name.
type publicID struct {
	id     string
	number int64
	lot    int64
}

// entityWriter writes the entities of one transaction; aliases, and what entities
// tell, go in one statement at the end.
type entityWriter struct {
	*sweep
	is     map[int64]stood
	rows   map[string]*entityRow // by id, what they were
	kept   map[int64]bool        // entities that are written
	others []int64               // names of entities that tell something else now
	told   [][3]any              // of entities that are shown as they were: what they tell now
	moved  []int64               // names that do not stand for an entity any more for which they stood
}

// stood is what a name stands for: by senses, and by articles.
type stood struct {
	aliases []aliasRow
	meant   []meantRow
}

// left reports whether there is an entity in what a name stood for that it does not
// stand for now.
func (s stood) left(now stood) bool {
	return slices.ContainsFunc(s.aliases, func(a aliasRow) bool {
		return !slices.ContainsFunc(now.aliases, func(b aliasRow) bool { return b.entity == a.entity })
	})
}

// parted reports whether articles can mean another sense than the first.
func (s stood) parted() bool {
	return slices.ContainsFunc(s.aliases, func(a aliasRow) bool { return a.sense != 0 })
}

// aliasRow is a name in one sense.
type aliasRow struct {
	sense, entity int64
	confirmed     bool
	reasons       string
	witness
}

// meantRow is an article in which a name has another sense than its first.
type meantRow struct{ article, sense int64 }

// entityRow is an entity as the file has it.
type entityRow struct {
	row, told, maker       int64
	kind, name, tells      string
	borne, hidden, decided bool
}

// writtenEntity is an entity's row with its public id.
type writtenEntity struct {
	id string
	entityRow
}

// loadStood reads what names stand for.
func (s *sweep) loadStood(names []int64) error {
	var missing []int64
	for _, id := range names {
		if _, known := s.stands[id]; !known {
			s.stands[id] = stood{}
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	err := s.each(`SELECT a.name_id, a.sense, a.entity_id, a.confirmed, a.reasons, coalesce(a.article_id, 0), a.first_start, a.first_end
		FROM json_each(?) j CROSS JOIN alias a ON a.name_id = j.value`, []any{list(missing)}, func(rows *sql.Rows) error {
		var name int64
		var a aliasRow
		err := rows.Scan(&name, &a.sense, &a.entity, &a.confirmed, &a.reasons, &a.article, &a.start, &a.end)
		if a.reasons == ownName {
			a.reasons = ownName // one string for all that have it
		}
		x := s.stands[name]
		s.stands[name] = stood{append(x.aliases, a), x.meant}
		return err
	})
	if err != nil {
		return err
	}
	missing = slices.DeleteFunc(missing, func(id int64) bool { return !s.stands[id].parted() })
	if len(missing) == 0 {
		return nil
	}
	return s.each("SELECT m.name_id, m.article_id, m.sense FROM json_each(?) j CROSS JOIN meant m ON m.name_id = j.value", []any{list(missing)}, func(rows *sql.Rows) error {
		var name int64
		var m meantRow
		err := rows.Scan(&name, &m.article, &m.sense)
		x := s.stands[name]
		s.stands[name] = stood{x.aliases, append(x.meant, m)}
		return err
	})
}

func (w *entityWriter) read(names []int64, groups []*group) error {
	w.is, w.rows, w.kept = map[int64]stood{}, map[string]*entityRow{}, map[int64]bool{}
	if err := w.loadStood(names); err != nil {
		return err
	}
	var own, entities []int64
	for _, g := range groups {
		for i := range g.entities {
			if e := &g.entities[i]; e.Bearer() < 0 {
				own = append(own, g.idsOf(e)...)
			}
		}
	}
	if err := w.readIDs(ascending(own)); err != nil {
		return err
	}
	for _, id := range names {
		for _, a := range w.stands[id].aliases {
			entities = append(entities, a.entity)
		}
	}
	return w.readEntities(ascending(entities))
}

// readIDs reads the ids of names that are to stand for entities of their own.
func (s *sweep) readIDs(names []int64) error {
	missing := absent(names, s.handed)
	if len(missing) == 0 {
		return nil
	}
	return s.each("SELECT p.name_id, p.id, p.number, p.lot FROM json_each(?) j CROSS JOIN public_id p ON p.name_id = j.value", []any{list(missing)}, func(rows *sql.Rows) error {
		var name int64
		var p publicID
		err := rows.Scan(&name, &p.id, &p.number, &p.lot)
		s.handed[name] = append(s.handed[name], p)
		return err
	})
}

// readEntities reads what entities are in the file.
func (w *entityWriter) readEntities(entities []int64) error {
	if err := w.loadEntities(entities); err != nil {
		return err
	}
	for _, row := range entities {
		if e := w.written[row]; e.id != "" {
			w.rows[e.id] = &e.entityRow
		}
	}
	return nil
}

func (s *sweep) loadEntities(entities []int64) error {
	missing := absent(entities, s.written)
	if len(missing) == 0 {
		return nil
	}
	return s.each("SELECT e.id, e.entity_id, e.kind, e.name, e.borne, e.hidden, e.decided, e.told, e.tells, e.maker_id FROM json_each(?) j CROSS JOIN entity e ON e.entity_id = j.value",
		[]any{list(missing)}, func(rows *sql.Rows) error {
			var e writtenEntity
			err := rows.Scan(&e.id, &e.row, &e.kind, &e.name, &e.borne, &e.hidden, &e.decided, &e.told, &e.tells, &e.maker)
			e.kind = kindOf(e.kind)
			s.written[e.row] = e
			return err
		})
}

// left are the entities that nothing written stands for: no full name when full
// names were written, and no entity of short names alone when those were.
func (w *entityWriter) left(layer int) []int64 {
	var out []int64
	for _, e := range w.rows {
		if !w.kept[e.row] && (layer == full || !e.borne) {
			out = append(out, e.row)
		}
	}
	slices.Sort(out)
	return out
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
	tells := g.tells(e)
	is := entityRow{kind: string(kind), name: name, hidden: hidden, decided: e.Decided(), told: tells.hash(), tells: tells.pack(), maker: w.maker,
		borne: slices.ContainsFunc(e.Aliases, func(a resolve.Alias) bool { return !g.samples[a.Name].name.Short })}
	was := w.rows[id]
	if was != nil {
		is.row = was.row
	}
	switch {
	case was == nil:
		_, err = w.find(`INSERT INTO entity (id, kind, name, borne, hidden, decided, told, tells, maker_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, borne = excluded.borne, hidden = excluded.hidden, decided = excluded.decided,
				told = excluded.told, tells = excluded.tells, maker_id = excluded.maker_id RETURNING entity_id`,
			[]any{id, is.kind, name, is.borne, hidden, is.decided, is.told, []byte(is.tells), w.maker}, &is.row)
	case !was.like(&is):
		err = w.exec("UPDATE entity SET kind = ?, name = ?, borne = ?, hidden = ?, decided = ?, told = ?, tells = ?, maker_id = ? WHERE entity_id = ?",
			is.kind, name, is.borne, hidden, is.decided, is.told, []byte(is.tells), w.maker, is.row)
	case *was != is:
		w.told = append(w.told, [3]any{is.row, is.told, hex.EncodeToString([]byte(is.tells))})
	}
	w.kept[is.row], w.written[is.row] = true, writtenEntity{id, is}
	if was == nil || was.told != is.told {
		delete(w.bearers, is.row)
		if is.borne {
			w.others = append(w.others, g.idsOf(e)...)
		}
	}
	return is.row, err
}

// like reports whether an entity is shown alike: no index goes by the rest.
func (e entityRow) like(o *entityRow) bool {
	e.told, e.tells, e.maker = o.told, o.tells, o.maker
	return e == *o
}

// idsOf are an entity's names.
func (g *group) idsOf(e *resolve.Entity) []int64 {
	out := make([]int64, len(e.Aliases))
	for i := range e.Aliases {
		out[i] = g.ids[e.Aliases[i].Name]
	}
	return out
}

// toldOtherwise is what an entity tells of which an article was read again: the
// same uses may tell something else.
const toldOtherwise = -1

func (w *entityWriter) alias(g *group, a *resolve.Alias, entity int64, senses []int) {
	x, id, sense := g.samples[a.Name], g.ids[a.Name], 0
	is := w.is[id]
	if !a.Rest {
		senses[a.Name]++
		sense = senses[a.Name]
		for _, k := range a.Seen {
			is.meant = append(is.meant, meantRow{x.uses[k].article, int64(sense)})
		}
	}
	is.aliases = append(is.aliases, aliasRow{int64(sense), entity, a.Confirmed, packAliasReasons(x.name.Name, a.Reasons), *x.witness(a.Seen)})
	w.is[id] = is
}

// flush writes what changed.
func (w *entityWriter) flush(names []int64) error {
	c := &changes{}
	for _, id := range names {
		is, was := w.is[id], w.stands[id]
		slices.SortFunc(is.aliases, func(a, b aliasRow) int { return cmp.Compare(a.sense, b.sense) })
		slices.SortFunc(is.meant, func(a, b meantRow) int { return cmp.Compare(a.article, b.article) })
		if slices.Equal(is.aliases, was.aliases) && slices.Equal(is.meant, was.meant) {
			continue
		}
		c.of(id, was, is)
		if was.left(is) {
			w.moved = append(w.moved, id)
		}
		w.stands[id] = is
	}
	if len(w.told) > 0 {
		if err := w.exec("UPDATE entity SET told = j.value ->> 1, tells = unhex(j.value ->> 2), maker_id = ? FROM json_each(?) j WHERE entity_id = j.value ->> 0", w.maker, list(w.told)); err != nil {
			return err
		}
	}
	return c.write(w.batch)
}
