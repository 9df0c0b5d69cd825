package match

// Sketch is what is kept of a gist so that most of those that it is not alike are
// told without it: a bit for each of its stems, of so many that two stems seldom
// share one, and what all stems tell.
type Sketch struct {
	stems  [2]uint64
	weight uint16
}

// Sketch is the gist's.
func (g *Gist) Sketch() (s Sketch) {
	for _, x := range g.Stems {
		s.stems[x.Hash>>6&1] |= 1 << (x.Hash & 63)
	}
	s.weight = uint16(min(g.weight(), 1<<16-1))
	return s
}

// With is a sketch of two gists: what may be alike to one of them may be to it.
func (s Sketch) With(o Sketch) Sketch {
	if o == (Sketch{}) {
		return s
	}
	return Sketch{[2]uint64{s.stems[0] | o.stems[0], s.stems[1] | o.stems[1]}, min(s.weight, o.weight)}
}

// MayBeAlike reports whether g may be alike to the gist of a sketch: it is true of
// all that Compare tells for one claim, or perhaps for one.
func (g *Gist) MayBeAlike(s Sketch) bool {
	shared, n, plain, plainBits, weight := 0, 0, 0, 0, 0
	for _, x := range g.Stems {
		weight += int(x.Bits)
		if s.stems[x.Hash>>6&1]>>(x.Hash&63)&1 == 0 {
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
	_, _, score := scored(shared, weight, int(s.weight))
	return score+weightNumber*float64(min(len(g.Numbers), mostNumbers)) >= alikeSuggested
}
