package store

import (
	"github.com/hearsay-engine/hearsay/internal/resolve"
)

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
