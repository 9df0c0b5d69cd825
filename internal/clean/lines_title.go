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

// bylineField marks the line of a byline that is one of the article's fields.
const bylineField = "line-byline"

// besideByline is how many words may stand beside the names on a byline's line.
const besideByline = 4

// bylineLine marks the line that holds the byline and little else.
func bylineLine(d *draft, lines []scrapedLine) {
	s := best(d.bylines).Span
	if s.Empty() {
		return
	}
	names := 0
	eachWord(s.Of(d.text), func(word) bool { names++; return true })
	for i := range lines {
		if l := &lines[i]; l.Holds(s) {
			if l.rule == "" && l.words <= names+besideByline && !l.prose {
				l.rule = bylineField
			}
			return
		}
	}
}
