package syntax

// arcLearner is a learner of the two actions that make arcs; see learner.
type arcLearner struct {
	slots []arcSlot
	used  int
	step  int64
	ripe  int32
	once  []uint64
}

// arcSlot is what is learnt of one feature, for leftArc and rightArc.
type arcSlot struct {
	feature uint64
	late    [actions]int64 // the sum of each change times the step before it
	now     [actions]int32
	met     int32 // 0 in an empty slot
}

func newArcLearner(ripe int) *arcLearner {
	return &arcLearner{ripe: int32(ripe), slots: make([]arcSlot, 1<<16), once: make([]uint64, 1<<(onceBits-6))}
}

func (l *arcLearner) at(f uint64) *arcSlot {
	mask := uint64(len(l.slots) - 1)
	i := f & mask
	for l.slots[i].met != 0 && l.slots[i].feature != f {
		i = (i + 1) & mask
	}
	return &l.slots[i]
}

func (l *arcLearner) score(features []uint64) (out [actions]int32) {
	var first [maxFeatures]uint64 // read at once, so that memory is waited for once
	mask := uint64(len(l.slots) - 1)
	for i, f := range features {
		first[i] = l.slots[f&mask].feature
	}
	for i, f := range features {
		s := &l.slots[f&mask]
		if first[i] != f {
			s = l.at(f)
		}
		if s.met >= l.ripe {
			for a, w := range s.now {
				out[a] += w
			}
		}
	}
	return out
}

// bump moves the weights of an action.
func (l *arcLearner) bump(features []uint64, a action, by int32) {
	for _, f := range features {
		s := l.at(f)
		if s.met == 0 {
			if !l.again(f) {
				continue
			}
			if l.used*3 >= len(l.slots)*2 {
				l.grow()
				s = l.at(f)
			}
			l.used++
			s.feature = f
		}
		s.met++
		s.now[a] += by
		s.late[a] += int64(by) * l.step
	}
}

// again tells whether a feature was met before.
func (l *arcLearner) again(f uint64) bool {
	bit := f >> (64 - onceBits)
	word, mask := &l.once[bit/64], uint64(1)<<(bit%64)
	was := *word&mask != 0
	*word |= mask
	return was || l.ripe < 2
}

func (l *arcLearner) grow() {
	old := l.slots
	l.slots = make([]arcSlot, 2*len(old))
	for _, s := range old {
		if s.met != 0 {
			*l.at(s.feature) = s
		}
	}
}

// addTo adds the learner's mean weights to sum.
func (l *arcLearner) addTo(sum means) {
	steps := max(l.step, 1)
	for i := range l.slots {
		s := &l.slots[i]
		if s.met == 0 || s.met < l.ripe {
			continue
		}
		m := sum[s.feature]
		if m == nil {
			m = make([]int64, actions)
			sum[s.feature] = m
		}
		for a := range m {
			m[a] += (int64(s.now[a])*steps - s.late[a]) * meanScale / steps
		}
	}
}
