package store

import (
	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

// group is names that reach each other, on their way to entities.
type group struct {
	ids      []int64
	samples  []*sample
	at       map[int64]int // id → index
	level    int
	linked   []pair // names that may be one
	edges    []resolve.Edge
	entities []resolve.Entity
	bearers  *bearers
	d        resolve.Decisions
}

func (g *group) names() []resolve.Name {
	out := make([]resolve.Name, len(g.samples))
	for i, x := range g.samples {
		out[i] = x.name
	}
	return out
}

// groupAll groups touched names of a layer with all names that they reach.
func (s *sweep) groupAll(touched []int64, layer int) error {
	placed, err := s.place(touched, layer)
	if err != nil {
		return err
	}
	groups := placed.groups
	var all []int64
	for _, g := range groups {
		all = append(all, g.ids...)
	}
	done := touched
	if len(touched) == mostOf[layer] { // others that wait may be among the groups
		done = append(all, touched...)
	}
	if err := s.exec("DELETE FROM touched WHERE layer = ? AND name_id IN (SELECT value FROM json_each(?))", layer, list(done)); err != nil {
		return err
	}
	if err := s.load(groups, layer); err != nil {
		return err
	}
	if layer == shortNames {
		s.waiting = nil // these do no more
		if err := s.findBearers(groups); err != nil {
			return err
		}
	}
	inParallel(len(groups), func(i int) { groups[i].resolve(layer, s) })
	return s.write(groups, layer)
}

func (g *group) resolve(layer int, s *sweep) {
	if layer == full {
		g.entities = s.contradictions.Group(g.names(), g.edges, g.d)
	} else {
		b := g.bearers
		g.entities = resolve.GroupShort(g.names(), g.edges, b.list, b.given(s.forms), b.many, g.d)
	}
	if g.level > resolve.Lowest {
		resolve.Crowded(g.entities)
	}
}

// load reads what grouping wants to know of names, drops those that are out of
// use, and compares those that are linked.
func (s *sweep) load(groups []*group, layer int) error {
	var all []int64
	for _, g := range groups {
		all = append(all, g.ids...)
	}
	if err := s.ready(all); err != nil {
		return err
	}
	if err := s.sampleOf(all); err != nil {
		return err
	}
	var scenic []int64 // whose scenes decide
	for _, g := range groups {
		if err := s.settleGroup(g); err != nil {
			return err
		}
		for i, id := range g.ids {
			if layer == shortNames || len(g.ids) > 1 || g.samples[i].name.Initials || resolve.Namesakes(g.samples[i].name.Seen) {
				scenic = append(scenic, id)
			}
		}
	}
	if err := s.gather(scenic); err != nil {
		return err
	}
	if err := s.readPersons(all); err != nil {
		return err
	}
	if err := s.fillArticles(all); err != nil {
		return err
	}
	for _, g := range groups {
		g.d = s.decided.of(g.names())
	}
	return s.connect(groups)
}

// settleGroup gives a group its samples, less names out of use.
func (s *sweep) settleGroup(g *group) error {
	kept := g.ids[:0]
	for _, id := range g.ids {
		x := s.samples[id]
		if len(x.uses) == 0 && x.short == nil {
			if err := s.dropName(id); err != nil {
				return err
			}
			continue
		}
		g.at[id] = len(kept)
		kept, g.samples = append(kept, id), append(g.samples, x)
	}
	g.ids = kept
	return nil
}

// connect makes edges of links: by the names' words, or because articles print
// one for the other.
func (s *sweep) connect(groups []*group) error {
	var pairs []pair
	for _, g := range groups {
		for _, p := range g.linked {
			pairs = append(pairs, pairOf(p.a, p.b))
		}
	}
	s.memory.connectAll(pairs)
	for _, g := range groups {
		for _, p := range g.linked {
			i, used := g.at[p.a]
			j, alsoUsed := g.at[p.b]
			if !used || !alsoUsed {
				continue
			}
			if resolve.CompareForms(g.samples[j].name.Form, g.samples[i].name.Form) < 0 {
				i, j = j, i // reasons name the second: whichever came first
			}
			l, ok := s.memory.connect(g.ids[i], g.ids[j])
			if (!ok || !l.Sure) && g.samples[i].name.Kind != news.Person {
				n, err := s.printedFor(g.ids[i], g.ids[j])
				if err != nil {
					return err
				}
				if n > 0 {
					l, ok = resolve.ShortInText(g.samples[i].name.Form, g.samples[j].name.Form, n), true
				}
			}
			if ok {
				g.edges = append(g.edges, resolve.Edge{A: i, B: j, Link: l})
			}
		}
	}
	return nil
}

// printedFor counts articles that print one name as the short form of another.
func (s *sweep) printedFor(a, b int64) (n int, err error) {
	_, err = s.find(`SELECT count(*) FROM (SELECT 1 FROM short_form WHERE short_id = ?1 AND name_id = ?2 UNION ALL
		SELECT 1 FROM short_form WHERE short_id = ?2 AND name_id = ?1`+limitedTo(fullSample)+")", []any{a, b}, &n)
	return n, err
}
