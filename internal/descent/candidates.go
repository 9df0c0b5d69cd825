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

// Shared is how many keys two articles share.
type Shared struct{ Prints, Keys int }

// Add counts a key.
func (s *Shared) Add(key uint64) {
	if key&translation != 0 {
		s.Keys++
	} else {
		s.Prints++
	}
}

// Enough reports whether one that shares so much may be a candidate.
func (s Shared) Enough() bool { return s.Prints >= leastPrints || s.Keys >= leastTranslated }

// Bars say what an article's candidates had to share: whoever shares less, or as
// much and stands behind, is none.
type Bars struct{ Prints, Keys Bar }

// Bar is the least shared, and where the last stands that was let in with it.
type Bar struct {
	Least int
	At    int64
}

// Let reports whether one that shares so much, or less, and stands at, may be
// among the candidates.
func (b Bars) Let(s Shared, at int64) bool {
	return b.Prints.let(s.Prints, at) || b.Keys.let(s.Keys, at)
}

func (b Bar) let(n int, at int64) bool { return n > b.Least || n == b.Least && at <= b.At }

// Tally counts shared keys by poster. The zero value is ready.
type Tally struct {
	counts map[int64]Shared
}

// Reset makes a tally empty.
func (t *Tally) Reset() { clear(t.counts) }

// Add counts one key's posters.
func (t *Tally) Add(key uint64, posters []int64) {
	if t.counts == nil {
		t.counts = map[int64]Shared{}
	}
	for _, p := range posters {
		s := t.counts[p]
		s.Add(key)
		t.counts[p] = s
	}
}

// Likely are the posters that share enough to be candidates, in order.
func (t *Tally) Likely() []int64 {
	var out []int64
	for row, s := range t.counts {
		if s.Enough() {
			out = append(out, row)
		}
	}
	slices.Sort(out)
	return out
}

// Keep leaves those posters only that are wanted.
func (t *Tally) Keep(wanted func(int64) bool) {
	for row := range t.counts {
		if !wanted(row) {
			delete(t.counts, row)
		}
	}
}

// Order is where posters stand: in which order, by their places, and when.
type Order struct {
	Compare func(a, b int64) int
	At      func(int64) int64
}

// Best gives the candidates, best first, and the bars that the others did not
// pass; of an equal number of shared keys, the earlier, by place.
func (t *Tally) Best(by Order) ([]int64, Bars) {
	var prints, keys []int64
	for row, s := range t.counts {
		if s.Prints >= leastPrints {
			prints = append(prints, row)
		} else if s.Keys >= leastTranslated {
			keys = append(keys, row)
		}
	}
	ofPrints := func(row int64) int { return t.counts[row].Prints }
	ofKeys := func(row int64) int { return t.counts[row].Keys }
	first, bar := best(prints, maxByPrints, leastPrints, by, ofPrints)
	for _, row := range prints {
		if t.counts[row].Keys >= leastTranslated && !slices.Contains(first, row) {
			keys = append(keys, row)
		}
	}
	second, bar2 := best(keys, maxTranslated, leastTranslated, by, ofKeys)
	return append(first, second...), Bars{bar, bar2}
}

// best gives most of the rows, those that share most first, and their bar.
func best(rows []int64, most, least int, by Order, shared func(int64) int) ([]int64, Bar) {
	slices.SortFunc(rows, func(a, b int64) int {
		return cmp.Or(cmp.Compare(shared(b), shared(a)), by.Compare(a, b))
	})
	if len(rows) < most {
		return slices.Clone(rows), Bar{least, Undated}
	}
	last := rows[most-1]
	return slices.Clone(rows[:most]), Bar{shared(last), by.At(last)}
}
