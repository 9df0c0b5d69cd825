package web

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
)

// decisionFields are what forms of decisions may hold.
var decisionFields = []string{"decision-of", "to", "at", "claim", "other", "telling", "entity", "alias", "what", "name", "kind", "reason"}

// namesShown bounds the names of an entity that a decision is shown with: beyond
// them their number says enough.
const namesShown = 12

// deciding shows what a decision would do, before it is made. It changes nothing.
func (s *Server) deciding(r *http.Request, f pages.Frame) (templ.Component, error) {
	asked := r.URL.Query()
	of := asked.Get("decision-of")
	make, err := formOf(of, claimForms, entityForms)
	if err != nil {
		return nil, err
	}
	p := pages.Deciding{Frame: f, Back: inside(asked.Get("to")), Reason: asked.Get("reason")}
	if of == "merge" {
		if p.Which, err = s.meant(r.Context(), asked); len(p.Which) > 0 || err != nil {
			p.Asked, p.Title = asked.Get("other"), messages.Say(r.Context(), "Which one?")
			return pages.WhichPage(p), err
		}
	}
	e, effect, err := make(r.Context(), s.archive, func(name string) string { return strings.TrimSpace(asked.Get(name)) })
	if err != nil {
		return nil, err
	}
	p.Effect, p.Title = effect, messages.Say(r.Context(), "What this will do")
	if of != "claim-merge" && e.Target != corrections.Entity {
		if p.At, err = s.placeAt(r.Context(), &e); err != nil {
			return nil, err
		}
	}
	if _, onNames := entityForms[of]; onNames {
		err = s.affected(r.Context(), of, &e, asked, &p)
	} else {
		for _, a := range e.Others {
			p.On = append(p.On, a.Words)
		}
	}
	for _, name := range decisionFields {
		if v := asked.Get(name); v != "" {
			p.Fields = append(p.Fields, pages.Field{Label: name, Value: v})
		}
	}
	return pages.DecidingPage(p), err
}

// meant are the names that the words for another may mean, each with where the
// decision on it is shown; none where the words are one name's, as it is written or
// by its id.
func (s *Server) meant(ctx context.Context, asked url.Values) ([]pages.Meant, error) {
	other := strings.TrimSpace(asked.Get("other"))
	id, several, err := s.archive.Find(ctx, other)
	if id != nil && id.Found != nil { // by another spelling
		several = []store.Candidate{{Ref: store.Ref{ID: id.ID, Name: id.Name, Kind: id.Kind}, Articles: articlesNamed(id)}}
	}
	var out []pages.Meant
	for _, c := range several {
		asked.Set("other", c.ID)
		out = append(out, pages.Meant{Listed: candidates([]store.Candidate{c})[0], Where: "/decide?" + asked.Encode()})
	}
	asked.Set("other", other)
	return out, err
}

// articlesNamed is how many articles have an entity's most frequent name.
func articlesNamed(id *store.Identity) (most int) {
	for _, l := range id.Aliases {
		most = max(most, l.Articles)
	}
	return most
}

// becomes says what a decision makes of the name it is on, and of the other.
var becomes = map[string][2]string{
	"merge":         {"stays", "joins it"},
	"split":         {"stays", "leaves it"},
	"reject-alias":  {"stays", "is kept apart"},
	"confirm-alias": {"stays", "is confirmed"},
	"hide":          {"is left out", ""},
	"rename":        {"is shown otherwise", ""},
	"kind":          {"is of another kind", ""},
}

// affected tells of a decision on names which entities it is on, with what is
// counted of them, and which of the names.
func (s *Server) affected(ctx context.Context, of string, e *corrections.Entry, asked url.Values, p *pages.Deciding) error {
	what := cmp.Or(asked.Get("entity"), asked.Get("what"))
	if decide.IsStatement(what) {
		return nil
	}
	var on [2]*store.Identity
	for i, name := range []string{what, asked.Get("other")} {
		if name == "" {
			continue
		}
		id, _, err := s.archive.Who(ctx, strings.TrimSpace(name))
		if err != nil {
			return err
		}
		if id == nil {
			continue // the decision is on a name of the first
		}
		on[i] = id
		p.Entities = append(p.Entities, affectedEntity(becomes[of][i], id))
		if alias := asked.Get("alias"); alias != "" && i == 0 {
			p.Names = affectedNames(becomes[of], id, alias)
		}
	}
	var err error
	p.Moves, err = decide.Moves(ctx, s.archive, e, on[0], on[1], asked.Get("alias"))
	return err
}

func affectedEntity(becomes string, id *store.Identity) pages.Affected {
	out := pages.Affected{Becomes: becomes, ID: id.ID, Name: id.Name, Kind: string(id.Kind), Said: id.Said, About: id.About}
	for _, l := range id.Aliases {
		if l.Confirmed && len(out.Names) < namesShown {
			out.Names = append(out.Names, l.Name)
		} else if l.Confirmed {
			out.More++
		}
	}
	return out
}

// affectedNames are the names of an entity, the one that is decided on first.
func affectedNames(becomes [2]string, id *store.Identity, alias string) []pages.AffectedName {
	var out []pages.AffectedName
	for _, decided := range []bool{true, false} {
		for _, l := range id.Aliases {
			if is := fold.Name(l.Name) == fold.Name(alias); is != decided || len(out) >= namesShown || !is && !l.Confirmed {
				continue
			}
			x := pages.AffectedName{Becomes: becomes[0], Name: l.Name, Articles: l.Articles, Origins: l.Origins}
			if decided {
				x.Becomes = becomes[1]
			}
			out = append(out, x)
		}
	}
	return out
}
