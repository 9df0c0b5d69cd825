package layered

import (
	"cmp"
	"math"
	"slices"
)

// bendHigh is the room of a line that passes a layer, beside Apart.
const bendHigh = 2

// settles is how often items are drawn towards their neighbours.
const settles = 8

// settle gives every item its height: as near to its neighbours' as the order of
// its layer and the room of its nodes let it.
func (l *layers) settle() {
	for _, items := range l.layers {
		for i, item := range items {
			if i > 0 {
				l.y[item] = l.y[items[i-1]] + l.apart(items[i-1], item)
			}
		}
	}
	for i := range settles {
		for k := range l.layers {
			r := k
			if i%2 == 1 {
				r = len(l.layers) - 1 - k
			}
			l.draw(l.layers[r])
		}
	}
	l.raise()
}

// apart is how far the middles of two items of a layer stand apart at least.
func (l *layers) apart(above, below int) int {
	return (l.high(above)+l.high(below))/2 + l.room.Apart
}

func (l *layers) high(item int) int {
	if item < l.nodes {
		return l.room.High
	}
	return bendHigh
}

// run is items that touch, all as far from where they would stand on average.
type run struct {
	sum   float64
	items int
}

// draw moves the items of a layer to where the squares of their distances from
// the middle of their neighbours are least: less the room above it, no item may
// stand above the one before it, so those that would are put together (pool
// adjacent violators; Barlow and others 1972).
func (l *layers) draw(items []int) {
	room := make([]int, len(items))
	var runs []run
	for i, item := range items {
		if i > 0 {
			room[i] = room[i-1] + l.apart(items[i-1], item)
		}
		runs = append(runs, run{l.wish(item) - float64(room[i]), 1})
		for n := len(runs); n > 1 && runs[n-2].mean() >= runs[n-1].mean(); n = len(runs) {
			runs[n-2] = run{runs[n-2].sum + runs[n-1].sum, runs[n-2].items + runs[n-1].items}
			runs = runs[:n-1]
		}
	}
	i := 0
	for _, r := range runs {
		for range r.items {
			l.y[items[i]] = int(math.Round(r.mean())) + room[i]
			i++
		}
	}
}

func (r run) mean() float64 { return r.sum / float64(r.items) }

// wish is where an item would stand if it were alone in its layer.
func (l *layers) wish(item int) float64 {
	sum, n := 0, len(l.prev[item])+len(l.next[item])
	if n == 0 {
		return float64(l.y[item])
	}
	for _, near := range [][]int{l.prev[item], l.next[item]} {
		for _, x := range near {
			sum += l.y[x]
		}
	}
	return float64(sum) / float64(n)
}

// raise puts the uppermost item at the top.
func (l *layers) raise() {
	top := math.MaxInt
	for item, y := range l.y {
		top = min(top, y-l.high(item)/2)
	}
	for item := range l.y {
		l.y[item] -= top
	}
}

func (l *layers) x(item int) int {
	return l.rank[item]*(l.room.Wide+l.room.Across) + l.room.Wide/2
}

func (l *layers) placed(edges []Edge, turned []bool) *Placed {
	p := &Placed{Turned: turned, Lines: make([][]Point, len(edges))}
	for item := range l.rank {
		p.Wide = max(p.Wide, l.x(item)+l.room.Wide/2)
		p.High = max(p.High, l.y[item]+l.high(item)/2)
		if item < l.nodes {
			p.Nodes = append(p.Nodes, Point{l.x(item), l.y[item]})
		}
	}
	leaves, arrives := l.ports(false), l.ports(true)
	for i, c := range l.chains {
		from, to := c[0], c[len(c)-1]
		line := []Point{{l.x(from) + l.room.Wide/2, leaves[i]}}
		for _, bend := range c[1 : len(c)-1] {
			line = append(line, Point{l.x(bend) - l.room.Wide/2, l.y[bend]}, Point{l.x(bend) + l.room.Wide/2, l.y[bend]})
		}
		line = append(line, Point{l.x(to) - l.room.Wide/2, arrives[i]})
		if turned[i] {
			slices.Reverse(line)
		}
		p.Lines[i] = line
	}
	return p
}

// ports gives for each edge the height at which it leaves the node of the earlier
// layer, or arrives at that of the later: those of one node stand apart, in the
// order of where they go.
func (l *layers) ports(arriving bool) []int {
	out := make([]int, len(l.chains))
	at := make([][]int, l.nodes)
	near := func(edge int) int {
		c := l.chains[edge]
		if arriving {
			return c[len(c)-2]
		}
		return c[1]
	}
	for i, c := range l.chains {
		node := c[0]
		if arriving {
			node = c[len(c)-1]
		}
		at[node] = append(at[node], i)
	}
	for node, edges := range at {
		slices.SortStableFunc(edges, func(a, b int) int { return cmp.Compare(l.y[near(a)], l.y[near(b)]) })
		for i, e := range edges {
			out[e] = l.y[node] - l.room.High/2 + l.room.High*(i+1)/(len(edges)+1)
		}
	}
	return out
}
