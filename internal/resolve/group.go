package resolve

import (
	"cmp"
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// Name is a name of the archive as Group sees it.
type Name struct {
	*Form
	Seen []Seen // a sample of its uses, by Lot
	Uses int    // about how many articles have it

	Persons int // articles that take the same word for a person, with some weight to those that tell his post; of a single word

	all *profile // of all that was seen, once gathered
}

// Gather sums up what was seen of a name, for SceneLevel and Group to read; it
// must have its scenes.
func (n *Name) Gather() {
	if n.all == nil {
		n.all = profileOf(n.Seen)
	}
}

// Gathered reports whether what was seen of a name is summed up; Scatter lets go of
// that.
func (n *Name) Gathered() bool { return n.all != nil }
func (n *Name) Scatter()       { n.all = nil }

// Edge says that two names of a group may be one entity's.
type Edge struct {
	A, B int // indexes of names
	Link
}

// Entity is what several names stand for.
type Entity struct {
	Kind    news.EntityKind
	Name    string // the most used of its confirmed names
	Aliases []Alias
	Labels  []Label // what people decided about it, newest first
	tied    bool    // people joined its names to others, or parted them
	bearer  int     // of GroupShort: the bearer it is suggested to be, -1 for none
}

// Bearer is the index of the entity among GroupShort's bearers that the aliases
// are suggested to be, -1 when they are an entity of their own.
func (e *Entity) Bearer() int { return e.bearer }

// Alias is a name, in all or some of its uses, that stands for an entity.
type Alias struct {
	Name      int   // index of the name
	Seen      []int // its uses among the sample
	Rest      bool  // and all uses outside of the sample
	Confirmed bool  // else suggested
	Reasons   []news.Reason
}

// MaxGroup bounds how many names one grouping compares each with each.
const MaxGroup = 400

// Group makes entities of names that reach each other by edges, in canonical
// order. What comes out depends on the set of names, edges and decisions, not on
// their order. The strongest edge joins first; no edge joins what a person
// parted or what holds two names that contradict each other.
func Group(names []Name, edges []Edge, d Decisions) []Entity {
	return NewContradictions().Group(names, edges, d)
}

// Group does what the function of that name does, for names of which some may
// have been grouped before.
func (c *Contradictions) Group(names []Name, edges []Edge, d Decisions) []Entity {
	g := c.begin(names, edges, d)
	bonds := g.candidates(edges)
	words := slices.DeleteFunc(slices.Clone(bonds), func(b bond) bool { return b.OnlyOne })
	g.join(words)
	if torn := g.torn(words); len(torn) > 0 {
		g = c.begin(names, edges, d)
		g.arrange()
		g.joinTorn(words, torn)
	}
	g.joinInitials(slices.DeleteFunc(bonds, func(b bond) bool { return !b.OnlyOne }))
	return g.entities()
}

// begin makes the nodes and joins what people decided.
func (c *Contradictions) begin(names []Name, edges []Edge, d Decisions) *grouping {
	g := newGrouping(names, d)
	g.contradictions = c
	g.link(edges)
	g.divide()
	g.decide()
	return g
}

// node is a name in those of its uses that may be one entity's.
type node struct {
	name    int
	seen    []int
	rest    bool
	profile *profile
}

// bond is an edge between nodes.
type bond struct {
	a, b int
	Link
}

type grouping struct {
	names   []Name
	order   []int // names in canonical order
	rank    []int // place of a name in it
	d       Decisions
	at      map[named]int // where there are decisions
	nodes   []node
	of      [][]int // nodes of each name, the one of the rest first
	apart   map[[2]int]bool
	linked  map[[2]int]bool // names whose words connect them
	place   []int           // of each node, in canonical order
	bonds   []bond          // that joined
	cluster []int           // of each node: its cluster's number
	members [][]int
	between map[int][]*holder // nodes of torn names: whom they may name
	shown   map[[2]int]*shown // of clusters, of so many nodes

	contradictions *Contradictions
}

// named is a name as decisions speak of it.
type named struct {
	kind news.EntityKind
	name string
}

func newGrouping(names []Name, d Decisions) *grouping {
	g := &grouping{names: names, d: d, order: make([]int, len(names)), rank: make([]int, len(names)), of: make([][]int, len(names))}
	for i := range g.order {
		g.order[i] = i
	}
	if len(d.Ties)+len(d.Labels) > 0 {
		g.at = make(map[named]int, len(names))
		for i := range names {
			g.at[named{names[i].Kind, names[i].Name}] = i
		}
	}
	slices.SortFunc(g.order, func(a, b int) int { return CompareForms(names[a].Form, names[b].Form) })
	for place, i := range g.order {
		g.rank[i] = place
	}
	return g
}

// CompareForms is the canonical order of names.
func CompareForms(a, b *Form) int {
	return cmp.Or(cmp.Compare(a.Folded, b.Folded), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Kind, b.Kind))
}

