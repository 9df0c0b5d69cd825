package store_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// standings is who every use of a name stands for, entities numbered as they
// come: their ids tell the order of arrival.
func standings(t *testing.T, a *store.Archive) []string {
	t.Helper()
	type use struct{ key, entity string }
	var uses []use
	if err := a.EachUse(t.Context(), func(u store.Use) {
		uses = append(uses, use{fmt.Sprint(u.Article, " ", u.Kind, " ", u.Name, " ", u.Known, " "), u.Entity})
	}); err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(uses, func(a, b use) int { return strings.Compare(a.key, b.key) })
	number := map[string]int{}
	out := make([]string, len(uses))
	for i, u := range uses {
		if number[u.entity] == 0 {
			number[u.entity] = len(number) + 1
		}
		out[i] = u.key + fmt.Sprint(number[u.entity])
	}
	return out
}

// filled puts articles of a crowd into an archive, some at a time, swept after
// each portion.
func filled(t *testing.T, crowd *gen.CrowdArchive, order []int, portion, most int) *store.Archive {
	t.Helper()
	a := open(t)
	a.GroupAtMost(most)
	for part := range slices.Chunk(order, portion) {
		var batch []*store.Packed
		for _, n := range part {
			batch = append(batch, crowdArticle(t, crowd, n))
		}
		if _, err := a.Put(t.Context(), batch); err != nil {
			t.Fatal(err)
		}
		sweepAll(t, a)
	}
	return a
}

// One by one, by portions and at once, in any order: the same people, however
// few names are grouped at once.
func TestIdentitiesDoNotDependOnTheOrderOfComing(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles are read again and again")
	}
	for _, most := range []int{resolve.MaxGroup, 4} {
		t.Run(fmt.Sprint("groups of ", most), func(t *testing.T) { anyOrder(t, most) })
	}
}

func anyOrder(t *testing.T, most int) {
	crowd := gen.NewCrowd(9, gen.Crowd{Entities: 60, Names: 8})
	order := make([]int, 60)
	for i := range order {
		order[i] = i
	}
	at := filled(t, crowd, order, len(order), most)
	want := standings(t, at)
	dice := rand.New(rand.NewPCG(3, 4))
	for _, portion := range []int{1, 7, 25} {
		dice.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		a := filled(t, crowd, order, portion, most)
		same(t, fmt.Sprint("by portions of ", portion), standings(t, a), want)
		verified(t, a)
	}
	if err := at.TouchAllNames(t.Context(), store.Maker{Stage: "resolve", Version: "test"}, true); err != nil {
		t.Fatal(err)
	}
	sweepAll(t, at)
	same(t, "grouped again from scratch", standings(t, at), want)
}

// TestWhatIsForgottenLeavesNoTrace: the same people as if the articles had never
// come, though names met each other through them.
func TestWhatIsForgottenLeavesNoTrace(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles are read again and again")
	}
	crowd := gen.NewCrowd(5, gen.Crowd{Entities: 60, Names: 8})
	var all, kept []int
	for n := range 50 {
		if all = append(all, n); n%4 != 0 {
			kept = append(kept, n)
		}
	}
	for _, most := range []int{resolve.MaxGroup, 4} {
		want := standings(t, filled(t, crowd, kept, len(kept), most))
		a := filled(t, crowd, all, len(all), most)
		for n := 0; n < len(all); n += 4 {
			art, _ := crowd.Article(n)
			if err := a.Forget(t.Context(), art.ID, store.Grave{By: "mara", At: decidedAt, Reason: "asked to"}); err != nil {
				t.Fatal(err)
			}
			if n%8 == 0 {
				sweepAll(t, a)
			}
		}
		sweepAll(t, a)
		same(t, fmt.Sprint("groups of ", most), standings(t, a), want)
		verified(t, a)
	}
}

// same reports the first use that stands otherwise.
func same(t *testing.T, when string, got, want []string) {
	t.Helper()
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			t.Errorf("%s, %d uses of %d: got %q, want %q", when, len(got), len(want), got[min(i, len(got)-1)], want[i])
			return
		}
	}
}

