package match

import "encoding/binary"

// Sketch is what is kept of a gist so that most of those that it is not alike are
// told without it: what its stems tell in all, half of the hash of each, in order,
// and half of each number. An empty one says nothing.
type Sketch []byte

// sketchHead is what a sketch begins with: what the stems tell, how many there are,
// how many numbers.
const sketchHead = 4

// maxSketched is the most stems, and the most numbers, of a sketch: a gist of more has
// an empty one.
const maxSketched = 1<<8 - 1

// AppendSketch appends the gist's.
func (g *Gist) AppendSketch(b []byte) []byte {
	if max(len(g.Stems), len(g.Numbers)) > maxSketched {
		return b
	}
	b = binary.LittleEndian.AppendUint16(b, uint16(min(g.weight(), 1<<16-1)))
	b = append(b, byte(len(g.Stems)), byte(len(g.Numbers)))
	for _, s := range g.Stems {
		b = binary.LittleEndian.AppendUint16(b, sketchedStem(s))
	}
	for _, n := range g.Numbers {
		b = binary.LittleEndian.AppendUint16(b, uint16(n))
	}
	return b
}

// sketchedStem keeps the order of stems.
func sketchedStem(s Stem) uint16 { return uint16(s.Hash >> 16) }

// FirstSketch is the sketch that bytes begin with.
func FirstSketch(b []byte) Sketch {
	return b[:sketchHead+2*(int(b[2])+int(b[3]))]
}

func (s Sketch) weight() int     { return int(binary.LittleEndian.Uint16(s)) }
func (s Sketch) stems() []byte   { return s[sketchHead : sketchHead+2*int(s[2])] }
func (s Sketch) numbers() []byte { return s[sketchHead+2*int(s[2]):] }

// MayBeAlike reports whether g may be alike to the gist of a sketch: it is true of
// all that Compare tells for one claim, or perhaps for one.
func (g *Gist) MayBeAlike(s Sketch) bool {
	if len(s) == 0 {
		return true
	}
	shared, n, plain, plainBits, weight := 0, 0, 0, 0, 0
	stems := s.stems()
	for _, x := range g.Stems {
		weight += int(x.Bits)
		h := sketchedStem(x)
		for len(stems) > 0 && binary.LittleEndian.Uint16(stems) < h {
			stems = stems[2:]
		}
		if len(stems) == 0 || binary.LittleEndian.Uint16(stems) != h {
			continue
		}
		shared, n = shared+int(x.Bits), n+1
		if !x.Named {
			plain, plainBits = plain+1, plainBits+int(x.Bits)
		}
	}
	switch {
	case n == len(g.Stems): // they may be of the same words, however few
		return true
	case tooFew(shared, n, plain, plainBits):
		return false
	}
	_, _, score := scored(shared, weight, s.weight())
	return score+weightNumber*float64(min(g.numbersIn(s), mostNumbers)) >= alikeSuggested
}

// numbersIn is how many of the gist's numbers a sketch has, at least.
func (g *Gist) numbersIn(s Sketch) int {
	n := 0
	for _, x := range g.Numbers {
		for all := s.numbers(); len(all) > 0; all = all[2:] {
			if binary.LittleEndian.Uint16(all) == uint16(x) {
				n++
				break
			}
		}
	}
	return n
}
