package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/cases"
	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// caseCookie holds the id of the case that a reader's picks go into.
const (
	caseCookie = "hearsay-case"
	caseAge    = 180 * 24 * 3600 // seconds
)

// instantOf is when somebody decided, as pages tell an instant: in UTC.
func instantOf(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// cases lists the cases, the last opened first.
func (s *Server) cases(r *http.Request, f pages.Frame) (templ.Component, error) {
	f.Title = messages.Say(r.Context(), "Cases")
	all, err := s.archive.Cases(r.Context())
	if err != nil {
		return nil, err
	}
	return pages.CasesPage(pages.Cases{Frame: f, List: caseLines(f, all)}), nil
}

func caseLines(f pages.Frame, all []cases.Case) []pages.CaseLine {
	out := make([]pages.CaseLine, len(all))
	for i := range all {
		out[len(all)-1-i] = caseLine(f, &all[i])
	}
	return out
}

func caseLine(f pages.Frame, c *cases.Case) pages.CaseLine {
	out := pages.CaseLine{ID: c.ID, Name: c.Name, By: c.By, At: instantOf(c.At), Items: len(c.Picks), Tags: remarks(c.Tags), Here: c.ID == f.Case.ID}
	if c.Closed != nil {
		out.Closed, out.ClosedBy = instantOf(c.Closed.At), c.Closed.By
	}
	return out
}

func remarks(all []cases.Mark) []pages.Remark {
	var out []pages.Remark
	for _, m := range all {
		out = append(out, pages.Remark{ID: m.ID, Words: m.Words, By: m.By, At: instantOf(m.At)})
	}
	return out
}

// caseOf is one case with its items, in the order that people gave them or by
// the time of what they are.
func (s *Server) caseOf(r *http.Request, f pages.Frame) (templ.Component, error) {
	c, err := s.archive.Case(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	items, err := s.archive.Selected(r.Context(), c)
	if err != nil {
		return nil, err
	}
	f.Title = c.Name
	f.Feed = url.Values{"q": {caseQuery(c)}}.Encode()
	p := pages.Case{Frame: f, CaseLine: caseLine(f, c), Reason: c.Reason, Notes: remarks(c.Notes), Forgotten: c.Lost, Query: caseQuery(c), ByTime: r.URL.Query().Get("order") == "time"}
	here := "/cases/" + c.ID
	p.Orders = []pages.Tab{{Label: "in your order", Path: here, Now: !p.ByTime}, {Label: "by time of publication", Path: here + "?order=time", Now: p.ByTime}}
	if p.Shown, err = s.caseItems(r.Context(), items); err != nil {
		return nil, err
	}
	if p.ByTime {
		slices.SortStableFunc(p.Shown, earlierItem)
	}
	p.Counts, err = s.caseCounts(r.Context(), items)
	return pages.CasePage(p), err
}

// caseQuery finds all that belongs to a case.
func caseQuery(c *cases.Case) string {
	return store.Query{}.With(store.Term{Operator: store.Case, Value: c.Name, Phrase: strings.ContainsFunc(c.Name, func(r rune) bool { return r <= ' ' })}).String()
}

// earlierItem puts what has no date behind.
func earlierItem(a, b pages.CaseItem) int {
	day := func(x pages.CaseItem) string {
		if x.Statement != nil {
			return cmp.Or(x.Statement.Instant, "~")
		}
		return cmp.Or(x.Instant, "~")
	}
	return strings.Compare(day(a), day(b))
}

// caseCounts say what is picked and of how many origins: copies are not sources.
func (s *Server) caseCounts(ctx context.Context, items []store.Selected) (string, error) {
	n := map[corrections.Target]int{}
	var articles []string
	for i := range items {
		if x := &items[i]; x.Standing == store.Applies {
			n[x.Target]++
			articles = append(articles, x.Article)
		}
	}
	var parts []string
	for _, t := range []struct {
		target corrections.Target
		what   string
	}{{corrections.Statement, "statement"}, {corrections.Article, "article"}, {corrections.Claim, "claim"}, {corrections.Entity, "name"}} {
		if n[t.target] > 0 {
			parts = append(parts, wording.Count(n[t.target], t.what))
		}
	}
	if len(parts) == 0 {
		return "", nil
	}
	slices.Sort(articles)
	articles = slices.DeleteFunc(slices.Compact(articles), func(id string) bool { return id == "" })
	words := strings.Join(parts, ", ")
	if len(articles) == 0 {
		return words, nil
	}
	origins, err := s.archive.OriginsAmong(ctx, articles)
	return words + fmt.Sprintf(", in %s of %s", wording.Count(len(articles), "article"), wording.Count(origins, "origin")), err
}

func (s *Server) caseItems(ctx context.Context, items []store.Selected) ([]pages.CaseItem, error) {
	said, err := s.archive.HitsOf(ctx, items)
	if err != nil {
		return nil, err
	}
	out := make([]pages.CaseItem, len(items))
	for i := range items {
		x := &items[i]
		p := pages.CaseItem{Place: i + 1, ID: x.IDs[0], Target: string(x.Target), Words: decide.Short(x.Anchors[0].Words), Gone: wire.ItemStanding(x), By: x.By, At: instantOf(x.At),
			Reason: x.Reason, Notes: remarks(x.Notes), Tags: remarks(x.Tags)}
		if h := said[x.IDs[0]]; h != nil {
			p.Statement = &hits([]store.Hit{*h})[0]
			p.Statement.Origins, err = s.originWords(ctx, h.Article.ID)
		} else if p.Gone == "" {
			err = s.caseLink(ctx, x, &p)
		}
		if err != nil {
			return nil, err
		}
		out[i] = p
	}
	return out, nil
}

func (s *Server) originWords(ctx context.Context, article string) (string, error) {
	f, err := s.archive.Family(ctx, article, 1)
	if err != nil || f.Articles == 1 {
		return "", err
	}
	return wire.FamilyWords(f), nil
}

// caseLink names what is no statement and leads to its page.
func (s *Server) caseLink(ctx context.Context, x *store.Selected, p *pages.CaseItem) error {
	switch x.Target {
	case corrections.Article:
		a, err := s.archive.Article(ctx, x.Article)
		if err != nil {
			return err
		}
		p.Words, p.Link = pages.Called(ctx, a.Title.Value, a.Opening(), a.ID), "/article?"+url.Values{"id": {a.ID}}.Encode()
		p.Outlet, p.Published, p.Instant, p.Article = a.Outlet.Value, wording.DateWords(a.Published), instant(a.Published), true
	case corrections.Claim:
		c, err := s.archive.Claim(ctx, x.Claim, 1)
		if err != nil {
			return err
		}
		p.Words, p.Link = c.Words, "/claim?"+url.Values{"id": {c.ID}}.Encode()
	case corrections.Entity:
		e, err := s.archive.Entity(ctx, x.Entity)
		if err != nil {
			return err
		}
		p.Words, p.Said, p.Link = e.Name, e.Said, "/who?"+url.Values{"name": {e.ID}}.Encode()
	}
	return nil
}

// current is the open case that a request's cookie names; nil for none.
func (s *Server) current(r *http.Request) (*cases.Case, error) {
	k, err := r.Cookie(caseCookie)
	if err != nil || editor(r.Context()) == "" {
		return nil, nil
	}
	all, err := s.archive.Cases(r.Context())
	for i := range all {
		if c := &all[i]; c.ID == k.Value && c.Closed == nil {
			return c, err
		}
	}
	return nil, err
}

// choose has picks go into a case from now on.
func (s *Server) choose(w http.ResponseWriter, r *http.Request, id string) {
	http.SetCookie(w, &http.Cookie{Name: caseCookie, Value: id, Path: "/", MaxAge: caseAge, HttpOnly: true, Secure: s.https(r), SameSite: http.SameSiteStrictMode})
}

// setCurrent is the form that chooses a case.
func (s *Server) setCurrent(w http.ResponseWriter, r *http.Request) error {
	c, err := s.archive.Case(r.Context(), r.FormValue("case"))
	if err != nil {
		return err
	}
	s.choose(w, r, c.ID)
	http.Redirect(w, r, inside(r.FormValue("to")), http.StatusSeeOther)
	return nil
}

// choosePage asks into which case something is picked.
func (s *Server) choosePage(r *http.Request, f pages.Frame) (templ.Component, error) {
	asked := r.URL.Query()
	f.Title = messages.Say(r.Context(), "Pick")
	it, err := decide.NameItem(r.Context(), s.archive, asked.Get("what"))
	if err != nil {
		return nil, err
	}
	open, err := s.openCases(r.Context())
	if err != nil {
		return nil, err
	}
	return pages.ChoosePage(pages.Choosing{Frame: f, What: []string{asked.Get("what")}, Action: "/pick", Line: it.Line, To: inside(asked.Get("to")), List: caseLines(f, open)}), nil
}

// pick takes something into a case, which is opened first where a new name is
// given, and has further picks go there.
func (s *Server) pick(w http.ResponseWriter, r *http.Request) error {
	ctx, name := r.Context(), r.FormValue("case")
	if _, err := decide.NameItem(ctx, s.archive, r.FormValue("what")); err != nil {
		return err
	}
	c, err := s.caseNamed(r, name)
	if err != nil {
		return err
	}
	e, effect, err := decide.Pick(ctx, s.archive, c.ID, r.FormValue("what"))
	if err == nil {
		e, err = s.record(r, e)
	}
	if err != nil {
		return err
	}
	s.choose(w, r, e.Case)
	return toldAt(w, r, e.ID, effect)
}

// offers makes buttons for picking on one page.
type offers struct {
	frame pages.Frame
	has   map[string]bool // what the case holds, as a person names it
}

// offer looks up what the reader's case holds. Who may not decide is offered
// nothing.
func (s *Server) offer(r *http.Request, f pages.Frame) (*offers, error) {
	o := &offers{f, map[string]bool{}}
	c, err := s.current(r)
	if c == nil || err != nil {
		return o, err
	}
	o.has, err = s.held(r.Context(), c)
	return o, err
}

// pick is the button for what a person names so.
func (o *offers) pick(what, at string) pages.Pick {
	to := o.frame.Here
	if at != "" {
		to += "#" + at
	}
	return pages.Pick{Offered: o.frame.Editor, What: what, To: to, In: o.has[what], Case: o.frame.Case}
}

// picks gives each card of a list its button and its place.
func (o *offers) picks(list []pages.Statement, from int) {
	for i := range list {
		p := &list[i]
		if p.Own {
			continue
		}
		p.At = from + i + 1
		p.Pick = o.pick(fmt.Sprintf("%s#%d", p.Article, p.Index), fmt.Sprintf("c%d", p.At))
	}
}

// caseForms are the decisions on cases that pages offer.
var caseForms = map[string]form{
	"case-open": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.OpenCase(ctx, a, field("name"))
	},
	"case-rename": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.RenameCase(ctx, a, field("case"), field("name"))
	},
	"case-close": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.CloseCase(ctx, a, field("case"))
	},
	"case-reopen": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.ReopenCase(ctx, a, field("case"))
	},
	"unpick": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.Unpick(ctx, a, field("case"), field("what"))
	},
	"place": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		var n int
		if _, err := fmt.Sscan(field("place"), &n); err != nil {
			return corrections.Entry{}, "", news.Errorf(news.Usage, field("place"), "give a place such as 1", "this is no number")
		}
		return decide.PlaceItem(ctx, a, field("case"), field("what"), n)
	},
	"note": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.Mark(ctx, a, corrections.Note, field("case"), field("what"), field("words"))
	},
	"tag": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.Mark(ctx, a, corrections.Tag, field("case"), field("what"), field("words"))
	},
}