func TestASplitUndoesAMerge(t *testing.T) {
	a := open(t)
	put(t, a,
		article("1", "Kestrel Post", "", []string{"Ada Quill"}, sentence{"Ada Quill", "said", "the dam holds"}),
		article("2", "Faro", "", []string{"Bo Marsh"}, sentence{"Bo Marsh", "said", "it rained"}),
		article("3", "Faro", "", []string{"Cy Ray"}, sentence{"Cy Ray", "said", "Bo Marsh left"}))
	sweep(t, a)
	before := standings(t, a)
	ada, bo := resolve.Use{Kind: news.Person, Name: "Ada Quill"}, resolve.Use{Kind: news.Person, Name: "Bo Marsh"}
	merge := resolve.Tie{A: ada, B: bo, Same: true, By: "m"}
	split := resolve.Tie{A: ada, B: bo, By: "s"}
	decide := func(ties ...resolve.Tie) {
		if err := a.SetDecisions(t.Context(), resolve.Decisions{Ties: ties}); err != nil {
			t.Fatal(err)
		}
		sweep(t, a)
	}
	decide(merge)
	if got, want := who(t, a, "Bo Marsh"), "person:ada-quill said 2 about 0: Ada Quill true in 1, Bo Marsh true in 1"; got != want {
		t.Errorf("merged\n got %s\nwant %s", got, want)
	}
	if got := who(t, a, "person:bo-marsh"); !strings.HasPrefix(got, "person:ada-quill ") {
		t.Errorf("the younger id leads to %s", got)
	}
	merged := standings(t, a)
	decide(merge, split)
	if !slices.Equal(standings(t, a), before) || !strings.HasPrefix(who(t, a, "person:bo-marsh"), "person:bo-marsh ") {
		t.Error("split again, it is not as before")
	}
	decide(split, merge)
	if !slices.Equal(standings(t, a), merged) {
		t.Error("the later decision does not hold")
	}
	decide()
	if !slices.Equal(standings(t, a), before) {
		t.Error("without decisions, it is not as before")
	}
	verified(t, a)
}

// TestADecisionOnASurnameThatManyBear: where scenes cannot tell, people can.
func TestADecisionOnASurnameThatManyBear(t *testing.T) {
	a := open(t)
	put(t, a, article("short", "Faro", "", []string{"Quill"}, sentence{"Quill", "said", "the dam holds"}))
	given := strings.Fields(`Ada Bodil Cyril Dagmar Edmund Fenella Gunther Hamish Ingrid Jarvis Kestutis Lorcan Mabel
		Nikolai Oswald Percival Quentin Roderick Sigmund Theodora Ulrike Valentin Wilfred Xavier Yolanda Zbigniew`)
	if len(given) <= resolve.MaxBearers {
		t.Fatal("too few bear the surname")
	}
	for i := range given {
		bearer := given[i] + " Quill"
		put(t, a, article(fmt.Sprint("full ", i), fmt.Sprint("Post ", i), "", []string{bearer}, sentence{bearer, "said", "it rained"}))
	}
	sweep(t, a)
	short, bodil := resolve.Use{Kind: news.Person, Name: "Quill"}, resolve.Use{Kind: news.Person, Name: "Bodil Quill"}
	for _, c := range []struct {
		ties []resolve.Tie
		want string
	}{
		{nil, "person:bodil-quill said 1 about 0: Bodil Quill true in 1"},
		{[]resolve.Tie{{A: short, B: bodil, Same: true, By: "m"}}, "person:bodil-quill said 2 about 0: Bodil Quill true in 1, Quill true in 1"},
		{[]resolve.Tie{{A: short, B: bodil, Same: true, By: "m"}, {A: short, B: bodil, By: "s"}}, "person:bodil-quill said 1 about 0: Bodil Quill true in 1"},
	} {
		if err := a.SetDecisions(t.Context(), resolve.Decisions{Ties: c.ties}); err != nil {
			t.Fatal(err)
		}
		sweep(t, a)
		if got := who(t, a, "person:bodil-quill"); got != c.want {
			t.Errorf("%d decisions\n got %s\nwant %s", len(c.ties), got, c.want)
		}
	}
	verified(t, a)
}

func TestOneSpellingOnly(t *testing.T) {
	a := open(t)
	put(t, a,
		article("1", "Faro", "", []string{"Ada Quíll"}, sentence{"Ada Quíll", "said", "the dam holds"}),
		article("2", "Faro", "", []string{"Ada Quill"}, sentence{"Ada Quill", "said", "it rained"}))
	sweep(t, a)
	for query, want := range map[string]int{`speaker:"Ada Quill"`: 2, `speaker:="Ada Quill"`: 1, `speaker:="Ada Quíll"`: 1, `speaker:="ada quill"`: 0, `-speaker:="Ada Quill"`: 1, `speaker:person:ada-quill`: 2, `-speaker:person:ada-quill`: 0} {
		q, err := store.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		if q.String() != query {
			t.Errorf("%s reads back as %s", query, q.String())
		}
		r, err := a.Search(t.Context(), q, store.Page{})
		if err != nil || len(r.Hits) != want {
			t.Errorf("%s found %d, want %d: %v", query, len(r.Hits), want, err)
		}
	}
}

func TestAFacetCountsAPersonOnce(t *testing.T) {
	a := open(t)
	put(t, a,
		article("1", "Faro", "", []string{"Želmir Tokšaj", "Bo Marsh"}, sentence{"Želmir Tokšaj", "said", "the dam holds"}, sentence{"Bo Marsh", "said", "Želmir Tokšaj left"}),
		article("2", "Kestrel Post", "", []string{"Zhelmir Tokshay", "Bo Marsh"}, sentence{"Zhelmir Tokshay", "said", "it rained"}, sentence{"Bo Marsh", "said", "Zhelmir Tokshay came"}),
		article("3", "Quill", "", []string{"Zhelmir Tokshay"}, sentence{"Zhelmir Tokshay", "said", "it snowed"}))
	sweep(t, a)
	f, err := a.Facets(t.Context(), store.Query{}, store.MaxCounted)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(f.Speaker, f.About), "[{Zhelmir Tokshay 3} {Bo Marsh 2}] [{Zhelmir Tokshay 2}]"; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	for _, c := range f.Speaker {
		q := store.Query{}.With(store.Term{Operator: store.Speaker, Value: c.Value, Phrase: true})
		r, err := a.Search(t.Context(), q, store.Page{})
		if err != nil || len(r.Hits) != c.N {
			t.Errorf("%s counts %d, its search finds %d: %v", c.Value, c.N, len(r.Hits), err)
		}
	}
}

