package syntax

// attach fills s.Heads and s.Rels for tagged words.
func (m *Model) attach(s *Sentence) {
	s.survey(m)
	st := &s.state
	st.reset(len(s.Words))
	for !st.over() {
		s.feats = actionFeatures(s, st, s.feats[:0])
		a := bestAction(st, m.action.score(s.feats))
		if a == shift {
			st.shift()
			continue
		}
		head, dep := st.arc(a)
		s.feats = labelFeatures(s, head, dep, s.feats[:0])
		st.join(head, dep, Rel(m.label.best(s.feats, &s.score)))
	}
	s.settle()
}

// bestAction is the best of the actions that can be taken; one always can.
func bestAction(st *state, score [actions]int32) action {
	best := action(-1)
	for a := shift; a < actions; a++ {
		if st.can(a) && (best < 0 || score[a] > score[best]) {
			best = a
		}
	}
	return best
}
