package web

import (
	"net/http"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wording"
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

func (s *Server) outlet(r *http.Request, f pages.Frame) (templ.Component, error) {
	o, err := s.archive.Outlet(r.Context(), r.URL.Query().Get("name"))
	if err != nil {
		return nil, err
	}
	f.Title = o.Name
	p := pages.OutletPage{Frame: f, Outlet: pages.Outlet(o)}
	heads, err := s.archive.ArticlesOf(r.Context(), o.Name, articlesOf)
	if err != nil {
		return nil, err
	}
	for _, h := range heads {
		p.Newest = append(p.Newest, pages.ArticleLine{ID: h.ID, Headline: h.Title, Published: wording.DateWords(h.Published), Instant: instant(h.Published)})
	}
	q := store.Query{}.With(store.Term{Operator: store.Outlet, Value: o.Name, Phrase: true})
	counts, err := s.archive.Facets(r.Context(), q, countedOf)
	if err != nil {
		return nil, err
	}
	p.Quoted = facetsOf(q, counts)
	p.Spread, err = s.spreadAside(r.Context(), spreadAsk{SpreadAsked: pages.SpreadAsked{Outlet: o.Name}, of: store.SpreadOf{Outlets: []string{o.Name}}})
	return pages.OutletOne(p), err
}