// What a facet counts under a name is what its link finds: no namesakes, none whose
// words only hold the name, a statement with two spellings once, one given a name
// under that.
func TestWhoIsCalledByANameIsWhatAFacetCounts(t *testing.T) {
	a := open(t)
	put(t, a,
		article("1", "Faro", "", []string{"Želmir Tokšaj", "Zhelmir Tokshay", "Bo Marsh"}, sentence{"Želmir Tokšaj", "said", "the dam holds"}, sentence{"Bo Marsh", "said", "Želmir Tokšaj is Zhelmir Tokshay"}),
		article("2", "Kestrel Post", "", []string{"Zhelmir Tokshay", "Zhelmir Tokshay Watch"}, sentence{"Zhelmir Tokshay Watch", "said", "it rained"}, sentence{"Zhelmir Tokshay", "said", "Zhelmir Tokshay Watch came"}),
		article("3", "Quill", "", []string{"Zhelmir Tokshay", "Zhelmir Tokshay Watch", "Bo Marsh"}, sentence{"Zhelmir Tokshay Watch", "said", "Bo Marsh left"}, sentence{"the aide of Zhelmir Tokshay", "said", "it snowed"}),
		article("4", "Faro", "", []string{"Bo Marsh"}, sentence{"Bo Marsh", "said", "Bo Marsh stays"}))
	sweep(t, a)
	bo := resolve.Use{Kind: news.Person, Name: "Bo Marsh"}
	if err := a.SetDecisions(t.Context(), resolve.Decisions{Labels: []resolve.Label{{Of: bo, What: resolve.Renamed, Value: "The Keeper", By: "r"}}}); err != nil {
		t.Fatal(err)
	}
	sweep(t, a)
	for _, query := range []string{"", "speaker:Tokshay", "speaker:Zhelmir speaker:Marsh", "dam"} {
		q, err := store.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		f, err := a.Facets(t.Context(), q, store.MaxCounted)
		if err != nil || len(f.Speaker) == 0 {
			t.Fatalf("%q has %v: %v", query, f, err)
		}
		for op, counts := range map[store.Operator][]store.Count{store.Speaker: f.Speaker, store.About: f.About} {
			for _, c := range counts {
				narrower, err := store.ParseQuery(q.With(store.Term{Operator: op, Value: c.Value, Called: true, Phrase: true}).String())
				if err != nil {
					t.Fatal(err)
				}
				if n, err := a.CountFound(t.Context(), narrower, 100); err != nil || n != c.N {
					t.Errorf("%s counts %d, but %s finds %d: %v", c.Value, c.N, narrower, n, err)
				}
			}
		}
	}
	for query, want := range map[string]int{`speaker:=="The Keeper"`: 2, `-speaker:=="The Keeper"`: 5, `speaker:=="nobody"`: 0} {
		if got := found(t, a, query); len(got) != want {
			t.Errorf("%s finds %q, want %d", query, got, want)
		}
	}
}

func TestARenamedPersonIsFoundByTheNameShown(t *testing.T) {
	a := open(t)
	put(t, a,
		article("1", "Faro", "", []string{"Ada Quill"}, sentence{"Ada Quill", "said", "the dam holds"}),
		article("2", "Faro", "", []string{"Bo Marsh"}, sentence{"Bo Marsh", "said", "it rained"}))
	sweep(t, a)
	ada := resolve.Use{Kind: news.Person, Name: "Ada Quill"}
	if err := a.SetDecisions(t.Context(), resolve.Decisions{Labels: []resolve.Label{{Of: ada, What: resolve.Renamed, Value: "The Keeper", By: "r"}}}); err != nil {
		t.Fatal(err)
	}
	sweep(t, a)
	if got, want := who(t, a, "the keeper"), "person:ada-quill said 1 about 0: Ada Quill true in 1"; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	for query, want := range map[string]int{`speaker:"The Keeper"`: 1, `speaker:"Ada Quill"`: 1, `speaker:="The Keeper"`: 0, `-speaker:"The Keeper"`: 1} {
		q, _ := store.ParseQuery(query)
		if r, err := a.Search(t.Context(), q, store.Page{}); err != nil || len(r.Hits) != want {
			t.Errorf("%s found %d, want %d: %v", query, len(r.Hits), want, err)
		}
	}
	f, err := a.Facets(t.Context(), store.Query{}, store.MaxCounted)
	if err != nil || fmt.Sprint(f.Speaker) != "[{The Keeper 1}]" { // he whom one text names is not listed, she was decided on
		t.Error(f.Speaker, err)
	}
}
