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

// unitOf is what the least step of the stored weights stands for, so that the
// largest weight just fits.
func unitOf(all []kept) int64 {
	largest := int64(1)
	for _, k := range all {
		for _, w := range k.weights {
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

// duel packs the weights of the parser's actions, a step of which stands for unit.
func (m means) duel(most int) (d duel, unit int64) {
	all := m.prune(most)
	unit = unitOf(all)
	var pairs []pair
	for _, k := range all {
		payload := uint32(0)
		for _, w := range k.weights {
			payload = payload<<8 | uint32(uint8(quantised(w, unit)))
		}
		if payload != 0 {
			pairs = append(pairs, pair{k.feature, payload})
		}
	}
	return duel{*newTable(pairs, 5)}, unit
}

// choice packs the weights of many classes.
func (m means) choice(classes, most int) choice {
	all := m.prune(most)
	u := unitOf(all)
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
