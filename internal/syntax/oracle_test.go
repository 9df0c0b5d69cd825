package syntax

import (
	"testing"

	"pgregory.net/rapid"
)

// projective draws heads of a tree without crossing arcs over n words, n for the
// root's.
func projective(t *rapid.T, n int) []int {
	heads := make([]int, n)
	var hang func(from, to, head int)
	hang = func(from, to, head int) {
		for from < to {
			end := rapid.IntRange(from+1, to).Draw(t, "end")
			if head == n {
				end = to
			}
			top := rapid.IntRange(from, end-1).Draw(t, "top")
			heads[top] = head
			hang(from, top, top)
			hang(top+1, end, top)
			from = end
		}
	}
	hang(0, n, n)
	return heads
}

// From the start, actions that cost nothing lead to the tree itself, whichever of
// them is taken.
func TestActionsWithoutCostLeadToTheTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "n")
		x := &lesson{heads: projective(t, n)}
		st := &state{}
		st.reset(n)
		for !st.over() {
			var free []action
			for a := shift; a < actions; a++ {
				if st.can(a) && x.cost(st, a) == 0 {
					free = append(free, a)
				}
			}
			if len(free) == 0 {
				t.Fatalf("tree %v: every action costs at stack %v, next %d", x.heads, st.stack, st.next)
			}
			a := rapid.SampledFrom(free).Draw(t, "action")
			if a == shift {
				st.shift()
				continue
			}
			head, dep := st.arc(a)
			st.join(head, dep, 0)
		}
		for i, h := range x.heads {
			if st.node[i].head != h {
				t.Fatalf("tree %v: word %d hangs on %d", x.heads, i, st.node[i].head)
			}
		}
	})
}

// After any actions, what an action costs is how many arcs fewer can still be had.
func TestCostIsWhatTheBestEndLoses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "n")
		x := &lesson{heads: projective(t, n)}
		st := &state{}
		st.reset(n)
		for !st.over() {
			var all []action
			for a := shift; a < actions; a++ {
				if st.can(a) {
					all = append(all, a)
				}
			}
			before := x.reach(st)
			for _, a := range all {
				if got, want := x.cost(st, a), before-x.reach(after(st, a)); got != want {
					t.Fatalf("tree %v, stack %v, next %d: action %d costs %d, want %d", x.heads, st.stack, st.next, a, got, want)
				}
			}
			st = after(st, rapid.SampledFrom(all).Draw(t, "action"))
		}
	})
}

func after(st *state, a action) *state {
	c := *st
	c.stack = append([]int(nil), st.stack...)
	c.node = append([]node(nil), st.node...)
	c.done = nil
	if a == shift {
		c.shift()
		return &c
	}
	head, dep := c.arc(a)
	c.join(head, dep, 0)
	return &c
}

// reach is the most arcs of the tree that any actions from here make, those made
// already included.
func (x *lesson) reach(st *state) int {
	if st.over() {
		right := 0
		for i, h := range x.heads {
			if st.node[i].head == h {
				right++
			}
		}
		return right
	}
	best := 0
	for a := shift; a < actions; a++ {
		if st.can(a) {
			best = max(best, x.reach(after(st, a)))
		}
	}
	return best
}
