package descent

import (
	"cmp"
	"math/bits"
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
	slots []slot  // a hash table by row, half of it empty at least
	used  []int32 // slots, in the order they were taken
	shift int     // of a row's hash to its slot
}

type slot struct {
	row    int64
	shared Shared // nothing in an empty slot
}

// leastSlots holds the posters of most articles' keys.
const leastSlots = 1 << 12

// Reset makes a tally empty.
func (t *Tally) Reset() {
	for _, i := range t.used {
		t.slots[i] = slot{}
	}
	t.used = t.used[:0]
}

// Add counts one key's posters.
func (t *Tally) Add(key uint64, posters []int64) {
	for _, p := range posters {
		t.of(p).Add(key)
	}
}

// of is what a row shares, to be added to.
func (t *Tally) of(row int64) *Shared {
	if 2*len(t.used) >= len(t.slots) {
		t.grow()
	}
	i := t.place(row)
	s := &t.slots[i]
	if s.shared == (Shared{}) {
		s.row, t.used = row, append(t.used, int32(i))
	}
	return &s.shared
}

// place is the slot of a row, or the empty one that it would have.
func (t *Tally) place(row int64) int {
	i := int(uint64(row) * 0x9E3779B97F4A7C15 >> t.shift) // Fibonacci hashing
	for t.slots[i].row != row && t.slots[i].shared != (Shared{}) {
		i = (i + 1) % len(t.slots)
	}
	return i
}

func (t *Tally) grow() {
	old := t.slots
	t.slots = make([]slot, max(leastSlots, 2*len(old)))
	t.shift = 64 - bits.TrailingZeros(uint(len(t.slots)))
	for k, i := range t.used {
		s := old[i]
		at := t.place(s.row)
		t.slots[at], t.used[k] = s, int32(at)
	}
}

// Shared is what a row shares.
func (t *Tally) Shared(row int64) Shared {
	if len(t.slots) == 0 {
		return Shared{}
	}
	return t.slots[t.place(row)].shared
}

// Likely are the posters that share enough to be candidates, in order.
func (t *Tally) Likely() []int64 {
	var out []int64
	for _, i := range t.used {
		if s := &t.slots[i]; s.shared.Enough() {
			out = append(out, s.row)
		}
	}
	slices.Sort(out)
	return out
}

// Order is where posters stand: in which order, by their places, and when.
type Order struct {
	Compare func(a, b int64) int
	At      func(int64) int64
}

// Best gives the candidates of those that are wanted, best first, and the bars
// that the others did not pass; of an equal number of shared keys, the earlier, by
// place. All are wanted where wanted is nil.
func (t *Tally) Best(by Order, wanted func(int64) bool) ([]int64, Bars) {
	var prints, keys []int64
	for _, i := range t.used {
		s := &t.slots[i]
		switch {
		case !s.shared.Enough() || wanted != nil && !wanted(s.row):
		case s.shared.Prints >= leastPrints:
			prints = append(prints, s.row)
		default:
			keys = append(keys, s.row)
		}
	}
	ofPrints := func(row int64) int { return t.Shared(row).Prints }
	ofKeys := func(row int64) int { return t.Shared(row).Keys }
	first, bar := best(prints, maxByPrints, leastPrints, by, ofPrints)
	for _, row := range prints {
		if ofKeys(row) >= leastTranslated && !slices.Contains(first, row) {
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
