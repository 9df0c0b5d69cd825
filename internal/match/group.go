package match

import (
	"cmp"
	"slices"
)

// Node is something told, in a component of such that are alike.
type Node struct {
	ID    int64
	Order int64 // by which it stands before others: the earliest moment it was told at; MaxInt64 when that is unknown
}

// Edge says that two nodes are of one claim, or may be.
type Edge struct {
	A, B  int // indexes of nodes
	Score float64
	Sure  bool
	Off   bool // each has a number or a name that the other has not: never one claim
}

// Tie is what a person decided of two nodes: that they are of one claim, or not.
// The last of several on the same two counts. What is moved goes by its ties only.
type Tie struct {
	A, B  int
	Same  bool
	Moved bool // B was moved to the claim of A
}

// MaxComponent bounds how many nodes are grouped at once. Of a larger component
// only what is worded closely is grouped.
const MaxComponent = 5000

const (
	// alikeTwo is the least mean likeness to the best two members of a claim.
	alikeTwo = 0.65
	// lessForDoubt is taken off a likeness of words that something speaks against.
	lessForDoubt = 0.25
)

// Group puts nodes into claims: each in order joins the claim that it is most
// like, by the mean of the best two of its members, if that is enough and one is
// sure, or if one is worded closely; else it is a claim of its own. Then claims
// join that are alike by the same measure. It gives each node's claim as the
// index of the first node in it. The order in which nodes, edges and ties come
// does not matter.
func Group(nodes []Node, edges []Edge, ties []Tie) []int {
	g := newGrouping(nodes, edges, ties)
	for _, i := range g.order {
		if g.claim[i] < 0 {
			g.place(i, g.tied(i))
		}
	}
	for pass, joined := 0, true; joined && pass < maxPasses; pass++ {
		joined = false
		for _, i := range g.order {
			if g.claim[i] == i {
				joined = g.place(i, slices.Clone(g.of[i])) || joined
			}
		}
	}
	return g.claim
}

// maxPasses bounds how often claims are looked at again, whether they join: what
// joins late is alike by one another's late members.
const maxPasses = 4

type grouping struct {
	moved   []bool        // a person moved it
	decided []bool        // a person tied something to it
	rank    []int         // of each node in order
	order   []int         // nodes as they are taken
	near    [][]neighbour // of each node
	same    [][]int       // nodes a person tied to it
	apart   [][]int       // nodes a person parted from it
	claim   []int
	of      map[int][]int // a claim's nodes
}

type neighbour struct {
	node  int
	score float64
	sure  bool
}

func newGrouping(nodes []Node, edges []Edge, ties []Tie) *grouping {
	n := len(nodes)
	g := &grouping{order: make([]int, n), rank: make([]int, n), near: make([][]neighbour, n), same: make([][]int, n), apart: make([][]int, n), decided: make([]bool, n), moved: make([]bool, n), claim: make([]int, n), of: map[int][]int{}}
	for i := range nodes {
		g.order[i], g.claim[i] = i, -1
	}
	slices.SortFunc(g.order, func(a, b int) int {
		return cmp.Or(cmp.Compare(nodes[a].Order, nodes[b].Order), cmp.Compare(nodes[a].ID, nodes[b].ID))
	})
	for r, i := range g.order {
		g.rank[i] = r
	}
	g.tie(ties)
	for i := range n {
		g.decided[i] = len(g.same[i]) > 0
	}
	for _, e := range edges {
		if g.moved[e.A] || g.moved[e.B] {
			continue
		}
		if e.Off && !g.decided[e.A] && !g.decided[e.B] {
			g.apart[e.A], g.apart[e.B] = append(g.apart[e.A], e.B), append(g.apart[e.B], e.A)
		}
		if e.Off {
			continue
		}
		score := e.Score
		if !e.Sure && score >= alikeConfirmed {
			score -= lessForDoubt
		}
		g.near[e.A] = append(g.near[e.A], neighbour{e.B, score, e.Sure})
		g.near[e.B] = append(g.near[e.B], neighbour{e.A, score, e.Sure})
	}
	return g
}

