// Package when reads dates as people and machines print them: in any of the
// usual forms, in the languages of internal/lang, with the time of day and the
// zone where they stand. Whose date it is, the caller decides; InLine alone
// judges whether a line tells its own article's.
package when

import (
	"fmt"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// Moment is a date as printed: local to its zone, as fine as its precision.
type Moment struct {
	year, month, day     int
	hour, minute, second int
	precision            news.Precision
	zone                 string
}

// Years that a date in news may have. Whether a date lies in the future is not
// asked: the stage has no clock.
const (
	firstYear = 1600
	lastYear  = 2199
)

// possible reports whether the calendar has such a day.
func (m *Moment) possible() bool {
	if !inYears(m.year) {
		return false
	}
	switch m.precision {
	case news.Year:
		return true
	case news.Month:
		return m.month >= 1 && m.month <= 12
	}
	t := time.Date(m.year, time.Month(m.month), m.day, 0, 0, 0, 0, time.UTC)
	return m.month >= 1 && m.day >= 1 && int(t.Month()) == m.month && t.Day() == m.day
}

// value is the Moment in ISO 8601.
func (m *Moment) value() string {
	switch m.precision {
	case news.Year:
		return fmt.Sprintf("%04d", m.year)
	case news.Month:
		return fmt.Sprintf("%04d-%02d", m.year, m.month)
	case news.Day:
		return fmt.Sprintf("%04d-%02d-%02d", m.year, m.month, m.day)
	case news.Minute:
		return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d", m.year, m.month, m.day, m.hour, m.minute)
	}
	return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d:%02d", m.year, m.month, m.day, m.hour, m.minute, m.second)
}

// SameDay reports whether both are dates of one day.
func (m *Moment) SameDay(o Moment) bool {
	return m.year == o.year && m.month == o.month && m.day == o.day
}

// Date is the moment with the evidence for it.
func (m *Moment) Date(e news.Evidence) news.Date {
	return news.Date{Value: m.value(), Precision: m.precision, Zone: m.zone, Evidence: e}
}

// Order says how 03/04/2022 is read.
type Order byte

const (
	UnknownOrder Order = iota // as 2022 only: either month may be meant
	DayBeforeMonth
	MonthBeforeDay
)

// NoOrder is the order of words that no language decides: of an address, say.
func NoOrder() Order { return UnknownOrder }

// Parse reads the first date in words that state one, such as an attribute
// of an element or a given field; of a bare year too.
func Parse(words string, order func() Order) (Moment, bool) {
	r := newReader(words, order)
	r.compact = true
	if m, _, _, ok := r.next(0, len(r.words)); ok {
		return m, true
	}
	if len(r.words) == 1 && r.words[0].digits == 4 {
		m := Moment{year: r.words[0].value, precision: news.Year}
		return m, m.possible()
	}
	return Moment{}, false
}

// inYears reports whether news may tell of a year.
func inYears(year int) bool { return year >= firstYear && year <= lastYear }
