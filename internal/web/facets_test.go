package web

import (
	"fmt"
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
)

func asked(t *testing.T, query string) store.Query {
	t.Helper()
	q, err := store.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func drawnFacet(f pages.Facet) string {
	out := f.Name
	for _, v := range f.Values {
		out += fmt.Sprintf(" | %s=%d %s", v.Label, v.Count, v.Query)
		if v.Chosen {
			out += " chosen"
		}
	}
	return out
}

// A search is narrowed to a month, then to a day; a longer time that holds the one
// that is chosen is not asked for any more.
func TestTimesToChoose(t *testing.T) {
	several := &store.Facets{Month: []store.Count{{Value: "2031-04", N: 2}, {Value: "2031-03", N: 3}}, Day: []store.Count{{Value: "2031-04-01T00:00:00", N: 2}, {Value: "2031-03-31T08:15:00", N: 3}, {Value: "2031", N: 9}}}
	one := &store.Facets{Month: []store.Count{{Value: "2031-03", N: 6}}, Day: []store.Count{{Value: "2031-03-31T16:40:00", N: 2}, {Value: "2031-03-31T11:15:00", N: 1}, {Value: "2031-03-02T00:00:00", N: 2}, {Value: "2031-03", N: 1}}}
	for _, c := range []struct {
		query string
		found *store.Facets
		want  string
	}{
		{"dam", several, "Month | 2031-04=2 dam after:2031-04 before:2031-05 | 2031-03=3 dam after:2031-03 before:2031-04"},
		{"dam after:2031-03 before:2031-04", one, "Day | 2031-03-31=3 dam after:2031-03-31 before:2031-04-01 | 2031-03-02=2 dam after:2031-03-02 before:2031-03-03"},
		{"after:2031-03-02 dam before:2032", one, "Day | 2031-03-31=3 dam after:2031-03-31 before:2031-04-01 | 2031-03-02=2 dam after:2031-03-02 before:2031-03-03"},
		{"after:2031-03-15", several, "Month | 2031-04=2 after:2031-04 before:2031-05 | 2031-03=3 after:2031-03-15 after:2031-03 before:2031-04"},
		{"", &store.Facets{Month: one.Month, Day: one.Day[:2]}, "Month"},
	} {
		if got := drawnFacet(times(asked(t, c.query), c.found)); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.query, got, c.want)
		}
	}
}

// What a search asks for already is let go of by the link that asked for it.
func TestAChoiceIsLetGoOf(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	_, page := s.get(t, "/?q=polarity:denies+pier")
	for _, want := range []string{`href="/?q=pier" aria-current="true"><span dir="auto">denies</span>`, `href="/?q=polarity%3Adenies+pier+lang%3Aen" aria-current="false"><span dir="auto">English</span>`} {
		if !strings.Contains(page, want) {
			t.Errorf("lacks %s in\n%s", want, page)
		}
	}
}

// Whose name is sought as a word is told of with what they said, whether or not anybody
// named them; who is asked for otherwise is not.
func TestANameSoughtAsAWord(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	for query, want := range map[string]string{
		"koval": `q=speaker%3A%22koval%22">2 statements`, "nina koval": `q=speaker%3A%22nina+koval%22">2 statements`,
		"ferry": "", "": "", "-koval": "", "kov*": "", "koval kind:direct": "", "speaker:koval": "",
	} {
		_, page := s.get(t, "/?q="+url.QueryEscape(query))
		if got := strings.Contains(page, "named with these words"); got != (want != "") || !strings.Contains(page, want) {
			t.Errorf("%q: told %v, wanted %q in\n%s", query, got, want, regexp.MustCompile(`(?s)named with these words.{0,200}`).FindString(page))
		}
	}
}

// The link of every count finds as many as it says.
func TestCountsAreTrue(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry, "pier.txt": "The pier stays\n\nNina Koval of the harbour said on Monday the pier was safe. “The Ferry Board agrees,” Nina Koval said.\n"})
	found := regexp.MustCompile(`<h2 id="found">\s*(\d+) `)
	links := regexp.MustCompile(`<a href="(/\?q=[^"]*)" aria-current="false">.*?<span class="n">(\d+)</span>`)
	_, page := s.get(t, "/?q=")
	list := links.FindAllStringSubmatch(page, -1)
	if len(list) < 8 || !strings.Contains(page, "speaker%3A%3D%3D%22") {
		t.Fatalf("%d counts in\n%s", len(list), page)
	}
	for _, l := range list {
		_, narrower := s.get(t, html.UnescapeString(l[1]))
		if got := found.FindStringSubmatch(narrower); got == nil || got[1] != l[2] {
			t.Errorf("%s promises %s and finds %v", l[1], l[2], got)
		}
	}
}
