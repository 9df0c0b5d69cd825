// Package spread makes of who carried whose words, outlet by outlet, a graph that
// can be read: outlets of one owner as one where that is asked for, what two have
// of each other in one bundle, and the less frequent ones put together.
package spread

import (
	"cmp"
	"slices"
)

// Way is how it is known who carried whose words.
type Way int

const (
	Credited   Way = iota // it names where they stood
	Uncredited            // it does not; other evidence says who had them first
	ByWords               // by words only: who had them first is not known, or both quote a third
)

// Ways are all of them, in order.
var Ways = []Way{Credited, Uncredited, ByWords}

// Name is what a way goes by in addresses and outputs.
func (w Way) Name() string { return names[w] }

var names = [...]string{"credited", "uncredited", "by-words"}

// WayNamed is the way of a name.
func WayNamed(name string) (Way, bool) {
	i := slices.Index(names[:], name)
	return Way(max(i, 0)), i >= 0
}

// Count counts the articles of To that carry words of From's. By words only, From
// is whose article stands before. "" is an outlet that is not known.
type Count struct {
	From, To  string
	Way       Way
	Articles  int
	Suggested int // more of them, machine-suggested
}

// Options say what of it is shown. The zero value shows all there is room for.
type Options struct {
	Top    int               // outlets that stand for themselves; DefaultTop when 0, at most MaxTop
	Groups map[string]string // the group of an outlet; nil for outlets as they are
	Focus  string            // an outlet, or a group, that stands for itself in any case
}

// Bounds of a picture: beyond them it is a ball of lines. Rest has what is left out.
const (
	DefaultTop = 12
	MaxTop     = 30
	MaxBundles = 60

	fewBundles    = 16 // can be followed among any nodes
	bundlesOfNode = 2  // more of each, and lines cross everywhere
)

// Graph is who carried whose words. Nodes are ordered by how much, bundles too.
type Graph struct {
	Nodes   []Node
	Bundles []Bundle
	Table   []Count // of outlets, or groups, each for itself; the most articles first
	Drawn   []Row   // what the bundles stand for, way by way; the others' last, else the most articles first
	Rest    []Count // of the table, what has no row of its own in Drawn
	Left    int     // bundles that are not among Bundles, as there are too many
	Within  int     // articles that carry words of their own outlet, or group
	Hidden  int     // articles that carry words from one of the others to another
	Outlets int     // outlets, or groups, in the table
}

// Node is an outlet, a group, or the others.
type Node struct {
	Name    string
	Others  int // outlets it stands for, 0 when for itself
	Given   int // articles elsewhere that carry its words
	Taken   int // its articles that carry words from elsewhere
	Aligned int // articles by words only
}

// Bundle is what two nodes have of each other's words. A is the number of the
// node that is carried more often, or stands before.
type Bundle struct {
	A, B     int
	AToB     [len(names)]int // articles of B with words of A, by way
	BToA     [len(names)]int
	Articles int
}

// Of makes the graph of counts. Their order does not matter.
func Of(counts []Count, o Options) *Graph {
	g := &Graph{}
	g.Table = g.tallied(counts, o)
	weights := g.weights()
	g.Outlets = len(weights)
	top := o.Top
	if top <= 0 {
		top = DefaultTop
	}
	g.nodes(weights, min(top, MaxTop), o.Focus)
	at := g.places()
	g.bundle(at)
	g.tell(at)
	return g
}

// pair is what is counted apart.
type pair struct {
	from, to string
	way      Way
}

// tallied adds up what is alike, by groups, and leaves out what an outlet or a
// group has of itself. By words only, either may be said to come first: the one
// that does more often is From.
func (g *Graph) tallied(counts []Count, o Options) []Count {
	of := map[pair]*Count{}
	for _, c := range counts {
		c.From, c.To = group(c.From, o.Groups), group(c.To, o.Groups)
		if c.From == c.To {
			g.Within += c.Articles + c.Suggested
			continue
		}
		k := pair{c.From, c.To, c.Way}
		if of[k] == nil {
			of[k] = &Count{From: c.From, To: c.To, Way: c.Way}
		}
		of[k].Articles += c.Articles
		of[k].Suggested += c.Suggested
	}
	var out []Count
	for k, c := range of {
		if k.way == ByWords {
			if back := of[pair{k.to, k.from, ByWords}]; back != nil {
				if back.all() > c.all() || back.all() == c.all() && k.to < k.from {
					continue
				}
				c = &Count{From: c.From, To: c.To, Way: ByWords, Articles: c.Articles + back.Articles, Suggested: c.Suggested + back.Suggested}
			}
		}
		out = append(out, *c)
	}
	slices.SortFunc(out, Count.compare)
	return out
}

func group(outlet string, groups map[string]string) string {
	return cmp.Or(groups[outlet], outlet)
}

func (c Count) all() int { return c.Articles + c.Suggested }

