package descent

import (
	"cmp"
	"slices"
)

const (
	// MaxPosters is how many origins may post a key: what more do is a phrase of
	// the trade (METHODS: fingerprints in more than 40 articles are dropped).
	MaxPosters = 40
	// leastShared is the fewest shared keys of a candidate: one alone is a title
	// with its bearer's name (METHODS: candidates share 2 or more).
	leastShared = 2
	// MaxCompared bounds how many candidates an article is compared with. Those
	// that share most come first.
	MaxCompared = 48
)

// Tally counts shared keys by poster.
type Tally struct {
	counts map[int64]int
}

// Add counts one key's posters.
func (t *Tally) Add(posters []int64) {
	if t.counts == nil {
		t.counts = map[int64]int{}
	}
	for _, p := range posters {
		t.counts[p]++
	}
}

// Best gives the candidates, best first; of an equal number of shared keys, the
// earlier, by place.
func (t *Tally) Best(place func(int64) Place) []int64 {
	type counted struct {
		row    int64
		shared int
	}
	var all []counted
	for row, n := range t.counts {
		if n >= leastShared {
			all = append(all, counted{row, n})
		}
	}
	slices.SortFunc(all, func(a, b counted) int {
		if c := cmp.Compare(b.shared, a.shared); c != 0 {
			return c
		}
		return place(a.row).Compare(place(b.row))
	})
	all = all[:min(len(all), MaxCompared)]
	out := make([]int64, len(all))
	for i, c := range all {
		out[i] = c.row
	}
	return out
}
