package copies_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/copies"
)

// Rows together are both texts, each in its order, less the empty lines at which they
// are cut.
func TestRowsAreBothTexts(t *testing.T) {
	words := rapid.SampledFrom([]string{"gate", "valley", "water", "guard", "dam", "hat", "\n\n", "\n", " \n \n ", "–"})
	rapid.Check(t, func(t *rapid.T) {
		text := func(name string) string { return strings.Join(rapid.SliceOfN(words, 0, 30).Draw(t, name), " ") }
		a, b := text("a"), text("b")
		var atA, atB int
		for _, r := range copies.Rows(a, b) {
			if r.A.Start < atA || r.B.Start < atB || r.A.End < r.A.Start || r.B.End < r.B.Start || strings.TrimSpace(a[atA:r.A.Start])+strings.TrimSpace(b[atB:r.B.Start]) != "" {
				t.Fatalf("a row %+v behind %d and %d of %q and %q", r, atA, atB, a, b)
			}
			atA, atB = r.A.End, r.B.End
		}
		if atA != len(a) || atB != len(b) {
			t.Fatalf("rows end at %d of %q, %d of %q", atA, a, atB, b)
		}
	})
}
