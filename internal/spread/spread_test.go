package spread

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// said is a graph in words: "lamp→post 3" is three articles of the post with
// words of the lamp, all ways together; "lamp–post" where nobody is known to be
// first.
func said(g *Graph) string {
	name := func(i int) string {
		if n := g.Nodes[i]; n.Others > 0 {
			return fmt.Sprintf("others(%d)", n.Others)
		}
		return g.Nodes[i].Name
	}
	var out []string
	for _, b := range g.Bundles {
		arrow := map[[2]bool]string{{true, true}: "↔", {true, false}: "→", {false, true}: "←", {false, false}: "–"}[[2]bool{b.Forth(), b.Back()}]
		out = append(out, fmt.Sprintf("%s%s%s %d %s", name(b.A), arrow, name(b.B), b.Articles, b.Way().Name()))
	}
	return strings.Join(out, ", ")
}

func TestWhatTwoHaveOfEachOtherIsOneBundle(t *testing.T) {
	for _, c := range []struct {
		what   string
		counts []Count
		o      Options
		want   string
	}{
		{"one way", []Count{{From: "lamp", To: "post", Articles: 2}, {From: "lamp", To: "post", Way: Uncredited, Articles: 3}}, Options{}, "lamp→post 5 uncredited"},
		{"both ways", []Count{{From: "lamp", To: "post", Articles: 2}, {From: "post", To: "lamp", Articles: 4}}, Options{}, "post↔lamp 6 credited"},
		{"by words only", []Count{{From: "post", To: "lamp", Way: ByWords, Articles: 2}, {From: "lamp", To: "post", Way: ByWords, Articles: 1}}, Options{}, "post–lamp 3 by-words"},
		{"what is suggested counts too", []Count{{From: "lamp", To: "post", Suggested: 2}}, Options{}, "lamp→post 2 credited"},
		{"of its own words", []Count{{From: "lamp", To: "lamp", Articles: 2}}, Options{}, ""},
		{"of one owner", []Count{{From: "lamp", To: "post", Articles: 2}, {From: "lamp", To: "herald", Articles: 1}}, Options{Groups: map[string]string{"lamp": "Lamp Media", "post": "Lamp Media"}}, "Lamp Media→herald 1 credited"},
		{"others", []Count{{From: "lamp", To: "post", Articles: 9}, {From: "lamp", To: "a", Articles: 2}, {From: "b", To: "post", Articles: 1}, {From: "a", To: "b", Articles: 1}}, Options{Top: 2},
			"lamp→post 9 credited, lamp→others(2) 2 credited, others(2)→post 1 credited"},
		{"the one asked about is none of the others", []Count{{From: "lamp", To: "post", Articles: 9}, {From: "lamp", To: "a", Articles: 2}, {From: "lamp", To: "b", Articles: 1}, {From: "lamp", To: "c", Articles: 1}}, Options{Top: 2, Focus: "b"},
			"lamp→post 9 credited, lamp→others(2) 3 credited, lamp→b 1 credited"},
		{"one is no crowd", []Count{{From: "lamp", To: "post", Articles: 9}, {From: "lamp", To: "a", Articles: 2}}, Options{Top: 2}, "lamp→post 9 credited, lamp→a 2 credited"},
	} {
		if got := said(Of(c.counts, c.o)); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

var anyCounts = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Count {
	outlet := rapid.StringMatching(`[a-h][0-9]?`)
	return Count{outlet.Draw(t, "from"), outlet.Draw(t, "to"), rapid.SampledFrom(Ways).Draw(t, "way"), rapid.IntRange(0, 9).Draw(t, "articles"), rapid.IntRange(0, 3).Draw(t, "suggested")}
}), 0, 400)

// Where everybody has words of everybody, two lines a node are drawn, and no node is
// without one; what is left out is told.
func TestAPictureIsNoBallOfLines(t *testing.T) {
	var counts []Count
	for i := range 12 {
		for j := range i {
			counts = append(counts, Count{From: string(rune('a' + i)), To: string(rune('a' + j)), Way: ByWords, Articles: 1 + i + j})
		}
	}
	g := Of(counts, Options{})
	if len(g.Bundles) != 24 || g.Left != 66-24 || len(g.Table) != 66 {
		t.Errorf("%d lines are drawn, %d left out, %d in the table", len(g.Bundles), g.Left, len(g.Table))
	}
	met, before := map[int]bool{}, 1<<10
	for _, b := range g.Bundles {
		met[b.A], met[b.B] = true, true
		if b.Articles > before {
			t.Errorf("%d articles come after %d", b.Articles, before)
		}
		before = b.Articles
	}
	if len(met) != len(g.Nodes) {
		t.Errorf("%d of %d outlets have a line", len(met), len(g.Nodes))
	}
}

func TestEveryArticleIsCountedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := anyCounts.Draw(t, "counts")
		g := Of(counts, Options{Top: rapid.IntRange(0, 40).Draw(t, "top")})
		all, table, drawn := 0, 0, 0
		for _, c := range counts {
			all += c.all()
		}
		for _, c := range g.Table {
			table += c.all()
		}
		for _, b := range g.Bundles {
			drawn += b.Articles
		}
		if all != table+g.Within {
			t.Fatalf("of %d articles %d stand in the table and %d carry their own", all, table, g.Within)
		}
		if g.Left == 0 && table != drawn+g.Hidden {
			t.Fatalf("of %d articles in the table %d are drawn and %d among others", table, drawn, g.Hidden)
		}
		if len(g.Nodes) > MaxTop+1 || len(g.Bundles) > MaxBundles {
			t.Fatalf("%d nodes, %d bundles", len(g.Nodes), len(g.Bundles))
		}
	})
}

func TestTheOrderOfCountsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := anyCounts.Draw(t, "counts")
		o := Options{Top: rapid.IntRange(0, 40).Draw(t, "top")}
		want := Of(counts, o)
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(counts), func(i, k int) { counts[i], counts[k] = counts[k], counts[i] })
		if got := Of(counts, o); !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v and %+v", got, want)
		}
	})
}

func TestAWayGoesByItsName(t *testing.T) {
	for _, w := range Ways {
		if got, known := WayNamed(w.Name()); !known || got != w {
			t.Errorf("%s is %v", w.Name(), got)
		}
	}
	if _, known := WayNamed("stolen"); known {
		t.Error("a way that there is not has a name")
	}
}
