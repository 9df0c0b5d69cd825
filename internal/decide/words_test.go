package decide

import (
	"testing"

	"github.com/hearsay-engine/hearsay/internal/corrections"
)

func TestWordsStandInOnePairOfMarks(t *testing.T) {
	for words, want := range map[string]string{
		"that the ferry was late":       "“that the ferry was late”",
		"“The ferry was late,”":         "“The ferry was late,”",
		"«Паром опоздал»":               "“Паром опоздал”",
		"“Late,” he said, “and cold”":   "““Late,” he said, “and cold””",
		"the “late” ferry":              "“the “late” ferry”",
		"two lines\n  of a   statement": "“two lines of a statement”",
		"":                              "“”",
	} {
		if got := Marked(words); got != want {
			t.Errorf("%q is marked as %q, not %q", words, got, want)
		}
	}
}

func TestALineNamesFewWordings(t *testing.T) {
	for _, c := range []struct {
		words []string
		want  string
	}{
		{[]string{"rain", "“rain”", "snow"}, "“rain”, “snow”"},
		{[]string{"a", "b", "c", "d"}, "“a”, “b”, “c”, “d”"},
		{[]string{"a", "b", "c", "d", "e"}, "“a”, “b”, “c”, “d”, …"},
		{nil, "words of an article that was forgotten"},
	} {
		var on []corrections.Anchor
		for _, w := range c.words {
			on = append(on, corrections.Anchor{Words: w})
		}
		if got := AnchorWords(on); got != c.want {
			t.Errorf("%q are named %s, not %s", c.words, got, c.want)
		}
	}
}