func (g *grouping) addNode(name int, seen []int, rest bool) int {
	p := g.names[name].all
	if p == nil || len(seen) < len(g.names[name].Seen) {
		p = newProfile()
		for _, i := range seen {
			p.add(&g.names[name].Seen[i])
		}
	}
	g.nodes = append(g.nodes, node{name, seen, rest, p})
	at := len(g.nodes) - 1
	g.of[name] = append(g.of[name], at)
	g.cluster = append(g.cluster, at)
	g.members = append(g.members, []int{at})
	return at
}

// divide makes the nodes: one for each name, but for uses that decisions single
// out and for namesakes whom their articles tell apart.
func (g *grouping) divide() {
	singled := g.singled()
	for _, i := range g.order {
		single := singled[i]
		var rest []int
		for k := range g.names[i].Seen {
			if !single[g.names[i].Seen[k].Article] {
				rest = append(rest, k)
			}
		}
		camps := camps(g.names[i].Seen, rest, []Companion{g.names[i].own})
		for n, camp := range camps {
			at := g.addNode(i, camp, n == 0)
			for _, other := range g.of[i][:n] {
				g.part(other, at)
			}
		}
		for k := range g.names[i].Seen {
			if single[g.names[i].Seen[k].Article] {
				g.addNode(i, []int{k}, false)
			}
		}
	}
}

// singled are the articles in which decisions speak of the use of a name, by name.
func (g *grouping) singled() map[int]map[string]bool {
	out := map[int]map[string]bool{}
	for _, t := range g.d.Ties {
		for _, u := range []Use{t.A, t.B} {
			i, known := g.at[named{u.Kind, u.Name}]
			if !known || u.Article == "" {
				continue
			}
			if out[i] == nil {
				out[i] = map[string]bool{}
			}
			out[i][u.Article] = true
		}
	}
	return out
}

func (g *grouping) part(a, b int) {
	if g.apart == nil {
		g.apart = map[[2]int]bool{}
	}
	g.apart[[2]int{min(a, b), max(a, b)}] = true
}

// nodeOf is the node a decision speaks of, -1 when the group has none.
func (g *grouping) nodeOf(u Use) int {
	i, known := g.at[named{u.Kind, u.Name}]
	if !known {
		return -1
	}
	for _, at := range g.of[i] {
		n := &g.nodes[at]
		if u.Article == "" && n.rest || slices.ContainsFunc(n.seen, func(k int) bool { return g.names[i].Seen[k].Article == u.Article }) {
			return at
		}
	}
	return g.of[i][0]
}

// decide applies what people decided, the latest first.
func (g *grouping) decide() {
	given := map[gift]bool{}
	for t := range g.d.latest() {
		a, b := g.nodeOf(t.A), g.nodeOf(t.B)
		if a < 0 || b < 0 || t.Same && given[gift{t.A, t.By}] {
			continue
		}
		switch {
		case !t.Same && g.cluster[a] != g.cluster[b]:
			g.part(a, b)
		case t.Same && (g.cluster[a] == g.cluster[b] || !g.parted(g.cluster[a], g.cluster[b])):
			given[gift{t.A, t.By}] = true
			if g.cluster[a] != g.cluster[b] {
				g.unite(bond{a, b, Link{Score: 1, Sure: true, Reasons: []news.Reason{{Rule: RuleDecided, Words: t.By}}}})
			}
		}
	}
}

// parted reports whether clusters hold nodes that must stay apart.
func (g *grouping) parted(a, b int) bool {
	for _, x := range g.members[a] {
		for _, y := range g.members[b] {
			if g.apart[[2]int{min(x, y), max(x, y)}] {
				return true
			}
		}
	}
	return false
}

func (g *grouping) unite(e bond) {
	a, b := g.cluster[e.a], g.cluster[e.b]
	for _, n := range g.members[b] {
		g.cluster[n] = a
	}
	g.members[a] = append(g.members[a], g.members[b]...)
	g.members[b] = nil
	g.bonds = append(g.bonds, e)
}

