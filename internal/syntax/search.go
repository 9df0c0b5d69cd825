package syntax

// The search keeps the best parses after each action, side by side: a beam (Zhang
// and Clark 2008), narrow where one parse leads clearly.

// weigher weighs a sentence's s.feats: a model, or what is learnt so far.
type weigher interface {
	weighActions(s *Sentence, groups []asked)
	nameArc(s *Sentence) Rel
}

// asked is a group of features to be weighed: they end at end in s.feats, where those
// of the next begin.
type asked struct {
	end    int
	weight *[actions]int32
}

// widest is the most parses a search may follow side by side.
const widest = 32

// maxLead bounds a search's lead, so that scores stay far from overflowing.
const maxLead = 1<<40 - 1

// search parses one sentence.
type search struct {
	lattice
	width int   // parses kept after each action
	lead  int64 // a parse so far behind the best is given up
	// augment, in training, is what a wrong arc scores on top, so that right parses
	// learn to win by a margin; heads are the right ones.
	augment int64
	heads   []int

	open  [widest]step // what the next states will be, the best first
	count int
	memos [groups]memo
	asked [groups]asked // room for those of one state
	round uint64        // sentences so far: what was remembered before does not count
}

// step is an action that a state may take.
type step struct {
	score int64
	from  int32
	taken action
}

// run fills the lattice and gives the best last state.
func (x *search) run(s *Sentence, w weigher) int32 {
	x.begin(s)
	first, end := int32(0), int32(1)
	for range 2 * len(s.Words) {
		first, end = x.advance(s, w, first, end)
	}
	return first
}

func (x *search) begin(s *Sentence) {
	x.reset(len(s.Words))
	x.round++
}

// advance takes the states [first, end) one action on.
func (x *search) advance(s *Sentence, w weigher, first, end int32) (int32, int32) {
	x.count = 0
	for i := first; i < end; i++ {
		x.expand(s, w, i)
	}
	begin := int32(len(x.states))
	for _, c := range x.open[:x.count] {
		if c.score < x.open[0].score-x.lead {
			break
		}
		x.follow(s, w, c)
	}
	return begin, int32(len(x.states))
}

// expand offers what a state may do.
func (x *search) expand(s *Sentence, w weigher, i int32) {
	st := &x.states[i]
	ok := x.can(st)
	score := x.weigh(s, w, st)
	if ok[shift] {
		x.offer(step{st.score + int64(score[shift]), i, shift})
	}
	if ok[leftArc] {
		x.offer(step{st.score + int64(score[leftArc]) + x.loss(st, leftArc), i, leftArc})
	}
	if ok[rightArc] {
		x.offer(step{st.score + int64(score[rightArc]) + x.loss(st, rightArc), i, rightArc})
	}
}

func (x *search) loss(st *state, a action) int64 {
	if x.augment == 0 {
		return 0
	}
	head, dep := x.arc(st, a)
	if x.heads[x.nodes[dep].word] == int(x.nodes[head].word) {
		return 0
	}
	return x.augment
}

// offer keeps a step if it is among the best; of equals the first offered stays
// before the others.
func (x *search) offer(c step) {
	at := x.count
	for at > 0 && x.open[at-1].score < c.score {
		at--
	}
	if at == x.width {
		return
	}
	x.count = min(x.count+1, x.width)
	copy(x.open[at+1:x.count], x.open[at:])
	x.open[at] = c
}

// follow makes the state that a step leads to.
func (x *search) follow(s *Sentence, w weigher, c step) int32 {
	rel := Rel(0)
	if c.taken != shift {
		rel = x.name(s, w, &x.states[c.from], c.taken)
	}
	return x.take(c.from, c.taken, rel, c.score)
}
