package store_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

func sweep(t *testing.T, a *store.Archive) {
	t.Helper()
	for left := 1; left > 0; {
		var err error
		if left, err = a.SweepNames(t.Context(), store.Maker{Stage: "resolve", Version: "test"}); err != nil {
			t.Fatal(err)
		}
	}
}

func who(t *testing.T, a *store.Archive, name string) string {
	t.Helper()
	id, candidates, err := a.Who(t.Context(), name)
	if err != nil {
		return string(news.FaultOf(err))
	}
	var out []string
	if id == nil {
		for _, c := range candidates {
			out = append(out, fmt.Sprint(c.ID, " ", c.Confirmed, " in ", c.Articles))
		}
		return strings.Join(out, ", ")
	}
	for _, l := range id.Aliases {
		out = append(out, fmt.Sprint(l.Name, " ", l.Confirmed, " in ", l.Articles))
	}
	return fmt.Sprintf("%s said %d about %d: %s", id.ID, id.Said, id.About, strings.Join(out, ", "))
}

func TestWho(t *testing.T) {
	a := open(t)
	put(t, a,
		article("1", "Kestrel Post", "", []string{"Ada Quill", "Quill"}, sentence{"Ada Quill", "said", "the dam holds"}),
		article("2", "Kestrel Post", "", []string{"Quill"}, sentence{"Quill", "said", "it rained"}),
		article("3", "Faro", "", []string{"Ada Quill", "Bo Marsh"}, sentence{"Bo Marsh", "said", "Ada Quill left"}),
		article("4", "Faro", "", []string{"Cy Ray", "Ray"}, sentence{"Cy Ray", "said", "it snowed"}))
	sweep(t, a)
	tests := []struct{ name, want string }{
		{"Ada Quill", "person:ada-quill said 1 about 1: Ada Quill true in 2, Quill false in 2"},
		{"ADA  QUILL", "person:ada-quill said 1 about 1: Ada Quill true in 2, Quill false in 2"},
		{"person:ada-quill", "person:ada-quill said 1 about 1: Ada Quill true in 2, Quill false in 2"},
		{"Quill", "person:ada-quill said 1 about 1: Ada Quill true in 2, Quill false in 2"}, // each of its uses is suggested to be hers
		{"Ada", "person:ada-quill said 1 about 1: Ada Quill true in 2, Quill false in 2"},
		{"Nobody", "not-found"},
		{"...", "not-found"},
		{`"`, "not-found"},
	}
	for _, c := range tests {
		if got := who(t, a, c.name); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.name, got, c.want)
		}
	}
	put(t, a, article("5", "", "", []string{"Quill", "Bo Quillon"}, sentence{"Quill", "said", "no"}))
	sweep(t, a)
	if got, want := who(t, a, "Bo"), "person:bo-marsh true in 1, person:bo-quillon true in 1"; got != want {
		t.Errorf("Bo\n got %s\nwant %s", got, want)
	}
}

func TestANewVersionTakesItsOldNamesAway(t *testing.T) {
	a := open(t)
	put(t, a, article("1", "Faro", "", []string{"Ada Quill"}, sentence{"Ada Quill", "said", "the dam holds"}))
	sweep(t, a)
	put(t, a, article("1", "Faro", "", []string{"Bo Marsh"}, sentence{"Bo Marsh", "said", "the dam fails"}))
	sweep(t, a)
	if got := who(t, a, "Ada Quill"); got != "not-found" {
		t.Errorf("a name no shown version has: %s", got)
	}
	if s := stats(t, a); s.Entities != 1 || s.Unswept != 0 {
		t.Errorf("%+v", s)
	}
	verified(t, a)
}

// verified fails the test with what verify finds wrong.
func verified(t *testing.T, a *store.Archive) {
	t.Helper()
	if _, err := a.Verify(t.Context(), func(p store.Problem) { t.Error(p) }); err != nil {
		t.Error(err)
	}
}

// TestPeopleOfSuggestedNamesOnly holds that a surname's articles count as
// origins where nothing but the surname is known.
func TestPeopleOfSuggestedNamesOnly(t *testing.T) {
	a := open(t)
	for i := range 3 {
		put(t, a, article(fmt.Sprint(i), "Faro", "", []string{"Halloway", "Bo Marsh", "Cy Ray"}, sentence{"Halloway", "said", fmt.Sprint("it rained on day ", i)}))
	}
	sweep(t, a)
	id, _, err := a.Who(t.Context(), "Halloway")
	if err != nil || id == nil {
		t.Fatalf("%v, %v", id, err)
	}
	if id.One || id.Said+id.SaidSuggested != 3 {
		t.Errorf("one origin: %v, said %d, suggested %d", id.One, id.Said, id.SaidSuggested)
	}
}

// What a page shows of statements about somebody is what a search for them finds.
func TestNewestAboutAreThoseASearchFinds(t *testing.T) {
	a := open(t)
	for i := range 30 {
		name := []string{"Ada Quill", "Bo Marsh"}[i%4/3]
		put(t, a, article(fmt.Sprint(i), "Faro", fmt.Sprintf("2022-03-%02d", 1+i*7%30), []string{name, "Quill", "Cy Ray"}, sentence{"Cy Ray", "said", name + " left"}, sentence{"Cy Ray", "said", "Quill told " + name + " so"}))
	}
	sweep(t, a)
	list, _, err := a.Entities(t.Context(), "", "", 60, true)
	if err != nil || len(list) == 0 {
		t.Fatal(len(list), err)
	}
	several, most := false, 0
	for _, e := range list {
		id, _, err := a.Who(t.Context(), e.ID)
		if err != nil {
			t.Fatal(err)
		}
		got, err := a.NewestAbout(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		want, err := a.Search(t.Context(), store.Query{}.With(store.Term{Operator: store.About, Value: e.ID, Phrase: true}), store.Page{Limit: 20})
		if err != nil {
			t.Fatal(err)
		}
		if !equalJSON(t, got, want.Hits) {
			t.Errorf("%s: %d statements, and %d by a search", e.ID, len(got), len(want.Hits))
		}
		several, most = several || len(id.Aliases) > 1, max(most, len(got))
	}
	if !several || most < 20 {
		t.Errorf("one has several names: %t; the most that are named, %d times", several, most)
	}
}
