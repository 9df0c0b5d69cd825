package web

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/owners"
	"github.com/hearsay-engine/hearsay/internal/spread"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// spreadRest is how many lines the table has of what is not drawn by itself: as
// many as are drawn at most. spreadAside is how many outlets a page of something
// else draws.
const (
	spreadRest  = spread.MaxBundles
	spreadAside = 8
)

// spreadAsk is what is asked of who carried whose words.
type spreadAsk struct {
	pages.SpreadAsked
	groups bool // Outlet is the name of a group
	of     store.SpreadOf
}

// spreadAsked reads an address.
func (s *Server) spreadAsked(r *http.Request) (a spreadAsk, err error) {
	v := r.URL.Query()
	top, _ := strconv.Atoi(v.Get("top"))
	if top < 2 || top > spread.MaxTop {
		top = spread.DefaultTop
	}
	a.SpreadAsked = pages.SpreadAsked{Query: v.Get("q"), Outlet: strings.TrimSpace(v.Get("outlet")), After: v.Get("after"), Before: v.Get("before"), Way: v.Get("way"),
		Top: top, Owners: v.Get("owners") != "", Confirmed: v.Get("confirmed") != ""}
	a.of = store.SpreadOf{After: a.After, Before: a.Before, Sure: a.Confirmed}
	if w, known := spread.WayNamed(a.Way); known {
		a.of.Ways = []spread.Way{w}
	} else {
		a.Way = ""
	}
	if err := s.spreadOutlets(r.Context(), &a); err != nil {
		return a, err
	}
	a.of.Query, err = store.ParseQuery(a.Query)
	return a, err
}

// spreadOutlets finds the outlets that are asked for: those of a group by its
// name, where outlets of one owner are one.
func (s *Server) spreadOutlets(ctx context.Context, a *spreadAsk) error {
	all, err := s.archive.Owners(ctx)
	if err != nil {
		return err
	}
	a.HasOwners = len(all) > 0
	if a.Outlet == "" {
		return nil
	}
	a.of.Outlets = []string{a.Outlet}
	if a.Owners {
		a.of.Outlets = owners.Members(all, a.Outlet)
		a.groups = slices.ContainsFunc(all, func(g owners.Group) bool { return g.Name == a.Outlet })
	}
	return nil
}

// values are the parameters of an address that asks for the same.
func (a *spreadAsk) values() url.Values {
	v := url.Values{}
	for name, value := range map[string]string{"q": a.Query, "outlet": a.Outlet, "after": a.After, "before": a.Before, "way": a.Way} {
		if value != "" {
			v.Set(name, value)
		}
	}
	for name, on := range map[string]bool{"owners": a.Owners, "confirmed": a.Confirmed} {
		if on {
			v.Set(name, "1")
		}
	}
	if a.Top != 0 && a.Top != spread.DefaultTop {
		v.Set("top", strconv.Itoa(a.Top))
	}
	return v
}

// with is an address that asks for something else besides.
func (a *spreadAsk) with(path string, pairs ...string) string {
	v := a.values()
	for i := 0; i < len(pairs); i += 2 {
		v.Del(pairs[i])
		if pairs[i+1] != "" {
			v.Set(pairs[i], pairs[i+1])
		}
	}
	if len(v) == 0 {
		return path
	}
	return path + "?" + v.Encode()
}

func (s *Server) spread(r *http.Request, f pages.Frame) (templ.Component, error) {
	f.Title = messages.Say(r.Context(), "Who carried whose words")
	f.Query = "" // the page's own form has it
	a, err := s.spreadAsked(r)
	p := pages.Spread{Frame: f}
	if err == nil {
		p.SpreadPart, err = s.spreadPart(r.Context(), &a)
	}
	p.Asked = a.SpreadAsked
	if e, ours := faultOf(err); ours && (e.Fault == news.Usage || e.Fault == news.NotFound) {
		p.Fault = &pages.QueryFault{Words: e.ID + ": " + e.Words, Mend: e.Mend}
		return refused{pages.SpreadPage(p)}, nil
	}
	return pages.SpreadPage(p), err
}

// spreadAside is who carried whose words as a page of something else shows it.
func (s *Server) spreadAside(ctx context.Context, a spreadAsk) (pages.SpreadPart, error) {
	found, err := s.archive.Spread(ctx, a.of)
	if err != nil {
		return pages.SpreadPart{}, err
	}
	return a.aside(found)
}

