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

// forms are the decisions that pages offer and make at once, by the name their
// button has; there are caseForms besides.
var forms = map[string]form{
	"confirm": wanting(corrections.Confirm, "what"),
	"undo":    wanting(corrections.Undo, "decision"),
	"speaker": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.Make(ctx, a, &decide.Wanted{Decision: corrections.Speaker, Of: []string{field("what")}, Name: field("name")})
	},
}

// entityForms are the decisions on names, and what is hidden; what they would do is
// shown first.
var entityForms = map[string]form{
	"merge":         wanting(corrections.Merge, "entity", "other"),
	"split":         wanting(corrections.Split, "entity", "alias"),
	"confirm-alias": wanting(corrections.Confirm, "entity", "alias"),
	"reject-alias":  wanting(corrections.Reject, "entity", "alias"),
	"hide":          wanting(corrections.Hide, "what"),
	"rename": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.Make(ctx, a, &decide.Wanted{Decision: corrections.Rename, Of: []string{field("entity")}, Name: field("name")})
	},
	"kind": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.Make(ctx, a, &decide.Wanted{Decision: corrections.Kind, Of: []string{field("entity")}, Kind: news.EntityKind(field("kind"))})
	},
}

// claimForms are the decisions on claims; what they would do is shown first.
var claimForms = map[string]form{
	"claim-merge":   wanting(corrections.Merge, "claim", "other"),
	"claim-split":   wanting(corrections.Split, "claim", "telling"),
	"claim-confirm": wanting(corrections.Confirm, "claim", "telling"),
	"claim-reject":  wanting(corrections.Reject, "claim", "telling"),
	"claim-move":    wanting(corrections.Move, "telling", "other"),
}

// formOf finds a decision by its name among those of some kinds.
func formOf(name string, among ...map[string]form) (form, error) {
	for _, kind := range among {
		if make, known := kind[name]; known {
			return make, nil
		}
	}
	return nil, news.Errorf(news.Usage, "the form", "go back and choose a decision", "it says no decision there is")
}

// wanting makes a decision on what fields of a form name.
func wanting(d corrections.Decision, on ...string) form {
	return func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		w := decide.Wanted{Decision: d}
		for _, name := range on {
			w.Of = append(w.Of, field(name))
		}
		return decide.Make(ctx, a, &w)
	}
}

// correct records the decision of a form and leads back to its page, which
// offers to take it back.
func (s *Server) correct(w http.ResponseWriter, r *http.Request) error {
	if ids := strings.Split(r.FormValue("decision"), ","); r.FormValue("decision-of") == "undo" && len(ids) > 1 {
		return s.undoAll(w, r, ids)
	}
	make, err := formOf(r.FormValue("decision-of"), forms, entityForms, caseForms, claimForms)
	if err != nil {
		return err
	}
	e, effect, err := make(r.Context(), s.archive, func(name string) string { return strings.TrimSpace(r.FormValue(name)) })
	if err == nil {
		e, err = s.record(r, e)
	}
	if err != nil {
		return err
	}
	if e.Decision == corrections.Open {
		s.choose(w, r, e.ID)
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
