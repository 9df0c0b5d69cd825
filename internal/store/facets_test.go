package store_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// manyNamed is an archive of n articles of one statement each: speakers with ever
// fewer statements, and everybody named by what is said once.
func manyNamed(t *testing.T, n int) (a *store.Archive, said, outlets map[string]int) {
	t.Helper()
	a = open(t)
	said, outlets = map[string]int{}, map[string]int{}
	var all []*news.Article
	for i := range n {
		speaker, outlet := fmt.Sprintf("Ada Quill%02d", i*i/n/10), fmt.Sprintf("Post %d", i%7)
		other := fmt.Sprintf("Bo Marsh%04d", i)
		all = append(all, article(fmt.Sprint(i), outlet, fmt.Sprintf("2022-%02d-03", 1+i%12), []string{speaker, other}, sentence{speaker, "said", other + " came on day " + fmt.Sprint(i)}))
		said[speaker]++
		outlets[outlet]++
	}
	put(t, a, all...)
	sweep(t, a)
	return a, said, outlets
}

// mostOf are the most frequent, as facets have them.
func mostOf(tally map[string]int, most int) []store.Count {
	var out []store.Count
	for v, n := range tally {
		out = append(out, store.Count{Value: v, N: n})
	}
	slices.SortFunc(out, func(x, y store.Count) int { return cmp.Or(y.N-x.N, cmp.Compare(x.Value, y.Value)) })
	return out[:min(most, len(out))]
}

// What is counted of many statements is what is counted of few, asked again too,
// and after what this program has written.
func TestFacetsOfManyCountAsOfFew(t *testing.T) {
	const n = 700
	a, said, outlets := manyNamed(t, n)
	check := func(found int) {
		t.Helper()
		for range 2 {
			f, err := a.Facets(t.Context(), store.Query{}, store.MaxCounted)
			if err != nil {
				t.Fatal(err)
			}
			if f.Found != found || fmt.Sprint(f.Outlet) != fmt.Sprint(mostOf(outlets, 30)) || len(f.Month) != 12 {
				t.Errorf("of %d: %d by outlet %v, want %v; months %v", found, f.Found, f.Outlet, mostOf(outlets, 30), f.Month)
			}
			want := said
			if fmt.Sprint(f.Speaker) != fmt.Sprint(mostOf(want, 30)) {
				t.Errorf("by speaker %v\nwant %v", f.Speaker, mostOf(want, 30))
			}
			if len(f.About)+f.LeftAbout == 0 || f.LeftAbout > found {
				t.Errorf("about %v, left out %d", f.About, f.LeftAbout)
			}
		}
	}
	check(n)
	put(t, a, article("late", "Post 3", "2023-01-03", []string{"Ada Quill00"}, sentence{"Ada Quill00", "said", "it rained"}))
	sweep(t, a)
	said["Ada Quill00"]++
	outlets["Post 3"]++
	f, err := a.Facets(t.Context(), store.Query{}, store.MaxCounted)
	if err != nil || f.Found != n+1 || fmt.Sprint(f.Outlet) != fmt.Sprint(mostOf(outlets, 30)) || len(f.Month) != 13 {
		t.Errorf("after one more: %d by outlet %v, want %v; months %v: %v", f.Found, f.Outlet, mostOf(outlets, 30), f.Month, err)
	}
	c, err := a.Counts(t.Context(), store.Query{}, store.MaxCounted)
	if err != nil || c.Found != f.Found || fmt.Sprint(c.Outlet) != fmt.Sprint(f.Outlet) || c.Speaker != nil {
		t.Errorf("counted without names: %+v, %v", c, err)
	}
	g, first, err := a.Glance(t.Context(), store.Query{}, store.Page{Limit: 20}, store.MaxCounted)
	if err != nil || g.Found != c.Found || g.Speaker != nil || len(first.Hits) != 20 || first.Hits[0].Article.ID != "late" || first.Next == "" {
		t.Errorf("at a glance: %+v, %+v, %v", g, first, err)
	}
}

// What only words find is counted as what else finds it too: attributed statements
// that nobody hid, the newest of them, also when it is asked for again.
func TestFacetsOfWordsCountAsOfOthers(t *testing.T) {
	a := open(t)
	var all []*news.Article
	for i := range 600 {
		speaker := fmt.Sprintf("Ada Quill%02d", i%20)
		lines := []sentence{{speaker, "said", fmt.Sprintf("rain came to Bo Marsh on day %d", i)}}
		if i%3 == 0 {
			lines = append(lines, sentence{content: fmt.Sprintf("Nobody saw rain on day %d", i)})
		}
		all = append(all, article(fmt.Sprint(i), fmt.Sprintf("Post %d", i%7), fmt.Sprintf("2022-%02d-03", 1+i%12), []string{speaker, "Bo Marsh"}, lines...))
	}
	put(t, a, all...)
	sweep(t, a)
	decideAndPut(t, a, "17", corrections.Hide, 0)
	for _, most := range []int{1000, 550, 20} {
		for range 2 {
			if of, others := counts(t, a, "rain", most), counts(t, a, "rain -snow", most); of != others {
				t.Errorf("of the newest %d\n%s, want\n%s", most, of, others)
			}
		}
	}
	if f, err := a.Facets(t.Context(), store.Query{}.With(store.Term{Value: "rain"}), 1000); err != nil || f.Found != 599 {
		t.Errorf("%d found, want 599: %v", f.Found, err)
	}
}

func counts(t *testing.T, a *store.Archive, asked string, most int) string {
	t.Helper()
	q, err := store.ParseQuery(asked)
	if err != nil {
		t.Fatal(err)
	}
	f, err := a.Facets(t.Context(), q, most)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(f.Found, f.More, f.Speaker, f.About, f.Outlet, f.Month, f.Kind, f.Polarity, f.Copied, f.Reviewed, f.LeftSpeaker, f.LeftAbout)
}
