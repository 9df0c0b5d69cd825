package store_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// listed reads entries from the lines of a list.
func listed(t testing.TB, lines ...string) []known.Entry {
	t.Helper()
	var out []known.Entry
	for e, err := range known.ReadList("list.jsonl", strings.NewReader(strings.Join(lines, "\n"))) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, e)
	}
	return out
}

const (
	quill   = `{"names": ["Ada Quill", "A. Quill"], "kind": "person", "ids": {"wikidata": "Q77"}}`
	quilled = `{"names": ["Ada Quill", "Adah Quill"], "kind": "person", "ids": {"wikidata": "Q77"}, "note": "poet"}`
	harbour = `{"names": ["Karsk Harbour"], "kind": "place"}`
)

func TestEnlist(t *testing.T) {
	a := open(t)
	for _, step := range []struct {
		lines []string
		want  store.Enlisted
	}{
		{[]string{quill, harbour}, store.Enlisted{Added: 2}},
		{[]string{quill, harbour}, store.Enlisted{Known: 2}},
		{[]string{quilled}, store.Enlisted{Renewed: 1}},
		{nil, store.Enlisted{}},
	} {
		if got, err := a.Enlist(t.Context(), listed(t, step.lines...), "list.jsonl"); err != nil || got != step.want {
			t.Errorf("%v: got %+v, %v, want %+v", step.lines, got, err, step.want)
		}
	}
	all, err := a.Listed(t.Context())
	if err != nil || len(all) != 2 || all[1].ID != "wikidata:Q77" || all[1].Note != "poet" || all[1].File != "list.jsonl" {
		t.Errorf("got %+v, %v", all, err)
	}
	if as, err := a.ListedAs(t.Context(), "ADAH QUILL"); err != nil || len(as) != 1 {
		t.Errorf("by a name: got %+v, %v", as, err)
	}
	if err := a.Strike(t.Context(), []string{"wikidata:Q77", "own:nobody"}); news.FaultOf(err) != news.NotFound {
		t.Errorf("one id of nobody: got %v", err)
	}
	if all, _ := a.Listed(t.Context()); len(all) != 2 {
		t.Error("something was removed all the same")
	}
	if err := a.Strike(t.Context(), []string{"wikidata:Q77"}); err != nil {
		t.Error(err)
	}
	if all, _ := a.Listed(t.Context()); len(all) != 1 {
		t.Errorf("got %+v", all)
	}
}

// TestNamesOfAListAreGroupedAgain: and no others.
func TestNamesOfAListAreGroupedAgain(t *testing.T) {
	a := open(t)
	put(t, a, article("one", "Faro", "", []string{"Ada Quill", "Bo Marsh"}, sentence{"Ada Quill", "said", "Bo Marsh saw the dam"}))
	for _, step := range []struct {
		what string
		do   func() error
	}{
		{"added", func() error { _, err := a.Enlist(t.Context(), listed(t, quill, harbour), "list.jsonl"); return err }},
		{"renewed", func() error { _, err := a.Enlist(t.Context(), listed(t, quilled), "list.jsonl"); return err }},
		{"removed", func() error { return a.Strike(t.Context(), []string{"wikidata:Q77"}) }},
	} {
		sweep(t, a)
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		if s, err := a.Stats(t.Context()); err != nil || s.Unswept != 1 {
			t.Errorf("%s: %d names wait to be grouped, want Ada Quill's, %v", step.what, s.Unswept, err)
		}
	}
}

func TestADamagedEntryCanBeTakenAway(t *testing.T) {
	a := open(t)
	if _, err := a.Enlist(t.Context(), listed(t, quill), "list.jsonl"); err != nil {
		t.Fatal(err)
	}
	tamper(t, a, "UPDATE known SET line = '{}'")
	if _, err := a.Listed(t.Context()); news.FaultOf(err) != news.Damaged {
		t.Errorf("got %v", err)
	}
	var got []string
	if _, err := a.Verify(t.Context(), func(p store.Problem) { got = append(got, p.String()) }); err != nil || !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "known wikidata:Q77") }) {
		t.Errorf("verify says %q, %v", got, err)
	}
	if err := a.Strike(t.Context(), []string{"wikidata:Q77"}); err != nil {
		t.Error(err)
	}
	verified(t, a)
}

// TestNamesOfOneEntryAreOneEntity until it is taken away again.
func TestNamesOfOneEntryAreOneEntity(t *testing.T) {
	a := open(t)
	put(t, a,
		article("one", "Faro", "", []string{"Ada Quill"}, sentence{"Ada Quill", "said", "the dam holds"}),
		article("two", "Bell", "", []string{"Myra Okke"}, sentence{"Myra Okke", "said", "the dam fails"}))
	same := func() bool {
		sweep(t, a)
		first, _, err := a.Who(t.Context(), "Ada Quill")
		if err != nil {
			t.Fatal(err)
		}
		second, _, err := a.Who(t.Context(), "Myra Okke")
		if err != nil {
			t.Fatal(err)
		}
		return first != nil && second != nil && first.ID == second.ID
	}
	if same() {
		t.Fatal("they are one before anybody said so")
	}
	if _, err := a.Enlist(t.Context(), listed(t, `{"names": ["Ada Quill", "Myra Okke"], "kind": "person"}`), "list.jsonl"); err != nil {
		t.Fatal(err)
	}
	if !same() {
		t.Error("names of one entry are two")
	}
	verified(t, a)
	ada, err := a.ListedAs(t.Context(), "Ada Quill")
	if err != nil || len(ada) != 1 {
		t.Fatalf("%v, %v", ada, err)
	}
	if err := a.Strike(t.Context(), []string{ada[0].ID}); err != nil {
		t.Fatal(err)
	}
	if same() {
		t.Error("they are one still")
	}
	verified(t, a)
}
