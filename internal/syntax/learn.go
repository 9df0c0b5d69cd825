package syntax

// learner is an averaged perceptron under training. All arithmetic is on whole
// numbers, so that the same data in the same order gives the same weights. It
// holds no pointers: millions of features would keep the collector busy.
type learner struct {
	classes int
	slots   []slot // open addressing
	used    int
	cells   []cell
	late    []int64 // for each cell, the sum of each change times the step before it
	step    int64
	ripe    int32    // a feature counts once it met so many mistakes
	once    []uint64 // a bit for features met once, which get no slot yet
}

// slot is what is learnt of one feature: its weights are cells[from:from+n], with
// room for most.
type slot struct {
	feature uint64
	met     int32 // mistakes it took part in
	from    int32
	n, most uint8 // most is 0 in an empty slot
}

// cell is the weight for one class. Its mean over the steps is now - late/steps.
type cell struct {
	now   int32
	class uint8
}

// onceBits is the size of the filter of features met once, as a power of two: most
// of the millions are never met again.
const onceBits = 25

func newLearner(classes, ripe int) *learner {
	return &learner{classes: classes, ripe: int32(ripe), slots: make([]slot, 1<<16), once: make([]uint64, 1<<(onceBits-6))}
}

func (l *learner) grow() {
	old := l.slots
	l.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.most != 0 {
			l.slots[l.at(s.feature)] = s
		}
	}
}

// at is where a feature stands or would stand.
func (l *learner) at(f uint64) int {
	mask := len(l.slots) - 1
	i := int(f) & mask
	for l.slots[i].most != 0 && l.slots[i].feature != f {
		i = (i + 1) & mask
	}
	return i
}

// place is the slot of a feature, made when it is met for the second time; nil
// before that.
func (l *learner) place(f uint64) *slot {
	i := l.at(f)
	if l.slots[i].most != 0 {
		return &l.slots[i]
	}
	if !l.again(f) {
		return nil
	}
	if l.used*3 >= len(l.slots)*2 {
		l.grow()
		i = l.at(f)
	}
	l.used++
	l.slots[i] = slot{feature: f}
	l.widen(&l.slots[i], 2)
	return &l.slots[i]
}

// again tells whether a feature was met before.
func (l *learner) again(f uint64) bool {
	bit := f >> (64 - onceBits)
	word, mask := &l.once[bit/64], uint64(1)<<(bit%64)
	was := *word&mask != 0
	*word |= mask
	return was || l.ripe < 2
}

// widen moves a feature's cells to where there is room for most.
func (l *learner) widen(s *slot, most uint8) {
	from := len(l.cells)
	l.cells = append(l.cells, make([]cell, most)...)
	l.late = append(l.late, make([]int64, most)...)
	copy(l.cells[from:], l.cells[s.from:][:s.n])
	copy(l.late[from:], l.late[s.from:][:s.n])
	s.from, s.most = int32(from), most
}

func (l *learner) score(features []uint64, out *scores) {
	clear(out[:l.classes])
	var first [maxFeatures]uint64 // read at once, so that memory is waited for once
	mask := uint64(len(l.slots) - 1)
	for i, f := range features {
		first[i] = l.slots[f&mask].feature
	}
	for i, f := range features {
		at := f & mask
		if first[i] != f {
			at = uint64(l.at(f))
		}
		s := &l.slots[at]
		if s.met < l.ripe {
			continue
		}
		for _, w := range l.cells[s.from:][:s.n] {
			out[w.class] += w.now
		}
	}
}

// learn moves the weights when want does not lead by margin, and gives the class
// that was best before.
func (l *learner) learn(features []uint64, score *scores, want int, margin int32) int {
	l.step++
	best, rival := 0, -1
	for c := range l.classes {
		if score[c] > score[best] {
			best = c
		}
		if c != want && (rival < 0 || score[c] > score[rival]) {
			rival = c
		}
	}
	if rival >= 0 && score[want]-score[rival] < margin {
		l.update(features, want, rival)
	}
	return best
}

// argmax is the class of the highest score.
func argmax(score []int32) int {
	best := 0
	for c := range score {
		if score[c] > score[best] {
			best = c
		}
	}
	return best
}

// update rewards one class and punishes another for the features they met in.
func (l *learner) update(features []uint64, good, bad int) {
	for _, f := range features {
		if s := l.place(f); s != nil {
			s.met++
			l.bump(s, uint8(good), 1)
			l.bump(s, uint8(bad), -1)
		}
	}
}

func (l *learner) bump(s *slot, class uint8, by int32) {
	i := s.from
	for ; i < s.from+int32(s.n); i++ {
		if l.cells[i].class == class {
			break
		}
	}
	if i == s.from+int32(s.n) {
		if s.n == s.most {
			l.widen(s, uint8(min(2*int(s.most), maxClasses)))
			i = s.from + int32(s.n)
		}
		l.cells[i].class = class
		s.n++
	}
	l.cells[i].now += by
	l.late[i] += int64(by) * l.step
}

// meanScale keeps what division by the steps would lose.
const meanScale = 1 << 16

// means are the mean weights of features, times meanScale, by class.
type means map[uint64][]int64

// addTo adds the learner's mean weights to sum.
func (l *learner) addTo(sum means) {
	steps := max(l.step, 1)
	for i := range l.slots {
		s := &l.slots[i]
		if s.met == 0 || s.met < l.ripe {
			continue
		}
		m := sum[s.feature]
		if m == nil {
			m = make([]int64, l.classes)
			sum[s.feature] = m
		}
		for i := s.from; i < s.from+int32(s.n); i++ {
			m[l.cells[i].class] += (int64(l.cells[i].now)*steps - l.late[i]) * meanScale / steps
		}
	}
}
