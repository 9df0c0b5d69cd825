package clean

import (
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// maxLines bounds how many lines of one text are judged; what follows stays in
// the body. A page has some hundreds.
const maxLines = 200_000

// bareBody judges each line of a text without markup: what the article says,
// and what was left out and why. The lines of title and byline go to neither:
// they are the article's fields. Body spans run over the empty lines between kept lines.
func bareBody(d *draft) (body []news.Span, dropped []news.Dropped) {
	lines, rest := scanLines(d.text)
	certain(d.text, lines)
	titleLine(d, lines)
	bylineLine(d, lines)
	dropByModel(lines)
	for i := range lines {
		switch l := &lines[i]; {
		case l.rule == ruleTitle || l.rule == bylineField:
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

// dropLine is the verdict on one line by its words alone: why it is boilerplate,
// or false. The body of a page asks it too.
func dropLine(line string) (news.Reason, bool) {
	span := news.Span{Start: 0, End: len(line)}.Trim(line)
	if span.Empty() {
		return news.Reason{}, false
	}
	l := scrapedLine{facts: newLineScan().read(line, span)}
	certainAlone(line, &l)
	return l.reason(), l.rule != ""
}

// scanLines cuts text into its non-empty lines and reads what each shows; rest
// is what lies behind maxLines.
func scanLines(text string) (lines []scrapedLine, rest news.Span) {
	sc := newLineScan()
	lines = make([]scrapedLine, 0, min(len(text)/80+4, maxLines))
	for start := 0; start < len(text); {
		if len(lines) == maxLines {
			return lines, news.Span{Start: start, End: len(text)}.Trim(text)
		}
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if span := (news.Span{Start: start, End: end}).Trim(text); !span.Empty() {
			lines = append(lines, scrapedLine{facts: sc.read(text, span)})
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
