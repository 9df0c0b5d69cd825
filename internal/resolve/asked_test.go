package resolve_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

func TestAskedNamesAreFound(t *testing.T) {
	listed := []known.Entry{{ID: "own:1", Kind: news.Person, Names: []string{"Rustam Zorlan", "Bearded Man"}}}
	for _, c := range []struct {
		asked string
		kind  news.EntityKind
		name  string
		rule  string // "" when it is not found
	}{
		{"Рустам Зорлан", news.Person, "Rustam Zorlan", "name-words"},
		{"Zorlann", news.Person, "Rustam Zorlan", "name-one-word"},
		{"Казахстан", news.Place, "Kazakhstan", resolve.RuleKnown},
		{"Bearded Man", news.Person, "Rustam Zorlan", resolve.RuleKnown},
		{"Rustam Zorlan", news.Person, "Olga Petren", ""},
		{"Olga Zorlan", news.Person, "Rustam Zorlan", ""},
	} {
		entries := slices.Clone(listed)
		if c.asked != "Bearded Man" {
			entries = nil
		}
		f, found := resolve.Ask(c.asked, entries).Finds(resolve.NewForm(c.kind, c.name, nil))
		has := slices.ContainsFunc(f.Why, func(r news.Reason) bool { return r.Rule == c.rule })
		if found != (c.rule != "") || found && !has {
			t.Errorf("%s for %s: %v by %v", c.name, c.asked, found, f.Why)
		}
	}
}

// A name that lacks words of the one asked for is no spelling of it.
func TestAskedNamesWithWordsOfTheirOwn(t *testing.T) {
	for _, c := range []struct {
		asked string
		kind  news.EntityKind
		name  string
		part  bool
	}{
		{"Rustam of Zorlan", news.Place, "Zorlan", true},
		{"Ministry of Zorlan", news.Place, "Zorlan", true},
		{"Рустам Зорлан", news.Place, "Зорлан", true},
		{"Рустам Зорлан", news.Place, "Zorlan", true},
		{"Rustam von Zorlan", news.Person, "Rustam", true},
		{"Olga Rustam Zorlan", news.Person, "Rustam Zorlan", true},
		{"Hafenamt Zorlan", news.Place, "Zorlan", true},
		{"Zorlan", news.Person, "Rustam Zorlan", false},
		{"Rustam Zorlann", news.Person, "Rustam Zorlan", false},
		{"Рустам Зорлан", news.Person, "Rustam Zorlan", false},
		{"Рустам Иванович Зорлан", news.Person, "Rustam Zorlan", false},
		{"Dr Rustam Zorlan", news.Person, "Rustam Zorlan", false},
		{"Zorlan Ltd", news.Organisation, "Zorlan", false},
		{"Zorlan Harbour Trade Union", news.Organisation, "ZHTU", false},
	} {
		f, found := resolve.Ask(c.asked, nil).Finds(resolve.NewForm(c.kind, c.name, nil))
		if found && f.Part != c.part || !found && !c.part {
			t.Errorf("%s for %s: found %v, in part %v, want in part %v", c.name, c.asked, found, f.Part, c.part)
		}
	}
}

// TestAskedNamesShareAKey holds that what is printed as it is asked for is found,
// and by a key the sweep files it under.
func TestAskedNamesShareAKey(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		words := rapid.StringMatching(`[A-Z][a-z]{2,9}( [A-Z][a-z]{3,9}){0,2}`).Draw(rt, "name")
		kind := rapid.SampledFrom([]news.EntityKind{news.Person, news.Organisation, news.Place}).Draw(rt, "kind")
		q := resolve.Ask(words, nil)
		f := resolve.NewForm(kind, words, nil)
		shares := slices.ContainsFunc(q.Forms(), func(o *resolve.Form) bool {
			return slices.ContainsFunc(o.Words, func(k uint64) bool { return slices.Contains(f.Words, k) })
		})
		if got, found := q.Finds(f); !shares || !found || got.Score < 0.9 || got.Part {
			rt.Errorf("%s as %s: %+v, a key is shared: %v", words, kind, got, shares)
		}
	})
}
