package when

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/news"
)

// maxAhead is how many days behind the article's date a told one may lie
// where the wording does not look ahead: further on it is a slip or no date.
const maxAhead = 366

// resolve gives the days that a point means, with the rule that found them. ok
// is false when it has none; then the rule says why.
func (p *prose) resolve(pt point, t tense) (d days, rule string, ok bool) {
	ahead := t == future
	switch {
	case pt.counted:
		d, rule, ok = pt.days, RuleStated, true
		if pt.anchored {
			rule, ok = RuleCounted, p.anchor.known
		}
		if pt.roughly {
			rule = RuleRoughly
		}
	case pt.year > 0:
		d, rule, ok = pt.stated()
	case pt.month > 0:
		d, rule, ok = p.nearest(pt, t)
	case pt.weekday > 0:
		d, rule = p.nearWeekday(pt.weekday, ahead)
		ok = p.anchor.known
	default:
		return d, RuleClockAlone, false
	}
	switch {
	case !ok && rule != RuleImpossible:
		return d, RuleNoAnchor, false
	case !ok:
		return d, rule, false
	case p.anchor.known && !ahead && d.from > p.anchor.to+maxAhead:
		return d, RuleFuture, false
	}
	d = d.third(pt.part)
	return days{d.from - day(pt.since), d.to + day(pt.until)}, rule, true
}

// stated gives the days of a point that tells its year.
func (pt point) stated() (days, string, bool) {
	switch {
	case pt.month == 0:
		years := 0
		if pt.decade {
			years = 9
		}
		first, _ := dayOf(pt.year, 1, 1)
		return days{first, first.unit(lang.YearUnit, years).to}, RuleStated, true
	case pt.day == 0:
		first, ok := dayOf(pt.year, pt.month, 1)
		return first.unit(lang.MonthUnit, 0), orImpossible(RuleStated, ok), ok
	}
	d, ok := dayOf(pt.year, pt.month, pt.day)
	if pt.either {
		o, _ := dayOf(pt.year, pt.day, pt.month)
		return days{d, d}.both(days{o, o}), orImpossible(RuleEither, ok), ok
	}
	return days{d, d}, orImpossible(RuleStated, ok), ok
}

func orImpossible(rule string, ok bool) string {
	if !ok {
		return RuleImpossible
	}
	return rule
}

// How far a day of no told year lies from the article's date. A day ahead counts
// as two behind, for news tells what has been, and against the wording a day
// counts as six. Of another year the year is mostly told, so that leaving it
// out counts as so many days.
const (
	aheadCost   = 2
	againstCost = 6
	otherYear   = 90
)

// leapDays is how many years about the article's are tried for a day that not
// every year has.
const leapYears = 4

// nearest gives a month or a day of no year the year nearest to the article's
// date, on which the weekday falls if one is told.
func (p *prose) nearest(pt point, t tense) (days, string, bool) {
	if pt.day > 0 {
		if _, ok := dayOf(2000, pt.month, pt.day); !ok {
			return days{}, RuleImpossible, false
		}
	}
	rule := RuleNearest
	if t == future {
		rule = RuleAhead
	}
	if !p.anchor.known {
		return days{}, rule, false
	}
	var best days
	least := -1
	year := p.anchor.from.time().Year()
	for y := year - leapYears; y <= year+leapYears; y++ {
		pt.year = y
		d, _, ok := pt.stated()
		if !ok {
			continue
		}
		cost := p.distance(d, t)
		if y != year && t != future {
			cost += otherYear
		}
		if pt.weekday > 0 && d.from.weekday() != pt.weekday {
			cost += otherWeekday
		}
		if least < 0 || cost < least {
			best, least = d, cost
		}
	}
	return best, rule, true
}

// otherWeekday is what it costs a year, in days, that the weekday told is
// another: a printed weekday is more often right than not.
const otherWeekday = 500

// distance is how far, in days, d lies from the article's date; the direction
// that the wording does not look in counts more.
func (p *prose) distance(d days, t tense) int {
	behind, before := int(p.anchor.from-d.to), int(d.from-p.anchor.to)
	switch t {
	case past:
		before *= againstCost
	case future:
		behind *= againstCost
	default:
		before *= aheadCost
	}
	return max(behind, before, 0)
}

// nearWeekday is the last such weekday up to the article's date, or the first
// from it on where the wording looks ahead.
func (p *prose) nearWeekday(weekday int, ahead bool) (days, string) {
	if ahead {
		return days{after(p.anchor.from, weekday), after(p.anchor.to, weekday)}, RuleAhead
	}
	return days{before(p.anchor.from, weekday), before(p.anchor.to, weekday)}, RuleNearest
}

func before(d day, weekday int) day { return d - day((d.weekday()-weekday+7)%7) }
func after(d day, weekday int) day  { return d + day((weekday-d.weekday()+7)%7) }

