package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/news"
)

// Where a text without markup may print its own date: lines at its head, and
// labelled lines at its foot. A date further in is told, not the article's own.
const (
	headLines = 12
	footLines = 8
	// proseLine is the bytes from which a line is a paragraph; the head ends
	// with the first.
	proseLine = 300
)

// printed adds the dates that a text prints of itself.
func (f *datesFound) printed() {
	text := f.text
	head := headOf(text)
	var bare, labelled []printedDate
	for i, line := range head {
		p, ok := f.inLine(text, line)
		switch {
		case !ok || p.atEnd && i >= closeLines:
		case p.label != lang.NoLabel:
			labelled = append(labelled, p)
		default:
			bare = append(bare, p)
		}
	}
	for _, line := range footOf(text) {
		if len(head) > 0 && line.Start < head[len(head)-1].End {
			continue
		}
		if p, ok := f.inLine(text, line); ok && p.label != lang.NoLabel {
			labelled = append(labelled, p)
		}
	}
	if !oneDay(bare) {
		bare = nil // a list of days: they date what it lists
	}
	for _, p := range append(labelled, bare...) {
		f.add(p.moment, p.label == lang.ModifiedLabel, news.Evidence{Class: news.EvidenceByline, Span: p.Span})
	}
}

// oneDay reports whether all dates name the same day.
func oneDay(dates []printedDate) bool {
	for _, p := range dates {
		if first := dates[0]; p.year != first.year || p.month != first.month || p.day != first.day {
			return false
		}
	}
	return true
}

// closeLines is how near the top a headline ends in the article's date.
const closeLines = 3

// headOf gives the first lines of text that hold anything.
func headOf(text string) []news.Span {
	var lines []news.Span
	for start, long := 0, false; start < len(text) && len(lines) < headLines && !long; {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		if line := (news.Span{Start: start, End: end}).Trim(text); !line.Empty() {
			lines = append(lines, line)
			long = line.Len() >= proseLine
		}
		start = end + 1
	}
	return lines
}

// footOf gives the last lines of text that hold anything, the last first.
func footOf(text string) []news.Span {
	var lines []news.Span
	for end := len(text); end > 0 && len(lines) < footLines; {
		start := strings.LastIndexByte(text[:end], '\n') + 1
		if line := (news.Span{Start: start, End: end}).Trim(text); !line.Empty() {
			lines = append(lines, line)
		}
		end = start - 1
	}
	return lines
}

// printedDate is a date in a line that tells it of the article.
type printedDate struct {
	moment
	news.Span
	label lang.DateLabel
	atEnd bool // of a headline
}

// mayHoldDate reports whether s has four digits in a row or two numbers with a
// stop between, as every form of a whole date has one of them.
func mayHoldDate(s string) bool {
	run, stop := 0, false
	for i := 0; i < min(len(s), maxDateBytes); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			if run++; run == 4 || stop {
				return true
			}
		default:
			stop = c == '.' && run > 0
			run = 0
		}
	}
	return false
}

// inLine finds the date in line that is the article's own.
func (f *datesFound) inLine(text string, line news.Span) (printedDate, bool) {
	// The zone may stand on the next line: "(Moscow time)".
	words := text[line.Start:min(len(text), line.End+zoneReach)]
	if !mayHoldDate(words) {
		return printedDate{}, false
	}
	r := newDateReader(words, f.order)
	inside := r.until(line.Len())
	m, i, next, ok := r.next(0, inside)
	if !ok {
		return printedDate{}, false
	}
	p := printedDate{moment: m, label: r.label(i), atEnd: next >= inside && i > shortLead}
	p.Span = news.Span{Start: line.Start + r.words[i].Start, End: line.Start + r.endOf(next)}
	if p.label != lang.NoLabel {
		return p, true
	}
	return p, m.precision != news.Month && m.precision != news.Year && r.isOwn(i, next, inside)
}

// zoneReach is the bytes behind a line in which the zone of its time is looked
// for.
const zoneReach = 24

// until is the number of words that begin before byte end.
func (r *dateReader) until(end int) int {
	n := 0
	for n < len(r.words) && r.words[n].Start < end {
		n++
	}
	return n
}

// longestLabel is the most words before a labelled date: "Last updated on".
const longestLabel = 4

// label is what the words before word i say of the date there. A label begins
// the line or has a colon behind it: in "He was released June 3" is none.
func (r *dateReader) label(i int) lang.DateLabel {
	for j, w := range r.words[:min(i, longestLabel)] {
		if l := lang.LabelOf(w.lower); l != lang.NoLabel && !lang.BeforeLabels[r.words[j+1].lower] {
			if j == 0 || strings.Contains(r.gap(j+1), ":") || j == 1 && lang.BeforeLabels[r.words[0].lower] {
				return l
			}
		}
	}
	return lang.NoLabel
}

// What a line may hold beside its date and still be a line about the article.
const (
	shortLead = 4 // words before it: a place, a name
	shortRest = 6 // words beside it in all
)

// isOwn tells whether the date at the words from i to next is the article's
// own: the line holds little else, or begins with it and goes on as a new
// sentence, or ends in it as headlines do, or is a dateline. inside counts the
// line's words.
func (r *dateReader) isOwn(i, next, inside int) bool {
	if i > 0 && lang.InProse[r.words[i-1].lower] {
		return false
	}
	rest := i + max(0, inside-next)
	switch weekday := lang.IsWeekday(r.words[i].lower); {
	case rest <= shortRest && (i == 0 || r.apart(i) && !r.stopped(inside)):
		return true
	case i == 0 && weekday:
		return next < len(r.words) && r.capital(next) && strings.TrimSpace(r.gap(next)) == ""
	case next >= inside && weekday:
		return !r.stopped(inside)
	}
	return i > 0 && i <= shortLead && next < len(r.words) && r.isDateline(i, next)
}

// apart tells whether the date at word i does not go on with the words before
// it, as it does in "was released June 3".
func (r *dateReader) apart(i int) bool {
	return r.capital(i-1) || strings.ContainsAny(r.gap(i), "|:,;–—-•·(")
}

// stopped tells whether the line of so many words ends as a sentence.
func (r *dateReader) stopped(inside int) bool {
	after := r.s[r.words[inside-1].End:]
	return strings.HasPrefix(after, ".") || strings.HasPrefix(after, "!") || strings.HasPrefix(after, "?")
}

// isDateline tells "KORVA, 6 March 2022 (Agency) –": names in capitals before
// the date, a dash or bracket behind it.
func (r *dateReader) isDateline(i, next int) bool {
	for j := range i {
		if !r.capital(j) {
			return false
		}
	}
	return strings.ContainsAny(r.gap(i), ",.") && strings.ContainsAny(r.gap(next), "–—-(/:")
}

func (r *dateReader) capital(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.words[i].Of(r.s))
	return unicode.IsUpper(c)
}
