package store

import (
	"database/sql"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

// group is names that reach each other, on their way to entities.
type group struct {
	ids      []int64
	samples  []*sample
	at       map[int64]int // id → index
	linked   [][2]int64    // ids of names that may be one
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
	groups, err := s.components(touched, layer)
	if err != nil {
		return err
	}
	var all []int64
	for _, g := range groups {
		all = append(all, g.ids...)
	}
	if err := s.exec("DELETE FROM touched WHERE layer = ? AND name_id IN (SELECT value FROM json_each(?))", layer, list(append(all, touched...))); err != nil {
		return err
	}
	if err := s.load(groups, layer); err != nil {
		return err
	}
	if layer == shortNames {
		if err := s.findBearers(groups); err != nil {
			return err
		}
	}
	inParallel(len(groups), func(i int) { groups[i].resolve(layer) })
	return s.write(groups)
}

func (g *group) resolve(layer int) {
	if layer == full {
		g.entities = resolve.Group(g.names(), g.edges, g.d)
		return
	}
	b := g.bearers
	g.entities = resolve.GroupShort(g.names(), g.edges, b.list, b.links, b.many, g.d)
}

// components finds the names of a layer that touched ones reach by links that
// hold, and those they stood for one entity with. Their order does not matter:
// groups are canonical.
func (s *sweep) components(touched []int64, layer int) ([]*group, error) {
	company, err := s.ids(`SELECT DISTINCT b.name_id FROM json_each(?) j CROSS JOIN alias a ON a.name_id = j.value CROSS JOIN alias b ON b.entity_id = a.entity_id
		CROSS JOIN name n ON n.name_id = b.name_id AND n.layer = ?`, list(touched), layer)
	if err != nil {
		return nil, err
	}
	u := newUnion(append(company, touched...))
	var links [][2]int64
	for frontier := slices.Clone(u.order); len(frontier) > 0; {
		held, err := s.heldLinks(frontier, layer)
		if err != nil {
			return nil, err
		}
		var next []int64
		join := func(a, b int64) {
			if u.join(a, b) {
				next = append(next, b)
			}
		}
		for _, l := range held {
			join(l[0], l[1])
			if l[0] < l[1] {
				links = append(links, l)
			}
		}
		if err := s.joinTied(frontier, layer, join); err != nil {
			return nil, err
		}
		frontier = next
	}
	return u.groups(links), nil
}

// heldLinks are the links of names within a layer that hold: those that want
// scenes to agree only where they do.
func (s *sweep) heldLinks(names []int64, layer int) ([][2]int64, error) {
	var all [][2]int64
	var ends []int64
	err := s.each("SELECT l.name_id, l.other_id FROM json_each(?) j CROSS JOIN link l ON l.name_id = j.value CROSS JOIN name n ON n.name_id = l.other_id AND n.layer = ?",
		[]any{list(names), layer}, func(rows *sql.Rows) error {
			var l [2]int64
			err := rows.Scan(&l[0], &l[1])
			all, ends = append(all, l), append(ends, l[0], l[1])
			return err
		})
	if err != nil {
		return nil, err
	}
	if err := s.ready(ends); err != nil {
		return nil, err
	}
	held, doubtful := all[:0], [][2]int64(nil)
	var scenic []int64
	for _, l := range all {
		if c, ok := resolve.Connect(s.forms[l[0]], s.forms[l[1]]); ok && c.Scenes && layer == full {
			doubtful, scenic = append(doubtful, l), append(scenic, l[0], l[1])
		} else {
			held = append(held, l) // where words do not connect, an article does
		}
	}
	slices.Sort(scenic)
	scenic = slices.Compact(scenic)
	if err := s.sampleOf(scenic); err != nil {
		return nil, err
	}
	if err := s.fillScenes(scenic); err != nil {
		return nil, err
	}
	for _, l := range doubtful {
		if resolve.ScenesAgree(&s.samples[l[0]].name, &s.samples[l[1]].name) {
			held = append(held, l)
		}
	}
	return held, nil
}

func (s *sweep) joinTied(names []int64, layer int, join func(a, b int64)) error {
	if !s.decided.any() {
		return nil
	}
	if err := s.ready(names); err != nil {
		return err
	}
	for _, n := range names {
		tied, err := s.tiedTo(s.forms[n], layer)
		if err != nil {
			return err
		}
		for _, o := range tied {
			join(n, o)
		}
	}
	return nil
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
			if layer == shortNames || len(g.ids) > 1 || resolve.Namesakes(g.samples[i].name.Seen) {
				scenic = append(scenic, id)
			}
		}
	}
	if err := s.fillScenes(scenic); err != nil {
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
		if len(x.rows) == 0 && x.short == nil {
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
	for _, g := range groups {
		for _, p := range g.linked {
			i, used := g.at[p[0]]
			j, alsoUsed := g.at[p[1]]
			if !used || !alsoUsed {
				continue
			}
			if resolve.CompareForms(g.samples[j].name.Form, g.samples[i].name.Form) < 0 {
				i, j = j, i // reasons name the second: whichever came first
			}
			l, ok := resolve.Connect(g.samples[i].name.Form, g.samples[j].name.Form)
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
		SELECT 1 FROM short_form WHERE short_id = ?2 AND name_id = ?1 LIMIT ?3)`, []any{a, b, fullSample}, &n)
	return n, err
}

// touchShort has short names grouped again that may stand for what full names
// stand for.
func (s *sweep) touchShort(names []int64) error {
	if err := s.exec(`INSERT OR IGNORE INTO touched (layer, name_id) SELECT n.layer, n.name_id FROM json_each(?) j CROSS JOIN link l ON l.name_id = j.value
		CROSS JOIN name n ON n.name_id = l.other_id AND n.layer = ?`, list(names), shortNames); err != nil || !s.decided.any() {
		return err
	}
	for _, id := range names {
		tied, err := s.tiedTo(s.forms[id], shortNames)
		if err != nil {
			return err
		}
		if err := s.touch(shortNames, tied...); err != nil {
			return err
		}
	}
	return nil
}

// union joins names into groups.
type union struct {
	parent map[int64]int64
	order  []int64
}

func newUnion(ids []int64) *union {
	u := &union{parent: map[int64]int64{}}
	for _, id := range ids {
		u.add(id)
	}
	return u
}

func (u *union) add(id int64) bool {
	if _, met := u.parent[id]; met {
		return false
	}
	u.parent[id] = id
	u.order = append(u.order, id)
	return true
}

func (u *union) find(id int64) int64 {
	for u.parent[id] != id {
		u.parent[id] = u.parent[u.parent[id]]
		id = u.parent[id]
	}
	return id
}

// join reports whether b was not met before.
func (u *union) join(a, b int64) bool {
	fresh := u.add(b)
	u.parent[u.find(b)] = u.find(a)
	return fresh
}

// groups gives the groups with their links, the largest first.
func (u *union) groups(links [][2]int64) []*group {
	of := map[int64]*group{}
	var out []*group
	for _, id := range u.order {
		root := u.find(id)
		g := of[root]
		if g == nil {
			g = &group{at: map[int64]int{}}
			of[root] = g
			out = append(out, g)
		}
		g.ids = append(g.ids, id)
	}
	for _, l := range links {
		g := of[u.find(l[0])]
		g.linked = append(g.linked, l)
	}
	slices.SortStableFunc(out, func(a, b *group) int { return len(b.ids) - len(a.ids) })
	return out
}
