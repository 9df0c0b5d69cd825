package syntax

// The groups of features, see features.go, and what is remembered by groups.
const (
	frontGroup = iota
	stackGroup
	topGroup
	nextGroup
	belowGroup
	pairGroup
	threeGroup
	nameGroup
	groups
)

// scene is the nodes that decide on an action.
type scene struct {
	k1, k0, kn *node
	i2         int32
}

func (x *search) scene(st *state) scene {
	k0 := &x.nodes[st.top]
	k1 := &x.nodes[k0.below]
	return scene{k1, k0, &x.nodes[st.front], x.nodes[k1.below].word}
}

// weigh scores the actions of a state.
func (x *search) weigh(s *Sentence, w weigher, st *state) (sum [actions]int32) {
	if st.top == none {
		return sum
	}
	c := x.scene(st)
	var all [nameGroup]*[actions]int32
	open := x.asked[:0]
	s.feats = s.feats[:0]
	for g := range all {
		m, known := x.memos[g].at(c.key(g, x.round))
		if !known {
			s.feats = c.features(s, g, s.feats)
			open = append(open, asked{len(s.feats), m})
		}
		all[g] = m
	}
	if len(open) > 0 {
		w.weighActions(s, open) // all at once, so that memory is waited for once
	}
	for _, m := range all {
		for a := range sum {
			sum[a] += m[a]
		}
	}
	return sum
}

// key is what the features of a group depend on.
func (c *scene) key(group int, round uint64) uint64 {
	i1, i0, b0 := uint64(c.k1.word+1), uint64(c.k0.word), uint64(c.kn.word)
	switch group {
	case frontGroup:
		return mix(510, i0, b0, round)
	case stackGroup:
		return mix(511, i1, i0, round)
	case topGroup:
		return mix(512, c.k0.bearing, b0, round)
	case nextGroup:
		return mix(513, i0, c.kn.bearing, round)
	case belowGroup:
		return mix(514, c.k1.bearing, i0, round)
	case pairGroup:
		return mix(515, i1, c.k0.bearing, round)
	}
	return mix(516, uint64(c.i2+1)<<48|i1<<32|i0<<16|b0, uint64(c.kn.left+1)<<8|uint64(c.k0.leftRel), round)
}

// features collects those of a group.
func (c *scene) features(s *Sentence, group int, f []uint64) []uint64 {
	i1, i0, b0 := c.k1.word, c.k0.word, c.kn.word
	switch group {
	case frontGroup:
		return frontFeatures(s, i0, b0, f)
	case stackGroup:
		return stackFeatures(s, i1, i0, f)
	case topGroup:
		return topFeatures(s, c.k0, b0, f)
	case nextGroup:
		return nextFeatures(s, i0, c.kn, f)
	case belowGroup:
		return belowFeatures(s, c.k1, i0, f)
	case pairGroup:
		return pairFeatures(s, i1, c.k0, f)
	}
	return threeFeatures(s, c.i2, i1, i0, b0, c.kn.left, uint64(c.k0.leftRel), f)
}

// features are all that weigh collects of a state.
func (x *search) features(s *Sentence, st *state, f []uint64) []uint64 {
	c := x.scene(st)
	for g := range nameGroup {
		f = c.features(s, g, f)
	}
	return f
}

// name is the relation of the arc that an action would make.
func (x *search) name(s *Sentence, w weigher, st *state, a action) Rel {
	head, dep := x.arc(st, a)
	h, d := &x.nodes[head], &x.nodes[dep]
	m, known := x.memos[nameGroup].at(mix(517, h.bearing, d.bearing, x.round))
	if !known {
		s.feats = sketchFeatures(s, h, d, s.feats[:0])
		m[0] = int32(w.nameArc(s))
	}
	return Rel(m[0])
}

// memo remembers weights under a key until another takes its place.
type memo [1 << memoBits]struct {
	key    uint64
	weight [actions]int32
}

// memoBits makes a memo of a size that lies near the processor: a sentence of fifty
// words asks for some hundred keys of a group.
const memoBits = 8

// at is the place of a key and whether it was its own before.
func (m *memo) at(key uint64) (weight *[actions]int32, known bool) {
	e := &m[key>>(64-memoBits)]
	known = e.key == key
	e.key = key
	return &e.weight, known
}
