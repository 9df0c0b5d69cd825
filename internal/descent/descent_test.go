package descent_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/descent"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

const ferry = `The ferry to Lowmoor was turned back on Sunday when water came in through the bow door, its master Ada Quill told the harbour court.
Nobody was hurt, but forty cars stood in salt water to their axles and will have to be written off by their insurers this month.
The door had been mended twice since spring by a yard on the north shore that has since closed its gates and sold its crane.
An inspector who came aboard in May found the rubber of the seal worn thin and asked for a new one before the autumn gales.
The company ordered it from abroad in June; it lay in the customs shed at Tarnhaven until the day after the ferry took in water.`

const foot = "\n\nOriginally published in The Lowmoor Lamp."

func article(id, outlet, day, text string) *descent.Article {
	var seen news.Interval
	if t, err := time.Parse(time.DateOnly, day); err == nil {
		seen = news.Interval{From: t, Until: t.AddDate(0, 0, 1)}
	}
	return descent.New(descent.NewPlace(seen, news.DigestOf(text), id), text, []news.Span{{Start: 0, End: len(text)}},
		descent.Traits{Outlet: outlet, Names: []string{outlet}, Seen: seen})
}

// choose gives the edge to the one of the earlier articles that of carries the words
// of, and which it is, as the store does; -1 when it is none's copy.
func choose(of *descent.Article, earlier []*descent.Article) (descent.Edge, int) {
	compared, weights := make([]descent.Compared, len(earlier)), make([]descent.Weight, len(earlier))
	for i, c := range earlier {
		compared[i] = descent.Compare(c, of)
		weights[i] = compared[i].Weight()
	}
	best := descent.Origin(weights, func(i, j int) bool { return earlier[i].Place.Compare(earlier[j].Place) < 0 })
	if best < 0 {
		return descent.Edge{}, -1
	}
	return compared[best].Edge(), best
}

func TestChoose(t *testing.T) {
	lines := strings.Split(ferry, "\n")
	own := "Boats have been late on the coast all week because of a strong wind from the west, and the harbour board wants more pilots.\n"
	first := article("first", "the lowmoor lamp", "2031-03-01", ferry)
	part := article("part", "the orlan post", "2031-03-02", strings.Join(lines[:2], "\n"))
	tests := []struct {
		name    string
		of      *descent.Article
		earlier []*descent.Article
		origin  string
		kind    news.CopyKind
		joins   bool
	}{
		{"the whole, after the whole and a part", article("c", "the tarn times", "2031-03-03", ferry+foot), []*descent.Article{part, first}, "first", news.Republished, true},
		{"one sentence in an own article", article("c", "the tarn times", "2031-03-03", own+lines[3]+"\n"+own), []*descent.Article{part, first}, "first", news.Excerpt, false},
		{"a sentence that its outlet repeats", article("c", "the lowmoor lamp", "2031-03-03", own+lines[3]+"\n"+own), []*descent.Article{first}, "", "", false},
		{"nothing", article("c", "the tarn times", "2031-03-03", own), []*descent.Article{part, first}, "", "", false},
		{"the one it names, of two that have it all", article("c", "the tarn times", "2031-03-03", ferry+foot),
			[]*descent.Article{article("other", "the orlan post", "2031-02-28", ferry), first}, "first", news.Republished, true},
	}
	for _, x := range tests {
		t.Run(x.name, func(t *testing.T) {
			e, i := choose(x.of, x.earlier)
			if i < 0 {
				if x.origin != "" {
					t.Fatalf("nobody's copy, not %s's", x.origin)
				}
				return
			}
			if e.From != x.origin || e.From != x.earlier[i].ID || e.To != "c" || e.Kind != x.kind || e.Joins != x.joins {
				t.Errorf("carries %+v", e)
			}
			for _, p := range e.Passages {
				if p.From.Of(x.earlier[i].Full()) == "" || p.To.Of(x.of.Full()) == "" {
					t.Error("an empty passage", p)
				}
			}
		})
	}
}

func TestACreditAgainstTheDatesGivesNoDirection(t *testing.T) {
	early := article("early", "the tarn times", "2031-03-01", ferry+foot)
	late := article("late", "the lowmoor lamp", "2031-03-02", ferry)
	e, i := choose(late, []*descent.Article{early})
	if i != 0 || e.Directed {
		t.Fatalf("%d, %+v", i, e)
	}
	if !slices.ContainsFunc(e.Reasons, func(r news.Reason) bool { return r.Rule == descent.RuleContrary }) {
		t.Errorf("the reasons do not say that it is against the dates: %v", e.Reasons)
	}
}

func TestPlacesAreInOneOrder(t *testing.T) {
	place := rapid.Custom(func(t *rapid.T) descent.Place {
		return descent.Place{At: rapid.SampledFrom([]int64{1, 2, descent.Undated}).Draw(t, "at"),
			Text: news.DigestOf(rapid.SampledFrom([]string{"a", "b"}).Draw(t, "text")), ID: rapid.SampledFrom([]string{"x", "y"}).Draw(t, "id")}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := place.Draw(t, "a"), place.Draw(t, "b"), place.Draw(t, "c")
		if a.Compare(b) != -b.Compare(a) || (a.Compare(b) == 0) != (a == b) {
			t.Fatal("not an order of two", a, b)
		}
		if a.Compare(b) < 0 && b.Compare(c) < 0 && a.Compare(c) >= 0 {
			t.Fatal("not an order of three", a, b, c)
		}
	})
}

func TestKeysOfTwo(t *testing.T) {
	set := rapid.Custom(func(t *rapid.T) []uint64 {
		s := rapid.SliceOf(rapid.Uint64Range(0, 30)).Draw(t, "keys")
		slices.Sort(s)
		return slices.Compact(s)
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := set.Draw(t, "a"), set.Draw(t, "b")
		var only, both []uint64
		for _, k := range a {
			if slices.Contains(b, k) {
				both = append(both, k)
			} else {
				only = append(only, k)
			}
		}
		if !slices.Equal(descent.Uncovered(a, b), only) || !slices.Equal(descent.Common(a, b), both) {
			t.Fatal("of", a, b, "only", descent.Uncovered(a, b), "both", descent.Common(a, b))
		}
	})
}

func TestEveryRuleHasASentence(t *testing.T) {
	for _, rule := range []string{descent.RuleContrary, descent.RuleSameOutlet} {
		if !wording.Known(rule) {
			t.Errorf("%s has no sentence", rule)
		}
	}
}
