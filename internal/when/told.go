package when

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/news"
)

// Rules of what a body tells of time.
const (
	RuleStated     = "time-stated"       // the words state all of it
	RuleNearest    = "time-nearest"      // the year or week nearest to the article's date, rather before it
	RuleAhead      = "time-ahead"        // the wording looks ahead
	RuleCounted    = "time-counted"      // counted from the article's date
	RuleRoughly    = "time-roughly"      // a few, some
	RuleEither     = "time-either-order" // 03/04/2031: both are meant
	RuleNoAnchor   = "time-no-anchor"    // nothing to count from
	RuleImpossible = "time-impossible"   // in no calendar, on no clock
	RuleFuture     = "time-future"       // too far ahead for wording that does not look ahead
	RuleClockAlone = "time-clock-alone"  // a time of no day
)

// InText finds what the body of an article tells of time, by start. Days and
// years that the words leave open are counted from the article's own date. The
// article's Text, Body, Languages, Dates and Fetched are read. Spans do not
// overlap.
func InText(a *news.Article) []news.Told {
	p := prose{anchor: anchorOf(Seen(a.Dates, a.Fetched)), tongues: a.Languages, tongue: a.Language}
	p.sort = proseOrder(a.Language)
	for _, b := range a.Body {
		for s := range chunks(a.Text, b) {
			p.paragraph(a.Text, s)
		}
	}
	return p.out
}

// proseOrder is how a language writes 03/04/2022.
func proseOrder(tag string) Order {
	switch first, decided := lang.DayFirst(tag); {
	case !decided:
		return UnknownOrder
	case first:
		return DayBeforeMonth
	}
	return MonthBeforeDay
}

// maxChunk bounds the bytes of a paragraph that are read in one piece, and so
// what one piece costs in memory; longer ones are cut between words.
const maxChunk = 8 << 10

// chunks cuts a stretch of text at its blank lines.
func chunks(text string, s news.Span) func(yield func(news.Span) bool) {
	return func(yield func(news.Span) bool) {
		for at := s.Start; at < s.End; {
			end := s.End
			if i := strings.Index(text[at:min(s.End, at+maxChunk)], "\n\n"); i >= 0 {
				end = at + i + len("\n\n")
			} else if end-at > maxChunk {
				end = at + maxChunk
				if i := strings.LastIndexByte(text[at:end], ' '); i > 0 {
					end = at + i
				}
				for end < s.End && text[end]&0xC0 == 0x80 {
					end++ // never within a code point
				}
			}
			if !yield(news.Span{Start: at, End: end}) {
				return
			}
			at = end
		}
	}
}

// anchor is the article's date: what other dates are counted from.
type anchor struct {
	days
	known bool
	hour  int // of the day; -1 when not known
	zone  string
	value string
}

func anchorOf(s news.Seen) anchor {
	d := s.Best
	m, ok := Parse(d.Value, NoOrder)
	if !ok {
		return anchor{hour: -1}
	}
	a := anchor{known: true, hour: -1, value: d.Value}
	first, _ := dayOf(m.year, max(m.month, 1), max(m.day, 1))
	switch m.precision {
	case news.Year:
		a.days = first.unit(lang.YearUnit, 0)
	case news.Month:
		a.days = first.unit(lang.MonthUnit, 0)
	default:
		a.days = days{first, first}
	}
	if m.precision == news.Minute || m.precision == news.Second {
		a.hour = m.hour
	}
	if len(d.Zone) >= len("+00:00") && definite(d.Zone) {
		a.zone = assumed + strings.TrimPrefix(d.Zone, assumed)
	}
	return a
}
