package match

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/news"
)

// Gist is what is compared of something told.
type Gist struct {
	Words    int    // letters or digits, as they stand
	Stems    []Stem // each once, by hash
	Numbers  []uint32
	Names    []uint16 // of people and places, by hash: see nameKey; odd ones
	Capitals []uint16 // words with a capital, hashed alike: what may echo a name
	Speaker  uint16   // who tells it, by hash; 0 for an outlet
	Deictic  Deictic
	Negated  []uint32 // what it says is not so: stems behind a negation; Whole for all of it; Judged
	Week     int32    // when, where the words say it from the day they were told on; 0 else
	Sides    uint16   // of pairs of opposites, two bits each
	Exact    uint64   // hash of all words in order
	Language uint8
}

// Stem is a word's stem by hash, and what it tells in bits.
type Stem struct {
	Hash  uint32
	Bits  uint8
	Named bool // it stands in a name
}

const (
	// Whole in Gist.Negated stands for all that is told: "it is not true that …".
	Whole = 0
	// Judged there says that something of it is held off, whatever it is: "the clerk
	// denied she took it".
	Judged = 1
)

// Deictic says what words mean only by who says them.
type Deictic uint8

const (
	NotDeictic  Deictic = iota
	ThirdPerson         // "he", with no name beside it
	FirstPerson         // "I", "our", or words too vague to say what they are about
)

// weight is what the stems tell in all.
func (g *Gist) weight() int {
	sum := 0
	for _, s := range g.Stems {
		sum += int(s.Bits)
	}
	return sum
}

// Keys of a telling: what it must share with another to be compared with it. Of
// pairs that are one claim by their words, in 1,800 bodies of news and in 4,000
// generated articles, one in fifty and one in a thousand share none.
const (
	rareFew   = 4  // of the rarest stems, every two make a key
	rareMany  = 6  // of a long telling
	longStems = 10 // stems from which it is long
	// pairBits is what two stems must tell to be a key: "said" and "people" are shared by chance.
	pairBits = 18
	// leastWeight is what a telling must say to be compared at all.
	leastWeight = 40
)

// KeyBits is the size of a key. Of ten million tellings, one key in three
// thousand meets another that is not its own.
const KeyBits = 38

// Keys are what tellings of one claim share, one of them at least: pairs of
// their rarest stems, sorted. Nil for one that says too little. METHODS: the
// candidates of ten million statements must come from keys.
func (g *Gist) Keys() []uint64 {
	if g.weight() < leastWeight {
		return nil
	}
	n := rareFew
	if len(g.Stems) > longStems {
		n = rareMany
	}
	rare := sorted.Top(g.Stems, n, func(a, b Stem) bool { return a.Bits > b.Bits })
	out := make([]uint64, 0, n*(n-1)/2)
	for i, a := range rare {
		for _, b := range rare[i+1:] {
			if int(a.Bits)+int(b.Bits) >= pairBits {
				out = append(out, keyOf(min(a.Hash, b.Hash), max(a.Hash, b.Hash)))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// keyOf mixes two hashes.
func keyOf(a, b uint32) uint64 {
	h := (uint64(a)<<32 | uint64(b)) * 0x9E3779B97F4A7C15
	h ^= h >> 29
	return h * 0xBF58476D1CE4E5B9 >> (64 - KeyBits)
}

// languages that have stems of their own.
var languages = map[string]uint8{"en": 1, "ru": 2}

func languageOf(a *news.Article, at int) uint8 {
	for _, l := range a.Languages {
		if l.Start <= at && at < l.End {
			return languages[l.Language]
		}
	}
	return languages[a.Language]
}
