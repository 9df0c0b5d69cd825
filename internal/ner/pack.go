package ner

import (
	"cmp"
	"slices"
)

// kept is a feature's weights against that of outside.
type kept struct {
	feature uint64
	weights [labels - 1]int64
	worth   int64 // the largest difference between two labels
}

// clipped is how many features in a thousand have a weight beyond the largest
// that is stored: those of a few would leave the others too few steps.
const clipped = 0

// largest is the farthest a stored weight may lie from nothing.
const largest = 127

// pack prunes the weights to the most features that are worth most and stores
// each in a byte. A step of them stands for so many of the means.
func (m *means) pack(most int) (rows, turns, int64) {
	all := m.prune(most)
	u := unit(all)
	var out []laid
	for _, k := range all {
		w := laid{feature: k.feature}
		silent := true
		for i, x := range k.weights {
			q := step(x, u)
			w.row[i] = byte(q + bias)
			silent = silent && q == 0
		}
		if !silent {
			out = append(out, w)
		}
	}
	var t turns
	for a := range t {
		for b := range t[a] {
			t[a][b] = int32(max(-heaviest, min(heaviest, round(m.turns[a][b], u))))
		}
	}
	return newRows(out), t, u
}

func (m *means) prune(most int) []kept {
	all := make([]kept, 0, len(m.features))
	for f, s := range m.features {
		k := kept{feature: f, worth: slices.Max(s[:]) - slices.Min(s[:])}
		for i := range k.weights {
			k.weights[i] = s[i+1] - s[outside]
		}
		all = append(all, k)
	}
	slices.SortFunc(all, func(a, b kept) int {
		return cmp.Or(cmp.Compare(b.worth, a.worth), cmp.Compare(a.feature, b.feature))
	})
	return all[:min(most, len(all))]
}

// unit is what a step of the stored weights stands for.
func unit(all []kept) int64 {
	var far []int64
	for _, k := range all {
		far = append(far, max(slices.Max(k.weights[:]), -slices.Min(k.weights[:])))
	}
	if len(far) == 0 {
		return 1
	}
	slices.Sort(far)
	return max(far[(len(far)-1)*(1000-clipped)/1000]/largest, 1)
}

func step(w, unit int64) int64 { return max(-largest, min(largest, round(w, unit))) }

// round divides and rounds to the nearest.
func round(w, unit int64) int64 {
	if w < 0 {
		return -((-w + unit/2) / unit)
	}
	return (w + unit/2) / unit
}
