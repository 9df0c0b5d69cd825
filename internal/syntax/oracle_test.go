package syntax

import (
	"slices"
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
		x := &lesson{heads: projective(t, rapid.IntRange(1, 12).Draw(t, "n"))}
		var l lattice
		l.reset(len(x.heads))
		at := int32(0)
		for !l.over(&l.states[at]) {
			var free []action
			for _, a := range possible(&l, at) {
				if x.cost(&l, &l.states[at], a) == 0 {
					free = append(free, a)
				}
			}
			if len(free) == 0 {
				t.Fatalf("tree %v: every action costs after %v", x.heads, taken(&l, at))
			}
			at = l.take(at, rapid.SampledFrom(free).Draw(t, "action"), 0, 0)
		}
		if got := headsOf(&l, at); !slices.Equal(got, x.heads) {
			t.Fatalf("tree %v: got %v", x.heads, got)
		}
	})
}

func TestPathLeadsToTheTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := &lesson{heads: projective(t, rapid.IntRange(1, 20).Draw(t, "n"))}
		var l lattice
		l.reset(len(x.heads))
		at := int32(0)
		for _, a := range x.path() {
			at = l.take(at, a, 0, 0)
		}
		if got := headsOf(&l, at); !slices.Equal(got, x.heads) {
			t.Fatalf("tree %v: got %v by %v", x.heads, got, x.path())
		}
	})
}

// After any actions, what an action costs is how many arcs fewer can still be had.
func TestCostIsWhatTheBestEndLoses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := &lesson{heads: projective(t, rapid.IntRange(1, 6).Draw(t, "n"))}
		var l lattice
		l.reset(len(x.heads))
		at := int32(0)
		for !l.over(&l.states[at]) {
			all := possible(&l, at)
			before := x.reach(&l, at)
			for _, a := range all {
				if got, want := x.cost(&l, &l.states[at], a), before-x.reach(&l, l.take(at, a, 0, 0)); got != want {
					t.Fatalf("tree %v, after %v: action %d costs %d, want %d", x.heads, taken(&l, at), a, got, want)
				}
			}
			at = l.take(at, rapid.SampledFrom(all).Draw(t, "action"), 0, 0)
		}
	})
}

func possible(l *lattice, at int32) (all []action) {
	for a, ok := range l.can(&l.states[at]) {
		if ok {
			all = append(all, action(a))
		}
	}
	return all
}

// taken is the actions that led to a state.
func taken(l *lattice, at int32) (out []action) {
	for ; at > 0; at = l.states[at].from {
		out = append(out, l.states[at].taken)
	}
	slices.Reverse(out)
	return out
}

// headsOf is the heads given until a state, -1 where none is.
func headsOf(l *lattice, at int32) []int {
	out := slices.Repeat([]int{-1}, int(l.n))
	for ; at > 0; at = l.states[at].from {
		if st := &l.states[at]; st.taken != shift {
			head, dep := l.arc(&l.states[st.from], st.taken)
			out[l.nodes[dep].word] = int(l.nodes[head].word)
		}
	}
	return out
}

// reach is the most arcs of the tree that any actions from here make, those made
// already included.
func (x *lesson) reach(l *lattice, at int32) int {
	best := 0
	if l.over(&l.states[at]) {
		for i, h := range headsOf(l, at) {
			if h == x.heads[i] {
				best++
			}
		}
	}
	for _, a := range possible(l, at) {
		best = max(best, x.reach(l, l.take(at, a, 0, 0)))
	}
	return best
}
