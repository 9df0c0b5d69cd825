package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
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

// A name that has some of the words asked for is suggested, and not gone to.
func TestANameWithSomeOfTheWordsIsNotGoneTo(t *testing.T) {
	s := opened(t, map[string]string{"a.txt": "Rustam Zorlan said in Arnholt that the dam holds.\n"})
	for asked, c := range map[string]struct {
		language, gone string // "" when nobody goes by it
		words          []string
	}{
		"Rustam of Arnholt":     {"en", "", []string{"Which one?", "Nobody in this archive goes by", `>Arnholt</a>`}},
		"Anton Rustam Zorlan":   {"ru", "", []string{"Никто в этом архиве не назван", `>Rustam Zorlan</a>`}},
		"Рустам Зорлан":         {"en", "Rustam Zorlan", []string{"found by another spelling: “Rustam Zorlan”"}},
		"Captain Rustam Zorlan": {"en", "Rustam Zorlan", nil},
	} {
		w := s.asIn(t, c.language, httptest.NewRequest(http.MethodGet, "/who?name="+url.QueryEscape(asked), nil))
		status, page := w.Code, w.Body.String()
		if c.gone != "" {
			c.words = append(c.words, "<h1 dir=\"auto\">"+c.gone)
		} else if strings.Contains(page, "another spelling") {
			t.Errorf("%s: another spelling is told of", asked)
		}
		for _, want := range c.words {
			if status != 200 || !strings.Contains(page, want) {
				t.Errorf("%s: %d without %q:\n%s", asked, status, want, page)
			}
		}
	}
}
