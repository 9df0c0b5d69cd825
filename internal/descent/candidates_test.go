package descent

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A tally counts what a map would, from one article to the next.
func TestTallyCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var tally Tally
		row := rapid.OneOf(rapid.Int64Range(1, 30), rapid.Int64Range(1, 1<<40))
		for range rapid.IntRange(1, 3).Draw(t, "articles") {
			tally.Reset()
			want := map[int64]Shared{}
			for range rapid.IntRange(0, 60).Draw(t, "keys") {
				key := rapid.Uint64Range(0, 1<<KeyBits-1).Draw(t, "key")
				posters := rapid.SliceOfN(row, 0, 90).Draw(t, "posters")
				tally.Add(key, posters)
				for _, p := range posters {
					s := want[p]
					s.Add(key)
					want[p] = s
				}
			}
			for p, s := range want {
				if got := tally.Shared(p); got != s {
					t.Fatalf("%d shares %+v, not %+v", p, got, s)
				}
			}
			if got := tally.Shared(-1); got != (Shared{}) {
				t.Fatalf("a stranger shares %+v", got)
			}
			likely := slices.Sorted(maps.Keys(want))
			likely = slices.DeleteFunc(likely, func(p int64) bool { return !want[p].Enough() })
			if got := tally.Likely(); !slices.Equal(got, likely) {
				t.Fatalf("likely are %d, not %d", got, likely)
			}
		}
	})
}