// keep keeps the date that the words from i to n tell.
func (p *prose) keep(pt point, i, n int) int {
	d, rule, ok := p.resolve(pt, p.tense(i, n))
	if rule == RuleFuture && p.after(i, lang.LimitWord) {
		d, rule, ok = p.resolve(pt, future)
	}
	p.add(pt, i, n, rule, pt.form(d, ok))
	return n
}

// keepOpen keeps a stretch that the words from i to n begin or end.
func (p *prose) keepOpen(pt point, i, n int, since bool) int {
	t := p.tense(i, n)
	switch {
	case since && t == open:
		t = past
	case !since && (pt.weekday > 0 || t == open):
		t = future // "until Thursday" is said before it
	}
	d, rule, ok := p.resolve(pt, t)
	if rule == RuleFuture && !since {
		d, rule, ok = p.resolve(pt, future)
	}
	switch {
	case !ok:
		p.add(pt, i, n, rule, [2]string{})
	case !since:
		p.add(pt, i, n, rule, [2]string{"", format(d.to)})
	case p.anchor.known && p.anchor.to >= d.from:
		p.add(pt, i, n, rule, [2]string{format(d.from), format(p.anchor.to)})
	default:
		p.add(pt, i, n, rule, [2]string{format(d.from), ""})
	}
	return n
}

// keepStretch keeps the stretch from a to b that the words from i to n tell.
func (p *prose) keepStretch(a, b point, i, n int) int {
	a, b = complete(a, b)
	t := p.tense(i, n)
	from, rule, okA := p.resolve(a, t)
	to, ruleB, okB := p.resolve(b, t)
	if okA && okB && from.from > to.to {
		if b.weekday > 0 && b.day == 0 {
			to.to = after(from.from, b.weekday)
		} else {
			okA, rule = false, RuleImpossible
		}
	}
	if okA && !okB {
		rule = ruleB
	}
	a.clock = nil
	p.add(a, i, n, rule, a.form(days{from.from, to.to}, okA && okB))
	return n
}

// form writes the two ends of a date in ISO 8601, both "" for one not known.
func (pt point) form(d days, ok bool) [2]string {
	if !ok {
		return [2]string{}
	}
	if pt.clock == nil {
		return [2]string{format(d.from), format(d.to)}
	}
	at := func(d day) string {
		if pt.clock.hour == 24 {
			d++
		}
		t := d.time()
		m := *pt.clock
		m.year, m.month, m.day, m.hour = t.Year(), int(t.Month()), t.Day(), m.hour%24
		return m.value()
	}
	return [2]string{at(d.from), at(d.to)}
}

func format(d day) string { return d.time().Format("2006-01-02") }

// add keeps what the words from i to n tell.
func (p *prose) add(pt point, i, n int, rule string, ends [2]string) {
	if pt.year > 0 {
		p.year = pt.year
	}
	t := news.Told{From: ends[0], To: ends[1], Precision: pt.precision}
	t.Span = news.Span{Start: p.start + p.words[i].Start, End: p.start + p.closed(i, n)}
	if pt.clock != nil {
		t.Zone = pt.clock.zone
	}
	if pt.anchored && t.Zone == "" {
		t.Zone = p.anchor.zone
	}
	t.Reason = news.Reason{Rule: rule}
	if rule != RuleStated && rule != RuleEither && rule != RuleImpossible && rule != RuleClockAlone {
		t.Anchor = p.anchor.value
		t.Reason.Words = p.anchor.value
	}
	t.Window.From = Window(dateOf(t.From, t.Zone)).From
	t.Window.Until = Window(dateOf(t.To, t.Zone)).Until
	p.out = append(p.out, t)
}

// closed is the end of the words from i to n, with the bracket that closes a
// zone's name.
func (p *prose) closed(i, n int) int {
	end := p.words[n-1].End
	if n > 1 && p.words[n-1].lower == "m" && p.gap(n-1) == "." && strings.HasPrefix(p.s[end:], ".") {
		return end + 1 // "p.m."
	}
	open := false
	for j := i + 1; j < n; j++ {
		for _, c := range p.gap(j) {
			open = c == '(' || open && c != ')'
		}
	}
	for _, close := range []string{")", ".)"} {
		if open && strings.HasPrefix(p.s[end:], close) {
			return end + len(close)
		}
	}
	return end
}

// dateOf is an end of a told time as a date.
func dateOf(value, zone string) news.Date {
	precision := news.Day
	switch len(value) {
	case len("2006-01-02T15:04"):
		precision = news.Minute
	case len("2006-01-02T15:04:05"):
		precision = news.Second
	}
	return news.Date{Value: value, Precision: precision, Zone: zone}
}
