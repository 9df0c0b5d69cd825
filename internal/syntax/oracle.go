package syntax

// cost counts the gold arcs that an action puts out of reach (Goldberg and
// Nivre 2013, for the arc-hybrid system). The root's arc is in reach of the word
// at the stack's bottom alone, for one word is to hang there.
func (x *lesson) cost(st *state, a action) int {
	switch a {
	case shift:
		return x.shiftCost(st)
	case leftArc:
		return x.leftCost(st)
	}
	return x.rightCost(st)
}

// shiftCost: the buffer's first loses its head on the stack, unless that is the
// top, the root's arc, unless the stack is empty, and its dependents there.
func (x *lesson) shiftCost(st *state) int {
	cost := 0
	for i, w := range st.stack {
		if x.heads[w] == st.next {
			cost++
		}
		if i < len(st.stack)-1 && x.heads[st.next] == w {
			cost++
		}
	}
	if len(st.stack) > 0 && x.heads[st.next] == st.n {
		cost++
	}
	return cost
}

// leftCost: the top loses its head, unless that is the buffer's first, and its
// dependents in the buffer.
func (x *lesson) leftCost(st *state) int {
	top := st.at(0)
	cost := x.waiting(st, top)
	h := x.heads[top]
	if h == st.at(1) || h > st.next && (h < st.n || len(st.stack) == 1) {
		cost++
	}
	return cost
}

// rightCost: the top loses its head in the buffer and its dependents there.
func (x *lesson) rightCost(st *state) int {
	top := st.at(0)
	cost := x.waiting(st, top)
	if h := x.heads[top]; h >= st.next && h < st.n {
		cost++
	}
	return cost
}

// waiting counts the dependents of w that are still in the buffer.
func (x *lesson) waiting(st *state, w int) int {
	n := 0
	for d := st.next; d < st.n; d++ {
		if x.heads[d] == w {
			n++
		}
	}
	return n
}
