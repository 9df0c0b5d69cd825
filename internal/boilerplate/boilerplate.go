// Package boilerplate tells the lines of an article from the furniture of the
// page it was scraped off: menus, calendars, teasers, counters, pleas to share.
// Text goes in, spans come out, each line left out with its reason.
//
// Rules that are certain look at a line's words, marks and listed phrases first.
// A model then weighs each line left by itself and by its neighbours, and the
// cheapest way through the page decides. Its weights come from pages written
// for the project (cmd/hearsay-train lines). Lines that many texts of one
// outlet share are taken out later, across the archive.
package boilerplate

import (
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// maxLines bounds how many lines of one text are judged; what follows stays in
// the body. A page has some hundreds.
const maxLines = 200_000

// Judge parts a text without markup, line by line, into what the article says
// and what was left out and why. The lines of its fields go to neither. Body
// spans run over the empty lines between kept lines.
func Judge(text string, fields Fields) (body []news.Span, dropped []news.Dropped) {
	lines, rest := scanLines(text)
	certain(text, lines)
	titleLine(text, lines, fields.Title)
	bylineLine(text, lines, fields.Byline)
	dateLines(text, lines, fields.Dates)
	dropByModel(lines)
	for i := range lines {
		switch l := &lines[i]; {
		case l.isField():
		case l.rule != "":
			dropped = append(dropped, news.Dropped{Span: l.Span, Reason: l.reason()})
		case i > 0 && lines[i-1].rule == "":
			body[len(body)-1].End = l.End
		default:
			body = append(body, l.Span)
		}
	}
	if !rest.Empty() {
		body = append(body, rest)
	}
	return body, dropped
}

// Line is the verdict on one line by its words alone: why it is boilerplate,
// or false.
func Line(line string) (news.Reason, bool) {
	span := news.Span{Start: 0, End: len(line)}.Trim(line)
	if span.Empty() {
		return news.Reason{}, false
	}
	l := scrapedLine{Facts: NewScanner().Read(line, span)}
	certainAlone(line, &l)
	return l.reason(), l.rule != ""
}

// scanLines cuts text into its non-empty lines and reads what each shows; rest
// is what lies behind maxLines.
func scanLines(text string) (lines []scrapedLine, rest news.Span) {
	sc := NewScanner()
	lines = make([]scrapedLine, 0, min(strings.Count(text, "\n")+1, maxLines))
	for start := 0; start < len(text); {
		if len(lines) == maxLines {
			return lines, news.Span{Start: start, End: len(text)}.Trim(text)
		}
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if span := (news.Span{Start: start, End: end}).Trim(text); !span.Empty() {
			lines = append(lines, scrapedLine{Facts: sc.Read(text, span)})
		}
		start = end + 1
	}
	return lines, rest
}

// certain gives the lines that are surely not body their rule, without the model.
func certain(text string, lines []scrapedLine) {
	for i := range lines {
		certainAlone(text, &lines[i])
	}
	dropCalendars(text, lines)
	dropTeasers(text, lines)
	dropTagLists(text, lines)
	markTurns(lines)
	dropAfterEnd(text, lines)
}
