package eval

// BCubed is precision, recall and their harmonic mean over mentions (Bagga and
// Baldwin 1998): of each mention, how many of those put with it belong with it,
// and how many of those that do were put with it.
type BCubed struct{ P, R, F float64 }

// NewBCubed judges a partition of mentions by the true one. Both give the i-th
// mention's class; a negative class of found stands for a class of its own.
func NewBCubed(truth, found []int32) BCubed {
	type cell struct{ truth, found int32 }
	ofTruth, ofFound, both := map[int32]int{}, map[int32]int{}, map[cell]int{}
	for i, t := range truth {
		ofTruth[t]++
		if f := found[i]; f >= 0 {
			ofFound[f]++
			both[cell{t, f}]++
		}
	}
	var p, r float64
	for i, t := range truth {
		inFound, inBoth := 1, 1
		if f := found[i]; f >= 0 {
			inFound, inBoth = ofFound[f], both[cell{t, f}]
		}
		p += float64(inBoth) / float64(inFound)
		r += float64(inBoth) / float64(ofTruth[t])
	}
	n := float64(max(len(truth), 1))
	b := BCubed{P: p / n, R: r / n}
	if b.P+b.R > 0 {
		b.F = 2 * b.P * b.R / (b.P + b.R)
	}
	return b
}
