package syntax

// view is what the parser's features see of a word.
type view struct{ low, tag, group, coarse uint64 }

func (s *Sentence) view(i int) view {
	switch {
	case i < 0:
		return view{}
	case i >= len(s.forms):
		return view{1, 255, 0, 0}
	}
	f := &s.forms[i]
	return view{f.low, uint64(s.Tags[i]) + 1, f.group, f.coarse}
}

func (st *state) relOf(i int) uint64 {
	if i < 0 || st.node[i].head == Root {
		return 0
	}
	return uint64(st.node[i].rel) + 1
}

// childless stands for words beyond the sentence.
var childless = node{left: -1, left2: -1, right: -1, right2: -1}

// kin is what hangs on a word so far.
func (st *state) kin(i int) *node {
	if i < 0 {
		return &childless
	}
	return &st.node[i]
}

// distance is how far two words stand apart, in steps.
func distance(a, b int) uint64 {
	if a < 0 || b < 0 {
		return 0
	}
	d := b - a
	switch {
	case d < 5:
		return uint64(d)
	case d < 10:
		return 6
	}
	return 7
}
