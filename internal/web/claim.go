package web

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/trace"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of the pages of claims.
const (
	claimsOf   = 50
	stationsOf = 100 // of a course on one page
	mostFirst  = 5   // that may be the earliest, named at the head
)

// claims lists the claims of what fits a query.
func (s *Server) claims(r *http.Request, f pages.Frame) (templ.Component, error) {
	f.Title = messages.Say(r.Context(), "Claims")
	q, err := store.ParseQuery(f.Query)
	if err != nil {
		return faulty(f, err)
	}
	asked := r.URL.Query()
	l := store.ClaimList{Order: store.ClaimOrder(asked.Get("order")), Only: store.ClaimsOnly(asked.Get("of")), After: asked.Get("after"), Limit: claimsOf}
	found, err := s.archive.ListClaims(r.Context(), q, l)
	if err != nil {
		return faulty(f, err)
	}
	facets, err := s.archive.Facets(r.Context(), q, store.SearchedOf)
	if err != nil {
		return faulty(f, err)
	}
	f.Feed = url.Values{"claims": {f.Query}}.Encode()
	p := pages.Claims{Frame: f, Found: found.Found, Next: found.Next, Order: string(cmp.Or(l.Order, store.ClaimOrders[0])), Only: string(cmp.Or(l.Only, store.ClaimsOnlies[0])), Chips: chips(q), Facets: claimFacets(q, facets)}
	marks := soughtIn(q)
	for _, c := range found.Claims {
		p.List = append(p.List, pages.ClaimLine{ID: c.ID, Words: marks.mark(c.Words), Who: c.Speaker, Own: c.Own, Taken: otherThanTold(c.Relation), Outlet: c.Article.Outlet, Language: c.Article.Language, Published: wording.DateWords(c.Article.Published), Instant: instant(c.Article.Published),
			Tellings: c.Tellings, Origins: c.Origins, Copies: c.Articles - c.Origins, Denials: c.Denials})
	}
	return pages.ClaimsPage(p), nil
}

// otherThanTold is a relation but that of telling.
func otherThanTold(r news.Relation) string {
	if r == news.RelRepeats {
		return ""
	}
	return string(r)
}

// claimFacets narrow a list of claims by what their tellings are.
func claimFacets(q store.Query, f *store.Facets) []pages.Facet {
	var out []pages.Facet
	for _, x := range facetsOf(q, f) {
		switch x.Name {
		case "Speaker", "About", "Outlet", "Month", "Day", "Language":
			for i := range x.Values {
				x.Values[i].Count = 0 // of statements, not of claims
			}
			out = append(out, x)
		}
	}
	return out
}

// claim is one claim's course in time.
func (s *Server) claim(r *http.Request, f pages.Frame) (templ.Component, error) {
	c, err := keep.Course(r.Context(), s.archive, r.URL.Query().Get("id"))
	if err != nil {
		return nil, err
	}
	p := pages.Claim{Frame: f, ID: c.ID, Aliases: c.Aliases, Words: c.LabelWords()}
	if p.From, p.To, err = days(r); err != nil {
		return nil, err
	}
	p.Days = daysOf(c.Stations)
	var may []int
	p.First, may = wire.FirstWords(c)
	for _, i := range may[:min(len(may), mostFirst)] {
		a := c.Stations[i].Article
		p.May = append(p.May, pages.Candidate{Station: i, When: wording.Seen(a.Seen), Instant: instant(a.Seen.Best), Outlet: outletName(a)})
	}
	p.Title = cmp.Or(snippet(p.Words), c.ID)
	p.Feed = url.Values{"claim": {c.ID}}.Encode()
	for _, n := range c.Counts.By {
		p.Counts = append(p.Counts, countRow(string(n.Relation), n.Count))
	}
	if len(c.Counts.By) > 1 {
		p.Counts = append(p.Counts, countRow("in all", c.Counts.All))
	}
	o, err := s.offer(r, f)
	if err != nil {
		return nil, err
	}
	p.Pick = o.pick(c.ID, "")
	shown := windowed(c.Stations, p.From, p.To)
	p.Outside = len(c.Stations) - len(shown)
	p.Desk, p.Phone = onDesk.lanes(c.Stations, shown), onPhone.lanes(c.Stations, shown)
	for _, i := range shown[:min(len(shown), stationsOf)] {
		p.Stations = append(p.Stations, o.station(i, &c.Stations[i]))
	}
	if i := slices.IndexFunc(p.Stations, func(s pages.Station) bool { return s.Relation == string(news.RelDenies) }); i >= 0 {
		p.Stations[i].Marks = true
	}
	p.More = len(shown) - len(p.Stations)
	for i := range c.Suggested[:min(len(c.Suggested), stationsOf)] {
		p.Suggested = append(p.Suggested, o.station(len(c.Stations)+i, &c.Suggested[i]))
	}
	for _, d := range c.Drift {
		p.Drift = append(p.Drift, pages.Drift{Change: string(d.Change), From: d.FromSays.Words, To: d.ToSays.Words,
			FromStation: d.From, ToStation: d.To, FromPlace: drawnFrom(c, d.From), ToPlace: drawnFrom(c, d.To)})
	}
	for _, g := range c.Gaps {
		p.Gaps = append(p.Gaps, wire.GapWords(g))
	}
	told := store.Term{Operator: store.ClaimOf, Value: c.ID}
	ask := spreadAsk{SpreadAsked: pages.SpreadAsked{Query: told.String()}, of: store.SpreadOf{Query: store.Query{}.With(told)}}
	if p.Spread, err = s.spreadAside(r.Context(), ask); err != nil {
		return nil, err
	}
	return pages.ClaimPage(p), nil
}

