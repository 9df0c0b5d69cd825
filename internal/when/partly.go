package when

import (
	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/news"
)

// partly reads early March, the end of 2031, Anfang dieser Woche, в конце
// прошлого года.
func (p *prose) partly(i int) (point, int) {
	w, at := p.told[i], i+1
	if !w.Has(lang.PartWord) || !p.near(at) && !p.hyphened(at) {
		return point{}, i
	}
	of := p.told[at].Has(lang.OfWord | lang.BeforeMonth)
	if of {
		at++
	} else if w.Has(lang.PartOf) {
		return point{}, i
	}
	if p.is(at, lang.Attributive) {
		at++
	}
	pt, n := p.whole(at)
	if n == at || pt.part != 0 || pt.precision == news.Day && pt.days.from == pt.days.to {
		return point{}, i
	}
	pt.part = w.Value
	return pt, n
}

// whole reads what has an early and a late part at word i: a month, a year, a
// decade, "last week".
func (p *prose) whole(i int) (point, int) {
	if i >= len(p.words) {
		return point{}, i
	}
	if p.monthWord(i) > 0 {
		if pt, n := p.monthDay(i); n > i && pt.day > 0 {
			return point{}, i
		}
		if pt, n := p.monthYear(i); n > i {
			return pt, n
		}
		return point{month: p.told[i].Value, precision: news.Month}, i + 1
	}
	if pt, n := p.first(i, (*prose).decade, (*prose).which); n > i {
		return pt, n
	}
	if x := p.told[i]; x.Has(lang.UnitWord) && !x.Has(lang.PluralWord) && x.Value >= lang.WeekUnit && x.Value <= lang.YearUnit && p.after(i, lang.Attributive) {
		return p.from(units[x.Value], func(d day) days { return d.unit(x.Value, 0) }), i + 1 // the end of the year
	}
	if p.isYear(i) {
		return point{year: p.words[i].value, precision: news.Year}, p.pastYearWord(i + 1)
	}
	return point{}, i
}

// daypart reads the night of 5 January, in der Nacht zum Freitag, вечером 2
// марта, утром в пятницу.
func (p *prose) daypart(i int) (point, int) {
	w, at := p.told[i], i+1
	if !w.Has(lang.DaypartWord) || at >= len(p.words) || !p.near(at) {
		return point{}, i
	}
	to := p.told[at].Has(lang.NightTo) && w.Value == lang.Night
	of := p.told[at].Has(lang.OfWord|lang.BeforeDay) && !p.told[at].Has(lang.RangeLead)
	if to || of {
		at++
	}
	if p.is(at, lang.Attributive|lang.OfWord) {
		at++
	}
	if at >= len(p.words) || !p.near(at) {
		return point{}, i
	}
	pt, n := p.first(at, (*prose).figures, (*prose).dayMonth, (*prose).monthDayAt, (*prose).weekdayAt)
	if n == at {
		return point{}, i
	}
	if w.Value == lang.Night {
		pt.since, pt.until = btoi(to), btoi(!to && p.told[i+1].Has(lang.OfWord))
	}
	return pt, n
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (p *prose) monthDayAt(i int) (point, int) {
	if p.monthWord(i) == 0 {
		return point{}, i
	}
	return p.monthDay(i)
}

func (p *prose) weekdayAt(i int) (point, int) {
	if !p.told[i].Has(lang.WeekdayWord) || !p.upper(i) {
		return point{}, i
	}
	if pt, n := p.weekdayDate(i); n > i {
		return pt, n
	}
	return point{weekday: p.told[i].Value, precision: news.Day}, i + 1
}

// decade reads the 1990s, 1990-е, 1990er.
func (p *prose) decade(i int) (point, int) {
	if p.words[i].digits != 4 || p.words[i].value%10 != 0 || i+1 >= len(p.words) || !p.freeBefore(i) {
		return point{}, i
	}
	gap, end := p.gap(i+1), p.words[i+1].lower
	if !(gap == "" && (end == "s" || end == "er") || gap == "-" && (end == "е" || end == "х")) {
		return point{}, i
	}
	return point{year: p.words[i].value, decade: true, precision: news.Year}, i + 2
}

// yearAlone reads a year by itself: behind a word that leads to one, in
// brackets, behind another year, or before the thing it tells apart.
func (p *prose) yearAlone(i int) (point, int) {
	if pt, n := p.decade(i); n > i {
		return pt, n
	}
	if !p.isYear(i) || !p.ledToYear(i) {
		return point{}, i
	}
	p.listed = i + 1
	return point{year: p.words[i].value, precision: news.Year}, p.pastYearWord(i + 1)
}

func (p *prose) ledToYear(i int) bool {
	y := p.words[i].value
	switch {
	case p.telling.BareUnit && (p.isUnit(i+1, lang.YearUnit) || p.hyphened(i+1) && p.pastOrdinal(i+1) > i+1), i > 0 && p.isUnit(i-1, lang.YearUnit) && p.near(i):
		return true
	case p.near(i+1) && p.counted(i+1):
		return false
	case p.after(i, lang.BeforeYear) || i > 0 && p.gap(i) == "-" && p.told[i-1].Has(lang.BeforeYear):
		return y >= firstPlainYear || !p.near(i+1)
	case p.inList(i), p.dash(i+1) && p.plainYear(i) && p.plainYear(i+1) && y < p.words[i+1].value:
		return true
	case p.bracketed(i):
		return y >= firstPlainYear
	case p.after(i, lang.Attributive):
		return y >= firstPlainYear && y%100 != 0 && y <= lastPlainYear && p.near(i+1)
	}
	return p.telling.BareYear && y >= firstPlainYear && y <= lastPlainYear && (p.near(i) || p.begins(i)) && !(p.near(i+1) && p.capital(i+1))
}

// Years that news tells without saying that they are years.
const (
	firstPlainYear = 1900
	lastPlainYear  = 2060
)

// plainYear reports whether word i is a number in the range of plain years.
func (p *prose) plainYear(i int) bool {
	return p.words[i].digits == 4 && p.words[i].value >= firstPlainYear && p.words[i].value <= lastPlainYear
}

func (p *prose) bracketed(i int) bool {
	end := p.words[i].End
	return p.words[i].Start > 0 && p.s[p.words[i].Start-1] == '(' && end < len(p.s) && p.s[end] == ')'
}

// counted reports whether word i is what a number before it counts.
func (p *prose) counted(i int) bool {
	w := p.words[i]
	if p.told[i].Has(lang.CountedWord) {
		return true
	}
	return p.telling.MonthFirst && !p.capital(i) && len(w.lower) > 2 && lastByte(w.lower) == 's' && !p.told[i].Has(lang.UncountedWord) && !p.after(i-1, lang.Attributive)
}
