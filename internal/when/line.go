package when

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/news"
)

// Printed is a date in a line that tells it of the article.
type Printed struct {
	Moment
	news.Span
	Label lang.DateLabel
	AtEnd bool // of a headline
}

// mayHold reports whether s has four digits in a row or two numbers with a
// stop between, as every form of a whole date has one of them.
func mayHold(s string) bool {
	run, stop := 0, false
	for i := 0; i < min(len(s), maxBytes); i++ {
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

// InLine finds the date in line that is the article's own.
func InLine(text string, line news.Span, order func() Order) (Printed, bool) {
	// The zone may stand on the next line: "(Moscow time)".
	words := text[line.Start:min(len(text), line.End+zoneReach)]
	if !mayHold(words) {
		return Printed{}, false
	}
	r := newReader(words, order)
	inside := r.until(line.Len())
	m, i, next, ok := r.next(0, inside)
	if !ok {
		return Printed{}, false
	}
	p := Printed{Moment: m, Label: r.label(i), AtEnd: next >= inside && i > shortLead}
	p.Span = news.Span{Start: line.Start + r.words[i].Start, End: line.Start + r.endOf(next)}
	if p.Label != lang.NoLabel {
		return p, true
	}
	return p, m.precision != news.Month && m.precision != news.Year && r.isOwn(i, next, inside)
}

// Labelled finds the date in a line that says what the date is of, "Published: 6
// March 2022". It reads no more of other lines than their first words.
func Labelled(text string, line news.Span, order func() Order) (Printed, bool) {
	words := line.Of(text)
	r := &reader{s: words[:min(len(words), maxBytes)]}
	for i := 0; i < len(r.s) && len(r.words) < longestLabel; {
		i = r.read(i)
	}
	if !slices.ContainsFunc(r.words, func(w word) bool { return lang.LabelOf(w.lower) != lang.NoLabel }) {
		return Printed{}, false
	}
	p, ok := InLine(text, line, order)
	return p, ok && p.Label != lang.NoLabel
}

// zoneReach is the bytes behind a line in which the zone of its time is looked
// for.
const zoneReach = 24

// until is the number of words that begin before byte end.
func (r *reader) until(end int) int {
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
func (r *reader) label(i int) lang.DateLabel {
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
func (r *reader) isOwn(i, next, inside int) bool {
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
func (r *reader) apart(i int) bool {
	return r.capital(i-1) || strings.ContainsAny(r.gap(i), "|:,;–—-•·(")
}

// stopped tells whether the line of so many words ends as a sentence.
func (r *reader) stopped(inside int) bool {
	after := r.s[r.words[inside-1].End:]
	return strings.HasPrefix(after, ".") || strings.HasPrefix(after, "!") || strings.HasPrefix(after, "?")
}

// isDateline tells "KORVA, 6 March 2022 (Agency) –": names in capitals before
// the date, a dash or bracket behind it.
func (r *reader) isDateline(i, next int) bool {
	for j := range i {
		if !r.capital(j) {
			return false
		}
	}
	return strings.ContainsAny(r.gap(i), ",.") && strings.ContainsAny(r.gap(next), "–—-(/:")
}

func (r *reader) capital(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.words[i].Of(r.s))
	return unicode.IsUpper(c)
}