// tie takes over what people decided; of two nodes the last word counts.
func (g *grouping) tie(ties []Tie) {
	met := map[[2]int]bool{}
	for i := len(ties) - 1; i >= 0; i-- {
		t := ties[i]
		pair := [2]int{min(t.A, t.B), max(t.A, t.B)}
		if met[pair] {
			continue
		}
		met[pair] = true
		list := g.apart
		if t.Same {
			list = g.same
			g.moved[t.B] = g.moved[t.B] || t.Moved
		}
		list[t.A] = append(list[t.A], t.B)
		list[t.B] = append(list[t.B], t.A)
	}
}

// tied are a node and all that a person tied to it, in turn.
func (g *grouping) tied(i int) []int {
	out := []int{i}
	for k := 0; k < len(out); k++ {
		for _, o := range g.same[out[k]] {
			if !slices.Contains(out, o) {
				out = append(out, o)
			}
		}
	}
	return out
}

// place joins a party of nodes, of which i is the first, with the claim that it
// is most like; it reports whether there is one.
func (g *grouping) place(i int, party []int) bool {
	best, most := i, 0.0
	for _, r := range g.rivals(party) {
		if s := g.likeness(party, r); r.head != i && s > most && !r.parted {
			best, most = r.head, s
		}
	}
	switch {
	case best == i:
		g.enter(i, party)
		return false
	case g.rank[i] < g.rank[best]: // the earlier one heads
		g.enter(i, append(party, g.of[best]...))
		delete(g.of, best)
	default:
		g.enter(best, party)
		delete(g.of, i)
	}
	return true
}

// enter makes nodes of a claim.
func (g *grouping) enter(head int, members []int) {
	if len(members) > 0 && members[0] == head {
		g.of[head] = nil
	}
	g.of[head] = append(g.of[head], members...)
	for _, p := range members {
		g.claim[p] = head
	}
}

// rival is a claim that a party of nodes is like.
type rival struct {
	head   int
	best   [2]float64 // the two greatest likenesses
	surest float64    // of those that are sure
	parted bool       // something says that one of the nodes is not of it
}

// rivals are the claims that nodes are like, oldest first.
func (g *grouping) rivals(party []int) []rival {
	var out []rival
	at := map[int]int{}
	for _, p := range party {
		for _, o := range g.near[p] {
			c := g.claim[o.node]
			if c < 0 {
				continue
			}
			k, met := at[c]
			if !met {
				k = len(out)
				at[c], out = k, append(out, rival{head: c})
			}
			out[k].add(o)
		}
	}
	for _, p := range party {
		for _, o := range g.apart[p] {
			if k, met := at[g.claim[o]]; met {
				out[k].parted = true
			}
		}
	}
	slices.SortFunc(out, func(a, b rival) int { return g.rank[a.head] - g.rank[b.head] })
	return out
}

func (r *rival) add(o neighbour) {
	if o.sure {
		r.surest = max(r.surest, o.score)
	}
	if o.score > r.best[0] {
		r.best = [2]float64{o.score, r.best[0]}
	} else {
		r.best[1] = max(r.best[1], o.score)
	}
}

// likeness is the mean of the best two likenesses between nodes and a claim, of
// the best one where both are single or it is close; 0 where it is not enough or
// none is sure.
func (g *grouping) likeness(party []int, r rival) float64 {
	mean := (r.best[0] + r.best[1]) / 2
	switch {
	case r.surest == 0:
		return 0
	case len(g.of[r.head]) == 1 && len(party) == 1 || r.surest >= Closely:
		return max(mean, r.surest-lessForDoubt)
	case mean >= alikeTwo:
		return mean
	}
	return 0
}
