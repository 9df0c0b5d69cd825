package resolve

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Companions are counted where they stand as a map counts them.
func TestProfileCountsCompanions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p profile
		want := map[Companion]int32{}
		for range rapid.IntRange(0, 12).Draw(t, "scenes") {
			with := rapid.SliceOfNDistinct(rapid.Uint32Range(0, 40), 0, 20, rapid.ID[uint32]).Draw(t, "with")
			slices.Sort(with)
			more := make([]Companion, len(with))
			for i, c := range with {
				more[i] = Companion(c)
				want[more[i]]++
			}
			p.with = counted(p.with, more)
		}
		var got []Companion
		for _, x := range p.with {
			got = append(got, x.Companion)
			if x.n != want[x.Companion] {
				t.Fatalf("%d is in %d scenes, not %d", x.Companion, x.n, want[x.Companion])
			}
		}
		if all := slices.Sorted(maps.Keys(want)); !slices.Equal(got, all) {
			t.Fatalf("companions are %d, not %d", got, all)
		}
	})
}
