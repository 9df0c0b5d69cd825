package web

import (
	"cmp"
	"context"
	"net/http"

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
	f.Title = messages.Say(r.Context(), "Outlets")
	list, err := s.archive.Outlets(r.Context())
	if err != nil {
		return nil, err
	}
	p := pages.Outlets{Frame: f, More: len(list) == store.MaxOutlets}
	for _, o := range list {
		p.List = append(p.List, pages.Outlet(o))
	}
	return pages.OutletsPage(p), nil
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
	counts, err := s.archive.Facets(ctx, q, countedOf)
	if err != nil {
		return nil, err
	}
	p.Quoted, p.Bars, p.Denials = facetsOf(q, counts), sparks(q, counts.Day), denialsOf(q, counts)
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
	p.Taken, err = s.taken(ctx, o.Name)
	return pages.OutletOne(p), err
}

// newest lists the newest articles of an outlet, and gives the address of the
// first of them.
func (s *Server) newest(ctx context.Context, p *pages.OutletPage) (address string, err error) {
	heads, err := s.archive.ArticlesOf(ctx, p.Name, articlesOf)
	for _, h := range heads {
		p.Newest = append(p.Newest, pages.ArticleLine{ID: h.ID, Headline: h.Title, Published: wording.DateWords(h.Published), Instant: instant(h.Published)})
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
