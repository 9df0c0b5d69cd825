package syntax

import (
	"maps"
	"slices"
)

// clusterTable packs the clusters of words; of words that look alike to the
// features the first in order of the alphabet counts.
func clusterTable(clusters map[string]uint16) table {
	seen := map[uint64]bool{}
	var pairs []pair
	for _, w := range slices.Sorted(maps.Keys(clusters)) {
		if low := newForm(w).low; !seen[low] {
			seen[low] = true
			pairs = append(pairs, pair{low, uint32(clusters[w]) + 1})
		}
	}
	return *newTable(pairs, 4)
}

// Words seen at least knownOften times with one tag in all but one in
// knownPurity cases are tagged without a look around.
const (
	knownOften  = 40
	knownPurity = 400
)

func (tr *trainer) knownWords() table {
	count := map[uint64]map[Tag]int{}
	for _, l := range tr.sents {
		for i := range l.tags {
			low := l.s.forms[i].low
			if count[low] == nil {
				count[low] = map[Tag]int{}
			}
			count[low][l.tags[i]]++
		}
	}
	var pairs []pair
	for _, low := range slices.Sorted(maps.Keys(count)) {
		tags := count[low]
		all, most, best := 0, 0, Tag(0)
		for t, n := range tags {
			all += n
			if n > most || n == most && t < best {
				most, best = n, t
			}
		}
		if all >= knownOften && (all-most)*knownPurity <= all {
			pairs = append(pairs, pair{low, uint32(best) + 1})
		}
	}
	return *newTable(pairs, 4)
}
