package when

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/news"
)

// units are how fine a unit of time is told.
var units = map[int]news.Precision{
	lang.DayUnit: news.Day, lang.WeekUnit: news.Day, lang.MonthUnit: news.Month, lang.YearUnit: news.Year, lang.HourUnit: news.Day, lang.MinuteUnit: news.Day,
}

// from counts days from the article's date, at its first day and its last.
func (p *prose) from(precision news.Precision, count func(day) days) point {
	pt := point{counted: true, anchored: true, precision: precision}
	if p.anchor.known {
		pt.days = count(p.anchor.from).both(count(p.anchor.to))
	}
	return pt
}

// dayWord reads yesterday, heute, завтра.
func (p *prose) dayWord(i int) (point, int) {
	if !p.told[i].Has(lang.DayWord) || p.capital(i) && !p.begins(i) && !p.shouted(i) {
		return point{}, i
	}
	return p.from(news.Day, func(d day) days { return d.unit(lang.DayUnit, p.told[i].Value) }), i + 1
}

// shouted reports whether word i is written in capitals.
func (p *prose) shouted(i int) bool {
	w := p.words[i].Of(p.s)
	return strings.ToUpper(w) == w
}

// which reads last Friday, this week, next March, last night, last two weeks.
func (p *prose) which(i int) (point, int) {
	w := p.told[i]
	at := i + 1
	if !w.Has(lang.WhichWord) || !p.near(at) {
		return point{}, i
	}
	if pt, n := p.counts(i, at); n > at {
		return pt, n
	}
	narrated := p.after(i, lang.Attributive) // the last week, the next day
	switch x := p.told[at]; {
	case narrated, p.is(at+1, lang.OfWord) && x.Has(lang.UnitWord):
	case x.Has(lang.WeekdayWord) && p.upper(at):
		if pt, n := p.weekdayDate(at); n > at {
			return pt, n
		}
		return p.from(news.Day, func(d day) days { return whichWeekday(d, x.Value, w.Value) }), at + 1
	case x.Has(lang.UnitWord) && x.Value >= lang.WeekUnit && x.Value <= lang.YearUnit && !x.Has(lang.PluralWord):
		return p.from(units[x.Value], func(d day) days { return d.unit(x.Value, w.Value) }), at + 1
	case p.monthWord(at) > 0:
		return p.whichMonth(at, w.Value)
	case x.Has(lang.WeekendWord):
		return p.from(news.Day, func(d day) days { return weekend(d.unit(lang.WeekUnit, w.Value)) }), at + 1
	case x.Has(lang.SeasonWord):
		return p.from(news.Month, func(d day) days { return whichSeason(d, x.Value, w.Value) }), at + 1
	case x.Has(lang.DaypartWord) && w.Value <= 0:
		return p.whichPart(at, w.Value)
	}
	return point{}, i
}

// whichWeekday is the last, this week's or the next weekday as of d.
func whichWeekday(d day, weekday, which int) days {
	off := (d.weekday() - weekday + 7) % 7 // days since the last one
	switch {
	case which < 0:
		d -= day((off+6)%7 + 1)
	case which > 0:
		d += day(7 - off)
	default:
		d += day(weekday - d.weekday())
	}
	return days{d, d}
}

// whichMonth reads a month behind last, this and next.
func (p *prose) whichMonth(at, which int) (point, int) {
	if p.dotted(at+1) && p.words[at+1].digits > 0 {
		return point{}, at
	}
	month := p.told[at].Value
	return p.from(news.Month, func(d day) days {
		t := d.time()
		n := month - int(t.Month())
		switch {
		case which < 0 && n >= 0:
			n -= 12
		case which > 0 && n <= 0:
			n += 12
		}
		return d.unit(lang.MonthUnit, n)
	}), at + 1
}

// whichPart reads a part of the day behind last and this: last night, this
// morning.
func (p *prose) whichPart(at, which int) (point, int) {
	night := p.told[at].Value == lang.Night
	if which < 0 && !night {
		return point{}, at
	}
	pt := p.from(news.Day, func(d day) days { return days{d, d} })
	if night {
		pt.since = 1
	}
	return pt, at + 1
}

// weekend is the last two days of a week.
func weekend(week days) days { return days{week.to - 1, week.to} }

// weekend reads "at the weekend", the one nearest.
func (p *prose) weekend(i int) (point, int) {
	if !p.told[i].Has(lang.WeekendWord) || i == 0 || !p.told[i-1].Has(lang.Attributive|lang.BeforeDay|lang.BeforeMonth) {
		return point{}, i
	}
	ahead := p.ahead(i, i+1)
	return p.from(news.Day, func(d day) days {
		this := weekend(d.unit(lang.WeekUnit, 0))
		if this.from > d && !ahead {
			return weekend(d.unit(lang.WeekUnit, -1))
		}
		return this
	}), i + 1
}

// season reads spring 2031, the summer of last year.
func (p *prose) season(i int) (point, int) {
	var pt point
	if !p.told[i].Has(lang.SeasonWord) {
		return pt, i
	}
	n := p.yearBehind(&pt, i+1)
	if n == i+1 {
		return point{}, i
	}
	first, ok := dayOf(pt.year, 3*p.told[i].Value, 1)
	if !ok {
		return point{}, i
	}
	pt.counted, pt.days, pt.precision = true, seasonFrom(first), news.Month
	return pt, n
}

