package trace

// alignment of two wordings: how many words are the same, and the places in
// between that are not.
type alignment struct {
	same int
	gaps []gap
}

// gap is a place that is worded otherwise: words a0 to a1 of one, b0 to b1 of
// the other, both some.
type gap struct{ a0, a1, b0, b1 int }

// align finds the longest common subsequence of the words. Both have at most
// maxDriftWords.
func align(a, b []word) alignment {
	width := len(b) + 1
	longest := make([]int, (len(a)+1)*width) // of a[i:] and b[j:]
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			at := i*width + j
			if a[i].key == b[j].key {
				longest[at] = longest[at+width+1] + 1
			} else {
				longest[at] = max(longest[at+width], longest[at+1])
			}
		}
	}
	out := alignment{same: longest[0]}
	i, j, i0, j0 := 0, 0, 0, 0
	for i < len(a) && j < len(b) {
		switch at := i*width + j; {
		case a[i].key == b[j].key:
			out.gap(i0, i, j0, j)
			i, j = i+1, j+1
			i0, j0 = i, j
		case longest[at+width] >= longest[at+1]:
			i++
		default:
			j++
		}
	}
	out.gap(i0, len(a), j0, len(b))
	return out
}

func (l *alignment) gap(a0, a1, b0, b1 int) {
	if a1 > a0 && b1 > b0 {
		l.gaps = append(l.gaps, gap{a0, a1, b0, b1})
	}
}
