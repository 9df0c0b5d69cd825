package web

import (
	"net/http"
	"strings"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/news"
)

// decisionFields are what forms of decisions may hold.
var decisionFields = []string{"decision-of", "to", "at", "claim", "other", "telling", "reason"}

// deciding shows what a decision would do, before it is made. It changes nothing.
func (s *Server) deciding(r *http.Request, f pages.Frame) (templ.Component, error) {
	asked := r.URL.Query()
	make, known := claimForms[asked.Get("decision-of")]
	if !known {
		return nil, news.Errorf(news.Usage, "the form", "go back and choose a decision", "it says no decision there is")
	}
	e, effect, err := make(r.Context(), s.archive, func(name string) string { return strings.TrimSpace(asked.Get(name)) })
	if err != nil {
		return nil, err
	}
	f.Title = messages.Say(r.Context(), "What this will do")
	p := pages.Deciding{Frame: f, Effect: effect, Back: inside(asked.Get("to"))}
	for _, a := range e.Others {
		p.On = append(p.On, a.Words)
	}
	for _, name := range decisionFields {
		if v := asked.Get(name); v != "" {
			p.Fields = append(p.Fields, pages.Field{Label: name, Value: v})
		}
	}
	return pages.DecidingPage(p), nil
}
