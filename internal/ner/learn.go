package ner

// learner is an averaged perceptron over whole sentences under training. All
// arithmetic is on whole numbers, so that the same lessons in the same order
// give the same weights.
type learner struct {
	number  map[uint64]int32 // of each feature
	weights []cells
	late    []sums // the sum of each change times the step before it
	turns   turns
	lateT   [labels][labels]int64
	step    int64
	margin  int32
	miss    int32
	path    path
}

type cells [labels]int32
type sums [labels]int64

// exercise is one sentence to learn from.
type exercise struct {
	features [][]int32 // of each word; none of a plain one
	gold     []Label
}

// study decodes a sentence with every wrong label ahead by a margin, a missed
// name by more, and moves the weights from what was found to what is right.
func (l *learner) study(x *exercise) {
	l.step++
	l.path.reset(len(x.gold))
	for i, fs := range x.features {
		if l.path.shut[i] = fs == nil; fs != nil {
			l.rate(fs, x.gold[i], &l.path.scores[i])
		}
	}
	found := l.path.best(&l.turns)
	for i := range found {
		if found[i] != x.gold[i] {
			l.move(x.features[i], x.gold[i], found[i])
		}
		if i > 0 && (found[i] != x.gold[i] || found[i-1] != x.gold[i-1]) {
			l.turn(x.gold[i-1], x.gold[i], 1)
			l.turn(found[i-1], found[i], -1)
		}
	}
}

func (l *learner) rate(features []int32, gold Label, out *scores) {
	for _, f := range features {
		w := &l.weights[f]
		for c := range w {
			out[c] += w[c]
		}
	}
	for c := range out {
		if Label(c) != gold {
			out[c] += l.margin
		}
	}
	if gold != outside {
		out[outside] += l.miss
	}
}

func (l *learner) move(features []int32, good, bad Label) {
	for _, f := range features {
		l.weights[f][good]++
		l.weights[f][bad]--
		l.late[f][good] += l.step
		l.late[f][bad] -= l.step
	}
}

func (l *learner) turn(a, b Label, by int32) {
	l.turns[a][b] += by
	l.lateT[a][b] += int64(by) * l.step
}

// meanScale keeps what division by the steps would lose.
const meanScale = 1 << 12

// mean is a weight's mean over the steps, times meanScale.
func (l *learner) mean(now int32, late int64) int64 {
	return (int64(now)*(l.step+1) - late) * meanScale / (l.step + 1)
}

// means are mean weights by feature and by labels behind each other.
type means struct {
	features map[uint64]*sums
	turns    [labels][labels]int64
}

// addTo adds the learner's mean weights to m.
func (l *learner) addTo(m *means) {
	for f, n := range l.number {
		if l.weights[n] == (cells{}) && l.late[n] == (sums{}) {
			continue
		}
		s := m.features[f]
		if s == nil {
			s = &sums{}
			m.features[f] = s
		}
		for c := range s {
			s[c] += l.mean(l.weights[n][c], l.late[n][c])
		}
	}
	for a := range l.turns {
		for b := range l.turns[a] {
			m.turns[a][b] += l.mean(l.turns[a][b], l.lateT[a][b])
		}
	}
}