// seasonFrom is the three months that begin with the month of d.
func seasonFrom(d day) days { return days{d, d.unit(lang.MonthUnit, 2).to} }

// whichSeason is the last, this year's or the next season as of d.
func whichSeason(d day, season, which int) days {
	year := d.time().Year()
	first, _ := dayOf(year, 3*season, 1)
	s := seasonFrom(first)
	switch {
	case which < 0 && s.to >= d:
		year--
	case which > 0 && s.from <= d:
		year++
	}
	first, _ = dayOf(year, 3*season, 1)
	return seasonFrom(first)
}

// count reads a count at word i: 3, three, a few.
func (p *prose) count(i int) (least, most, n int) {
	if i+1 < len(p.words) && p.told[i].Has(lang.NumberWord) && (p.is(i+1, lang.VagueWord) || p.is(i+1, lang.NumberWord)) {
		i++ // a few, a couple
	}
	switch {
	case i >= len(p.words):
		return 0, 0, i
	case p.told[i].Has(lang.VagueWord):
		return leastFew, mostFew, i + 1
	case p.told[i].Has(lang.NumberWord):
		n := i + 1
		if p.is(n, lang.OfWord) && p.is(n+1, lang.UnitWord) {
			n++ // a couple of
		}
		return p.told[i].Value, p.told[i].Value, n
	}
	if v, ok := p.num(i, countDigits); ok && p.free(i) {
		return v, v, i + 1
	}
	return 0, 0, i
}

// What a few and some are taken to count, and the most digits of a count.
const (
	leastFew    = 2
	mostFew     = 9
	countDigits = 3
)

// ago reads two days ago, vor zwei Tagen, два дня назад, неделю назад.
func (p *prose) ago(i int) (point, int) {
	at, led := i, p.told[i].Has(lang.AgoLead)
	if led {
		at++
	}
	least, most, n := p.count(at)
	if n == at {
		least, most = 1, 1 // a bare unit: "неделю назад"
	}
	if n >= len(p.words) || !p.told[n].Has(lang.UnitWord) || n > i && !p.near(n) || n == at && (led || !p.telling.BareUnit) {
		return point{}, i
	}
	unit := p.told[n].Value
	n++
	if !led {
		if !p.is(n, lang.AgoWord) {
			return point{}, i
		}
		n++
	}
	pt := p.back(unit, least, most)
	return pt, n
}

// back is so many units before the article's date.
func (p *prose) back(unit, least, most int) point {
	if unit == lang.HourUnit || unit == lang.MinuteUnit {
		return p.hoursBack(unit, most)
	}
	if unit == lang.DecadeUnit {
		unit, least, most = lang.YearUnit, 10*least, 10*most
	}
	if unit > lang.DayUnit && least == most {
		return p.from(units[unit], func(d day) days { return d.unit(unit, -most) })
	}
	pt := p.from(units[unit], func(d day) days { return days{d.back(unit, most), d.back(unit, least)} })
	pt.roughly = least != most
	return pt
}

// hoursBack is the day so many hours before the article's time, or either of
// two when that is not known.
func (p *prose) hoursBack(unit, n int) point {
	if unit == lang.MinuteUnit {
		n /= 60
	}
	return p.from(news.Day, func(d day) days {
		if p.anchor.hour < 0 {
			return days{d - day((n+23)/24), d - day(n/24)}
		}
		back := day((n + 23 - p.anchor.hour) / 24)
		return days{d - back, d - back}
	})
}

// rolling reads the past week, за последнюю неделю: a stretch that ends with
// the article's date.
func (p *prose) rolling(i int) (point, int) {
	w, at := p.told[i], i+1
	if !w.Has(lang.RollingWord) || !p.near(at) {
		return point{}, i
	}
	if pt, n := p.counts(i, at); n > at {
		return pt, n
	}
	x := p.told[at]
	if w.Has(lang.PluralWord) || !x.Has(lang.UnitWord) || x.Has(lang.PluralWord) || x.Value > lang.YearUnit || x.Value < lang.WeekUnit || p.is(at+1, lang.OfWord) ||
		w.Has(lang.WhichWord) && !p.after(i, lang.Attributive) {
		return point{}, i
	}
	return p.stretchBack(x.Value, 1), at + 1
}

// counts reads a count of units at word at behind last, past or next at i.
func (p *prose) counts(i, at int) (point, int) {
	_, most, n := p.count(at)
	if n == at || !p.is(n, lang.UnitWord) || p.told[n].Value > lang.YearUnit || p.is(n+1, lang.OfWord) {
		return point{}, at
	}
	unit := p.told[n].Value
	var pt point
	if p.told[i].Value > 0 {
		pt = p.from(units[unit], func(d day) days { return days{d, d.back(unit, -most)} })
	} else {
		pt = p.stretchBack(unit, most)
	}
	pt.roughly = p.told[n-1].Has(lang.VagueWord)
	return pt, n + 1
}

func (p *prose) stretchBack(unit, n int) point {
	return p.from(units[unit], func(d day) days { return days{d.back(unit, n), d} })
}
