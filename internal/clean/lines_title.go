package clean

import "github.com/hearsay-engine/hearsay/news"

// ruleTitle marks the title's line: it is neither body nor boilerplate but
// Article.Title. Headlines hold statements, so attribution reads Title.Span too.
const ruleTitle = "line-title"

// titleLine marks the title's line: the one it was found on, or one that repeats
// a given title further down.
func titleLine(d *draft, lines []scrapedLine) {
	title := best(d.titles)
	for i := range lines[:min(len(lines), titleLines)] {
		l := &lines[i]
		words := l.Of(d.text)
		if !title.Span.Empty() && l.Holds(title.Span) {
			l.rule = ruleTitle
			return
		}
		if title.Span.Empty() && words == title.Value {
			l.rule = ruleTitle
			d.titles = append(d.titles, candidate{Value: words, Evidence: news.Evidence{Class: news.EvidenceByline, Span: l.Span}})
			return
		}
	}
}

// titleLines is how far down a given title is looked for.
const titleLines = 200
