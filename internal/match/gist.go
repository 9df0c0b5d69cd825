package match

import (
	"encoding/binary"
	"errors"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/news"
)

// Gist is what is compared of something told.
type Gist struct {
	Words    int    // letters or digits, as they stand
	Stems    []Stem // each once, by hash
	Numbers  []uint32
	Names    []uint16 // of people and places, by hash: see nameKey
	Capitals []uint16 // words with a capital, hashed alike: what may echo a name
	Speaker  uint32   // who tells it; 0 for an outlet
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

// maxStored bounds each list of a stored gist: an archive may come from anybody.
const maxStored = maxWords

// Append writes a gist so that ReadGist reads it.
func (g *Gist) Append(b []byte) []byte {
	for _, n := range []uint64{uint64(g.Deictic), uint64(g.Language), uint64(g.Words), uint64(g.Week), uint64(g.Speaker), uint64(g.Sides), g.Exact, uint64(len(g.Stems))} {
		b = binary.AppendUvarint(b, n)
	}
	last := uint32(0)
	for _, s := range g.Stems {
		bits := s.Bits
		if s.Named {
			bits |= namedBit
		}
		b = append(binary.AppendUvarint(b, uint64(s.Hash-last)), bits)
		last = s.Hash
	}
	return appendList(appendList(appendList(appendList(b, g.Negated), g.Numbers), g.Names), g.Capitals)
}

// namedBit is set beside a stem's bits, which are fewer.
const namedBit = 0x80

func appendList[N uint16 | uint32](b []byte, list []N) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, n := range list {
		b = binary.AppendUvarint(b, uint64(n))
	}
	return b
}

var errGist = errors.New("a stored gist does not read")

// ReadGist reads what Append wrote.
func ReadGist(b []byte) (*Gist, error) { return new(Shelf).Read(b) }

// Shelf reads gists that are kept together. The zero value gives each the room that
// it takes, NewShelf many of them pieces of the same few: the garbage collector then
// has a hundredth of the things to follow, which it frees when none of a piece is held.
type Shelf struct {
	gists  []Gist
	stems  []Stem
	wide   []uint32
	narrow []uint16
	piece  int // gists of one piece, 0 for one
}

// shelfPiece is for how many gists a shelf takes room at a time: some 40 kB.
const shelfPiece = 128

// NewShelf is a shelf of many gists.
func NewShelf() *Shelf { return &Shelf{piece: shelfPiece} }

// Usual lists of a gist.
const (
	usualStems  = 16
	usualWide   = 2
	usualNarrow = 4
)

// carve takes n of a piece; behind its end a new one begins, of at least most.
func carve[T any](piece *[]T, n, most int) []T {
	if n == 0 {
		return nil
	}
	if cap(*piece)-len(*piece) < n {
		*piece = make([]T, 0, max(n, most))
	}
	from := len(*piece)
	*piece = (*piece)[:from+n]
	return (*piece)[from : from+n : from+n]
}

// Read reads what Append wrote.
func (s *Shelf) Read(b []byte) (*Gist, error) {
	r := gistReader{rest: b}
	g := &carve(&s.gists, 1, s.piece)[0]
	*g = Gist{Deictic: Deictic(r.number()), Language: uint8(r.number()), Words: int(r.number()), Week: int32(r.number()), Speaker: uint32(r.number()), Sides: uint16(r.number()), Exact: r.number()}
	last := uint32(0)
	g.Stems = carve(&s.stems, r.count(), s.piece*usualStems)
	for i := range g.Stems {
		last += uint32(r.number())
		bits := r.byte()
		g.Stems[i] = Stem{last, bits &^ namedBit, bits&namedBit != 0}
	}
	wide, narrow := s.piece*usualWide, s.piece*usualNarrow
	g.Negated, g.Numbers = readList(&r, &s.wide, wide), readList(&r, &s.wide, wide)
	g.Names, g.Capitals = readList(&r, &s.narrow, narrow), readList(&r, &s.narrow, narrow)
	if r.bad || len(r.rest) > 0 {
		return nil, errGist
	}
	return g, nil
}

type gistReader struct {
	rest []byte
	bad  bool
}

func (r *gistReader) number() uint64 {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 {
		r.bad, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

func readList[N uint16 | uint32](r *gistReader, piece *[]N, most int) []N {
	out := carve(piece, r.count(), most) // nil for none
	for i := range out {
		out[i] = N(r.number())
	}
	return out
}

func (r *gistReader) count() int {
	n := r.number()
	if n > maxStored || n > uint64(len(r.rest)) {
		r.bad = true
		return 0
	}
	return int(n)
}

func (r *gistReader) byte() uint8 {
	if len(r.rest) == 0 {
		r.bad = true
		return 0
	}
	b := r.rest[0]
	r.rest = r.rest[1:]
	return b
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

// ID names all that is compared of a telling: tellings of one ID are the same
// words, told by the same speaker, with the same names in them; at the same time,
// where that matters. 63 bits.
func (g *Gist) ID() int64 {
	h := uint64(hashBasis)
	for _, c := range g.Append(nil) {
		h = (h ^ uint64(c)) * hashPrime
	}
	h ^= h >> 32
	return int64(h * 0x9E3779B97F4A7C15 >> 1)
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
