package when

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/news"
)

// point is one date as words tell it: parts of the calendar, or days already
// counted from the article's date.
type point struct {
	year, month, day int  // 0 for what is not told
	weekday          int  // 1 to 7; 0 when not told
	either           bool // day and month may be meant the other way round
	decade           bool // year is its first

	counted   bool // days are known
	anchored  bool // from the article's date
	days      days
	roughly   bool
	precision news.Precision

	part  int     // 1 early, 2 in the middle, 3 late; 0 for all of it
	since int     // days before the first that it begins with: the night to it
	until int     // days behind the last that it ends with: the night of it
	clock *Moment // its time of day; nil when not told
}

// point reads one date at word i.
func (p *prose) point(i int) (point, int, bool) {
	if i >= len(p.words) {
		return point{}, i, false
	}
	pt, n := p.core(i)
	if n == i {
		return point{}, i, false
	}
	if pt.precision == news.Day {
		pt, n = p.tail(pt, n)
	}
	return pt, n, true
}

// core reads a date without what may follow it; the index is i for none.
func (p *prose) core(i int) (point, int) {
	w := p.told[i]
	if p.words[i].digits > 0 {
		return p.first(i, (*prose).figures, (*prose).dayMonth, (*prose).anyMonth, (*prose).ago, (*prose).yearAlone)
	}
	switch {
	case w.Has(lang.MonthWord) && p.upper(i):
		return p.first(i, (*prose).monthDay, (*prose).monthYear, (*prose).monthAlone)
	case w.Has(lang.WeekdayWord) && p.upper(i):
		return p.first(i, (*prose).weekdayDate, (*prose).weekdayAlone)
	}
	return p.first(i, (*prose).which, (*prose).rolling, (*prose).partly, (*prose).daypart, (*prose).dayWord, (*prose).ago, (*prose).season,
		(*prose).weekend)
}

// first is what the first of the forms reads at word i.
func (p *prose) first(i int, forms ...func(*prose, int) (point, int)) (point, int) {
	for _, form := range forms {
		if pt, n := form(p, i); n > i {
			return pt, n
		}
	}
	return point{}, i
}

// figures reads 2022-03-06, 06.03.2022 and 6/3/2022.
func (p *prose) figures(i int) (point, int) {
	if i > 0 && p.gap(i) == "" || !p.freeBefore(i) {
		return point{}, i
	}
	if m, n := p.yearFirst(i); n == i+3 && m.precision == news.Day && inYears(m.year) && m.day > 0 {
		return point{year: m.year, month: m.month, day: m.day, precision: news.Day}, n
	}
	m, n := p.numbers(i)
	if n == i || !inYears(m.year) || p.words[i].value == 0 || p.words[i+1].value == 0 || n < len(p.words) && p.sign(n) != 0 && p.words[n].digits > 0 && p.gap(n) != "-" {
		return point{}, i
	}
	if m.precision == news.Year {
		return point{year: m.year, month: p.words[i].value, day: p.words[i+1].value, either: true, precision: news.Day}, n
	}
	return point{year: m.year, month: m.month, day: m.day, precision: news.Day}, n
}

// anyMonth reads 6 March 2022 in a language of which no more than its months is known.
func (p *prose) anyMonth(i int) (point, int) {
	if !p.telling.Silent() || p.words[i].digits > dayDigits || !p.free(i) {
		return point{}, i
	}
	m, n := p.dayThenName(i)
	if n == i || !inYears(m.year) || m.day == 0 || !p.free(n-1) {
		return point{}, i
	}
	return point{year: m.year, month: m.month, day: m.day, precision: news.Day}, n
}

// freeBefore reports whether the number at word i goes on from no other.
func (p *prose) freeBefore(i int) bool {
	before := p.s[:p.words[i].Start]
	return before == "" || !(lastByte(before) == '.' || lastByte(before) == '-' || lastByte(before) == '/' || lastByte(before) == '+' || lastByte(before) == '$')
}

// dayDigits are the most digits of a day's number.
const dayDigits = 2

// dayMonth reads 6 March, 6th of March 2022, 6. März, 6 марта 2022 года.
func (p *prose) dayMonth(i int) (point, int) {
	if !p.free(i) {
		return point{}, i
	}
	return p.dayMonthAt(i)
}

// dayMonthAt is dayMonth for a number that a dash may join to another.
func (p *prose) dayMonthAt(i int) (point, int) {
	day, ok := p.num(i, dayDigits)
	if !ok || day == 0 {
		return point{}, i
	}
	at := p.pastOrdinal(i + 1)
	if p.is(at, lang.OfWord) {
		at++
	}
	month := p.monthWord(at)
	if month == 0 || !p.dotted(at) && !p.hyphened(at) || p.compound(at) {
		return point{}, i
	}
	pt := point{day: day, month: month, precision: news.Day}
	n := p.yearBehind(&pt, at+1)
	return pt, n
}

// compound reports whether word i goes on behind a hyphen as another word.
func (p *prose) compound(i int) bool { return p.hyphened(i+1) && p.words[i+1].digits == 0 }

// pastOrdinal is the index behind the letters of an ordinal at i: 6th, 6-го.
func (p *prose) pastOrdinal(i int) int {
	if i < len(p.words) && p.told[i].Has(lang.OrdinalEnd) && (p.gap(i) == "" || p.gap(i) == "-") {
		return i + 1
	}
	return i
}

