package web

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/store"
)

func TestFoundWordsAreMarked(t *testing.T) {
	for _, c := range []struct{ query, words, want string }{
		{"ferry", "The Ferry, he said, is no ferryboat.", "The [Ferry], he said, is no ferryboat."},
		{"ferr*", "The Ferry is no ferryboat.", "The [Ferry] is no [ferryboat]."},
		{`"night boat" -late`, "The night boat was late", "The [night] [boat] was late"},
		{"speaker:Ferry", "the ferry", "the ferry"},
		{"élan", "ELAN and élan", "[ELAN] and [élan]"},
	} {
		q, err := store.ParseQuery(c.query)
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for _, r := range soughtIn(q).mark(c.words) {
			if r.Found {
				got.WriteString("[" + r.Text + "]")
			} else {
				got.WriteString(r.Text)
			}
		}
		if got.String() != c.want {
			t.Errorf("%s in %q: %s, want %s", c.query, c.words, got.String(), c.want)
		}
	}
}

func TestMarkedWordsAreTheWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.String().Draw(t, "words")
		s := sought{whole: map[string]bool{rapid.StringMatching(`[a-z]{1,2}`).Draw(t, "word"): true}, begins: rapid.SliceOfN(rapid.StringMatching(`[a-z]`), 0, 2).Draw(t, "begins")}
		var all strings.Builder
		for _, r := range s.mark(words) {
			all.WriteString(r.Text)
		}
		if all.String() != words {
			t.Fatalf("%q became %q", words, all.String())
		}
	})
}
