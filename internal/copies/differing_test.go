package copies

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/news"
)

// bracketed is a text with brackets around spans of it.
func bracketed(text string, spans []news.Span) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(text[at:s.Start] + "[" + s.Of(text) + "]")
		at = s.End
	}
	return b.String() + text[at:]
}

func TestDiffering(t *testing.T) {
	for _, c := range [][2]string{
		{"The lake took in [410] cubic metres at [six].", "The lake took in [430] cubic metres at [ten]."},
		{"The ferry sank, the owner said.", "The Ferry sank — the owner said!"},
		{"The ferry sank [on Monday, they say].", "The ferry sank."},
		{"Пять лодок [не] вернулись", "пять лодок вернулись"},
		{"", ""},
		{"[The ferry sank]", "[Nobody came]"},
	} {
		a, b := plain(c[0]), plain(c[1])
		inA, inB := Differing(a, b)
		if got := [2]string{bracketed(a, inA), bracketed(b, inB)}; got != c {
			t.Errorf("\n got %q\nwant %q", got, c)
		}
	}
}

func plain(marked string) string { return strings.NewReplacer("[", "", "]", "").Replace(marked) }

// TestDifferingLeavesTheSame: without the words that differ, both sides have the
// same words.
func TestDifferingLeavesTheSame(t *testing.T) {
	some := rapid.StringMatching(`([abcд] ?){0,20}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := some.Draw(t, "a"), some.Draw(t, "b")
		inA, inB := Differing(a, b)
		if x, y := without(a, inA), without(b, inB); x != y {
			t.Fatalf("%q and %q have %q and %q the same", a, b, x, y)
		}
	})
}

func without(text string, spans []news.Span) string {
	for i := len(spans) - 1; i >= 0; i-- {
		text = text[:spans[i].Start] + text[spans[i].End:]
	}
	return strings.Join(strings.Fields(text), " ")
}
