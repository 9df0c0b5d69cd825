package name

// How like a word must be to two words together.
const (
	leastGlued       = 0.9
	leastGluedAcross = 0.8  // over scripts
	surelyGlued      = 0.97 // before single words are laid
)

// glue lays words of a on two neighbouring parts of b that together are the
// word. swapped says that a and b stand so in al; least is how like at least.
func glue(a, b *Name, al *alignment, swapped bool, least float32) {
	usedA, usedB := &al.usedA, &al.usedB
	if swapped {
		usedA, usedB = usedB, usedA
	}
	for i := range a.parts {
		p := &a.parts[i]
		if *usedA&(1<<i) != 0 || !p.glues() || p.role == particle {
			continue
		}
		j, like := b.parted(p, *usedB, least)
		if j < 0 {
			continue
		}
		x, y := int8(i), int8(j)
		if swapped {
			x, y = y, x
		}
		al.add(pairing{x, y, like, Glued})
		*usedB |= 3 << j
	}
}

// parted finds the first two neighbours of n, not used, that together are p;
// -1 when there are none.
func (n *Name) parted(p *part, used uint32, least float32) (at int, like float32) {
	for j := 0; j+1 < len(n.parts); j++ {
		if used&(3<<j) != 0 || !n.gluable(j) {
			continue
		}
		least := max(least, leastGluedOf(p, &n.parts[j]))
		if like := gluedLikeness(p, &n.parts[j], &n.parts[j+1], least); like >= least {
			return j, like
		}
	}
	return -1, 0
}

func leastGluedOf(p, q *part) float32 {
	if p.script == q.script {
		return leastGlued
	}
	return leastGluedAcross
}

func (n *Name) gluable(j int) bool {
	p, q := &n.parts[j], &n.parts[j+1]
	return p.glues() && q.glues() && !(p.role == particle && q.role == particle)
}

func (p *part) glues() bool {
	return p.script != exact && p.n > 1 && (p.role == word || p.role == generic || p.role == patronymic || p.role == particle)
}

// gluedLikeness is how like p is to q and r together, 0 when below least.
func gluedLikeness(p, q, r *part, least float32) float32 {
	heavy := int(max(p.weight, q.weight+r.weight))
	limit := limitOf(heavy, least)
	if abs(int(p.weight)-int(q.weight+r.weight)) > limit+weightSlack {
		return 0
	}
	var buf [2 * maxSkeleton]uint8
	sum := append(append(buf[:0], q.skeleton()...), r.skeleton()...)
	sum = sum[:min(len(sum), maxSkeleton)]
	return costsOf(p, q).like(p.skeleton(), sum, heavy, limit)
}
