package web

import (
	"time"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
)

// mostBars bounds a spark line: beyond it, years stand for months.
const mostBars = 60

// sparks are the months from the first to the last counted, those of no
// statement too; counts come latest first.
func sparks(q store.Query, counts []store.Count) []pages.Bar {
	if len(counts) == 0 {
		return nil
	}
	unit := byMonth
	if first, last, ok := ends(counts, unit); ok && int(last.Sub(first).Hours()/24/30) >= mostBars {
		unit = byYear
	}
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
		narrower := q.With(store.Term{Operator: store.After, Value: name}).With(store.Term{Operator: store.Before, Value: unit.next(at).Format(unit.form)})
		out = append(out, pages.Bar{Label: name, Count: tally[name], Query: narrower.String()})
	}
	return out
}

// unit is what one bar stands for.
type unit struct {
	form string
	next func(time.Time) time.Time
}

var (
	byMonth = unit{"2006-01", func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }}
	byYear  = unit{"2006", func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }}
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
