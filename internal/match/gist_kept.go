package match

import (
	"encoding/binary"
	"errors"
	"slices"
)

// What a kept gist begins with: a byte of Deictic, Language and which of the rarer
// fields it has.
const (
	deicticBits   = 0x03
	languageShift = 2
	hasSpeaker    = 0x10
	hasSides      = 0x20
	hasWeek       = 0x40
	hasLists      = 0x80 // of what is negated, and of numbers and names that nothing else of it holds
)

// numberBit is set beside the bits of a stem that is a number.
const numberBit = 0x40

// maxStored bounds each list of a stored gist: an archive may come from anybody.
const maxStored = maxWords

// Append writes a gist so that ReadGist reads it. Most stems are usual ones, which are
// told by their numbers; names are mostly among the words with a capital, numbers
// among the stems.
func (g *Gist) Append(b []byte) []byte {
	numbers, names := g.odd()
	head := byte(g.Deictic)&deicticBits | g.Language<<languageShift&^(hasSpeaker|hasSides|hasWeek|hasLists)
	for _, f := range []struct {
		has bool
		bit byte
	}{{g.Speaker != 0, hasSpeaker}, {g.Sides != 0, hasSides}, {g.Week != 0, hasWeek}, {len(g.Negated)+len(numbers)+len(names) > 0, hasLists}} {
		if f.has {
			head |= f.bit
		}
	}
	b = binary.AppendUvarint(append(b, head), uint64(g.Words))
	b = binary.LittleEndian.AppendUint64(b, g.Exact)
	if head&hasSpeaker != 0 {
		b = binary.LittleEndian.AppendUint16(b, g.Speaker)
	}
	if head&hasSides != 0 {
		b = binary.LittleEndian.AppendUint16(b, g.Sides)
	}
	if head&hasWeek != 0 {
		b = binary.AppendUvarint(b, uint64(g.Week))
	}
	b = g.appendCapitals(g.appendStems(b))
	if head&hasLists != 0 {
		b = appendList(appendList(appendList(b, g.Negated), numbers), names)
	}
	return b
}

// odd are the numbers and the names that are kept in lists of their own.
func (g *Gist) odd() (numbers []uint32, names []uint16) {
	usual := usualStems(g.Language)
	for _, n := range g.Numbers {
		if !slices.ContainsFunc(g.Stems, func(s Stem) bool { return s.Hash == n && !usual.holds(s) }) {
			numbers = append(numbers, n)
		}
	}
	for _, n := range g.Names {
		if !slices.Contains(g.Capitals, n) {
			names = append(names, n)
		}
	}
	return numbers, names
}

// stemBytes is what a stem takes that is told by its hash.
const stemBytes = 5

// appendStems writes how many are usual, how many others, these, then the usual ones.
func (g *Gist) appendStems(b []byte) []byte {
	var room [usualCount * stemBytes]byte
	usual, others, numbers := usualStems(g.Language), room[:0], make([]byte, 0, usualCount*2)
	many, last := 0, 0
	for _, s := range g.Stems {
		if at, is := usual.number(s); is {
			numbers = binary.AppendUvarint(numbers, uint64(at-last))
			many, last = many+1, at
			continue
		}
		told := s.told()
		if slices.Contains(g.Numbers, s.Hash) {
			told |= numberBit
		}
		others = append(binary.LittleEndian.AppendUint32(others, s.Hash), told)
	}
	b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(many)), uint64(len(others)/stemBytes))
	return append(append(b, others...), numbers...)
}

// appendCapitals writes words with a capital, even where they are no names.
func (g *Gist) appendCapitals(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(g.Capitals)))
	for _, c := range g.Capitals {
		if !slices.Contains(g.Names, c) {
			c &^= 1
		}
		b = binary.LittleEndian.AppendUint16(b, c)
	}
	return b
}

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
	usualCount  = 16 // stems
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
	head := r.byte()
	g := &carve(&s.gists, 1, s.piece)[0]
	*g = Gist{Deictic: Deictic(head & deicticBits), Language: head &^ (hasSpeaker | hasSides | hasWeek | hasLists) >> languageShift, Words: int(r.number()), Exact: r.long()}
	if head&hasSpeaker != 0 {
		g.Speaker = r.short()
	}
	if head&hasSides != 0 {
		g.Sides = r.short()
	}
	if head&hasWeek != 0 {
		g.Week = int32(r.number())
	}
	s.readStems(&r, g)
	s.readCapitals(&r, g)
	if head&hasLists != 0 {
		g.Negated = readList[uint32](&r)
		g.Numbers = with(g.Numbers, readList[uint32](&r))
		g.Names = with(g.Names, readList[uint16](&r))
	}
	if r.bad || len(r.rest) > 0 {
		return nil, errGist
	}
	return g, nil
}

// with adds what stands in a list of its own.
func with[N uint16 | uint32](list, more []N) []N {
	if len(more) == 0 {
		return list
	}
	list = slices.Concat(list, more)
	slices.Sort(list)
	return list
}

// readStems reads stems into the order of their hashes, and the numbers among them.
func (s *Shelf) readStems(r *gistReader, g *Gist) {
	many := r.count()
	others := r.take(r.count() * stemBytes)
	g.Stems = carve(&s.stems, many+len(others)/stemBytes, s.piece*usualCount)
	numbers := 0
	for i, b := many, others; len(b) > 0; i, b = i+1, b[stemBytes:] {
		told := b[stemBytes-1]
		g.Stems[i] = stemOf(binary.LittleEndian.Uint32(b), told)
		numbers += int(told & numberBit / numberBit)
	}
	g.Numbers = carve(&s.wide, numbers, s.piece*usualWide)[:0]
	for b := others; len(b) > 0; b = b[stemBytes:] {
		if b[stemBytes-1]&numberBit != 0 {
			g.Numbers = append(g.Numbers, binary.LittleEndian.Uint32(b))
		}
	}
	usual, at, from, to := usualStems(g.Language), 0, many, 0
	for range many {
		at += int(r.number())
		if at >= len(usual) {
			r.bad = true
			return
		}
		for ; from < len(g.Stems) && g.Stems[from].Hash < usual[at].Hash; from, to = from+1, to+1 {
			g.Stems[to] = g.Stems[from]
		}
		g.Stems[to], to = usual[at], to+1
	}
}

// readCapitals reads words with a capital, and which of them are names.
func (s *Shelf) readCapitals(r *gistReader, g *Gist) {
	b := r.take(r.count() * 2)
	g.Capitals = carve(&s.narrow, len(b)/2, s.piece*usualNarrow)
	names := 0
	for i := range g.Capitals {
		g.Capitals[i] = binary.LittleEndian.Uint16(b[2*i:]) | 1
		names += int(b[2*i] & 1)
	}
	g.Names = carve(&s.narrow, names, s.piece*usualNarrow)[:0]
	for i, c := range g.Capitals {
		if b[2*i]&1 != 0 {
			g.Names = append(g.Names, c)
		}
	}
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

func readList[N uint16 | uint32](r *gistReader) []N {
	n := r.count()
	if n == 0 {
		return nil
	}
	out := make([]N, n)
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

func (r *gistReader) take(n int) []byte {
	if n > len(r.rest) {
		r.bad, r.rest = true, nil
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *gistReader) long() uint64 {
	if b := r.take(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

func (r *gistReader) short() uint16 {
	if b := r.take(2); b != nil {
		return binary.LittleEndian.Uint16(b)
	}
	return 0
}

func (r *gistReader) byte() uint8 {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}
