package web

import (
	"net/http"

	"github.com/a-h/templ"

	"github.com/hearsay-engine/hearsay/internal/api"
	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
)

// apiPage lists what programs may ask for, with examples.
func (s *Server) apiPage(r *http.Request, f pages.Frame) (templ.Component, error) {
	f.Title = messages.Say(r.Context(), "For programs")
	p := pages.API{Frame: f, Document: api.Root + "/openapi.json", Accounts: s.gate != nil}
	for _, g := range api.Guides(s.baseOf(r)) {
		o := pages.Operation{Method: g.Method, Path: g.Path, Says: g.Says, More: g.More, Edits: g.Edits, Curl: g.Curl}
		for _, x := range g.Params {
			o.Params = append(o.Params, pages.Parameter(x))
		}
		p.Operations = append(p.Operations, o)
	}
	return pages.APIPage(p), nil
}
