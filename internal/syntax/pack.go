package syntax

import (
	"cmp"
	"slices"
	"sort"
)

// kept is a feature's weights after pruning.
type kept struct {
	feature uint64
	weights []int64 // by class
	worth   int64   // the largest difference between two classes
}

// prune keeps the most features that are worth most.
func (m means) prune(most int) []kept {
	all := make([]kept, 0, len(m))
	for f, w := range m {
		all = append(all, kept{feature: f, weights: w, worth: slices.Max(w) - slices.Min(w)})
	}
	slices.SortFunc(all, func(a, b kept) int {
		return cmp.Or(cmp.Compare(b.worth, a.worth), cmp.Compare(a.feature, b.feature))
	})
	return all[:min(most, len(all))]
}

// unit is what the least step of the stored weights stands for, so that the
// largest weight just fits.
func unit(all []kept, of func(kept) []int64) int64 {
	largest := int64(1)
	for _, k := range all {
		for _, w := range of(k) {
			largest = max(largest, w, -w)
		}
	}
	return max(largest/int64(steps[len(steps)-1]), 1)
}

// quantised is the number of the step nearest to w.
func quantised(w, unit int64) int8 {
	size := max(w, -w)
	i := sort.Search(len(steps), func(i int) bool { return int64(steps[i])*unit >= size })
	if i == len(steps) {
		i--
	}
	if i > 0 && size-int64(steps[i-1])*unit < int64(steps[i])*unit-size {
		i--
	}
	if w < 0 {
		return int8(-i)
	}
	return int8(i)
}

// duel packs the weights of the parser's actions.
func (m means) duel(most int) duel {
	all := m.prune(most)
	relative := func(k kept) []int64 {
		return []int64{k.weights[leftArc] - k.weights[shift], k.weights[rightArc] - k.weights[shift]}
	}
	u := unit(all, relative)
	var pairs []pair
	for _, k := range all {
		w := relative(k)
		l, r := quantised(w[0], u), quantised(w[1], u)
		if l != 0 || r != 0 {
			pairs = append(pairs, pair{k.feature, uint32(uint8(l))<<8 | uint32(uint8(r))})
		}
	}
	return duel{*newTable(pairs, 4)}
}

// choice packs the weights of many classes.
func (m means) choice(classes, most int) choice {
	all := m.prune(most)
	u := unit(all, func(k kept) []int64 { return k.weights })
	c := choice{rows: []byte{0}, classes: classes}
	var pairs []pair
	for _, k := range all {
		row := []byte{0}
		for class, w := range k.weights {
			if max(w, -w)*faint < k.worth {
				continue
			}
			if q := quantised(w, u); q != 0 {
				row = append(row, byte(class), byte(q))
				row[0]++
			}
		}
		if row[0] > 0 {
			pairs = append(pairs, pair{k.feature, uint32(len(c.rows))})
			c.rows = append(c.rows, row...)
		}
	}
	c.rows = append(c.rows, make([]byte, longestRow)...)
	c.table = *newTable(pairs, 5)
	return c
}

// faint is what part of a feature's strongest weight the others must have to be
// kept; on the dev parts a twelfth costs nothing.
const faint = 12
