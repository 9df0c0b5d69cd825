package syntax

// action is a transition of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez
// and Satta 2011). The root stands at the end of the buffer.
type action int

const (
	shift    action = iota // the buffer's first onto the stack
	leftArc                // the stack's top hangs on the buffer's first
	rightArc               // the stack's top hangs on the one below it
	actions  = 3
)

// state is a parse under way. The buffer is next, next+1, … n-1 and then the
// root, which is n.
type state struct {
	n     int
	next  int
	stack []int
	node  []node
	done  []int // words that have a head, in the order they got it
}

// node is a word with what hangs on it so far.
type node struct {
	head        int
	rel         Rel
	left, left2 int // its two leftmost dependents, -1 when none
	right       int // its rightmost dependents, -1 when none
	right2      int
	lefts       int // dependents on each side
	rights      int
	leftRels    uint64 // the relations of its dependents on each side, as a set
	rightRels   uint64
}

func (st *state) reset(n int) {
	st.n, st.next, st.stack, st.done = n, 0, st.stack[:0], st.done[:0]
	st.node = sized(st.node, n+1)
	for i := range st.node {
		st.node[i] = node{head: Root, left: -1, left2: -1, right: -1, right2: -1}
	}
}

func (st *state) over() bool { return st.next == st.n && len(st.stack) == 0 }

func (st *state) can(a action) bool {
	switch a {
	case shift:
		return st.next < st.n
	case leftArc:
		// One word alone hangs on the root: the last on the stack.
		return len(st.stack) > 0 && (st.next < st.n || len(st.stack) == 1)
	}
	return len(st.stack) > 1
}

// arc is what a leftArc or rightArc would join.
func (st *state) arc(a action) (head, dep int) {
	top := len(st.stack) - 1
	if a == leftArc {
		return st.next, st.stack[top]
	}
	return st.stack[top-1], st.stack[top]
}

func (st *state) shift() {
	st.stack = append(st.stack, st.next)
	st.next++
}

// join hangs dep, the stack's top, on head and takes it off the stack.
func (st *state) join(head, dep int, rel Rel) {
	st.stack = st.stack[:len(st.stack)-1]
	st.node[dep].head, st.node[dep].rel = head, rel
	st.done = append(st.done, dep)
	h := &st.node[head]
	if dep < head {
		h.lefts++
		h.leftRels |= 1 << (rel & 63)
		h.left, h.left2 = dep, h.left
		return
	}
	h.rights++
	h.rightRels |= 1 << (rel & 63)
	h.right, h.right2 = dep, h.right
}

// at is the i-th from the stack's top, -1 when there is none.
func (st *state) at(i int) int {
	if i >= len(st.stack) {
		return -1
	}
	return st.stack[len(st.stack)-1-i]
}

// ahead is the i-th of the buffer: n is the root, -1 beyond it.
func (st *state) ahead(i int) int {
	if st.next+i > st.n {
		return -1
	}
	return st.next + i
}
