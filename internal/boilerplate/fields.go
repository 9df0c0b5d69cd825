package boilerplate

import (
	"github.com/hearsay-engine/hearsay/internal/lexicon"
	"github.com/hearsay-engine/hearsay/news"
)

// ruleTitle marks the title's line: it is neither body nor boilerplate but
// Article.Title. Headlines hold statements, so attribution reads Title.Span too.
const ruleTitle = "line-title"

// titleLine marks the title's line: the one it was found on, or one that repeats
// a given title further down.
func titleLine(text string, lines []scrapedLine, title news.Field) {
	for i := range lines[:min(len(lines), titleLines)] {
		l := &lines[i]
		if !title.Span.Empty() && l.Holds(title.Span) || title.Span.Empty() && l.Of(text) == title.Value {
			l.rule = ruleTitle
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

// bylineLine marks the line that holds the byline at s and little else.
func bylineLine(text string, lines []scrapedLine, s news.Span) {
	if s.Empty() {
		return
	}
	names := 0
	for range lexicon.Words(s.Of(text)) {
		names++
	}
	for i := range lines {
		if l := &lines[i]; l.Holds(s) {
			if l.rule == "" && l.Words <= names+besideByline && !l.prose {
				l.rule = bylineField
			}
			return
		}
	}
}