// compare orders the most articles first.
func (c Count) compare(d Count) int {
	return cmp.Or(d.all()-c.all(), cmp.Compare(c.From, d.From), cmp.Compare(c.To, d.To), cmp.Compare(c.Way, d.Way))
}

// weight is how much an outlet has to do with words carried.
type weight struct {
	name string
	n    int
}

func (g *Graph) weights() []weight {
	of := map[string]int{}
	for _, c := range g.Table {
		of[c.From] += c.all()
		of[c.To] += c.all()
	}
	out := make([]weight, 0, len(of))
	for name, n := range of {
		out = append(out, weight{name, n})
	}
	slices.SortFunc(out, func(a, b weight) int { return cmp.Or(b.n-a.n, cmp.Compare(a.name, b.name)) })
	return out
}

// nodes makes the first of the outlets nodes; one alone is no crowd of others.
func (g *Graph) nodes(weights []weight, top int, focus string) {
	rest := 0
	for i, w := range weights {
		if i < top || w.name == focus || len(weights) == top+1 {
			g.Nodes = append(g.Nodes, Node{Name: w.name})
		} else {
			rest++
		}
	}
	if rest > 0 {
		g.Nodes = append(g.Nodes, Node{Others: rest})
	}
}

// places says the number of the node that an outlet is, or is one of.
func (g *Graph) places() func(name string) int {
	number := map[string]int{}
	for i, n := range g.Nodes {
		if n.Others == 0 {
			number[n.Name] = i
		}
	}
	return func(name string) int {
		if i, known := number[name]; known {
			return i
		}
		return len(g.Nodes) - 1
	}
}

// bundle makes one bundle of all that two nodes have of each other.
func (g *Graph) bundle(at func(string) int) {
	of := map[[2]int]*Bundle{}
	for _, c := range g.Table {
		a, b := at(c.From), at(c.To)
		if a == b {
			g.Hidden += c.all()
			continue
		}
		g.count(a, b, c)
		k := between(a, b)
		if of[k] == nil {
			of[k] = &Bundle{A: k[0], B: k[1]}
		}
		of[k].add(a, c)
	}
	for _, b := range of {
		g.Bundles = append(g.Bundles, b.led())
	}
	slices.SortFunc(g.Bundles, func(x, y Bundle) int {
		return cmp.Or(y.Articles-x.Articles, cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	g.thin(min(MaxBundles, max(fewBundles, bundlesOfNode*len(g.Nodes))))
}

// thin leaves the first bundles, so many as can be followed; the first of each node
// goes before others.
func (g *Graph) thin(most int) {
	all := g.Bundles
	if len(all) <= most {
		return
	}
	drawn, met := make([]bool, len(all)), make([]bool, len(g.Nodes))
	room := most
	draw := func(i int) {
		drawn[i] = true
		room--
	}
	for i, b := range all {
		if room > 0 && !(met[b.A] && met[b.B]) {
			draw(i)
		}
		met[b.A], met[b.B] = true, true
	}
	g.Bundles = nil
	for i, b := range all {
		if !drawn[i] && room > 0 {
			draw(i)
		}
		if drawn[i] {
			g.Bundles = append(g.Bundles, b)
		}
	}
	g.Left = len(all) - len(g.Bundles)
}

func (g *Graph) count(a, b int, c Count) {
	if c.Way == ByWords {
		g.Nodes[a].Aligned += c.all()
		g.Nodes[b].Aligned += c.all()
		return
	}
	g.Nodes[a].Given += c.all()
	g.Nodes[b].Taken += c.all()
}

func (b *Bundle) add(from int, c Count) {
	b.Articles += c.all()
	if from == b.A {
		b.AToB[c.Way] += c.all()
	} else {
		b.BToA[c.Way] += c.all()
	}
}

// led is the bundle with the node first that is carried more often.
func (b *Bundle) led() Bundle {
	there, back := sure(b.AToB), sure(b.BToA)
	if back > there || back == there && b.BToA[ByWords] > b.AToB[ByWords] {
		return Bundle{A: b.B, B: b.A, AToB: b.BToA, BToA: b.AToB, Articles: b.Articles}
	}
	return *b
}

// sure counts the articles of which it is known who had the words first.
func sure(ways [len(names)]int) int { return ways[Credited] + ways[Uncredited] }

// Forth reports whether words are known to be carried from A to B, Back whether
// from B to A.
func (b *Bundle) Forth() bool { return sure(b.AToB) > 0 }
func (b *Bundle) Back() bool  { return sure(b.BToA) > 0 }

// Way is the most frequent way of a bundle, the surer of those alike.
func (b *Bundle) Way() Way {
	best := Credited
	for _, w := range Ways {
		if b.AToB[w]+b.BToA[w] > b.AToB[best]+b.BToA[best] {
			best = w
		}
	}
	return best
}
