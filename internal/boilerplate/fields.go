package boilerplate

import (
	"github.com/hearsay-engine/hearsay/internal/lexicon"
	"github.com/hearsay-engine/hearsay/news"
)

// Fields are what of an article is known before its lines are judged; spans are
// bytes of the text, empty where a field does not stand there.
type Fields struct {
	Title  news.Field
	Byline news.Span
	Dates  []news.Span // of the article itself, as printed, by place
}

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
	names := wordsOf(s.Of(text))
	for i := range lines {
		if l := &lines[i]; l.Holds(s) {
			if l.rule == "" && l.Words <= names+besideByline && !l.prose {
				l.rule = bylineField
			}
			return
		}
	}
}

// dateField marks a line that is a date of the article and nothing else: it is one
// of the article's fields. Every article of a day would hold it else, and it would
// be found to be repeated day after day.
const dateField = "line-date"

// dateLines marks the lines that are one of dates.
func dateLines(text string, lines []scrapedLine, dates []news.Span) {
	for i := range lines {
		l := &lines[i]
		for len(dates) > 0 && dates[0].Start < l.Start {
			dates = dates[1:]
		}
		if len(dates) == 0 {
			return
		}
		if l.rule == "" && l.Holds(dates[0]) && l.Words <= l.weekdays+wordsOf(dates[0].Of(text)) {
			l.rule = dateField
		}
	}
}

// wordsOf is how many words s has.
func wordsOf(s string) (n int) {
	for range lexicon.Words(s) {
		n++
	}
	return n
}
