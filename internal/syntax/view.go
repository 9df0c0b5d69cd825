package syntax

// view is what the parser's features see of a word.
type view struct{ low, tag, group, coarse uint64 }

func (s *Sentence) view(word int32) view {
	i := int(word)
	switch {
	case i < 0:
		return view{}
	case i >= len(s.forms):
		return view{1, 255, 0, 0}
	}
	f := &s.forms[i]
	return view{f.low, uint64(s.Tags[i]) + 1, f.group, f.coarse}
}

// distance is how far two words stand apart, in steps.
func distance(a, b int32) uint64 {
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
