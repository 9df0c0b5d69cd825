package layered

import (
	"cmp"
	"slices"
)

// layers is a graph whose edges lead from one layer to the next: where one led
// over several, it goes by way of bends, which are items beside the nodes.
type layers struct {
	room   Room
	nodes  int     // items before this are nodes, the others bends
	rank   []int   // of an item
	at     []int   // place of an item in its layer
	y      []int   // of an item's middle
	layers [][]int // items in order
	next   [][]int // items of the next layer that an item leads to
	prev   [][]int
	chains [][]int // of an edge: the items it goes by, in the order of layers
}

func newLayers(n int, edges []Edge, turned []bool, room Room) *layers {
	l := &layers{room: room, nodes: n, rank: ranks(n, edges, turned)}
	for i, e := range edges {
		from, to := e.ends(turned[i])
		chain := []int{from}
		for r := l.rank[from] + 1; r < l.rank[to]; r++ {
			chain = append(chain, len(l.rank))
			l.rank = append(l.rank, r)
		}
		l.chains = append(l.chains, append(chain, to))
	}
	items := len(l.rank)
	l.at, l.y, l.next, l.prev = make([]int, items), make([]int, items), make([][]int, items), make([][]int, items)
	for _, c := range l.chains {
		for i := 1; i < len(c); i++ {
			l.next[c[i-1]] = append(l.next[c[i-1]], c[i])
			l.prev[c[i]] = append(l.prev[c[i]], c[i-1])
		}
	}
	for item, r := range l.rank {
		for len(l.layers) <= r {
			l.layers = append(l.layers, nil)
		}
		l.layers[r] = append(l.layers[r], item)
	}
	l.number()
	return l
}

// number says where in its layer each item stands.
func (l *layers) number() {
	for _, items := range l.layers {
		for i, item := range items {
			l.at[item] = i
		}
	}
}

// sweeps is how often layers are ordered after their neighbours: on graphs of
// this size the last one that helps is seldom beyond the eighth.
const sweeps = 12

// order orders the layers so that few lines cross, and keeps the best order met.
func (l *layers) order() {
	best, least := l.copied(), l.crossings()
	for i := 0; i < sweeps && least > 0; i++ {
		if i%2 == 0 {
			for r := 1; r < len(l.layers); r++ {
				l.sort(r, l.prev)
			}
		} else {
			for r := len(l.layers) - 2; r >= 0; r-- {
				l.sort(r, l.next)
			}
		}
		if n := l.crossings(); n < least {
			best, least = l.copied(), n
		}
	}
	l.layers = best
	l.number()
}

func (l *layers) copied() [][]int {
	out := make([][]int, len(l.layers))
	for i, items := range l.layers {
		out[i] = slices.Clone(items)
	}
	return out
}

// sort orders a layer by the middle of where each item's neighbours stand; an
// item without any keeps its place.
func (l *layers) sort(r int, neighbours [][]int) {
	middle := make(map[int]float64, len(l.layers[r]))
	for i, item := range l.layers[r] {
		middle[item] = float64(i)
		if near := neighbours[item]; len(near) > 0 {
			sum := 0
			for _, x := range near {
				sum += l.at[x]
			}
			middle[item] = float64(sum) / float64(len(near))
		}
	}
	slices.SortStableFunc(l.layers[r], func(a, b int) int { return cmp.Compare(middle[a], middle[b]) })
	for i, item := range l.layers[r] {
		l.at[item] = i
	}
}

// crossings counts the pairs of lines that cross.
func (l *layers) crossings() int {
	n := 0
	for _, items := range l.layers {
		var lines [][2]int
		for _, item := range items {
			for _, to := range l.next[item] {
				lines = append(lines, [2]int{l.at[item], l.at[to]})
			}
		}
		for i, a := range lines {
			for _, b := range lines[i+1:] {
				if (a[0]-b[0])*(a[1]-b[1]) < 0 {
					n++
				}
			}
		}
	}
	return n
}
