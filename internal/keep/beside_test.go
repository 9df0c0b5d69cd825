package keep_test

import (
	"slices"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/keep"
)

// What is compared while others are still read comes out as when all is
// compared at the end.
func TestComparingBesideTheReadingChangesNothing(t *testing.T) {
	all := slices.Collect(gen.New(3, gen.Config{Window: 40, Bytes: 500}).Articles(205))
	order := make([]int, len(all))
	for i := range order {
		order[i] = i * 11 % len(all)
	}
	var rounds [2]int
	var edges [2][]string
	var says [2]string
	for i, every := range []int{1000, 1} {
		a := open(t)
		w := keep.Watch{Turn: func(what string) {
			if what == keep.Beside {
				rounds[i]++
			}
		}}
		if p, err := keep.AddComparing(t.Context(), a, someOf(all, order), every, w); err != nil || p.Added != len(all) {
			t.Fatalf("%+v, %v", p, err)
		}
		edges[i], says[i] = forest(t, a), exported(t, a)
	}
	if rounds[0] != 0 || rounds[1] < 2 {
		t.Errorf("compared %d and %d times beside the reading", rounds[0], rounds[1])
	}
	if len(edges[0]) == 0 || !slices.Equal(edges[0], edges[1]) {
		t.Errorf("copies are\n%q\nwithout it\n%q", edges[1], edges[0])
	}
	if says[0] != says[1] {
		t.Error("the archive says something else")
	}
}
