package store

import (
	"cmp"
	"database/sql"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// bearerSample bounds the uses that tell of one bearer.
const bearerSample = 12

// bearers are entities that the short names of a group may stand for.
type bearers struct {
	rows    []int64
	at      map[int64]int // row → index
	decided []int64       // rows of those that people gave short names to
	list    []resolve.Bearer
	links   []bearerLink
	many    bool
}

// bearerLink is a short name, of so many a group has, that is like a bearer's full
// name.
type bearerLink struct {
	short, bearer int
	full          int64
}

func (b *bearers) link(short int, full, entity int64) {
	b.links = append(b.links, bearerLink{short, b.add(entity), full})
}

// given are the links as resolve takes them; their names must be ready.
func (b *bearers) given(forms map[int64]*resolve.Form) []resolve.BearerLink {
	out := make([]resolve.BearerLink, len(b.links))
	for i, l := range b.links {
		out[i] = resolve.BearerLink{Name: l.short, Bearer: l.bearer, Full: forms[l.full]}
	}
	return out
}

// sense is a name in one of its senses, and what it stands for.
type sense struct{ name, sense, entity int64 }

// findBearers finds whom the short names of groups may stand for: by links, and
// by what people decided.
func (s *sweep) findBearers(groups []*group) error {
	for _, g := range groups {
		g.bearers = &bearers{at: map[int64]int{}}
	}
	if err := s.seekBearers(groups); err != nil {
		return err
	}
	if err := s.decidedBearers(groups); err != nil {
		return err
	}
	return s.fillBearers(groups)
}

// bound leaves those that people gave names to of bearers that are too many:
// nothing else tells them apart.
func (b *bearers) bound() *bearers {
	if len(b.rows) <= resolve.MaxBearers {
		return b
	}
	few := &bearers{at: map[int64]int{}, many: true}
	for _, e := range b.decided {
		few.add(e)
	}
	return few
}

// add gives the number of a bearer.
func (b *bearers) add(entity int64) int {
	at, known := b.at[entity]
	if !known {
		at = len(b.rows)
		b.at[entity], b.rows = at, append(b.rows, entity)
	}
	return at
}

// decidedBearers adds the entities that people gave short names to. Without a
// link, only the decision does.
func (s *sweep) decidedBearers(groups []*group) error {
	if !s.decided.any() {
		return nil
	}
	for _, g := range groups {
		for _, id := range g.ids {
			tied, err := s.tiedTo(s.forms[id], full)
			if err != nil {
				return err
			}
			entities, err := s.ids("SELECT DISTINCT entity_id FROM alias WHERE name_id IN (SELECT value FROM json_each(?))", list(tied))
			if err != nil {
				return err
			}
			for _, e := range entities {
				g.bearers.add(e)
				g.bearers.decided = append(g.bearers.decided, e)
			}
		}
	}
	return nil
}

// fillBearers reads the names of bearers and a sample of their uses.
func (s *sweep) fillBearers(groups []*group) error {
	var missing, like []int64
	for _, g := range groups {
		g.bearers = g.bearers.bound()
		for _, row := range g.bearers.rows {
			if s.bearers[row] == nil {
				missing = append(missing, row)
			}
		}
	}
	if err := s.makeBearers(ascending(missing)); err != nil {
		return err
	}
	for _, g := range groups {
		for i := range g.bearers.links {
			like = append(like, g.bearers.links[i].full)
		}
	}
	if err := s.ready(like); err != nil {
		return err
	}
	for _, g := range groups {
		for _, row := range g.bearers.rows {
			g.bearers.list = append(g.bearers.list, *s.bearers[row])
		}
	}
	return nil
}

// makeBearers makes bearers of entities.
func (s *sweep) makeBearers(entities []int64) error {
	if len(entities) == 0 {
		return nil
	}
	senses, names, err := s.sensesOf(entities)
	if err != nil {
		return err
	}
	meant, err := s.meantBy(names)
	if err != nil {
		return err
	}
	made := make([]*resolve.Bearer, len(entities))
	inParallel(len(entities), func(i int) { made[i] = s.bearer(senses[entities[i]], meant) })
	for i, e := range entities {
		s.bearers[e] = made[i]
	}
	return nil
}

// sensesOf gives the full names of entities and reads their samples.
func (s *sweep) sensesOf(entities []int64) (map[int64][]sense, []int64, error) {
	var all []sense
	var names []int64
	err := s.each("SELECT l.entity_id, l.name_id, l.sense FROM json_each(?) j CROSS JOIN alias l ON l.entity_id = j.value", []any{list(entities)}, func(rows *sql.Rows) error {
		var n sense
		err := rows.Scan(&n.entity, &n.name, &n.sense)
		all, names = append(all, n), append(names, n.name)
		return err
	})
	if err == nil {
		names, err = s.ofLayer(ascending(names), full)
	}
	if err != nil {
		return nil, nil, err
	}
	names = ascending(names)
	out := map[int64][]sense{}
	for _, n := range all {
		if _, whole := slices.BinarySearch(names, n.name); whole {
			out[n.entity] = append(out[n.entity], n)
		}
	}
	return out, names, s.gather(names)
}

// bearer is an entity as its full names tell of it.
func (s *sweep) bearer(senses []sense, meant map[namedIn]int64) *resolve.Bearer {
	b := &resolve.Bearer{}
	for _, n := range senses {
		x := s.samples[n.name]
		b.Forms = append(b.Forms, x.name.Form)
		for k, row := range x.rows {
			if meant[namedIn{n.name, row}] == n.sense {
				b.Seen = append(b.Seen, x.name.Seen[k])
			}
		}
	}
	slices.SortFunc(b.Forms, resolve.CompareForms)
	slices.SortFunc(b.Seen, func(a, b resolve.Seen) int { return cmp.Compare(a.Lot, b.Lot) })
	b.Seen = slices.CompactFunc(b.Seen, func(a, b resolve.Seen) bool { return a.Lot == b.Lot })
	b.Seen = slices.Clip(b.Seen[:min(len(b.Seen), bearerSample)])
	b.Gather()
	return b
}

// namedIn is a name in an article.
type namedIn struct{ name, article int64 }

// meantBy gives the senses of uses that are not in their name's first.
func (s *sweep) meantBy(names []int64) (map[namedIn]int64, error) {
	out := map[namedIn]int64{}
	err := s.each("SELECT m.name_id, m.article_id, m.sense FROM json_each(?) j CROSS JOIN meant m ON m.name_id = j.value", []any{list(names)}, func(rows *sql.Rows) error {
		var at namedIn
		var sense int64
		err := rows.Scan(&at.name, &at.article, &sense)
		out[at] = sense
		return err
	})
	return out, err
}
