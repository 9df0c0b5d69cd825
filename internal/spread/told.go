package spread

import (
	"cmp"
	"slices"
)

// Row is what a line stands for in one way: the articles of node To that carry
// words of node From's. By words only no node is first.
type Row struct {
	From, To  int // numbers of nodes
	Way       Way
	Articles  int
	Suggested int // more of them, machine-suggested
}

func (r Row) all() int { return r.Articles + r.Suggested }

// tell makes the rows of the lines drawn, and the rest of the table: what is not
// drawn, and what stands in a line of the others' as one of many.
func (g *Graph) tell(at func(string) int) {
	drawn := map[[2]int]bool{}
	for _, b := range g.Bundles {
		drawn[between(b.A, b.B)] = true
	}
	number := map[Row]int{}
	for _, c := range g.Table {
		a, b := at(c.From), at(c.To)
		if !drawn[between(a, b)] {
			g.Rest = append(g.Rest, c)
			continue
		}
		if g.Nodes[a].Others > 0 || g.Nodes[b].Others > 0 {
			g.Rest = append(g.Rest, c)
		}
		if c.Way == ByWords && g.Nodes[a].Others > 0 {
			a, b = b, a
		}
		key := Row{From: a, To: b, Way: c.Way}
		i, known := number[key]
		if !known {
			i = len(g.Drawn)
			number[key] = i
			g.Drawn = append(g.Drawn, key)
		}
		g.Drawn[i].Articles += c.Articles
		g.Drawn[i].Suggested += c.Suggested
	}
	ofOthers := func(r Row) int { return min(1, g.Nodes[r.From].Others+g.Nodes[r.To].Others) }
	slices.SortStableFunc(g.Drawn, func(x, y Row) int { return cmp.Or(ofOthers(x)-ofOthers(y), y.all()-x.all()) })
}

// between is what two nodes go by together.
func between(a, b int) [2]int { return [2]int{min(a, b), max(a, b)} }
