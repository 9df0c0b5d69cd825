package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// aroundLines is how many lines before and after a statement its page shows.
const aroundLines = 1

// statement is the page of one statement, or the part of it that a list shows
// beside itself.
func (s *Server) statement(r *http.Request, f pages.Frame) (templ.Component, error) {
	asked := r.URL.Query()
	a, err := s.read(r.Context(), asked.Get("article"))
	if err != nil {
		return nil, err
	}
	shown, all := cards(a.Article)
	n, err := statementAsked(asked)
	i := slices.IndexFunc(shown, func(c card) bool { return c.index == n })
	if err != nil || i < 0 {
		return nil, news.Errorf(news.NotFound, pages.Called(r.Context(), a.Title.Value, a.Opening(), a.ID), "see its article", "there is no such statement")
	}
	p := pages.Shown{Frame: f, Statement: all[i], Language: a.Language}
	p.Title = messages.Say(r.Context(), "Statement") + fmt.Sprintf(" %d · %s", n+1, cmp.Or(a.Title.Value, a.ID))
	p.Ref = decide.StatementRef(a.ID, n)
	p.Article, p.Headline, p.Opening, p.Outlet = a.ID, a.Title.Value, a.Opening(), a.Outlet.Value
	p.Published, p.Instant, p.Translated = wording.DateWords(a.Published), instant(a.Published), a.Translated.Class != ""
	of := &a.Statements[shown[i].of]
	p.Address = wire.PlaceAddress(a.URL, a.Text, of.Content[0])
	p.Around = around(a.Article, shown, i)
	p.Citation = citation(a, &p)
	if asked.Has("why") {
		if p.Refused, err = s.refused(r, a, of); err != nil {
			return nil, err
		}
	} else { // the capture would be read again for it
		p.WhyNot = pages.StatementURL(a.ID, n) + "&why=1#why-not"
	}
	claims, err := s.claimsOf(r.Context(), a.ID)
	if err != nil {
		return nil, err
	}
	p.Claims = claims[shown[i].of]
	if asked.Has("part") { // the list beside it has the buttons
		return pages.StatementPart(p), nil
	}
	o, err := s.offer(r, f)
	if err != nil {
		return nil, err
	}
	p.Whole, p.Statement.Pick = true, o.pick(p.Ref, "")
	return pages.StatementPage(p), nil
}

// statementAsked is the index of the statement that an address asks for: by its
// number, which counts from 1, or as programs count.
func statementAsked(asked url.Values) (int, error) {
	if asked.Has("number") {
		n, err := strconv.Atoi(asked.Get("number"))
		return n - 1, err
	}
	return strconv.Atoi(asked.Get("n"))
}

// claimsOf gives the claims of an article's statements, by their places in it.
func (s *Server) claimsOf(ctx context.Context, article string) (map[int][]string, error) {
	all, err := s.archive.ClaimsOf(ctx, article)
	out := map[int][]string{}
	for n, refs := range all {
		for _, ref := range refs {
			if !slices.Contains(out[n], ref.ID) {
				out[n] = append(out[n], ref.ID)
			}
		}
	}
	return out, err
}

// around is the lines of the article in which a statement stands, marked.
func around(a *news.Article, shown []card, i int) []pages.Paragraph {
	m := newMarker(a, shown)
	m.about = shown[i].index
	of := &a.Statements[shown[i].of]
	all := wire.Lines(a.Text)
	near := func(i int) bool {
		for k := max(0, i-aroundLines); k <= min(i+aroundLines, len(all)-1); k++ {
			for _, c := range of.Content {
				if all[k].Overlaps(c) {
					return true
				}
			}
		}
		return false
	}
	var out []pages.Paragraph
	for i, line := range all {
		p := m.paragraph(line)
		if near(i) && m.outside(line) == "" {
			out = append(out, p)
		}
	}
	return out
}

// refused tells what near a statement looked like one and was not taken.
func (s *Server) refused(r *http.Request, a *store.Stored, of *news.Statement) ([]pages.Outside, error) {
	all, err := keep.Refused(r.Context(), s.archive, a)
	if err != nil {
		return nil, err
	}
	var out []pages.Outside
	for _, x := range all {
		for _, line := range wire.Lines(a.Text) {
			if line.Overlaps(x.Span) && line.Overlaps(of.Content[0]) {
				out = append(out, pages.Outside{Text: x.Span.Of(a.Text), Why: wording.Of(x.Reason)})
			}
		}
	}
	return out, nil
}

// citation is a statement with everything that leads back to it.
func citation(a *store.Stored, p *pages.Shown) string {
	c := wire.Cited{Words: p.Content, Who: p.Printed, Outlet: p.Outlet, Title: p.Headline, Published: p.Published, Address: p.Address, Article: a.ID, Number: p.Index + 1, SHA256: a.SHA256}
	if p.Resolved {
		c.Resolved = p.Name
	}
	return c.Line()
}
