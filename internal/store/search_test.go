package store_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

func equalJSON(t *testing.T, a, b any) bool {
	t.Helper()
	x, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	y, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return string(x) == string(y)
}

// found is the contents a query finds, in order; nil for none.
func found(t *testing.T, a *store.Archive, query string) []string {
	t.Helper()
	q, err := store.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	r, err := a.Search(t.Context(), q, store.Page{})
	if err != nil {
		t.Fatal(query, err)
	}
	var out []string
	for _, h := range r.Hits {
		out = append(out, strings.Join(h.Content, "|"))
	}
	return out
}

// riverArchive is a small world of three articles.
func riverArchive(t testing.TB) *store.Archive {
	a := open(t)
	one := article("one", "Kestrel Post", "2022-03-06T02:45", []string{"Ada Quill", "Bo Štern"},
		sentence{"Ada Quill", "said", "Bo Štern opened the sluice"}, sentence{"", "", "The sluice is old"})
	two := article("two", "The Faro", "2022-03-08", []string{"Ada Quill", "Cy Marsh"},
		sentence{"the harbour master", "denied", "the café by the dam had closed"}, sentence{"Ada Quill", "asked", "who saw Cy Marsh at the dam"})
	two.Statements[0].Polarity, two.Statements[1].Polarity = news.Denies, news.Asks
	two.Statements[0].SpeakerName, two.Statements[0].Kind = "Cy Marsh", news.Direct
	three := article("three", "Kestrel Post", "", nil, sentence{"Дана Річка", "сказала", "дамба стоїть"})
	three.Language = "uk"
	put(t, a, one, two, three)
	return a
}

func TestSearch(t *testing.T) {
	const (
		sluice = "Bo Štern opened the sluice"
		cafe   = "the café by the dam had closed"
		marsh  = "who saw Cy Marsh at the dam"
		dana   = "дамба стоїть"
		own    = "The sluice is old"
	)
	tests := []struct {
		query string
		want  []string
	}{
		{"", []string{cafe, marsh, sluice, dana}},
		{"dam", []string{cafe, marsh}},
		{"DAM closed", []string{cafe}},
		{"cafe", []string{cafe}},
		{"sluic*", []string{sluice}},
		{"sluic", nil},
		{`"the dam"`, []string{cafe, marsh}},
		{`"dam the"`, nil},
		{"“dam had”", []string{cafe}},
		{"dam -closed", []string{marsh}},
		{"-dam", []string{sluice, dana}},
		{`-"had closed" the`, []string{marsh, sluice}},
		{"ДАМБА", []string{dana}},
		{"speaker:quill", []string{marsh, sluice}},
		{`speaker:"harbour master"`, []string{cafe}},
		{"speaker:marsh", []string{cafe}},
		{"speaker:marsh speaker:quill", []string{cafe, marsh, sluice}},
		{"-speaker:quill", []string{cafe, dana}},
		{"voice:outlet -speaker:quill", []string{own}},
		{"about:marsh", []string{marsh}},
		{"about:stern", []string{sluice}},
		{"about:stern about:marsh", nil},
		{`outlet:"kestrel post"`, []string{sluice, dana}},
		{"outlet:faro", []string{cafe, marsh}},
		{"-outlet:faro lang:en", []string{sluice}},
		{"lang:uk", []string{dana}},
		{"after:2022-03-08", []string{cafe, marsh}},
		{"before:2022-03-08", []string{sluice}},
		{"after:2022 before:2022-03-06T02:45", nil},
		{"after:2022-03-06T02:45 before:2022-03-07", []string{sluice}},
		{"kind:direct", []string{cafe}},
		{"polarity:denies polarity:asks", []string{cafe, marsh}},
		{"-polarity:asserts", []string{cafe, marsh}},
		{"voice:outlet", []string{own}},
		{"voice:outlet voice:attributed sluice", []string{sluice, own}},
		{`NEAR(dam closed) OR`, nil},
		{`words:dam`, nil},
	}
	a := riverArchive(t)
	for _, c := range tests {
		if c.query == "words:dam" { // a column's name is no operator of ours
			c.query = `"words:dam"`
		}
		if got := found(t, a, c.query); !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.query, got, c.want)
		}
	}
}

func TestAHitShowsWhoSaidItAndWhere(t *testing.T) {
	a := riverArchive(t)
	q, _ := store.ParseQuery("closed")
	r, err := a.Search(t.Context(), q, store.Page{})
	if err != nil || len(r.Hits) != 1 {
		t.Fatal(r, err)
	}
	h := r.Hits[0]
	got := fmt.Sprint(h.Article.ID, " ", h.Index, " ", h.Speaker, " ", h.Statement.SpeakerName, " ", h.Cue, " ", h.Article.Outlet, " ", h.Article.Published.Value)
	if want := "two 0 the harbour master Cy Marsh denied The Faro 2022-03-08"; got != want {
		t.Errorf("got %s", got)
	}
}

