package boilerplate

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/news"
)

// counts counts the keys of some texts, as the archive does for an outlet.
func counts(articles ...*news.Article) func(uint64) int {
	n := map[uint64]int{}
	for _, a := range articles {
		for _, k := range RepeatKeys(a) {
			n[k]++
		}
	}
	return func(key uint64) int { return n[key] }
}

func TestRepeatedLinesOfAnOutlet(t *testing.T) {
	const motto = "The Courier tells it as the wind tells it."
	page := func(own string) *news.Article {
		return bare(t, lead+own+"\n"+motto+"\n“We do not know,” she said.\n"+tail)
	}
	others := []*news.Article{page("The first one is about a ship."), page("The second one is about a pier."), page("The third one is about a dog.")}
	a := page("The last one is about a cat.")
	if n := DropRepeated(a, counts(others...)); n != 1 {
		t.Fatalf("%d lines moved, want 1: %v", n, a.Boilerplate)
	}
	if got := dropped(a, motto); got != "line-repeated" {
		t.Errorf("%q: %q", motto, got)
	}
	if len(a.Body) != 2 || !strings.HasSuffix(a.Body[0].Of(a.Text), "cat.") || !strings.HasPrefix(a.Body[1].Of(a.Text), "“We") {
		t.Errorf("body %v", a.Body)
	}
	checkDivision(t, a.Text, a.Body, a.Boilerplate)
	if n := DropRepeated(a, counts(others...)); n != 0 {
		t.Errorf("a second call moves %d", n)
	}
}

func TestFewTextsAreNotEnough(t *testing.T) {
	a := bare(t, lead+"The Courier tells it as the wind tells it.\n"+tail)
	if n := DropRepeated(a, counts(a, a)); n != 0 {
		t.Errorf("%d lines moved", n)
	}
}

func TestDropRepeatedKeepsTheDivision(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		lines := rapid.SliceOfN(rapid.SampledFrom([]string{lead, tail, "A short line.\n", "\n", "Да, это так.\n", "– No.\n", "Tags:\n", "x\n"}), 1, 30).Draw(rt, "lines")
		every := rapid.Uint64Range(1, 4).Draw(rt, "every")
		a := bare(t, strings.Join(lines, "")+"\nend")
		DropRepeated(a, func(key uint64) int {
			if key%every == 0 {
				return 5
			}
			return 0
		})
		checkDivision(t, a.Text, a.Body, a.Boilerplate)
		end := 0
		for _, s := range a.Languages {
			if s.Start < end || s.Empty() {
				rt.Fatalf("language spans %v", a.Languages)
			}
			end = s.End
		}
	})
}
