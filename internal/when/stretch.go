package when

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/news"
)

// stretch reads what two dates bound, or one: from 3 to 5 May, since 2 March,
// bis Freitag. It keeps what it reads.
func (p *prose) stretch(i int) (int, bool) {
	if p.words[i].digits > 0 {
		return p.daysOfMonth(i)
	}
	w := p.told[i]
	if w.Has(lang.RangeLead) && p.near(i+1) {
		if a, b, n, ok := p.ends(i + 1); ok {
			return p.keepStretch(a, b, i, n), true
		}
	}
	if !w.Has(lang.SinceWord|lang.UntilWord) || !p.near(i+1) {
		return i, false
	}
	pt, n, ok := p.end(p.lead(i + 1))
	if !ok {
		return i, false
	}
	return p.keepOpen(pt, i, n, w.Has(lang.SinceWord)), true
}

// lead is the index behind what may stand at i before a date: "the", "zum",
// "dem Jahr".
func (p *prose) lead(i int) int {
	if p.near(i+1) && p.told[i].Has(lang.Attributive|lang.RangeLink|lang.BeforeDay) {
		i++
	}
	if p.isUnit(i, lang.YearUnit) && p.near(i+1) && p.isYear(i+1) {
		i++
	}
	return i
}

// end reads a date at either end of a stretch; any month and weekday may be one.
func (p *prose) end(i int) (point, int, bool) {
	if pt, n, ok := p.point(i); ok {
		return pt, n, pt.clock == nil || pt.day > 0
	}
	if p.monthWord(i) > 0 && !p.told[i].Has(lang.ShyWord) {
		return point{month: p.told[i].Value, precision: news.Month}, i + 1, true
	}
	if i < len(p.words) && p.told[i].Has(lang.WeekdayWord) && p.upper(i) {
		return point{weekday: p.told[i].Value, precision: news.Day}, i + 1, true
	}
	return point{}, i, false
}

// ends reads 3 to 5 May, Monday to Friday, 2031 bis 2033 at word i.
func (p *prose) ends(i int) (a, b point, n int, ok bool) {
	a, n, ok = p.end(i)
	if day, is := p.num(i, dayDigits); !ok && is && day > 0 && p.free(i) {
		a, n, ok = point{day: day, precision: news.Day}, p.pastOrdinal(i+1), true
	}
	if !ok || !p.dotted(n) || !p.told[n].Has(lang.RangeLink) {
		return a, b, i, false
	}
	b, n, ok = p.end(p.lead(n + 1))
	return a, b, n, ok && alike(a, b)
}

// alike reports whether a and b can be the ends of one stretch.
func alike(a, b point) bool {
	if a.day > 0 && a.month == 0 {
		return b.day > 0 && b.month > 0
	}
	return a.precision == b.precision || a.precision == news.Day && b.precision == news.Day
}

// daysOfMonth reads 3-5 March and 3 to 5 March at the number i.
func (p *prose) daysOfMonth(i int) (int, bool) {
	day, ok := p.num(i, dayDigits)
	if !ok || day == 0 || !p.free(i) || i+1 >= len(p.words) {
		return i, false
	}
	at := p.pastOrdinal(i + 1)
	switch {
	case p.dash(at):
	case p.dotted(at) && p.told[at].Has(lang.RangeLink) && p.near(at+1) && !p.after(at+1, lang.Attributive):
		at++
	default:
		return i, false
	}
	b, n := p.dayMonthAt(at)
	if n == at {
		return i, false
	}
	return p.keepStretch(point{day: day, precision: news.Day}, b, i, n), true
}

// dash reports whether nothing but a dash joins word i to the one before it.
func (p *prose) dash(i int) bool {
	if i >= len(p.words) {
		return false
	}
	switch strings.Trim(p.gap(i), " \u00a0") {
	case "-", "–", "—":
		return true
	}
	return false
}

// dashed reads the date that a dash joins to the one before word n: March 3-5,
// 2031–2033, 2031-33.
func (p *prose) dashed(a point, n int) (point, int, bool) {
	if !p.dash(n) || a.counted || a.clock != nil {
		return point{}, n, false
	}
	v, ok := p.num(n, 4)
	digits := p.words[n].digits
	switch {
	case a.precision == news.Year && !a.decade && ok && digits == 4 && v > a.year && v <= lastYear:
		return point{year: v, precision: news.Year}, p.pastYearWord(n + 1), true
	case a.precision == news.Year && !a.decade && ok && digits == 2 && v > a.year%100:
		return point{year: a.year/100*100 + v, precision: news.Year}, n + 1, true
	case a.day > 0 && a.year == 0 && ok && digits <= dayDigits && v > a.day:
		b := point{month: a.month, day: v, precision: news.Day}
		if _, m := p.dayMonthAt(n); m > n {
			break // 3 March – 5 May
		}
		return b, p.yearBehind(&b, n+1), true
	}
	b, m, ok := p.end(n)
	return b, m, ok && alike(a, b) && b.clock == nil && !b.counted
}

// complete gives a stretch's ends the parts that only the other one tells.
func complete(a, b point) (point, point) {
	if a.month == 0 && a.day > 0 {
		a.month = b.month
	}
	switch {
	case a.month == 0:
	case a.year == 0 && b.year > 0:
		if a.year = b.year; a.month > b.month {
			a.year--
		}
	case b.year == 0 && a.year > 0:
		if b.year = a.year; b.month < a.month {
			b.year++
		}
	}
	return a, b
}