func countRow(what string, n trace.Count) pages.CountRow {
	return pages.CountRow{What: what, Articles: n.Articles, Outlets: n.Outlets, Origins: n.Origins, Copies: n.Copies, Speakers: n.Speakers}
}

// station is one point of the course with what may be decided on it.
func (o *offers) station(i int, s *trace.Station) pages.Station {
	out := station(i, s)
	if s.Telling == nil || s.Telling.Number < 0 {
		return out
	}
	if out.Own {
		out.Ref = fmt.Sprintf("%s#s%d", out.Article, out.Number)
		return out
	}
	out.Ref = fmt.Sprintf("%s#%d", out.Article, out.Number)
	out.Pick = o.pick(out.Ref, fmt.Sprintf("station-%d", i))
	return out
}

// days are those a part of a course is asked for by.
func days(r *http.Request) (from, to string, err error) {
	from, to = r.URL.Query().Get("from"), r.URL.Query().Get("to")
	for _, d := range []string{from, to} {
		if _, bad := time.Parse(time.DateOnly, d); d != "" && bad != nil {
			return "", "", news.Errorf(news.Usage, d, "write it as 2022-03-06", "this is no day")
		}
	}
	return from, to, nil
}

// windowed are the stations of some days, by their places; those without a date
// are left out where a day is asked for.
func windowed(all []trace.Station, from, to string) []int {
	var out []int
	for i := range all {
		day := stationDay(&all[i])
		if (from == "" && to == "") || day != "" && day >= from && (to == "" || day <= to) {
			out = append(out, i)
		}
	}
	return out
}

func daysOf(all []trace.Station) int {
	met := map[string]bool{}
	for i := range all {
		met[stationDay(&all[i])] = true
	}
	return len(met)
}

// station is one point of the course as a list shows it.
func station(i int, s *trace.Station) pages.Station {
	out := pages.Station{Index: i, Role: string(s.Role), Relation: string(s.Relation()), Hollow: s.Hollow()}
	if s.Event != nil {
		return eventStation(out, s.Event)
	}
	a := s.Article
	out.Article, out.Headline, out.Opening, out.Outlet, out.When = a.ID, a.Title, a.Opening, a.Outlet, wording.Seen(a.Seen)
	out.Instant, out.Translated = instant(a.Seen.Best), a.Translated
	if s.Copy != nil {
		out.CopyTitle, out.CopyOutlet = cmp.Or(s.Copy.Of.Title, "untitled"), outletName(s.Copy.Of)
		out.CopyOf, out.CopyWords, out.CopyKind = s.Copy.Of.ID, wire.CopyWords(a.ID, s.Copy.Copy), string(s.Copy.Kind)
	}
	if s.Passage != nil {
		out.Content = s.Passage.Words
	}
	if t := s.Telling; t != nil {
		tell(&out, t)
	}
	return out
}

func tell(out *pages.Station, t *trace.Telling) {
	out.Number, out.Own, out.Who, out.Remove = t.Number, t.Voice == news.OutletOwn, t.Who(), string(t.Remove())
	out.Content, out.Says, out.By = trace.Words(t.Content), trace.Words(t.Says), t.By
	if t.Speaker != nil {
		out.Printed = t.Speaker.Words
	}
	if t.Cue != nil {
		out.Cue = t.Cue.Words
	}
	if t.Takes != nil {
		out.Takes = t.Takes.Words
	}
	for _, v := range t.Via {
		out.Via = append(out.Via, cmp.Or(v.Name, viaWords(v)))
	}
	for _, r := range t.Reasons {
		out.Reasons = append(out.Reasons, wording.Of(r))
	}
}

func viaWords(v trace.Speaker) string {
	if v.Words == nil {
		return "nobody named"
	}
	return v.Words.Words
}

// eventStation is a day that tellings tell of.
func eventStation(out pages.Station, e *trace.Happening) pages.Station {
	out.When = cmp.Or(e.First, e.Last)
	if e.First != "" && e.Last != "" && e.First != e.Last {
		out.When = e.First + " – " + e.Last
	}
	out.Articles = e.Articles
	for _, t := range e.Told {
		out.Told = append(out.Told, pages.ToldBy{Article: t.Article.ID, Headline: t.Article.Title, Opening: t.Article.Opening, Outlet: outletName(t.Article), Words: t.Told.Words})
	}
	return out
}
