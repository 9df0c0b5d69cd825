package match

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

const (
	// sameStory is the least mean likeness of two groups of articles that tell one
	// story (tuned on one half of the fnc1 stories).
	sameStory = 0.13
	// MaxStories bounds how many articles are grouped at once: their likenesses,
	// each with each, stand in memory.
	MaxStories = 4000
)

// Stories groups articles that tell one event, by the words they use: the
// cosine of their weighted stems, groups joined by the mean likeness of their
// members while it is above a bound (Sokal and Michener 1958, by chains of
// nearest neighbours, Murtagh 1983). It gives each article's group, numbered in
// order of their first articles. Texts beyond MaxStories stand alone.
func Stories(texts []string) []int {
	order := inOrder(texts)
	n := len(order)
	h := &hierarchy{like: likenesses(texts, order), size: make([]float64, n), group: make([]int, n), open: make([]bool, n)}
	for i := range h.group {
		h.group[i] = i
	}
	for i := range h.size {
		h.size[i], h.open[i] = 1, true
	}
	for first := 0; first < n; first++ {
		for h.open[first] {
			h.climb(first)
		}
	}
	groups := make([]int, len(texts))
	for i := range groups {
		groups[i] = n + i
	}
	for k, i := range order {
		groups[i] = h.group[k]
	}
	return numbered(groups)
}

// inOrder gives the first MaxStories texts in an order that does not depend on
// how they came in, so that ties fall alike.
func inOrder(texts []string) []int {
	order := make([]int, min(len(texts), MaxStories))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return strings.Compare(texts[a], texts[b]) })
	return order
}

// hierarchy is a grouping in the making. A group goes by its first member.
type hierarchy struct {
	like  [][]float64 // sums over members
	size  []float64
	group []int
	open  []bool // groups that may yet be joined
}

// climb follows nearest neighbours from group i on until two are each other's,
// and joins them; or closes the last, when none is near enough.
func (h *hierarchy) climb(i int) {
	chain := []int{i}
	for {
		last := chain[len(chain)-1]
		next, like := h.nearest(last)
		switch {
		case like < sameStory:
			h.open[last] = false
			return
		case len(chain) > 1 && h.mean(last, chain[len(chain)-2]) >= like:
			h.join(last, chain[len(chain)-2])
			return
		}
		chain = append(chain, next)
	}
}

func (h *hierarchy) mean(i, j int) float64 { return h.like[i][j] / (h.size[i] * h.size[j]) }

// nearest is the open group nearest to i, of equals the first.
func (h *hierarchy) nearest(i int) (best int, like float64) {
	best = -1
	for j := range h.open {
		if h.open[j] && j != i {
			if m := h.mean(i, j); m > like {
				best, like = j, m
			}
		}
	}
	return best, like
}

func (h *hierarchy) join(i, j int) {
	keep, lose := min(i, j), max(i, j)
	for k := range h.open {
		h.like[keep][k] += h.like[lose][k]
		h.like[k][keep] = h.like[keep][k]
	}
	h.size[keep] += h.size[lose]
	h.open[lose] = false
	for k, g := range h.group {
		if g == lose {
			h.group[k] = keep
		}
	}
}

// numbered gives groups the numbers 0, 1, 2 … in order of appearance.
func numbered(groups []int) []int {
	numbers := map[int]int{}
	out := make([]int, len(groups))
	for i, g := range groups {
		n, known := numbers[g]
		if !known {
			n = len(numbers)
			numbers[g] = n
		}
		out[i] = n
	}
	return out
}

// weighted is a stem and its weight in a text, in order of stems.
type weighted struct {
	term   term
	weight float64
}

// likenesses is the cosine of each text with each, in the order given.
func likenesses(texts []string, order []int) [][]float64 {
	vectors := vectorsOf(texts, order)
	out := make([][]float64, len(order))
	for i := range out {
		out[i] = make([]float64, len(order))
		for j := range i {
			out[i][j] = cosine(vectors[i], vectors[j])
			out[j][i] = out[i][j]
		}
	}
	return out
}

func vectorsOf(texts []string, order []int) [][]weighted {
	holders := map[term]float64{}
	counts := make([][]termCount, len(order))
	for i, at := range order {
		it := Item{Text: texts[at]}
		stems, _ := it.terms()
		counts[i] = counted(stems)
		for _, c := range counts[i] {
			holders[c.term]++
		}
	}
	vectors := make([][]weighted, len(order))
	for i, list := range counts {
		norm := 0.0
		for _, c := range list {
			w := (1 + math.Log(float64(c.times))) * math.Log(float64(len(order))/holders[c.term])
			vectors[i] = append(vectors[i], weighted{c.term, w})
			norm += w * w
		}
		for k := range vectors[i] {
			vectors[i][k].weight /= max(math.Sqrt(norm), tiny)
		}
	}
	return vectors
}

func cosine(a, b []weighted) float64 {
	sum := 0.0
	for len(a) > 0 && len(b) > 0 {
		switch cmp.Compare(a[0].term, b[0].term) {
		case -1:
			a = a[1:]
		case 1:
			b = b[1:]
		default:
			sum += a[0].weight * b[0].weight
			a, b = a[1:], b[1:]
		}
	}
	return sum
}
