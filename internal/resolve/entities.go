package resolve

import (
	"cmp"
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// entities makes an entity of each cluster, in canonical order.
func (g *grouping) entities() []Entity {
	var out []Entity
	for c, nodes := range g.members {
		if len(nodes) == 0 || !g.names[g.nodes[nodes[0]].name].Entity && !g.anyEntity(nodes) {
			continue
		}
		slices.SortFunc(nodes, g.compareNodes)
		out = append(out, g.entity(c, nodes))
	}
	slices.SortFunc(out, func(a, b Entity) int {
		x, y := &a.Aliases[0], &b.Aliases[0]
		return cmp.Or(g.rank[x.Name]-g.rank[y.Name], cmp.Compare(g.firstLot(x), g.firstLot(y)))
	})
	return out
}

func (g *grouping) firstLot(a *Alias) int64 {
	return g.first(&node{name: a.Name, seen: a.Seen, rest: a.Rest})
}

// anyEntity reports whether articles say of one of the names what it is.
func (g *grouping) anyEntity(nodes []int) bool {
	return slices.ContainsFunc(nodes, func(n int) bool { return g.names[g.nodes[n].name].Entity })
}

// entity makes one of a cluster. Confirmed are the names that sure bonds tie to
// the most used of them; the others are suggested.
func (g *grouping) entity(c int, nodes []int) Entity {
	var bonds []bond
	for _, b := range g.bonds {
		if g.cluster[b.a] == c {
			bonds = append(bonds, b)
		}
	}
	core := g.core(g.untorn(nodes), bonds)
	if rest := slices.DeleteFunc(slices.Clone(nodes), func(n int) bool { return slices.Contains(core, n) }); len(rest) > 0 && g.initialsOnly(core, bonds) {
		core = g.core(rest, bonds)
	}
	e := Entity{bearer: -1, Labels: g.labels(nodes), tied: g.tied(nodes)}
	e.Kind = g.kind(core)
	seed := g.seed(core)
	e.Name = g.names[g.nodes[seed].name].Name
	why := g.why(seed, bonds)
	for _, n := range nodes {
		x := &g.nodes[n]
		a := Alias{Name: x.name, Seen: x.seen, Rest: x.rest, Confirmed: slices.Contains(core, n), Reasons: why[n]}
		if a.Confirmed && g.manyBodies(n, bonds) {
			a.Confirmed = false
			a.Reasons = append(slices.Clone(a.Reasons), news.Reason{Rule: RuleInitials})
		}
		if r, torn := g.tornReason(n); torn {
			a.Confirmed = a.Confirmed && len(nodes) == 1 && g.uses(n) == 1
			a.Reasons = append([]news.Reason{r}, a.Reasons...)
		}
		a.Reasons = append(a.Reasons, g.partings(n)...)
		e.Aliases = append(e.Aliases, a)
	}
	return e
}

// untorn are the nodes whose names are not torn, all if they all are.
func (g *grouping) untorn(nodes []int) []int {
	out := slices.DeleteFunc(slices.Clone(nodes), func(n int) bool { return len(g.between[n]) > 0 })
	if len(out) == 0 {
		return nodes
	}
	return out
}

// core is the part of a cluster that sure bonds hold together, and those that
// scenes confirm, and that has most
// uses, of equal use that with most mentions; one with a name that a person
// listed before all others.
func (g *grouping) core(nodes []int, bonds []bond) []int {
	part := map[int]int{}
	for _, n := range nodes {
		part[n] = n
	}
	for _, b := range bonds {
		from, held := part[b.b]
		to, alsoHeld := part[b.a]
		if held && alsoHeld && (b.Sure || b.Nearly) && from != to {
			for _, n := range nodes {
				if part[n] == from {
					part[n] = to
				}
			}
		}
	}
	listed, uses, mentions := map[int]int{}, map[int]int{}, map[int]int{}
	for _, n := range nodes {
		if g.names[g.nodes[n].name].known.listed != "" {
			listed[part[n]] = 1
		}
		uses[part[n]] += g.uses(n)
		mentions[part[n]] += g.mentions(n)
	}
	best := part[nodes[0]]
	for _, n := range nodes {
		p := part[n]
		if cmp.Or(listed[p]-listed[best], uses[p]-uses[best], mentions[p]-mentions[best]) > 0 {
			best = p
		}
	}
	return slices.DeleteFunc(slices.Clone(nodes), func(n int) bool { return part[n] != best })
}

// uses is about how many articles have a node's name in its sense.
func (g *grouping) uses(n int) int {
	x := &g.nodes[n]
	if x.rest && len(g.of[x.name]) == 1 {
		return g.names[x.name].Uses
	}
	return len(x.seen)
}

func (g *grouping) mentions(n int) (sum int) {
	for _, k := range g.nodes[n].seen {
		sum += int(g.names[g.nodes[n].name].Seen[k].Mentions)
	}
	return sum
}

// kindOrder settles equal use.
var kindOrder = append(slices.Clone(news.EntityKinds), "")

func (g *grouping) kind(core []int) news.EntityKind {
	uses := map[news.EntityKind]int{}
	for _, n := range core {
		x := &g.names[g.nodes[n].name]
		if x.known.listed != "" {
			return x.known.listed
		}
		uses[x.Kind] += g.uses(n)
		uses[news.Person] += x.Persons
		if x.role && x.held {
			uses[news.Organisation] += g.uses(n)
		}
	}
	delete(uses, "")
	best := news.EntityKind("")
	for _, k := range kindOrder {
		if uses[k] > uses[best] {
			best = k
		}
	}
	return best
}

// why gives the reasons of each node: those of the bonds that tie it to the
// seed, the nearest bond's.
func (g *grouping) why(seed int, bonds []bond) map[int][]news.Reason {
	out := map[int][]news.Reason{seed: {{Rule: RuleSameName, Words: g.names[g.nodes[seed].name].Name}}}
	for queue := []int{seed}; len(queue) > 0; queue = queue[1:] {
		for _, b := range bonds {
			from, to := b.a, b.b
			if to == queue[0] {
				from, to = to, from
			}
			if from != queue[0] || out[to] != nil {
				continue
			}
			out[to] = b.Reasons
			queue = append(queue, to)
		}
	}
	return out
}

// labels are the decisions about any of the nodes, the latest first.
func (g *grouping) labels(nodes []int) []Label {
	var out []Label
	for k := len(g.d.Labels) - 1; k >= 0; k-- {
		if l := g.d.Labels[k]; slices.Contains(nodes, g.nodeOf(l.Of)) {
			out = append(out, l)
		}
	}
	return out
}

// tied reports whether people tied one of the nodes to another name, or parted it
// from one.
func (g *grouping) tied(nodes []int) bool {
	return slices.ContainsFunc(g.d.Ties, func(t Tie) bool {
		return slices.Contains(nodes, g.nodeOf(t.A)) || slices.Contains(nodes, g.nodeOf(t.B))
	})
}

// partings are the decisions that keep a node apart from what stands elsewhere, a
// reason each.
func (g *grouping) partings(n int) []news.Reason {
	var out []news.Reason
	for k := range g.d.Ties {
		t := &g.d.Ties[k]
		a, b := g.nodeOf(t.A), g.nodeOf(t.B)
		if t.Same || a != n && b != n || a >= 0 && b >= 0 && g.cluster[a] == g.cluster[b] {
			continue
		}
		if r := (news.Reason{Rule: RuleParted, Words: t.By}); !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// Decided reports whether people decided something about the entity.
func (e *Entity) Decided() bool {
	return e.tied || len(e.Labels) > 0 || slices.ContainsFunc(e.Aliases, func(a Alias) bool {
		return slices.ContainsFunc(a.Reasons, func(r news.Reason) bool { return r.Rule == RuleDecided })
	})
}

// Shown is the entity's name and kind, as people changed them, and whether it is
// left out of lists, pages and exports. What is no entity is hidden too.
func (e *Entity) Shown() (name string, kind news.EntityKind, hidden bool) {
	name, kind = e.Name, e.Kind
	for k := len(e.Labels) - 1; k >= 0; k-- { // oldest first: the latest holds
		switch l := &e.Labels[k]; l.What {
		case Renamed:
			name = l.Value
		case Kinded:
			kind = news.EntityKind(l.Value)
		case Hidden, NoEntity:
			hidden = true
		}
	}
	return name, kind, hidden
}
