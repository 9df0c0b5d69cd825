package web

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// form makes a decision of what a page's form holds.
type form func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error)

// forms are the decisions that pages offer, by the name their button has.
var forms = map[string]form{
	"merge": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		one, err := decide.NameEntity(ctx, a, field("entity"))
		if err != nil {
			return corrections.Entry{}, "", err
		}
		other, err := decide.NameEntity(ctx, a, field("other"))
		if err != nil {
			return corrections.Entry{}, "", err
		}
		if one.ID == other.ID {
			return decide.MergeSuggested(ctx, one, []string{field("entity"), field("other")})
		}
		return decide.Merge(ctx, one, other)
	},
	"split": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		n, err := decide.NameEntity(ctx, a, field("entity"))
		if err != nil {
			return corrections.Entry{}, "", err
		}
		return decide.Split(ctx, n, []string{field("alias")}, "")
	},
	"confirm-alias": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.Alias(ctx, a, corrections.Confirm, []string{field("entity"), field("alias")})
	},
	"reject-alias": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.Alias(ctx, a, corrections.Reject, []string{field("entity"), field("alias")})
	},
	"hide": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.Hide(ctx, a, []string{field("what")})
	},
	"confirm": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.Confirm(ctx, a, []string{field("what")})
	},
	"speaker": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.Speaker(ctx, a, field("what"), field("name"), news.Person)
	},
	"undo": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.Undo(ctx, a, field("decision"))
	},
}

// correct records the decision of a form and leads back to its page, which
// offers to take it back.
func (s *Server) correct(w http.ResponseWriter, r *http.Request) error {
	make, known := forms[r.FormValue("decision-of")]
	if !known {
		make, known = caseForms[r.FormValue("decision-of")]
	}
	if !known {
		make, known = claimForms[r.FormValue("decision-of")]
	}
	if !known {
		return news.Errorf(news.Usage, "the form", "go back and choose a decision", "it says no decision there is")
	}
	e, effect, err := make(r.Context(), s.archive, func(name string) string { return strings.TrimSpace(r.FormValue(name)) })
	if err == nil {
		e, err = s.record(r, e)
	}
	if err != nil {
		return err
	}
	if e.Decision == corrections.Open {
		s.choose(w, e.ID)
	}
	return toldAt(w, r, e.ID, effect)
}

// toldAt leads back to the page of a form, which tells what was decided, to where
// on it the form says.
func toldAt(w http.ResponseWriter, r *http.Request, id, effect string) error {
	to, err := url.Parse(inside(r.FormValue("to")))
	if err != nil {
		return err
	}
	v := to.Query()
	v.Set("decided", id)
	v.Set("told", effect)
	to.RawQuery = v.Encode()
	if at := r.FormValue("at"); at != "" {
		to.Fragment = at
	}
	http.Redirect(w, r, to.String(), http.StatusSeeOther)
	return nil
}
