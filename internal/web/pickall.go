package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/cases"
	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// maxTogether bounds what is picked, or taken back, by one click: a page of results
// has half of it.
const maxTogether = 100

// together offers to pick all of a list that the reader's case has not.
func (o *offers) together(list []pages.Statement) pages.PickAll {
	out := pages.PickAll{Case: o.frame.Case, To: o.frame.Here}
	for _, p := range list {
		if p.Pick.Offered && !p.Pick.In {
			out.What = append(out.What, p.Pick.What)
		}
	}
	return out
}

// pickAll takes all that a form names into a case; where no case is named it asks
// for one.
func (s *Server) pickAll(w http.ResponseWriter, r *http.Request) error {
	name := r.FormValue("case") // it reads the form
	all := r.Form["what"]
	if len(all) == 0 || len(all) > maxTogether {
		return news.Errorf(news.Usage, "the form", "go back and choose again", "it picks %d things, not 1 to %d", len(all), maxTogether)
	}
	if name == "" && strings.TrimSpace(r.FormValue("new")) == "" {
		s.page(func(r *http.Request, f pages.Frame) (templ.Component, error) { return s.chooseForAll(r, f, all) }).ServeHTTP(w, r)
		return nil
	}
	c, err := s.caseNamed(r, name)
	if err != nil {
		return err
	}
	held, err := s.held(r.Context(), c)
	if err != nil {
		return err
	}
	var ids []string
	for _, what := range all {
		if held[what] {
			continue
		}
		held[what] = true
		e, _, err := decide.Pick(r.Context(), s.archive, c.ID, what)
		if err == nil {
			e, err = s.record(r, e)
		}
		if err != nil {
			return err
		}
		ids = append(ids, e.ID)
	}
	s.choose(w, r, c.ID)
	return toldAt(w, r, strings.Join(ids, ","), wording.Count(len(ids), "statement")+" more in the case “"+c.Name+"”")
}

func (s *Server) chooseForAll(r *http.Request, f pages.Frame, what []string) (templ.Component, error) {
	f.Title, f.Here = messages.Say(r.Context(), "Pick"), inside(r.FormValue("to"))
	open, err := s.openCases(r.Context())
	if err != nil {
		return nil, err
	}
	return pages.ChoosePage(pages.Choosing{Frame: f, What: what, Action: "/pick/all", Line: wording.Count(len(what), "statement"), To: f.Here, List: caseLines(f, open)}), nil
}

// openCases are those that something can be picked into.
func (s *Server) openCases(ctx context.Context) ([]cases.Case, error) {
	all, err := s.archive.Cases(ctx)
	return slices.DeleteFunc(all, func(c cases.Case) bool { return c.Closed != nil }), err
}

// caseNamed is the case that a form names, opened first where it gives a new name.
func (s *Server) caseNamed(r *http.Request, name string) (*cases.Case, error) {
	if given := strings.TrimSpace(r.FormValue("new")); given != "" {
		e, _, err := decide.OpenCase(r.Context(), s.archive, given)
		if err == nil {
			e, err = s.record(r, e)
		}
		if err != nil {
			return nil, err
		}
		name = e.ID
	}
	return s.archive.Case(r.Context(), name)
}

// undoAll takes back what was decided together, the last first.
func (s *Server) undoAll(w http.ResponseWriter, r *http.Request, ids []string) error {
	if len(ids) > maxTogether {
		return news.Errorf(news.Usage, "the form", "take them back one by one", "it takes back more than %d decisions", maxTogether)
	}
	var undone []string
	for _, id := range slices.Backward(ids) {
		e, _, err := decide.Undo(r.Context(), s.archive, id)
		if err == nil {
			e, err = s.record(r, e)
		}
		if err != nil {
			return err
		}
		undone = append(undone, e.ID)
	}
	return toldAt(w, r, strings.Join(undone, ","), fmt.Sprintf("taken back: %d decisions", len(undone)))
}

// held is what a case has, as a person names it.
func (s *Server) held(ctx context.Context, c *cases.Case) (map[string]bool, error) {
	has := map[string]bool{}
	items, err := s.archive.Selected(ctx, c)
	for i := range items {
		switch x := &items[i]; x.Target {
		case corrections.Statement:
			has[fmt.Sprintf("%s#%d", x.Article, x.Index)] = true
		default:
			has[cmp.Or(x.Claim, x.Entity, x.Article)] = true
		}
	}
	return has, err
}

// casesOf is how many cases a facet counts: each is searched for.
const casesOf = 5

// withCases adds a facet of the cases opened last that hold something of what a
// query finds.
func (s *Server) withCases(ctx context.Context, q store.Query, list []pages.Facet) ([]pages.Facet, error) {
	open, err := s.openCases(ctx)
	if err != nil {
		return nil, err
	}
	out := pages.Facet{Name: "Case"}
	for _, c := range slices.Backward(open[max(0, len(open)-casesOf):]) {
		name := c.Name
		if strings.Contains(name, `"`) || len(cases.Named(open, name)) > 1 {
			name = c.ID
		}
		narrower := q.With(store.Term{Operator: store.Case, Value: name, Phrase: true})
		n, err := s.archive.CountFound(ctx, narrower, store.CountedOf)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			out.Values = append(out.Values, pages.FacetValue{Label: c.Name, Count: n, Query: narrower.String()})
		}
	}
	return append(list, out), nil
}
