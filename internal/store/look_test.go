package store_test

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

func parsed(t *testing.T, asked string) store.Query {
	t.Helper()
	q, err := store.ParseQuery(asked)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// What is looked at once is what is found and what is counted, whatever was asked
// before.
func TestALookIsASearchAndItsFacets(t *testing.T) {
	a, _, _ := manyNamed(t, 700)
	for _, asked := range []string{"", "day", "came -nobody", "nothing", `outlet:"Post 3"`, `day outlet:"Post 3"`, `speaker:"Ada Quill03"`, "speaker:=\"Ada Quill03\" day", "speaker:nobody"} {
		q := parsed(t, asked)
		for _, p := range []store.Page{{}, {Limit: 7}, {Limit: 300}, {Order: store.Oldest}, {Order: store.Best, Limit: 5}} {
			for range 2 { // the page behind it, too
				found, err := a.Search(t.Context(), q, p)
				if err != nil {
					t.Fatalf("%q: %v", asked, err)
				}
				f, looked, err := a.Look(t.Context(), q, p, 600)
				if err != nil || !reflect.DeepEqual(found, looked) {
					t.Errorf("%q, %+v: %d hits, next %q, want %d and %q: %v", asked, p, len(looked.Hits), looked.Next, len(found.Hits), found.Next, err)
				}
				want, err := a.Facets(t.Context(), q, 600)
				if err != nil || !reflect.DeepEqual(f, want) {
					t.Errorf("%q: counted\n%+v, want\n%+v: %v", asked, f, want, err)
				}
				if p.After = found.Next; p.After == "" {
					break
				}
			}
		}
	}
}

// Words of an outlet are found where its articles stand, in all slots of a long one,
// and nowhere else.
func TestWordsOfAnOutlet(t *testing.T) {
	a := open(t)
	const long = 2500
	lines := make([]sentence, long)
	for i := range lines {
		lines[i] = sentence{"Ada Quill", "said", fmt.Sprintf("rain came on day %d", i)}
	}
	all := []*news.Article{article("long", "The Post", "2022-03-04", []string{"Ada Quill"}, lines...), article("empty", "The Post", "2022-03-04", nil)}
	for i := range 40 {
		all = append(all, article(fmt.Sprint(i), fmt.Sprintf("Gazette %d", i%2), fmt.Sprintf("2022-03-%02d", 1+i%28), []string{"Bo Marsh"}, sentence{"Bo Marsh", "said", "rain fell"}))
	}
	put(t, a, all...)
	for asked, want := range map[string]int{`rain outlet:"The Post"`: long, `rain outlet:"Gazette 1"`: 20, `rain -outlet:"The Post"`: 40,
		`rain outlet:Gazette`: 40, `rain outlet:"Gazette 1" outlet:"Gazette 0"`: 40, `rain outlet:"Gazette 1" lang:en after:2022-03-15`: 7} {
		n, err := a.CountFound(t.Context(), parsed(t, asked), 2*long)
		other, otherErr := a.CountFound(t.Context(), parsed(t, "-snow "+asked[len("rain "):]), 2*long)
		if err != nil || otherErr != nil || n != want || other != want {
			t.Errorf("%s: %d found, without the word %d, want %d: %v, %v", asked, n, other, want, err, otherErr)
		}
	}
}
