package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// pageOf is how many statements a page shows, facetOf how many values a facet.
const (
	pageOf  = 50
	facetOf = 8
)

// mostInName is how many words are taken for a name.
const mostInName = 4

func (s *Server) statements(r *http.Request, f pages.Frame) (templ.Component, error) {
	f.Title = messages.Say(r.Context(), "Statements")
	q, err := store.ParseQuery(f.Query)
	if err != nil {
		return faulty(f, err)
	}
	order, err := store.ParseOrder(r.URL.Query().Get("order"))
	if err != nil {
		return nil, err
	}
	facets, found, err := s.archive.Look(r.Context(), q, store.Page{After: r.URL.Query().Get("after"), Limit: pageOf, Order: order}, store.SearchedOf)
	if err != nil {
		return faulty(f, err)
	}
	f.Feed = url.Values{"q": {f.Query}}.Encode()
	out := pages.Results{Frame: f, Order: string(order), Found: facets.Found, More: facets.More, Chips: chips(q), Facets: facetsOf(q, facets),
		Notes: respelt(found.Respelt), Shown: hits(found.Hits)}
	o, err := s.offer(r, f)
	if err != nil {
		return nil, err
	}
	o.picks(out.Shown, 0)
	out.Together = o.together(out.Shown)
	if out.Facets, err = s.withCases(r.Context(), q, out.Facets); err != nil {
		return nil, err
	}
	markFound(q, out.Shown)
	if err := s.kin(r.Context(), out.Shown); err != nil {
		return nil, err
	}
	if !r.URL.Query().Has("after") {
		if out.Said, err = s.saidByName(r.Context(), q); err != nil {
			return nil, err
		}
	}
	if found.Next != "" {
		out.Next = "/?" + url.Values{"q": {f.Query}, "after": {found.Next}, "order": {string(order)}}.Encode()
	}
	return pages.Statements(out), nil
}

// kin says beside each card how its article stands to others with its words.
func (s *Server) kin(ctx context.Context, list []pages.Statement) error {
	var ids []string
	for i := range list {
		if i == 0 || list[i-1].Article != list[i].Article {
			ids = append(ids, list[i].Article)
		}
	}
	of, err := s.archive.KinOf(ctx, ids)
	for i := range list {
		list[i].Origins = wire.KinWords(of[list[i].Article])
	}
	return err
}

// saidByName is what is said by whom a query's words name: words alone are sought in
// what was said, not in who said it. None where it asks for anything else.
func (s *Server) saidByName(ctx context.Context, q store.Query) (out pages.SaidByName, err error) {
	words := make([]string, len(q.Terms))
	for i, t := range q.Terms {
		if t.Operator != store.Words || t.Not || t.Prefix {
			return out, nil
		}
		words[i] = t.Value
	}
	if len(words) == 0 || len(words) > mostInName {
		return out, nil
	}
	name := strings.Join(words, " ")
	out.Query = store.Query{}.With(store.Term{Operator: store.Speaker, Value: name, Phrase: true}).String()
	n, err := s.archive.CountSaidBy(ctx, name, store.SearchedOf+1)
	out.N, out.More = min(n, store.SearchedOf), n > store.SearchedOf
	return out, err
}

// respelt says which names were taken for those asked for.
func respelt(all []store.Respelt) []string {
	var out []string
	for _, r := range all {
		out = append(out, fmt.Sprintf("nobody here is spelled “%s”; found by another spelling: %s", r.Asked, strings.Join(r.Names, ", ")))
	}
	return out
}

// faulty shows an error in the query where the results would be; other errors
// stay errors.
func faulty(f pages.Frame, err error) (templ.Component, error) {
	var e *news.Error
	if !errors.As(err, &e) || e.Fault != news.Usage && e.Fault != news.NotFound {
		return nil, err
	}
	fault := &pages.QueryFault{Words: e.Words, Mend: e.Mend}
	fault.Before, fault.At, fault.Behind = cutAt(f.Query, e.At)
	return refused{pages.Statements(pages.Results{Frame: f, Fault: fault})}, nil
}

// cutAt cuts a query at the word that begins at a character, counted from 1; at
// 0 nothing is wrong with any.
func cutAt(query string, character int) (before, at, behind string) {
	runes := []rune(query)
	if character < 1 || character > len(runes) {
		return query, "", ""
	}
	before, rest := string(runes[:character-1]), string(runes[character-1:])
	at, _, _ = strings.Cut(rest, " ")
	return before, at, rest[len(at):]
}

// refused is a page that tells a mistake in what was asked.
type refused struct{ templ.Component }

func chips(q store.Query) []pages.Chip {
	var out []pages.Chip
	for i, t := range q.Terms {
		out = append(out, pages.Chip{Label: t.String(), Query: q.Without(i).String()})
	}
	return out
}

func hits(list []store.Hit) []pages.Statement {
	out := make([]pages.Statement, 0, len(list))
	for _, h := range list {
		p := statement(&h.Statement, h.Content)
		p.Article, p.Headline, p.Opening, p.Outlet, p.Index = h.Article.ID, h.Article.Title, h.Article.Opening, h.Article.Outlet, h.Index
		p.Language = h.Article.Language
		p.Published, p.Instant = wording.DateWords(h.Article.Published), instant(h.Article.Published)
		p.Printed, p.Cue, p.Resolved = h.Speaker, h.Cue, wire.Resolved(p.Name, h.Speaker)
		if w := h.Statement.Withheld; w != "" {
			p.Withheld, p.Printed = wire.WithheldWords(w), ""
		}
		p.Known = h.Identity != nil
		if r := h.Identity; r != nil && !r.Confirmed && !r.Hidden && len(r.Reasons) > 0 {
			p.Across, p.AcrossID, p.AcrossBy = r.Name, r.ID, wording.Of(r.Reasons[0])
		}
		out = append(out, p)
	}
	return out
}

// statement is what a statement shows wherever it stands.
func statement(s *news.Statement, content []string) pages.Statement {
	p := pages.Statement{
		Content: content, Kind: string(s.Kind), Polarity: string(s.Polarity), Own: s.Voice == news.OutletOwn,
		Name: s.SpeakerName, Within: -1, Reviewed: reviewed(s),
	}
	for _, r := range s.Reasons {
		p.Reasons = append(p.Reasons, wording.Of(r))
	}
	return p
}

// instant is a date as a time element wants it: with its zone where it is known.
func instant(d news.Date) string {
	if strings.Contains(d.Value, "T") && (d.Zone == "Z" || strings.HasPrefix(d.Zone, "+") || strings.HasPrefix(d.Zone, "-")) {
		return d.Value + d.Zone
	}
	return d.Value
}

// reviewed tells who decided on a statement last.
func reviewed(s *news.Statement) string {
	if len(s.Corrections) == 0 {
		return ""
	}
	return "confirmed by " + s.Corrections[len(s.Corrections)-1].By
}