func (a spreadAsk) aside(found *store.Spread) (pages.SpreadPart, error) {
	a.Top = spreadAside
	p, err := a.part(found)
	a.Top = 0
	p.Whole = a.with("/spread")
	return p, err
}

func (s *Server) spreadPart(ctx context.Context, a *spreadAsk) (pages.SpreadPart, error) {
	found, err := s.archive.Spread(ctx, a.of)
	if err != nil {
		return pages.SpreadPart{}, err
	}
	return a.part(found)
}

// part draws what was found and lists it.
func (a *spreadAsk) part(found *store.Spread) (p pages.SpreadPart, err error) {
	o := spread.Options{Top: a.Top}
	if a.Owners {
		o.Groups = found.Groups
	}
	switch {
	case a.groups:
		o.Focus = a.Outlet
	case a.Outlet != "":
		o.Focus = found.Asked[0]
	}
	g := spread.Of(found.Counts, o)
	p = pages.SpreadPart{Newest: found.More, Within: g.Within, Hidden: g.Hidden, Left: g.Left, More: max(0, len(g.Rest)-spreadRest)}
	a.tabled(found, g, &p)
	p.Picture, err = a.picture(found, g)
	return p, err
}

// tabled makes the rows: those of the lines drawn, and those of the rest.
func (a *spreadAsk) tabled(found *store.Spread, g *spread.Graph, p *pages.SpreadPart) {
	for _, r := range g.Drawn {
		from, to := g.Nodes[r.From], g.Nodes[r.To]
		row := a.row(found, spread.Count{From: from.Name, To: to.Name, Way: r.Way, Articles: r.Articles, Suggested: r.Suggested})
		if from.Others > 0 || to.Others > 0 {
			row.From.Others, row.To.Others, row.Copies = from.Others, to.Others, ""
		}
		p.Rows = append(p.Rows, row)
	}
	for _, c := range g.Rest[:len(g.Rest)-p.More] {
		p.Rest = append(p.Rest, a.row(found, c))
	}
}

func (a *spreadAsk) row(found *store.Spread, c spread.Count) pages.SpreadRow {
	return pages.SpreadRow{From: a.end(found, c.From), To: a.end(found, c.To), Way: c.Way.Name(), Articles: c.Articles, Suggested: c.Suggested,
		Copies: a.with("/spread/copies", "from", wire.SpreadName(found, c.From), "to", wire.SpreadName(found, c.To), "way", c.Way.Name())}
}

// end is an outlet or a group, with the page that tells more of it.
func (a *spreadAsk) end(found *store.Spread, name string) pages.SpreadEnd {
	if name == "" {
		return pages.SpreadEnd{}
	}
	spelled := wire.SpreadName(found, name)
	return pages.SpreadEnd{Name: spelled, Address: a.with("/spread", "outlet", spelled)}
}

// spreadCopies lists the articles behind a count.
func (s *Server) spreadCopies(r *http.Request, f pages.Frame) (templ.Component, error) {
	f.Title = messages.Say(r.Context(), "Copies behind a count")
	f.Query = ""
	a, err := s.spreadAsked(r)
	if err != nil {
		return nil, err
	}
	v := r.URL.Query()
	p := pages.SpreadCopies{Frame: f, From: v.Get("from"), To: v.Get("to"), Way: a.Way, Back: a.with("/spread", "way", "")}
	members, err := s.members(r.Context(), a.Owners)
	if err != nil {
		return nil, err
	}
	list, err := s.archive.CarriedBetween(r.Context(), members(p.From), members(p.To), a.of)
	if err != nil {
		return nil, err
	}
	p.More = len(list) == store.MaxCarried
	for _, c := range list {
		p.List = append(p.List, pages.CarriedLine{From: articleLine(c.From), To: articleLine(c.To), FromOutlet: c.From.Outlet, ToOutlet: c.To.Outlet,
			Kind: string(c.Kind), Way: c.Way.Name(), Suggested: !c.Sure})
	}
	return pages.SpreadCopiesPage(p), nil
}

// members says which outlets a name in a table stands for: a group's, where
// outlets of one owner are one.
func (s *Server) members(ctx context.Context, grouped bool) (func(string) []string, error) {
	if !grouped {
		return func(name string) []string { return []string{name} }, nil
	}
	all, err := s.archive.Owners(ctx)
	return func(name string) []string { return owners.Members(all, name) }, err
}

func articleLine(h store.Head) pages.ArticleLine {
	return pages.ArticleLine{ID: h.ID, Headline: h.Title, Opening: h.Opening, Published: wording.DateWords(h.Published), Instant: instant(h.Published)}
}
