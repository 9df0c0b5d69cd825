package descent

import (
	"cmp"
	"slices"
)

const (
	// MaxPosters is how many origins may post a key: what more do is a phrase of
	// the trade (METHODS: fingerprints in more than 40 articles are dropped).
	MaxPosters = 40
	// leastPrints is the fewest shared prints of a candidate: one alone is a title
	// with its bearer's name (METHODS: candidates share 2 or more).
	leastPrints = 2
	// leastTranslated is the fewest shared keys of a candidate that shares no
	// prints: four of the twelve anchors whose pairs they are. Of versions of one
	// article in one language .9992 and more share so many or two prints, of
	// Russian articles and their English versions .977.
	leastTranslated = 6
	// maxByPrints and maxTranslated bound how many candidates an article is
	// compared with. Those that share most come first.
	maxByPrints   = 12
	maxTranslated = 4
)

// Tally counts shared keys by poster.
type Tally struct {
	counts map[int64]shared
}

// shared is how many keys two articles share.
type shared struct{ prints, translated int }

// Add counts one key's posters.
func (t *Tally) Add(key uint64, posters []int64) {
	if t.counts == nil {
		t.counts = map[int64]shared{}
	}
	for _, p := range posters {
		s := t.counts[p]
		if key&translation != 0 {
			s.translated++
		} else {
			s.prints++
		}
		t.counts[p] = s
	}
}

// Likely are the posters that share enough keys to be candidates, in order.
func (t *Tally) Likely() []int64 {
	var out []int64
	for row, s := range t.counts {
		if s.prints >= leastPrints || s.translated >= leastTranslated {
			out = append(out, row)
		}
	}
	slices.Sort(out)
	return out
}

// Best gives the candidates, best first; of an equal number of shared keys, the
// earlier, by place.
func (t *Tally) Best(place func(int64) Place) []int64 {
	byPrints := t.best(place, maxByPrints, func(s shared) int { return s.prints - leastPrints })
	rest := Tally{map[int64]shared{}}
	for row, s := range t.counts {
		if !slices.Contains(byPrints, row) {
			rest.counts[row] = s
		}
	}
	return append(byPrints, rest.best(place, maxTranslated, func(s shared) int { return s.translated - leastTranslated })...)
}

// best gives those whose weight is not below nothing, the heaviest first.
func (t *Tally) best(place func(int64) Place, most int, weight func(shared) int) []int64 {
	var out []int64
	for row, s := range t.counts {
		if weight(s) >= 0 {
			out = append(out, row)
		}
	}
	slices.SortFunc(out, func(a, b int64) int {
		if c := cmp.Compare(weight(t.counts[b]), weight(t.counts[a])); c != 0 {
			return c
		}
		return place(a).Compare(place(b))
	})
	return out[:min(len(out), most)]
}