// candidates are the bonds between nodes that scenes do not speak against, the
// strongest first.
func (g *grouping) candidates(edges []Edge) []bond {
	g.arrange()
	var out []bond
	for _, e := range edges {
		for _, a := range g.of[e.A] {
			for _, b := range g.of[e.B] {
				if l, ok := g.inScene(e.Link, a, b); ok {
					out = append(out, bond{a, b, l})
				}
			}
		}
	}
	for _, nodes := range g.of {
		for k := 1; k < len(nodes); k++ {
			out = append(out, bond{nodes[0], nodes[k], Link{Score: 1, Sure: true, Reasons: []news.Reason{{Rule: RuleSameName, Words: g.names[g.nodes[nodes[k]].name].Name}}}})
		}
	}
	for i := range out {
		if b := &out[i]; g.place[b.b] < g.place[b.a] {
			b.a, b.b = b.b, b.a
		}
	}
	slices.SortFunc(out, g.compareBonds)
	return out
}

// arrange puts the nodes into canonical order.
func (g *grouping) arrange() {
	nodes := make([]int, len(g.nodes))
	for i := range nodes {
		nodes[i] = i
	}
	slices.SortFunc(nodes, g.compareNodes)
	g.place = make([]int, len(nodes))
	for place, n := range nodes {
		g.place[n] = place
	}
}

func (g *grouping) compareNodes(a, b int) int {
	x, y := &g.nodes[a], &g.nodes[b]
	return cmp.Or(g.rank[x.name]-g.rank[y.name], cmp.Compare(g.first(x), g.first(y)))
}

// first is the least lot of a node's uses; a node of the rest stands first.
func (g *grouping) first(n *node) int64 {
	if n.rest || len(n.seen) == 0 {
		return -1 << 63
	}
	return g.names[n.name].Seen[n.seen[0]].Lot
}

func (g *grouping) compareBonds(x, y bond) int {
	sure := func(b bond) int {
		if b.Sure {
			return 0
		}
		return 1
	}
	return cmp.Or(sure(x)-sure(y), cmp.Compare(y.Score, x.Score), g.place[x.a]-g.place[y.a], g.place[x.b]-g.place[y.b])
}

// likelyAgreement is how far scenes must agree for names that only may be one
// entity's. Names of one article's worth of scenes seldom reach more by chance.
const likelyAgreement = 2.0

// confirmingAgreement is how far scenes must agree to confirm what names all but
// do: that of the highest level.
const confirmingAgreement = 18

// inScene is a link between two names as it holds between two of their nodes;
// ok is false when the scenes do not bear it out.
func (g *grouping) inScene(l Link, a, b int) (Link, bool) {
	x, y := &g.nodes[a], &g.nodes[b]
	divided := len(g.of[x.name]) > 1 || len(g.of[y.name]) > 1
	if !l.Scenes && !divided && !x.profile.roles.conflict(y.profile.roles) {
		return l, true
	}
	agreed := x.profile.between(y.profile, []Companion{g.names[x.name].own, g.names[y.name].own})
	if agreed < likelyAgreement {
		return l, l.Sure && !divided && !x.profile.roles.conflict(y.profile.roles)
	}
	l.Nearly = l.Nearly && !divided && agreed >= confirmingAgreement
	l.Reasons = append(slices.Clone(l.Reasons), news.Reason{Rule: RuleScenes, Figure: agreed})
	return l, true
}

// join unites clusters along bonds, the strongest first, unless they hold nodes
// that contradict each other.
func (g *grouping) join(bonds []bond) {
	for _, e := range bonds {
		a, b := g.cluster[e.a], g.cluster[e.b]
		if a != b && !g.parted(a, b) && !g.contradict(a, b) {
			g.unite(e)
		}
	}
}

// link keeps the names that edges of words tie: they do not contradict each other.
func (g *grouping) link(edges []Edge) {
	g.linked = make(map[[2]int]bool, len(edges))
	for i := range edges {
		if e := &edges[i]; len(e.Reasons) > 0 && e.Reasons[0].Rule != RuleShortInText {
			g.linked[[2]int{min(e.A, e.B), max(e.A, e.B)}] = true
		}
	}
}

func (g *grouping) contradict(a, b int) bool {
	for _, x := range g.members[a] {
		for _, y := range g.members[b] {
			if g.nodesContradict(x, y) {
				return true
			}
		}
	}
	return false
}

func (g *grouping) nodesContradict(x, y int) bool {
	i, j := g.nodes[x].name, g.nodes[y].name
	return !g.linked[[2]int{min(i, j), max(i, j)}] && g.contradictions.of(g.names[i].Form, g.names[j].Form)
}
