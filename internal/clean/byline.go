package clean

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/internal/when"
	"github.com/hearsay-engine/hearsay/news"
)

// printedByline adds the author that a text without markup prints: behind "By",
// alone on a line beside the date, or at its end with a word about the author.
func printedByline(d *draft, head []news.Span) {
	for _, find := range []func(string, []news.Span) news.Span{ledByline, namedByDate} {
		if s := find(d.text, head); !s.Empty() {
			d.bylines = append(d.bylines, printedField(d.text, s))
			return
		}
	}
	if s := signed(d.text); !s.Empty() {
		d.bylines = append(d.bylines, printedField(d.text, s))
	}
}

// printedField is a field whose words stand in the text.
func printedField(text string, s news.Span) candidate {
	return candidate{Value: strings.Join(strings.Fields(s.Of(text)), " "), Evidence: news.Evidence{Class: news.EvidenceByline, Span: s}}
}

// ledByline finds "By NAME", and a name on the line below "By".
func ledByline(text string, head []news.Span) news.Span {
	for i, line := range head {
		lead, behind := bylineLead(text, line)
		if lead == "" {
			continue
		}
		if behind.Empty() {
			if i+1 < len(head) {
				if s := nameLine(text, head[i+1]); !s.Empty() {
					return s
				}
			}
			continue
		}
		if s, _ := authorNames(text, behind); !s.Empty() && lang.Month(strings.ToLower(s.Of(text))) == 0 {
			return s
		}
	}
	return news.Span{}
}

// bylineLead is the lead that line begins with, and what stands behind it.
func bylineLead(text string, line news.Span) (lead string, behind news.Span) {
	words := line.Of(text)
	for _, lead := range lang.BylineLeads() {
		if len(words) < len(lead) || !strings.EqualFold(words[:len(lead)], lead) {
			continue
		}
		rest := words[len(lead):]
		after := strings.TrimLeft(rest, ": \t\u00a0")
		if rest != "" && len(after) == len(rest) {
			continue // a longer word
		}
		return lead, news.Span{Start: line.End - len(after), End: line.End}
	}
	return "", news.Span{}
}

// namedByDate finds a line that is a name beside a line that is a date: below
// the title, or with the date on the same line.
func namedByDate(text string, head []news.Span) news.Span {
	dated := make([]bool, len(head)+1)
	for i, line := range head {
		p, ok := when.InLine(text, line, when.NoOrder)
		dated[i] = ok && !p.AtEnd
		if !dated[i] || p.Start == line.Start {
			continue
		}
		if s := nameLine(text, news.Span{Start: line.Start, End: p.Start}); !s.Empty() {
			return s
		}
	}
	for i, line := range head {
		if i == 0 || !dated[i-1] && !dated[i+1] || dated[i] {
			continue
		}
		if s := nameLine(text, line); !s.Empty() {
			return s
		}
	}
	return news.Span{}
}

// nameLine is the name that is all of line but for marks at its end: two words
// or more that may be a person, or several.
func nameLine(text string, line news.Span) news.Span {
	s, whole := authorNames(text, line)
	beside := strings.Trim(text[s.End:line.End], " \t\u00a0.,|:·•–—-")
	if !whole || beside != "" || !strings.Contains(s.Of(text), " ") || !likeNames(text, s) {
		return news.Span{}
	}
	return s
}

// signed finds the author at a text's foot: "Written by NAME", a name that the
// next line tells of, or a line that says what NAME writes.
func signed(text string) news.Span {
	foot := footOf(text)
	for i := len(foot) - 1; i >= 0; i-- { // the first line first
		line := foot[i]
		if 2*line.Start < len(text) {
			continue // a short text's head
		}
		inside := news.Span{Start: line.End - len(strings.TrimLeft(line.Of(text), "(")), End: line.End}
		if lead, behind := bylineLead(text, inside); strings.Contains(lead, " ") {
			if s, whole := authorNames(text, behind); whole {
				return s
			}
		}
		if s := nameLine(text, line); !s.Empty() && i > 0 && tellsOf(text, foot[i-1], s) {
			return s
		}
		if s := writerNote(text, line); !s.Empty() {
			return s
		}
	}
	return news.Span{}
}

// tellsOf reports whether line goes on about the name: "NAME is a …".
func tellsOf(text string, line, name news.Span) bool {
	after, found := strings.CutPrefix(line.Of(text), name.Of(text))
	return found && (strings.HasPrefix(after, " ") || strings.HasPrefix(after, ","))
}

// noteWords is how far into a note about its author the author's work is named.
const noteWords = 12

// writerNote is the name in "NAME is a columnist of …", empty for other lines.
func writerNote(text string, line news.Span) news.Span {
	words := line.Of(text)
	at := strings.Index(words, " is a")
	if at <= 0 || len(words) >= proseLine {
		return news.Span{}
	}
	s := nameLine(text, news.Span{Start: line.Start, End: line.Start + at})
	if s.Empty() {
		return news.Span{}
	}
	for i, w := range strings.Fields(words[at:]) {
		if i < noteWords && lang.AuthorWork[strings.ToLower(strings.Trim(w, ".,;"))] {
			return s
		}
	}
	return news.Span{}
}
