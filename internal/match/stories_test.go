package match_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/match"
)

func TestStories(t *testing.T) {
	texts := []string{
		"The harbour wall of Tarnhaven fell in the storm. Divers found cracks in the wall before the storm.",
		"A covered market opens in Orlan with sixty stalls. Bakers pay no rent for their stalls in Orlan.",
		"Divers had warned that the harbour wall at Tarnhaven would not stand another storm.",
		"In Orlan the bakers are glad of the market, where they pay no rent; the stalls are sold out.",
		"The school roof of Lowmoor leaked again on Tuesday.",
	}
	if got, want := match.Stories(texts), []int{0, 1, 0, 1, 2}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := match.Stories(nil); len(got) != 0 {
		t.Errorf("no texts make %v", got)
	}
}

// The order of the texts does not change which stand together.
func TestStoriesInAnyOrder(t *testing.T) {
	words := []string{"harbour", "wall", "storm", "divers", "market", "stalls", "bakers", "rent", "roof", "school"}
	rapid.Check(t, func(rt *rapid.T) {
		texts := rapid.SliceOfN(rapid.Custom(func(rt *rapid.T) string {
			s := ""
			for _, w := range rapid.SliceOfN(rapid.SampledFrom(words), 3, 12).Draw(rt, "words") {
				s += w + " "
			}
			return s
		}), 1, 8).Draw(rt, "texts")
		turned := slices.Clone(texts)
		slices.Reverse(turned)
		a, b := match.Stories(texts), match.Stories(turned)
		slices.Reverse(b)
		for i := range a {
			for j := range a {
				if (a[i] == a[j]) != (b[i] == b[j]) {
					rt.Errorf("%q and %q stand together in one order only", texts[i], texts[j])
				}
			}
		}
	})
}
