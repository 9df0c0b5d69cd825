package name

// pairing is a part of one name laid on one of the other.
type pairing struct {
	a, b int8
	like float32 // 0 to 1
	rule Rules
}

// alignment is which parts of two names answer each other.
type alignment struct {
	pairs        [maxParts]pairing
	n            int
	usedA, usedB uint32 // parts laid, as bits
}

func (al *alignment) add(p pairing) {
	if al.n < len(al.pairs) {
		al.pairs[al.n] = p
		al.n++
		al.usedA |= 1 << p.a
		al.usedB |= 1 << p.b
	}
}

// align lays the parts of a on those of b, the likest first.
func align(a, b *Name, al *alignment) {
	if len(a.parts) != len(b.parts) {
		glue(a, b, al, false, surelyGlued)
		glue(b, a, al, true, surelyGlued)
	}
	var room [maxParts * maxParts]pairing
	pairs := candidates(a, b, room[:0])
	for {
		best := -1
		for k := range pairs {
			if c := &pairs[k]; al.free(c) && (best < 0 || c.better(&pairs[best])) {
				best = k
			}
		}
		if best < 0 {
			break
		}
		al.add(pairs[best])
	}
	glue(a, b, al, false, 0)
	glue(b, a, al, true, 0)
}

// candidates appends the pairs of parts that are like enough.
func candidates(a, b *Name, out []pairing) []pairing {
	for i := range a.parts {
		for j := range b.parts {
			p, q := &a.parts[i], &b.parts[j]
			if !aligns(p.role) || !aligns(q.role) {
				continue
			}
			if like, rule := likeness(p, q); like >= leastLikeOf(p, q) {
				out = append(out, pairing{int8(i), int8(j), like, rule})
			}
		}
	}
	return out
}

func (al *alignment) free(p *pairing) bool { return al.usedA&(1<<p.a) == 0 && al.usedB&(1<<p.b) == 0 }

// better orders pairings: whole words before initials, the likest first.
func (p *pairing) better(o *pairing) bool {
	if x, y := p.rule&Initials != 0, o.rule&Initials != 0; x != y {
		return y
	}
	return p.like > o.like
}

func aligns(r role) bool { return r <= generic || r == legal || r == title }

// crossed reports whether words of three or more stand in another order than
// one name read from another beginning.
func (al *alignment) crossed() bool {
	var order [maxParts]int8
	n := 0
	for i := int8(0); i < maxParts; i++ {
		for _, p := range al.pairs[:al.n] {
			if p.a == i && p.rule&Initials == 0 {
				order[n] = p.b
				n++
			}
		}
	}
	if n < 3 {
		return false
	}
	falls := 0
	for i := range n {
		if order[(i+1)%n] < order[i] {
			falls++
		}
	}
	return falls > 1
}

// leastLed is how many words must agree for a word before them to be a given
// name that the other lacks.
const leastLed = 3

// led reports whether one name is the other with a word before it: in names
// made of a father's and his father's, a son and his father.
func (al *alignment) led(n, o *Name) bool {
	words := 0
	for _, p := range al.pairs[:al.n] {
		if p.rule&Initials == 0 {
			words++
		}
	}
	if words < leastLed {
		return false
	}
	return n.firstWord(al.usedA) != o.firstWord(al.usedB)
}

// firstWord reports whether the first word of n was laid on another.
func (n *Name) firstWord(used uint32) bool {
	for i := range n.parts {
		if n.parts[i].role == word {
			return used&(1<<i) != 0
		}
	}
	return false
}
