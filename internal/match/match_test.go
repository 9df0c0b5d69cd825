package match_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/internal/wording"
)

var claims = []match.Item{
	{Text: "The harbour wall of Tarnhaven was built with sand from the wrong island.", Context: "Ada Quill", Date: day("2031-03-04")},
	{Text: "Orlan paid 40 million crowns for a bridge that nobody may cross.", Context: "Oskar Toth"},
	{Text: "The mayor of Orlan owns the quarry that sold the stone for the new market.", Date: day("2031-05-01")},
	{Text: "Ferries to the islands will run at night from the first of June.", Date: day("2031-05-20")},
	{Text: "A bell maker from the third valley was refused a stall in the covered market."},
	{Text: "The school roof of Lowmoor leaked for nine winters before anyone looked at it."},
	{Text: "The school roof at Lowmoor was leaking for nine winters before anybody looked at it."},
}

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

func TestDecide(t *testing.T) {
	tests := []struct {
		asked  match.Item
		claim  int
		status match.Status
		rule   string
	}{
		{match.Item{Text: "Sand from the wrong island went into Tarnhaven's harbour wall, she says", Date: day("2031-03-03")}, 0, match.Confirmed, match.RuleNear},
		{match.Item{Text: "They paid 40 million crowns in Orlan for a bridge nobody may ever cross"}, 1, match.Confirmed, match.RuleNumbers},
		{match.Item{Text: "They paid 90 million crowns in Orlan for a bridge nobody may ever cross"}, 1, match.Confirmed, match.RuleDiffer},
		{match.Item{Text: "#QuarryScandal: the stone of our new market comes from the mayor of Orlan's own quarry https://orlan.example/x"}, 2, match.Confirmed, match.RuleMargin},
		{match.Item{Text: "For nine winters the school roof at Lowmoor leaked before anyone looked"}, 5, match.Confirmed, match.RuleCovers},
		{match.Item{Text: "The bridge is closed"}, 1, match.Unlinked, match.RuleShort},
		{match.Item{Text: "In the capital a crane lifted forty stones at once while the council was asleep"}, -1, match.Unlinked, match.RuleMargin},
	}
	x := match.NewIndex(claims)
	for _, c := range tests {
		d := x.Decide(c.asked, x.Rank(c.asked, 5))
		if d.Status != c.status || c.claim >= 0 && d.Claim != c.claim {
			t.Errorf("%q: got claim %d %q at %.2f, want %d %q", c.asked.Text, d.Claim, d.Status, d.Score, c.claim, c.status)
		}
		found := false
		for _, r := range d.Reasons {
			found = found || r.Rule == c.rule
			if !wording.Known(r.Rule) {
				t.Errorf("rule %q has no sentence", r.Rule)
			}
		}
		if !found {
			t.Errorf("%q: no reason %q among %v", c.asked.Text, c.rule, d.Reasons)
		}
	}
}

func TestNothingKnownIsNothingFound(t *testing.T) {
	x := match.NewIndex(nil)
	if r := x.Rank(claims[0], 3); len(r.Best) != 0 || x.Decide(claims[0], r).Status != match.Unlinked {
		t.Errorf("got %+v of no claims", r)
	}
}

// A claim asked for in its own words stands first, whatever else is known.
func TestOwnWordsStandFirst(t *testing.T) {
	x := match.NewIndex(claims)
	rapid.Check(t, func(rt *rapid.T) {
		i := rapid.IntRange(0, len(claims)-1).Draw(rt, "claim")
		if r := x.Rank(claims[i], 3); len(r.Best) == 0 || r.Best[0].Claim != i {
			rt.Errorf("claim %d is not the best for itself: %+v", i, r.Best)
		}
	})
}

func FuzzRank(f *testing.F) {
	x := match.NewIndex(claims)
	f.Add("#QuarryScandal 4,000.5 it’s")
	f.Fuzz(func(t *testing.T, s string) {
		asked := match.Item{Text: s}
		r := x.Rank(asked, 3)
		for i, c := range r.Best {
			if c.Claim < 0 || c.Claim >= len(claims) || i > 0 && c.Score > r.Best[i-1].Score {
				t.Errorf("%q: %+v", s, r.Best)
			}
		}
		if d := x.Decide(asked, r); d.Status != match.Unlinked && len(strings.Fields(s)) == 0 {
			t.Errorf("nothing said is linked: %+v", d)
		}
	})
}

func BenchmarkRank(b *testing.B) {
	x := match.NewIndex(claims)
	for b.Loop() {
		x.Rank(claims[0], 5)
	}
}
