package main

import (
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/internal/copies"
	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/news"
)

// directedArticles is how many articles copies are sought among for the
// figures of directions: a third of them are copies, a quarter without a trace.
const directedArticles = 4000

// directions tells of generated copies and their origins which was first, with
// the dates of both and without.
func directions() []eval.DirectedPair {
	river := gen.New(2, gen.Config{Bytes: generatedBytes, Varied: true, Cities: manyCities, Originals: 0.7, Traces: 0.75})
	var out []eval.DirectedPair
	for art := range river.Articles(directedArticles) {
		if art.Truth.CopyOf == "" {
			continue
		}
		origin := river.ArticleOf(art.Truth.CopyOf)
		a, b := generatedSide(origin), generatedSide(art)
		o := copies.Compare(a.Text, b.Text)
		if copies.Judge(a.Text, b.Text, o).Kind == copies.Apart || origin.Given.Outlet == art.Given.Outlet {
			continue
		}
		trace := string(art.Truth.Trace)
		if trace == "" {
			trace = "none"
		}
		for _, dated := range []bool{false, true} {
			if !dated {
				a.First, a.Last, b.First, b.Last = time.Time{}, time.Time{}, time.Time{}, time.Time{}
			} else {
				a.First, a.Last = dayOf(origin)
				b.First, b.Last = dayOf(art)
			}
			d, _ := copies.Direct(a, b, o)
			out = append(out, eval.DirectedPair{Trace: trace, Dated: dated, Told: d != copies.Unknown, Right: d == copies.BFromA})
		}
	}
	return out
}

func generatedSide(a gen.Article) copies.Side {
	return copies.Side{Text: copies.New(a.Text, []news.Span{a.Truth.Body}), Full: a.Text, Credits: copies.Credits(a.Text),
		Outlet: []string{strings.ToLower(a.Given.Outlet)}}
}

// dayOf is the day an article was published on: a page tells no more, as a rule.
func dayOf(a gen.Article) (first, last time.Time) {
	day, err := time.Parse(time.DateOnly, a.Given.Published[:len(time.DateOnly)])
	if err != nil {
		return first, last
	}
	return day, day.Add(24*time.Hour - time.Second)
}