// monthDay reads March 6, Jan. 6th, 2022.
func (p *prose) monthDay(i int) (point, int) {
	day, ok := p.num(i+1, dayDigits)
	if !ok || day == 0 || !p.dotted(i+1) || !p.free(i+1) || !p.telling.MonthFirst {
		return point{}, i
	}
	pt := point{day: day, month: p.told[i].Value, precision: news.Day}
	n := p.pastOrdinal(i + 2)
	return pt, p.yearBehind(&pt, n)
}

// yearBehind reads the year of a date at word i into it: a number, or "last
// year". The index is i for none.
func (p *prose) yearBehind(pt *point, i int) int {
	if p.isYear(i) && (p.comma(i) || p.dotted(i) || p.hyphened(i)) {
		pt.year = p.words[i].value
		return p.pastYearWord(i + 1)
	}
	at := i
	if p.comma(at) && p.told[at].Has(lang.OfWord) {
		at++
	}
	if p.isYear(at) && p.near(at) {
		pt.year = p.words[at].value
		return p.pastYearWord(at + 1)
	}
	if n := p.pastSame(at); n > at && p.year > 0 {
		pt.year = p.year
		return n
	}
	if p.comma(at) && p.told[at].Has(lang.WhichWord) && p.isUnit(at+1, lang.YearUnit) && p.anchor.known {
		pt.year = p.anchor.from.time().Year() + p.told[at].Value
		return at + 2
	}
	return i
}

// isYear reports whether word i is a number that can be a year.
func (p *prose) isYear(i int) bool {
	return i < len(p.words) && p.words[i].digits == 4 && inYears(p.words[i].value) && p.free(i)
}

// pastSame is the index behind "that year" at word i.
func (p *prose) pastSame(i int) int {
	n := i
	for n < i+2 && p.is(n, lang.SameWord) {
		n++
	}
	if n == i || !p.isUnit(n, lang.YearUnit) {
		return i
	}
	return n + 1
}

func (p *prose) isUnit(i, unit int) bool {
	return p.is(i, lang.UnitWord) && p.told[i].Value == unit
}

// pastYearWord is the index behind "года", "г" and "-м" at word i.
func (p *prose) pastYearWord(i int) int {
	if p.telling.BareUnit && p.hyphened(i) {
		i = p.pastOrdinal(i)
	}
	if p.isUnit(i, lang.YearUnit) || p.telling.BareUnit && i < len(p.words) && p.gap(i) == "" && p.told[i].Has(lang.UnitWord) {
		return i + 1
	}
	return i
}

// monthYear reads March 2022, March of 2022, марте прошлого года.
func (p *prose) monthYear(i int) (point, int) {
	pt := point{month: p.told[i].Value, precision: news.Month}
	if n := p.yearBehind(&pt, i+1); n > i+1 {
		return pt, n
	}
	return point{}, i
}

// monthAlone reads a month by itself, which wants a word before it that leads
// to one: "in March", "since May".
func (p *prose) monthAlone(i int) (point, int) {
	if p.told[i].Has(lang.ShyWord) {
		if !p.after(i, lang.BeforeShy) || p.near(i+1) && p.capital(i+1) {
			return point{}, i
		}
	} else if !p.after(i, lang.BeforeMonth) && !p.inList(i) {
		return point{}, i
	}
	p.listed = i + 1
	return point{month: p.told[i].Value, precision: news.Month}, i + 1
}

// weekdayDate reads Friday, March 4 and Freitag, dem 4. März.
func (p *prose) weekdayDate(i int) (point, int) {
	at := i + 1
	if p.is(at, lang.DaypartWord) {
		at++
	}
	if at >= len(p.words) || !p.comma(at) && p.gap(at) != " (" {
		return point{}, i
	}
	if p.told[at].Has(lang.OfWord|lang.Attributive) && p.near(at+1) {
		at++
	}
	pt, n := p.first(at, (*prose).figures, (*prose).dayMonth, (*prose).monthDayAt, (*prose).dottedDay)
	if n == at || pt.precision != news.Day {
		return point{}, i
	}
	pt.weekday = p.told[i].Value
	return pt, n
}

// dottedDay reads 28.06. behind a weekday, where the day comes first.
func (p *prose) dottedDay(i int) (point, int) {
	day, okD := p.num(i, dayDigits)
	month, okM := p.num(i+1, dayDigits)
	if !okD || !okM || p.telling.MonthFirst || p.gap(i+1) != "." || day == 0 || month < 1 || month > 12 {
		return point{}, i
	}
	if rest := p.s[p.words[i+1].End:]; !strings.HasPrefix(rest, ".") && !strings.HasPrefix(rest, ")") {
		return point{}, i
	}
	return point{day: day, month: month, precision: news.Day}, i + 2
}

// weekdayAlone reads a weekday by itself: behind "on", or where it is no part
// of a name as in Black Friday and Sunday Herald.
func (p *prose) weekdayAlone(i int) (point, int) {
	pt := point{weekday: p.told[i].Value, precision: news.Day}
	first := i // of a list: "every Saturday and Sunday"
	for first > 1 && p.after(first, lang.RangeLink) && p.told[first-2].Has(lang.WeekdayWord) {
		first -= 2
	}
	if p.after(first, lang.EveryWord|lang.WhichWord) {
		return point{}, i
	}
	if p.after(i, lang.BeforeDay) || p.bracketed(i) {
		return pt, i + 1
	}
	if !p.telling.Bare || p.near(i+1) && p.capital(i+1) || p.after(i, lang.NamingWord) {
		return point{}, i
	}
	return pt, i + 1
}