func TestPagesHoldEveryHitOnce(t *testing.T) {
	a := open(t)
	var all []*news.Article
	for i := range 30 {
		all = append(all, article(fmt.Sprint("n", i), "Faro", fmt.Sprintf("2022-03-%02d", 1+i%7), nil,
			sentence{"Ada", "said", fmt.Sprintf("dam %d first", i)}, sentence{"Ada", "said", fmt.Sprintf("dam %d second", i)}))
	}
	put(t, a, all...)
	q, _ := store.ParseQuery("dam")
	seen := map[string]bool{}
	lastDay, lastWords := "9", ""
	for p := (store.Page{Limit: 7}); ; {
		r, err := a.Search(t.Context(), q, p)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range r.Hits {
			if seen[h.Content[0]] {
				t.Errorf("%q came twice", h.Content[0])
			}
			seen[h.Content[0]] = true
			if h.Article.Published.Value > lastDay {
				t.Errorf("%s comes after %s", h.Article.Published.Value, lastDay)
			}
			if strings.HasSuffix(h.Content[0], "second") && lastWords != strings.Replace(h.Content[0], "second", "first", 1) {
				t.Errorf("%q comes after %q", h.Content[0], lastWords)
			}
			lastDay, lastWords = h.Article.Published.Value, h.Content[0]
		}
		if r.Next == "" {
			break
		}
		p.After = r.Next
	}
	if len(seen) != 60 {
		t.Errorf("%d of 60 hits came", len(seen))
	}
}

func TestOrders(t *testing.T) {
	a := open(t)
	said := func(words string) sentence { return sentence{"Ada", "said", words} }
	put(t, a, article("undated", "Faro", "", nil, said("the dam, no date")),
		article("march", "Faro", "2022-03-01", nil, said("the dam in March"), said("in March the dam and the dam's dam")),
		article("may", "Faro", "2022-05-01", nil, said("a long word or two about the dam in May, and about much else that has nothing to do with it")))
	for _, c := range []struct {
		query string
		order store.Order
		want  string
	}{
		{"dam", store.Newest, "may march march undated"},
		{"dam", store.Oldest, "march march may undated"},
		{"dam", store.Best, "march march undated may"},
		{"outlet:faro", store.Newest, "may march march undated"},
		{"outlet:faro", store.Oldest, "march march may undated"},
		{"outlet:faro before:2022-04", store.Newest, "march march"},
		{"outlet:faro after:2022-04 voice:attributed", store.Oldest, "may"},
	} {
		q, _ := store.ParseQuery(c.query)
		for _, limit := range []int{1, 2, 3, 50} {
			var got []string
			for p := (store.Page{Limit: limit, Order: c.order}); ; {
				r, err := a.Search(t.Context(), q, p)
				if err != nil {
					t.Fatal(err)
				}
				for _, h := range r.Hits {
					got = append(got, h.Article.ID)
				}
				if p.After = r.Next; p.After == "" {
					break
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("%s, %q by pages of %d: got %q, want %q", c.query, c.order, limit, got, c.want)
			}
		}
	}
}

func TestALongArticleKeepsItsOrder(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles are read again and again")
	}
	a := open(t)
	var lines []sentence
	for i := range 2500 {
		lines = append(lines, sentence{"Ada", "said", fmt.Sprintf("dam number %d", i)})
	}
	put(t, a, article("long", "", "2022", nil, lines...), article("short", "", "2022", nil, damHolds))
	q, _ := store.ParseQuery("dam number")
	r, err := a.Search(t.Context(), q, store.Page{Limit: store.MaxLimit})
	if err != nil || len(r.Hits) != store.MaxLimit {
		t.Fatal(len(r.Hits), err)
	}
	for i, h := range r.Hits {
		if h.Index != i {
			t.Fatalf("hit %d is statement %d", i, h.Index)
		}
	}
}

