package web

import (
	"slices"
	"time"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
)

// mostBars bounds a spark line: beyond it, months stand for days, years for months.
const mostBars = 60

// sparks are the days, months or years from the first to the last counted, those of
// no statement too. Of a date that is known by its month alone, none is by day.
func sparks(q store.Query, counts []store.Count) []pages.Bar {
	unit := unitOf(counts)
	tally := map[string]int{}
	for _, c := range counts {
		tally[c.Value[:min(len(unit.form), len(c.Value))]] += c.N
	}
	first, last, ok := ends(counts, unit)
	if !ok {
		return nil
	}
	var out []pages.Bar
	for at := first; !at.After(last) && len(out) < 2*mostBars; at = unit.next(at) {
		name := at.Format(unit.form)
		out = append(out, pages.Bar{Label: name, Count: tally[name], Query: during(q, at, unit).String()})
	}
	return out
}

// unit is what one bar stands for.
type unit struct {
	form   string
	length time.Duration // about
	next   func(time.Time) time.Time
}

const day = 24 * time.Hour

// unitOf is the smallest that is known of all and whose bars are not too many.
func unitOf(counts []store.Count) unit {
	for _, u := range []unit{byDay, byMonth} {
		coarse := slices.ContainsFunc(counts, func(c store.Count) bool { return len(c.Value) < len(u.form) })
		first, last, ok := ends(counts, u)
		if ok && !coarse && last.Sub(first) < mostBars*u.length {
			return u
		}
	}
	return byYear
}

var (
	byDay   = unit{"2006-01-02", day, func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }}
	byMonth = unit{"2006-01", 30 * day, func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }}
	byYear  = unit{"2006", 365 * day, func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }}
)

// ends are the first and the last unit that is counted.
func ends(counts []store.Count, u unit) (first, last time.Time, ok bool) {
	for _, c := range counts {
		at, err := time.Parse(u.form, c.Value[:min(len(u.form), len(c.Value))])
		if err != nil {
			continue
		}
		if !ok || at.Before(first) {
			first = at
		}
		if !ok || at.After(last) {
			last = at
		}
		ok = true
	}
	return first, last, ok
}
