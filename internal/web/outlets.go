package web

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"time"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/spread"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// articlesOf is how many articles an outlet's page lists.
const articlesOf = 50

func (s *Server) outlets(r *http.Request, f pages.Frame) (templ.Component, error) {
	if r.URL.Query().Has("unknown") {
		return s.ofNone(r.Context(), f)
	}
	f.Title = messages.Say(r.Context(), "Outlets")
	list, err := s.archive.Outlets(r.Context())
	if err != nil {
		return nil, err
	}
	p := pages.Outlets{Frame: f, More: len(list) == store.MaxOutlets}
	for _, o := range list {
		p.List = append(p.List, pages.Outlet(o))
	}
	if p.OfNone, err = s.archive.CountOfNone(r.Context()); err != nil {
		return nil, err
	}
	p.Unread, err = s.unread(r.Context(), "")
	return pages.OutletsPage(p), err
}

// ofNoneListed is how many articles whose outlet is unknown are listed.
const ofNoneListed = 200

// ofNone lists the articles whose outlet is unknown.
func (s *Server) ofNone(ctx context.Context, f pages.Frame) (templ.Component, error) {
	f.Title = messages.Say(ctx, "Articles whose outlet is unknown")
	n, err := s.archive.CountOfNone(ctx)
	if err != nil {
		return nil, err
	}
	heads, err := s.archive.ArticlesOfNone(ctx, ofNoneListed)
	return pages.OfNonePage(pages.OfNone{Frame: f, Articles: n, Newest: articleLines(heads)}), err
}

func articleLines(heads []store.Head) []pages.ArticleLine {
	out := make([]pages.ArticleLine, len(heads))
	for i, h := range heads {
		out[i] = pages.ArticleLine{ID: h.ID, Headline: h.Title, Opening: h.Opening, Published: wording.DateWords(h.Published), Instant: instant(h.Published)}
	}
	return out
}

// takenOf is how many sentences that deny or correct something it lists.
const takenOf = 10

func (s *Server) outlet(r *http.Request, f pages.Frame) (templ.Component, error) {
	ctx := r.Context()
	o, err := s.archive.Outlet(ctx, r.URL.Query().Get("name"))
	if err != nil {
		return nil, err
	}
	f.Title = o.Name
	p := pages.OutletPage{Frame: f, Outlet: pages.Outlet(o)}
	address, err := s.newest(ctx, &p)
	if err != nil {
		return nil, err
	}
	q := store.Query{}.With(store.Term{Operator: store.Outlet, Value: o.Name, Phrase: true})
	counts, err := s.archive.Facets(ctx, q, store.CountedOf)
	if err != nil {
		return nil, err
	}
	narrower := *counts
	narrower.Outlet = nil // it is this one
	p.Quoted, p.Bars, p.Denials = facetsOf(q, &narrower), sparks(q, counts.Day), denialsOf(q, counts)
	ask := spreadAsk{SpreadAsked: pages.SpreadAsked{Outlet: o.Name}, of: store.SpreadOf{Outlets: []string{o.Name}}}
	found, err := s.archive.Spread(ctx, ask.of)
	if err != nil {
		return nil, err
	}
	p.Sides = ask.sides(found)
	if p.Spread, err = ask.aside(found); err != nil {
		return nil, err
	}
	if err := s.sisters(ctx, &p, address); err != nil {
		return nil, err
	}
	if p.Collected, err = s.collected(ctx, o.Name); err != nil {
		return nil, err
	}
	if host := hostOf(address); host != "" {
		p.Addressed = true
		if p.Unread, err = s.unread(ctx, "//"+host+"/"); err != nil {
			return nil, err
		}
	}
	p.Taken, err = s.taken(ctx, o.Name)
	return pages.OutletOne(p), err
}

// newest lists the newest articles of an outlet, and gives the address of the
// first of them.
func (s *Server) newest(ctx context.Context, p *pages.OutletPage) (address string, err error) {
	heads, err := s.archive.ArticlesOf(ctx, p.Name, articlesOf)
	p.Newest = articleLines(heads)
	for _, h := range heads {
		address = cmp.Or(address, h.URL)
	}
	return address, err
}

func (s *Server) sisters(ctx context.Context, p *pages.OutletPage, address string) error {
	group, all, err := s.archive.SistersOf(ctx, p.Name, address)
	p.Group = group
	for _, x := range all {
		p.Sisters = append(p.Sisters, pages.Sister(x))
	}
	return err
}

// sides are what an outlet's articles give to others and take from them, with
// where each count is told.
func (a spreadAsk) sides(found *store.Spread) []pages.Side {
	of := spread.SidesOf(found.Counts, found.Asked[0])
	var out []pages.Side
	add := func(what string, way spread.Way, t spread.Tally) {
		if t.All() > 0 {
			out = append(out, pages.Side{What: what, Way: way.Name(), Articles: t.Articles, Suggested: t.Suggested, Where: a.with("/spread", "way", way.Name())})
		}
	}
	for way := range spread.ByWords {
		add("Its words, carried elsewhere", way, of.Given[way])
	}
	for way := range spread.ByWords {
		add("Words from elsewhere that it carries", way, of.Taken[way])
	}
	add("Alike; which had them first is not known", spread.ByWords, of.Alike)
	return out
}

// collected tells how the newest articles of an outlet came into the archive.
func (s *Server) collected(ctx context.Context, outlet string) ([]pages.Collected, error) {
	all, err := s.archive.CollectedOf(ctx, outlet, articlesOf)
	var out []pages.Collected
	for _, c := range all {
		x := pages.Collected{Media: c.Media, Articles: c.Articles, Last: c.Fetched, Evidence: wording.Evidence(news.EvidenceGiven)}
		if x.Last == "" && c.Modified != "" {
			x.Last, x.Evidence = c.Modified, wording.Evidence(news.EvidenceFileTime)
		}
		x.Last = x.Last[:min(len(x.Last), len(time.DateOnly))]
		out = append(out, x)
	}
	return out, err
}

// unreadOf bounds the captures that a page lists as not read.
const unreadOf = 20

// unread are captures that could not be read, those whose ids hold some words.
func (s *Server) unread(ctx context.Context, holding string) (pages.Unread, error) {
	list, all, err := s.archive.Unread(ctx, holding, unreadOf)
	out := pages.Unread{All: all}
	for _, f := range list {
		out.List = append(out.List, pages.Failure{ID: f.ID, Words: f.Words, Mend: f.Mend})
	}
	return out, err
}

// hostOf is the host of a web address, "" where it has none.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}

// taken is what an outlet denies or corrects in its own words.
func (s *Server) taken(ctx context.Context, outlet string) ([]pages.Taken, error) {
	all, err := s.archive.TakenUpBy(ctx, outlet, takenOf)
	var out []pages.Taken
	for _, x := range all {
		out = append(out, pages.Taken{Statement: hits([]store.Hit{x.Hit})[0], Relation: string(x.Relation), Claims: x.Claims})
	}
	return out, err
}

// denialsOf is how many of the statements counted deny something, and what finds
// them.
func denialsOf(q store.Query, counts *store.Facets) pages.FacetValue {
	return pages.FacetValue{Query: q.With(store.Term{Operator: store.Polarity, Value: string(news.Denies)}).String(), Count: counts.Denials()}
}
