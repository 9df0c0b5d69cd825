package when

import (
	"strings"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/news"
)

// tail reads what may follow a day at word n: a part of it, or a time.
func (p *prose) tail(pt point, n int) (point, int) {
	if p.is(n, lang.DaypartWord) && !(p.telling.MonthFirst && p.capital(n)) {
		if p.told[n].Value == lang.Night {
			pt.until = 1
		}
		n++
	}
	at := n
	iso := at < len(p.words) && p.gap(at) == "" && p.words[at].lower == "t"
	if iso || at < len(p.words) && p.comma(at) && p.told[at].Has(lang.BeforeClock) {
		at++
	}
	if at >= len(p.words) || !iso && !p.comma(at) && p.gap(at) != " (" && p.gap(at) != " – " {
		return pt, n
	}
	if m, after, ok := p.clockAt(at, true, iso); ok {
		pt.clock, pt.precision = &m, m.precision
		return pt, after
	}
	return pt, n
}

// clockAt reads a time of day with its zone at word i. Without a word that leads
// to one, half of the day, hours or a zone, two numbers are no time.
func (p *prose) clockAt(i int, led, iso bool) (Moment, int, bool) {
	if m, ok := p.noon(i); ok {
		return m, i + 1, true
	}
	m, n, ok := p.clock(i, false)
	if !ok {
		m, n, ok = p.hour(i)
	} else if !p.free(i) && !strings.HasPrefix(p.s[p.words[i].End:], ":") && !strings.HasPrefix(p.s[p.words[i].End:], ".") {
		ok = false
	}
	if !ok {
		return m, i, false
	}
	after := n
	if n < len(p.words) && (p.words[n].digits > 0 || p.zoneWord(n)) {
		after = p.zone(n, &m, iso)
	}
	sure := led || after > n || p.words[n-1].digits == 0
	return m, after, sure
}

// halved reports whether the word before i ends "p.m." and only its stop is
// between.
func (p *prose) halved(i int) bool {
	return p.dotted(i) && p.words[i-1].lower == "m" && p.gap(i-1) == "."
}

// zoneWord reports whether word i may begin the name of a zone: in prose "ist"
// and "this time" are none.
func (p *prose) zoneWord(i int) bool {
	first := p.s[p.words[i].Start]
	return first >= utf8.RuneSelf || p.capital(i) || p.words[i].lower == "local"
}

// noon reads noon, Mitternacht.
func (p *prose) noon(i int) (Moment, bool) {
	if i >= len(p.words) || !p.told[i].Has(lang.NoonWord) {
		return Moment{}, false
	}
	return Moment{hour: p.told[i].Value, precision: news.Minute}, true
}

// hour reads 3 p.m., 9 Uhr, 0600 GMT.
func (p *prose) hour(i int) (Moment, int, bool) {
	m := Moment{precision: news.Minute}
	if v, ok := p.num(i, dayDigits); ok && p.free(i) {
		half, n := p.halfOfDay(i + 1)
		switch {
		case half != 0 && v >= 1 && v <= 12:
			m.hour = v%12 + map[byte]int{'a': 0, 'p': 12}[half]
			return m, n, true
		case half == 0 && p.hours(i+1) && v <= 24:
			m.hour = v
			return m, i + 2, true
		}
		return m, i, false
	}
	if v, ok := p.num(i, 4); ok && p.words[i].digits == 4 && v%100 < 60 && v < 2400 && p.near(i+1) && lang.Zones[p.words[i+1].lower] == "Z" {
		m.hour, m.minute = v/100, v%100
		return m, i + 1, true
	}
	return m, i, false
}

// clockFirst reads a time of day and the day behind it, or the time alone.
func (p *prose) clockFirst(i int) (point, int, bool) {
	led := p.after(i, lang.BeforeClock)
	m, n, ok := p.clockAt(i, led, false)
	if !ok {
		return point{}, i, false
	}
	at := n
	for at < len(p.words) && (p.comma(at) || p.halved(at)) && p.told[at].Has(lang.BeforeDay|lang.Attributive) && at < n+2 {
		at++
	}
	if at < len(p.words) && (p.comma(at) || p.halved(n)) {
		if pt, after := p.core(at); after > at && pt.precision == news.Day {
			pt.clock, pt.precision = &m, m.precision
			return pt, after, true
		}
	}
	if p.told[i].Has(lang.NoonWord) && !led {
		return point{}, i, false
	}
	return point{clock: &m, precision: m.precision}, n, true
}

// refuseClock keeps a time that is on no clock, "at 25:00", as refused.
func (p *prose) refuseClock(i int) int {
	hour, okH := p.num(i, dayDigits)
	minute, okM := p.num(i+1, dayDigits)
	if !okH || !okM || !p.after(i, lang.BeforeClock) || p.gap(i+1) != ":" || p.words[i+1].digits != dayDigits || hour < 24 && minute < 60 {
		return i
	}
	p.add(point{precision: news.Minute}, i, i+2, RuleImpossible, [2]string{})
	return i + 2
}
