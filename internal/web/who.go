package web

import (
	"context"
	"net/http"
	"net/url"
	"slices"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// personOf is how many statements each list of a person's page shows.
const personOf = 20

// pairsOf is how many pairs of opposite statements it shows.
const pairsOf = 10

func (s *Server) who(r *http.Request, f pages.Frame) (templ.Component, error) {
	name := r.URL.Query().Get("name")
	id, several, err := s.archive.Find(r.Context(), name)
	if err != nil {
		return nil, err
	}
	if id == nil {
		f.Title = name
		return pages.PeoplePage(pages.People{Frame: f, Asked: name, Part: store.Partly(several), List: candidates(several)}), nil
	}
	f.Title = id.Name
	p := pages.Person{Frame: f, ID: id.ID, Name: id.Name, Kind: string(id.Kind), Aliases: aliases(id.Aliases), SaidN: id.Said, AboutN: id.About,
		SaidSuggested: id.SaidSuggested, AboutSuggested: id.AboutSuggested}
	p.Notes = notes(id)
	said := store.Query{}.With(store.Term{Operator: store.Speaker, Value: id.ID, Phrase: true})
	counts, found, err := s.archive.Glance(r.Context(), said, store.Page{Limit: personOf}, store.CountedOf)
	if err != nil {
		return nil, err
	}
	p.Said = hits(found.Hits)
	about, err := s.archive.NewestAbout(r.Context(), id)
	if err != nil {
		return nil, err
	}
	p.About = hits(about)
	o, err := s.offer(r, f)
	if err != nil {
		return nil, err
	}
	p.Pick = o.pick(id.ID, "")
	if p.DeniedN = denialsOf(said, counts); p.DeniedN.Count > 0 {
		if p.Denied, err = s.naming(r, said.With(store.Term{Operator: store.Polarity, Value: string(news.Denies)})); err != nil {
			return nil, err
		}
	}
	o.picks(p.Said, 0)
	o.picks(p.Denied, len(p.Said))
	o.picks(p.About, len(p.Said)+len(p.Denied))
	for _, list := range [][]pages.Statement{p.Said, p.Denied, p.About} {
		if err := s.kin(r.Context(), list); err != nil {
			return nil, err
		}
	}
	if p.Opposed, err = s.opposed(r.Context(), id.ID); err != nil {
		return nil, err
	}
	p.Bars = sparks(said, counts.Day)
	if !id.One && !id.Hidden {
		p.Feed = url.Values{"who": {id.ID}}.Encode()
	}
	return pages.PersonPage(p), nil
}

// opposed are pairs of what is reported of one speaker, said on one claim.
func (s *Server) opposed(ctx context.Context, entity string) ([]pages.Pair, error) {
	all, err := s.archive.Opposed(ctx, entity, pairsOf)
	var out []pages.Pair
	for _, x := range all {
		two := hits([]store.Hit{x.Says, x.Other})
		out = append(out, pages.Pair{Claim: x.Claim, One: two[0], Other: two[1]})
	}
	return out, err
}

func notes(id *store.Identity) []string {
	var out []string
	if id.Found != nil {
		out = append(out, "found by another spelling: “"+id.Found.Name+"”")
	}
	if id.Hidden {
		out = append(out, "hidden by decision: left out of lists and exports")
	}
	if id.One {
		out = append(out, "one origin: one text only names this person; left out of lists and exports of people")
	}
	if id.Decided {
		out = append(out, "people have decided something about this one: hearsay corrections list")
	}
	return out
}

func (s *Server) naming(r *http.Request, q store.Query) ([]pages.Statement, error) {
	found, err := s.archive.Search(r.Context(), q, store.Page{Limit: personOf})
	if err != nil {
		return nil, err
	}
	return hits(found.Hits), nil
}

func aliases(list []store.Alias) []pages.Alias {
	var out []pages.Alias
	for _, a := range list {
		p := pages.Alias{Name: a.Name, Script: scriptOf(a.Name), Status: "suggested", Articles: a.Articles, Origins: a.Origins}
		if a.Confirmed {
			p.Status = "confirmed"
		}
		if a.Confirmed && a.Parted != nil {
			p.Status = "kept apart from another by " + a.Parted.Name + ", " + a.Parted.Day
		}
		if a.By != nil {
			p.Status = "confirmed by " + a.By.Name + ", " + a.By.Day
		}
		for _, why := range a.Reasons {
			p.Reasons = append(p.Reasons, wording.Of(why))
		}
		if a.Seen != nil {
			p.Article, p.Printed = a.Seen.Article, a.Seen.Text
		}
		out = append(out, p)
	}
	inScripts(out, func(a pages.Alias) string { return a.Script })
	return out
}

func candidates(list []store.Candidate) []pages.Listed {
	var out []pages.Listed
	for _, c := range list {
		out = append(out, pages.Listed{ID: c.ID, Name: c.Name, Kind: string(c.Kind), Articles: c.Articles})
	}
	return out
}

// namesOf is how many names a page lists.
const namesOf = 100

// originsCounted are the origins of those on a list of names.
type originsCounted struct {
	n    map[string]int
	more map[string]bool
}

// origins sets beside the articles of each name of a list how many origins they go
// back to.
func (s *Server) origins(ctx context.Context, of []store.Candidate, list []pages.Listed) error {
	if len(of) == 0 {
		return nil
	}
	c, err := store.Recall(ctx, s.archive, "origins from "+of[0].ID+" to "+of[len(of)-1].ID, func() (c originsCounted, large bool, err error) {
		c.n, c.more, err = s.archive.OriginsOf(ctx, of)
		return c, true, err
	})
	for i, x := range list {
		list[i].Origins, list[i].MoreOrigins = c.n[x.ID], c.more[x.ID]
	}
	return err
}

// namesAddress is where those of a kind are listed, of all kinds where it is "".
func namesAddress(kind news.EntityKind, all bool) string {
	v := url.Values{}
	if kind != "" {
		v.Set("kind", string(kind))
	}
	if all {
		v.Set("all", "")
	}
	return (&url.URL{Path: "/names", RawQuery: v.Encode()}).String()
}

// kindTabs lead to the names of each kind.
func kindTabs(now news.EntityKind, all bool) []pages.Tab {
	out := []pages.Tab{{Label: "any kind", Path: namesAddress("", all), Now: now == ""}}
	for _, k := range news.EntityKinds {
		out = append(out, pages.Tab{Label: string(k), Path: namesAddress(k, all), Now: k == now})
	}
	return out
}

func (s *Server) names(r *http.Request, f pages.Frame) (templ.Component, error) {
	f.Title = messages.Say(r.Context(), "Names")
	asked := r.URL.Query()
	all, kind := asked.Has("all"), news.EntityKind(asked.Get("kind"))
	if kind != "" && !slices.Contains(news.EntityKinds, kind) {
		return nil, news.Errorf(news.Usage, "kind "+string(kind), "take "+decide.EntityKinds+", or none", "there is no kind %q", kind)
	}
	list, next, err := s.archive.Entities(r.Context(), kind, asked.Get("after"), namesOf, all)
	if err != nil {
		return nil, err
	}
	p := pages.People{Frame: f, List: candidates(list), Kinds: kindTabs(kind, all), All: namesAddress(kind, true)}
	if err := s.origins(r.Context(), list, p.List); err != nil {
		return nil, err
	}
	if !all && !asked.Has("after") && (kind == "" || kind == news.Person) { // counted once, on the first page
		if p.Left, err = s.archive.CountOneOrigin(r.Context()); err != nil {
			return nil, err
		}
	}
	if next != "" {
		asked.Set("after", next)
		p.Next = "/names?" + asked.Encode()
	}
	return pages.PeoplePage(p), nil
}
