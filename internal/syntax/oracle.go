package syntax

// path is the actions that lead to a lesson's tree, or as near as a tree without
// crossing arcs comes: of those that cost least the one that attaches first.
func (x *lesson) path() []action {
	var l lattice
	l.reset(len(x.heads))
	at := int32(0)
	var out []action
	for !l.over(&l.states[at]) {
		a := x.cheapest(&l, &l.states[at])
		out = append(out, a)
		at = l.take(at, a, 0, 0)
	}
	return out
}

func (x *lesson) cheapest(l *lattice, st *state) action {
	ok := l.can(st)
	best, least := shift, -1
	for _, a := range []action{leftArc, rightArc, shift} {
		if !ok[a] {
			continue
		}
		if c := x.cost(l, st, a); least < 0 || c < least {
			best, least = a, c
		}
	}
	return best
}

// cost counts the gold arcs that an action puts out of reach (Goldberg and
// Nivre 2013, for the arc-hybrid system). The root's arc is in reach of the word
// at the stack's bottom alone, for one word is to hang there.
func (x *lesson) cost(l *lattice, st *state, a action) int {
	switch a {
	case shift:
		return x.shiftCost(l, st)
	case leftArc:
		return x.leftCost(l, st)
	}
	return x.rightCost(l, st)
}

// shiftCost: the buffer's first loses its head on the stack, unless that is the
// top, the root's arc, unless the stack is empty, and its dependents there.
func (x *lesson) shiftCost(l *lattice, st *state) int {
	cost, next := 0, int(st.next)
	for at := st.top; at != none; at = l.nodes[at].below {
		w := int(l.nodes[at].word)
		if x.heads[w] == next {
			cost++
		}
		if at != st.top && x.heads[next] == w {
			cost++
		}
	}
	if st.top != none && x.heads[next] == int(l.n) {
		cost++
	}
	return cost
}

// leftCost: the top loses its head, unless that is the buffer's first, and its
// dependents in the buffer.
func (x *lesson) leftCost(l *lattice, st *state) int {
	top := &l.nodes[st.top]
	cost := x.waiting(l, st, int(top.word))
	h, n := x.heads[top.word], int(l.n)
	if top.below != none && h == int(l.nodes[top.below].word) || h > int(st.next) && (h < n || top.below == none) {
		cost++
	}
	return cost
}

// rightCost: the top loses its head in the buffer and its dependents there.
func (x *lesson) rightCost(l *lattice, st *state) int {
	top := int(l.nodes[st.top].word)
	cost := x.waiting(l, st, top)
	if h := x.heads[top]; h >= int(st.next) && h < int(l.n) {
		cost++
	}
	return cost
}

// waiting counts the dependents of w that are still in the buffer.
func (x *lesson) waiting(l *lattice, st *state, w int) int {
	n := 0
	for d := int(st.next); d < int(l.n); d++ {
		if x.heads[d] == w {
			n++
		}
	}
	return n
}
