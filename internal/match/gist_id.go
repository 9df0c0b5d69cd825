package match

import "encoding/binary"

// ID names all that is compared of a telling: tellings of one ID are the same
// words, told by the same speaker, with the same names in them; at the same time,
// where that matters. 63 bits.
func (g *Gist) ID() int64 {
	h := uint64(hashBasis)
	for _, c := range g.spelled(nil) {
		h = (h ^ uint64(c)) * hashPrime
	}
	h ^= h >> 32
	return int64(h * 0x9E3779B97F4A7C15 >> 1)
}

// spelled appends all of a gist, one field behind the other. Its ID is made of it, and
// public ids of that: it stays as it is.
func (g *Gist) spelled(b []byte) []byte {
	for _, n := range []uint64{uint64(g.Deictic), uint64(g.Language), uint64(g.Words), uint64(g.Week), uint64(g.Speaker), uint64(g.Sides), g.Exact, uint64(len(g.Stems))} {
		b = binary.AppendUvarint(b, n)
	}
	last := uint32(0)
	for _, s := range g.Stems {
		b = append(binary.AppendUvarint(b, uint64(s.Hash-last)), s.told())
		last = s.Hash
	}
	return appendList(appendList(appendList(appendList(b, g.Negated), g.Numbers), g.Names), g.Capitals)
}

// Respelled is what Append writes of a gist that is spelled out, as it was kept
// before it was packed.
func Respelled(b []byte) ([]byte, error) {
	r := gistReader{rest: b}
	g := Gist{Deictic: Deictic(r.number()), Language: uint8(r.number()), Words: int(r.number()), Week: int32(r.number()), Speaker: uint16(r.number()), Sides: uint16(r.number()), Exact: r.number()}
	g.Stems = make([]Stem, r.count())
	last := uint32(0)
	for i := range g.Stems {
		last += uint32(r.number())
		g.Stems[i] = stemOf(last, r.byte())
	}
	g.Negated, g.Numbers, g.Names, g.Capitals = readList[uint32](&r), readList[uint32](&r), readList[uint16](&r), readList[uint16](&r)
	if r.bad || len(r.rest) > 0 {
		return nil, errGist
	}
	return g.Append(nil), nil
}

// namedBit is set beside a stem's bits, which are fewer.
const namedBit = 0x80

// told is what a stem tells, in a byte.
func (s Stem) told() byte {
	if s.Named {
		return s.Bits | namedBit
	}
	return s.Bits
}

func stemOf(hash uint32, told byte) Stem {
	return Stem{Hash: hash, Bits: told &^ (namedBit | numberBit), Named: told&namedBit != 0}
}