func TestFacetsCountWhatIsFound(t *testing.T) {
	a := riverArchive(t)
	f, err := a.Facets(t.Context(), store.Query{}, store.MaxCounted)
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprint(f.Found, f.More, f.Speaker, f.About, f.Outlet, f.Language, f.Kind, f.Polarity, f.Reviewed, f.Month)
	want := "4 false [{Ada Quill 2} {Cy Marsh 1} {Дана Річка 1}] [{Bo Štern 1} {Cy Marsh 1}] [{Kestrel Post 2} {The Faro 2}] [{en 3} {uk 1}] [{indirect 3} {direct 1}] " +
		"[{asserts 2} {asks 1} {denies 1}] [{no 4}] [{2022-03 3}]"
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestAQueryThatCannotBeAskedShowsTheBadPlace(t *testing.T) {
	tests := []struct{ query, want string }{
		{"dam spaeker:quill", "there is no operator spaeker:, at character 5: spaeker:quill"},
		{"дамба after:soon", "after: wants a date, at character 13: soon"},
		{"before:2022-13", "before: wants a date, at character 8: 2022-13"},
		{`dam "by the`, `the quotation mark is not closed, at character 5: "by`},
		{"speaker:", "speaker: has no value, at character 1: speaker:"},
		{"-kind:shouted", "kind: has no such value, at character 7: shouted"},
		{"dam ...", "nothing to search for, at character 5: ..."},
		{"дамба case:3", "there is no such case: this archive holds none, at character 7: case:3"},
		{`dam -claim:"claim:0 0" x`, `no claim in the archive goes by this id, at character 5: -claim:"claim:0 0"`},
	}
	a := open(t)
	for _, c := range tests {
		q, err := store.ParseQuery(c.query)
		if err == nil {
			_, err = a.Search(t.Context(), q, store.Page{})
		}
		var e *news.Error
		if !errors.As(err, &e) || !strings.Contains(e.Words, c.want) || e.Mend == "" {
			t.Errorf("%s\n got %v\nwant %s", c.query, err, c.want)
		}
	}
}

// FuzzQuery: whatever is typed is either refused with its place or searched
// without a fault.
// Whatever narrows a search takes the place of what it would only be an alternative to.
func TestANarrowerQuery(t *testing.T) {
	for _, c := range []struct{ query, by, want string }{
		{"dam", "kind:direct", "dam kind:direct"},
		{"kind:mixed dam", "kind:direct", "dam kind:direct"},
		{"outlet:Faro -outlet:Post", `outlet:"The Faro"`, `-outlet:Post outlet:"The Faro"`},
		{"speaker:Quill", `speaker:=="Ada Quill"`, `speaker:Quill speaker:=="Ada Quill"`},
		{`speaker:=="Bo Quill"`, `speaker:=="Ada Quill"`, `speaker:=="Ada Quill"`},
		{"about:Faro", "about:Post", "about:Faro about:Post"},
		{"after:2031", "after:2032", "after:2031 after:2032"},
		{"kind:direct", "kind:direct", "kind:direct"},
	} {
		q, err := store.ParseQuery(c.query)
		if err != nil {
			t.Fatal(err)
		}
		by, err := store.ParseQuery(c.by)
		if err != nil {
			t.Fatal(err)
		}
		if got := q.With(by.Terms[0]).String(); got != c.want {
			t.Errorf("%s by %s is %s, want %s", c.query, c.by, got, c.want)
		}
	}
}

func FuzzQuery(f *testing.F) {
	for _, q := range []string{"dam", `"a b" -c`, "speaker:x about:“y z” after:2022", "speaker:==x speaker:y", `a"b`, "*", "-", "--x", "a* OR NEAR(b)", "kind:direct\x00", "{words}:x", "(", "«", "²", "ǅ:"} {
		f.Add(q)
	}
	a := riverArchive(f)
	f.Fuzz(func(t *testing.T, text string) {
		q, err := store.ParseQuery(text)
		if err != nil {
			if news.FaultOf(err) != news.Usage {
				t.Errorf("%q: %v", text, err)
			}
			return
		}
		_, err = a.Search(t.Context(), q, store.Page{Limit: 3})
		if fault := news.FaultOf(err); err != nil && fault != news.NotFound {
			t.Errorf("%q: %v", text, err)
		}
	})
}

func TestOutlets(t *testing.T) {
	a := riverArchive(t)
	all, err := a.Outlets(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(all), "[{Kestrel Post 2 3 2022-03-06 2022-03-06} {The Faro 1 2 2022-03-08 2022-03-08}]"; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	one, err := a.Outlet(t.Context(), "kestrel post")
	if err != nil || one != all[0] {
		t.Errorf("asked by another spelling: %v, %v", one, err)
	}
	if _, err := a.Outlet(t.Context(), "Nobody's Post"); news.FaultOf(err) != news.NotFound {
		t.Errorf("an outlet of no article gives %v", err)
	}
	heads, err := a.ArticlesOf(t.Context(), "Kestrel Post", 9)
	if err != nil || len(heads) != 2 || heads[0].ID != "one" || heads[1].ID != "three" {
		t.Errorf("its articles, the undated last: %v, %v", heads, err)
	}
}
