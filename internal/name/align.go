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

// leastLike is how like two words must be to be laid on each other.
const leastLike = 0.62

// align lays the parts of a on those of b, the likest first.
func align(a, b *Name, al *alignment) {
	var cand [maxParts * maxParts]pairing
	n := 0
	for i := range a.parts {
		if !aligns(a.parts[i].role) {
			continue
		}
		for j := range b.parts {
			if !aligns(b.parts[j].role) {
				continue
			}
			if like, rule := likeness(&a.parts[i], &b.parts[j]); like >= leastLike {
				cand[n] = pairing{int8(i), int8(j), like, rule}
				n++
			}
		}
	}
	for {
		best := -1
		for k := range n {
			c := &cand[k]
			if al.usedA&(1<<c.a) == 0 && al.usedB&(1<<c.b) == 0 && (best < 0 || c.better(&cand[best])) {
				best = k
			}
		}
		if best < 0 {
			break
		}
		al.add(cand[best])
	}
	glue(a, b, al, false)
	glue(b, a, al, true)
}

// better orders pairings: whole words before initials, the likest first.
func (p *pairing) better(o *pairing) bool {
	if x, y := p.rule&Initials != 0, o.rule&Initials != 0; x != y {
		return y
	}
	return p.like > o.like
}

func aligns(r role) bool { return r <= generic || r == legal || r == title }

// likeEquivalent is how like two given names of one set are in one script,
// where a person mostly keeps to one.
const likeEquivalent = 0.9

// likeDeclined is how like are a man's and a woman's name of which one may be
// a case of the other: Евгений, Евгения.
const likeDeclined = 0.82

// likeness says how like two parts are, and why.
func likeness(p, q *part) (float32, Rules) {
	switch {
	case p.hash == q.hash && p.n == q.n:
		if p.role == initial {
			return 1, Initials
		}
		return 1, Spelled
	case p.script == exact || p.role == title || q.role == title || q.script == exact:
		return 0, 0
	case p.role == initial || q.role == initial:
		return initialLikeness(p, q)
	case p.given.any() && q.given.any():
		switch {
		case !p.given.shares(q.given):
			if p.declines(q) {
				return likeDeclined, Inflected
			}
			return 0, 0
		case p.script != q.script:
			return 0.97, Equivalent
		}
		return likeEquivalent, Equivalent
	}
	return soundLikeness(p, q)
}

// initialLikeness compares an initial with a word, or two initials.
func initialLikeness(p, q *part) (float32, Rules) {
	if p.role == legal || q.role == legal || p.n == 0 || q.n == 0 {
		return 0, 0
	}
	for i := range min(p.n, q.n) {
		if p.role == word && i == q.n || q.role == word && i == p.n {
			break
		}
		if within.sound[p.sounds[i]][q.sounds[i]] > 5 {
			return 0, 0
		}
	}
	return 1, Initials
}

// declines reports whether p and q may be cases of one word.
func (p *part) declines(q *part) bool {
	if p.script != q.script || p.stem == p.n && q.stem == q.n {
		return false
	}
	return same(p.root(), q.root()) || same(p.root(), q.skeleton()) || same(p.skeleton(), q.root())
}

func same(a, b []uint8) bool { return len(a) > 1 && string(a) == string(b) }

// soundLikeness compares two words by how they sound.
func soundLikeness(p, q *part) (float32, Rules) {
	if p.declines(q) {
		return 0.95, Inflected
	}
	heavy := max(p.weight, q.weight)
	limit := int(float32(heavy) * (1 - leastLike))
	if abs(int(p.weight)-int(q.weight)) > limit+9 {
		return 0, 0
	}
	by := costsOf(p, q)
	d := by.distance(p.skeleton(), q.skeleton(), limit)
	like := 1 - float32(d)/float32(heavy)
	if p.script == abjad || q.script == abjad {
		return bare(p, q, like)
	}
	if p.stem != p.n || q.stem != q.n {
		d := by.distance(p.root(), q.root(), limit)
		if l := 0.96 - float32(d)/float32(heavy); l > like && p.stem > 2 && q.stem > 2 {
			return l, Inflected | Similar
		}
	}
	return like, Similar
}

func costsOf(p, q *part) *costs {
	if p.script == q.script {
		return within
	}
	return across
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

// bare compares consonants only.
func bare(p, q *part, like float32) (float32, Rules) {
	var x, y [maxSkeleton]uint8
	a, b := consonants(p, x[:0]), consonants(q, y[:0])
	heavy := max(weigh(a), weigh(b))
	if heavy == 0 {
		return 0, 0
	}
	return max(like, 0.95-float32(across.distance(a, b, heavy))/float32(heavy)), Similar
}

func consonants(p *part, out []uint8) []uint8 {
	for _, s := range p.skeleton() {
		if !vowel(alphabet[s-1]) {
			out = append(out, s)
		}
	}
	return out
}

// leastGlued is how like a word must be to two words together.
const (
	leastGlued       = 0.9
	leastGluedAcross = 0.8 // over scripts
)

// glue lays a word of a on two neighbouring parts of b, one of them not laid
// yet, that together are the word. swapped says a and b stand so in al.
func glue(a, b *Name, al *alignment, swapped bool) {
	usedA, usedB := &al.usedA, &al.usedB
	if swapped {
		usedA, usedB = usedB, usedA
	}
	for i := range a.parts {
		p := &a.parts[i]
		if *usedA&(1<<i) != 0 || p.role > generic || p.role == initial || p.script == exact {
			continue
		}
		for j := 0; j+1 < len(b.parts); j++ {
			if *usedB&(3<<j) != 0 || !b.gluable(j) {
				continue
			}
			if like := gluedLikeness(p, &b.parts[j], &b.parts[j+1]); like >= leastGluedOf(p, &b.parts[j]) {
				x, y := int8(i), int8(j)
				if swapped {
					x, y = y, x
				}
				al.add(pairing{x, y, like, Glued})
				*usedB |= 3 << j
				break
			}
		}
	}
}

func leastGluedOf(p, q *part) float32 {
	if p.script == q.script {
		return leastGlued
	}
	return leastGluedAcross
}

func (n *Name) gluable(j int) bool {
	p, q := &n.parts[j], &n.parts[j+1]
	return p.script != exact && q.script != exact && (p.role <= generic || p.role == particle) && (q.role <= generic || q.role == particle) &&
		!(p.role == particle && q.role == particle)
}

func gluedLikeness(p, q, r *part) float32 {
	var buf [2 * maxSkeleton]uint8
	sum := append(append(buf[:0], q.skeleton()...), r.skeleton()...)
	sum = sum[:min(len(sum), maxSkeleton)]
	heavy := max(int(p.weight), weigh(sum))
	d := costsOf(p, q).distance(p.skeleton(), sum, heavy/4)
	return 1 - float32(d)/float32(heavy)
}
