package syntax

import "iter"

// branch is how a word stands in the finished tree.
type branch struct {
	from, to int // its subtree, [from, to)
	child    int // its first dependent, -1 when none
	next     int // the next dependent of its head, -1 when none
}

// settle takes the tree over from the last state of the best parse and derives the
// branches. A projective tree's subtrees are ranges: a dependent's range widens its
// head's once it is complete itself.
func (s *Sentence) settle(x *search, last int32) {
	s.done = s.done[:0]
	for i := last; i > 0; i = x.states[i].from {
		st := &x.states[i]
		if st.taken == shift {
			continue
		}
		head, dep := x.arc(&x.states[st.from], st.taken)
		h, d := int(x.nodes[head].word), int(x.nodes[dep].word)
		s.Heads[d], s.sketched[d] = h, st.rel
		if h == len(s.Words) {
			s.Heads[d] = Root
		}
		s.done = append(s.done, d)
	}
	s.spread()
}

// spread derives the branches from the heads.
func (s *Sentence) spread() {
	s.tree = sized(s.tree, len(s.Words))
	for i := range s.tree {
		s.tree[i] = branch{from: i, to: i + 1, child: -1, next: -1}
	}
	for i := len(s.Heads) - 1; i >= 0; i-- {
		if h := s.Heads[i]; h != Root {
			s.tree[i].next, s.tree[h].child = s.tree[h].child, i
		}
	}
	for at := len(s.done) - 1; at >= 0; at-- {
		i := s.done[at]
		if h := s.Heads[i]; h != Root {
			s.tree[h].from = min(s.tree[h].from, s.tree[i].from)
			s.tree[h].to = max(s.tree[h].to, s.tree[i].to)
		}
	}
}

// Subtree is the range of words [from, to) that hang on word i, itself within.
// Subtrees have no holes.
func (s *Sentence) Subtree(i int) (from, to int) { return s.tree[i].from, s.tree[i].to }

// Children yields the words that hang on word i directly, from left to right.
func (s *Sentence) Children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for c := s.tree[i].child; c >= 0; c = s.tree[c].next {
			if !yield(c) {
				return
			}
		}
	}
}

// Top is the root of the sentence, -1 when it has no words.
func (s *Sentence) Top() int {
	for i, h := range s.Heads {
		if h == Root {
			return i
		}
	}
	return -1
}
