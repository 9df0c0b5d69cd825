package syntax

// action is a transition of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez
// and Satta 2011). The root stands at the end of the buffer.
type action uint8

const (
	shift    action = iota // the buffer's first onto the stack
	leftArc                // the stack's top hangs on the buffer's first
	rightArc               // the stack's top hangs on the one below it
	actions  = 3
)

// node is a word with what hangs on it so far. It never changes once made: a word
// that gets a dependent is a new node, so that parses share what they agree on.
type node struct {
	word        int32
	below       int32 // the node under it on the stack
	left, left2 int32 // its two leftmost dependents, -1 when none
	right       int32 // its two rightmost dependents, -1 when none
	right2      int32
	lefts       uint8 // dependents on each side, manyDependents at most
	rights      uint8
	leftRel     uint8 // relations of left, left2 and right, from 1; 0 when none
	left2Rel    uint8
	rightRel    uint8
	leftRels    uint64 // the relations of its dependents on each side, as a set
	rightRels   uint64
	bearing     uint64 // a hash of the word's place and of its dependents
}

// manyDependents is where counting dependents ends.
const manyDependents = 9

// state is a parse under way. The buffer is next, next+1, … n-1 and then the
// root, which is n.
type state struct {
	score int64
	top   int32 // the stack's uppermost node, none when it is empty
	front int32 // the node of the buffer's first
	next  int32 // the buffer's first
	from  int32 // the state before
	taken action
	rel   Rel // of the arc that was made
}

// none is the node that stands for words beyond the sentence.
const none = 0

// lattice holds the states and nodes of the parses of one sentence.
type lattice struct {
	n      int32
	nodes  []node
	states []state
}

// reset puts the first state there: nodes 1 … n+1 are the words and the root.
func (l *lattice) reset(n int) {
	l.n = int32(n)
	l.nodes = append(l.nodes[:0], node{word: -1, left: -1, left2: -1, right: -1, right2: -1})
	for i := range int32(n + 1) {
		l.nodes = append(l.nodes, node{word: i, left: -1, left2: -1, right: -1, right2: -1, bearing: mix(500, uint64(i), 0, 0)})
	}
	l.states = append(l.states[:0], state{front: 1, from: -1})
}

func (l *lattice) over(st *state) bool { return st.next == l.n && st.top == none }

// can tells which actions are possible: one always is until the parse is over.
func (l *lattice) can(st *state) (ok [actions]bool) {
	ok[shift] = st.next < l.n
	if st.top != none {
		lower := l.nodes[st.top].below
		// One word alone hangs on the root: the last on the stack.
		ok[leftArc] = st.next < l.n || lower == none
		ok[rightArc] = lower != none
	}
	return ok
}

// arc is the nodes that a leftArc or rightArc would join.
func (l *lattice) arc(st *state, a action) (head, dep int32) {
	if a == leftArc {
		return st.front, st.top
	}
	return l.nodes[st.top].below, st.top
}

// take adds the state that an action leads to; rel is the relation of the arc it
// makes.
func (l *lattice) take(from int32, a action, rel Rel, score int64) int32 {
	st := l.states[from]
	st.from, st.taken, st.rel, st.score = from, a, rel, score
	if a == shift {
		nd := l.nodes[st.front]
		nd.below = st.top
		st.top = l.add(nd)
		st.next++
		st.front = st.next + 1
	} else {
		head, dep := l.arc(&l.states[from], a)
		joined := l.add(l.nodes[head].with(&l.nodes[dep], rel))
		if a == leftArc {
			st.front, st.top = joined, l.nodes[dep].below
		} else {
			st.top = joined
		}
	}
	l.states = append(l.states, st)
	return int32(len(l.states) - 1)
}

func (l *lattice) add(nd node) int32 {
	l.nodes = append(l.nodes, nd)
	return int32(len(l.nodes) - 1)
}

// with is the node with one more dependent.
func (h node) with(dep *node, rel Rel) node {
	named := uint8(rel) + 1
	h.bearing = mix(501, h.bearing, uint64(dep.word), uint64(rel))
	if dep.word < h.word {
		h.lefts = min(h.lefts+1, manyDependents)
		h.leftRels |= 1 << (rel & 63)
		h.left, h.left2, h.leftRel, h.left2Rel = dep.word, h.left, named, h.leftRel
		return h
	}
	h.rights = min(h.rights+1, manyDependents)
	h.rightRels |= 1 << (rel & 63)
	h.right, h.right2, h.rightRel = dep.word, h.right, named
	return h
}
