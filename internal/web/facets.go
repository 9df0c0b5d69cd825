package web

import (
	"time"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
)

// facetsOf are the ways to narrow a search, by what was counted of it.
func facetsOf(q store.Query, f *store.Facets) []pages.Facet {
	facet := func(name string, op store.Operator, counts []store.Count) pages.Facet {
		out := pages.Facet{Name: name}
		called := op == store.Speaker || op == store.About
		for _, c := range counts[:min(len(counts), facetOf)] {
			if c.Value != "" {
				out.Values = append(out.Values, choice(q, c, store.Term{Operator: op, Value: c.Value, Called: called, Phrase: !store.FewValues(op)}))
			}
		}
		return out
	}
	speaker, about := facet("Speaker", store.Speaker, f.Speaker), facet("About", store.About, f.About)
	speaker.Left, about.Left = f.LeftSpeaker, f.LeftAbout
	return []pages.Facet{
		speaker, about, facet("Outlet", store.Outlet, f.Outlet), times(q, f),
		facet("Kind", store.KindOf, f.Kind), facet("Polarity", store.Polarity, f.Polarity), facet("Language", store.Lang, f.Language), facet("Origin or copy", store.Copied, f.Copied), facet("Reviewed", store.Reviewed, f.Reviewed),
	}
}

// choice is a value of a facet. It narrows the search by a term; where the search
// asks for that already it lets go of it.
func choice(q store.Query, c store.Count, t store.Term) pages.FacetValue {
	narrower := q.With(t)
	if len(narrower.Terms) > len(q.Terms) {
		return pages.FacetValue{Label: c.Value, Count: c.N, Query: narrower.String()}
	}
	return pages.FacetValue{Label: c.Value, Count: c.N, Query: q.Less(t).String(), Chosen: true}
}

// times narrow a search to a month, or where all that is found is of one, to a day.
func times(q store.Query, f *store.Facets) pages.Facet {
	months, days := stretches(q, f.Month, byMonth), stretches(q, f.Day, byDay)
	if len(months) < 2 && len(days) > 1 {
		return pages.Facet{Name: "Day", Values: days}
	}
	if len(months) < 2 {
		months = nil // nothing to choose
	}
	return pages.Facet{Name: "Month", Values: months}
}

// stretches are the latest units of time of what is counted, the latest first.
func stretches(q store.Query, counts []store.Count, u unit) []pages.FacetValue {
	var out []pages.FacetValue
	for _, c := range counts {
		name := c.Value[:min(len(u.form), len(c.Value))]
		at, err := time.Parse(u.form, name)
		last := len(out) - 1
		switch {
		case err != nil:
		case last >= 0 && out[last].Label == name:
			out[last].Count += c.N
		case len(out) < facetOf:
			out = append(out, pages.FacetValue{Label: name, Count: c.N, Query: during(q, at, u).String()})
		}
	}
	return out
}

// during is a search of one unit of time; a longer one that it asked for and that
// holds this one goes without saying.
func during(q store.Query, at time.Time, u unit) store.Query {
	from, to := at, u.next(at)
	var wider []store.Term
	for _, t := range q.Terms {
		bound, known := dayOf(t.Value)
		after := t.Operator == store.After && !bound.After(from)
		if before := t.Operator == store.Before && !bound.Before(to); known && !t.Not && (after || before) {
			wider = append(wider, t)
		}
	}
	return q.Less(wider...).With(store.Term{Operator: store.After, Value: from.Format(u.form)}).With(store.Term{Operator: store.Before, Value: to.Format(u.form)})
}

// dayOf is the first day of a date as a query has it; false of another.
func dayOf(date string) (time.Time, bool) {
	for _, u := range []unit{byDay, byMonth, byYear} {
		if at, err := time.Parse(u.form, date); err == nil {
			return at, true
		}
	}
	return time.Time{}, false
}
