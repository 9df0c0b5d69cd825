package web

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/trace"
	"github.com/hearsay-engine/hearsay/news"
)

// The dates under a course stand apart and within the picture, the first always.
func TestDatesUnderLanesStandApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		on := rapid.SampledFrom([]sheet{onDesk, onPhone}).Draw(t, "on")
		x := rapid.SliceOfN(rapid.IntRange(on.label, on.wide), 1, 30).Draw(t, "x")
		slices.Sort(x)
		all := make([]trace.Station, len(x))
		for i := range all {
			day := rapid.StringMatching(`2031-0[1-3]-1[0-9]`).Draw(t, "day")
			all[i].Article = &trace.Article{Seen: news.Seen{Best: news.Date{Value: day}}}
		}
		got := on.ticks(all, x)
		if len(got) == 0 || got[0].Label != stationDay(&all[0]) {
			t.Fatalf("%v does not begin with %s", got, stationDay(&all[0]))
		}
		for i, tick := range got {
			if tick.At > on.wide-tickGap/2 || tick.At < on.margin() || i > 0 && tick.At-got[i-1].At < tickGap {
				t.Fatalf("%v overlap or reach out", got)
			}
		}
	})
}
