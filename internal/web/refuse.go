package web

import (
	"errors"
	"mime"
	"net/http"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/api"
	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/web/pages"
)

// bare is the frame of a page that tells nothing of an archive.
var bare = sync.OnceValues(func() (pages.Frame, error) {
	style, err := newAsset(styleFile, "")
	if err != nil {
		return pages.Frame{}, err
	}
	script, err := newAsset(scriptFile, "")
	return pages.Frame{Style: style.address, Script: script.address, Here: "/", Bare: true}, err
})

// refuse answers what is not let through: a program with a problem, a person with a
// page in their language that tells nothing of the archive.
func refuse(w http.ResponseWriter, r *http.Request, status int, words string, mend pages.Mend) {
	if ofAPI(r) {
		api.WriteProblem(w, &api.Problem{Status: status, Detail: words, Mend: mend.Words})
		return
	}
	f, err := bare()
	if err != nil {
		http.Error(w, words+": "+mend.Words, status)
		return
	}
	ctx := messages.In(r.Context(), languageOf(r))
	f.Title = messages.Say(ctx, "This page cannot be shown")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		pages.ProblemPage(pages.Problem{Frame: f, Words: words, Mend: mend}).Render(ctx, w)
	}
}

// maxForm bounds a form in bytes: all of a page of results, picked at once, is a
// tenth of it. Files are sent to where news are added only.
const maxForm = 1 << 20

// inForm has a form read whole before anything is made of it, within its bound, and
// nothing else taken for one: what holds files would be laid out on disk.
func inForm(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost || r.URL.Path == "/add" {
			next.ServeHTTP(w, r)
			return
		}
		if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind != "application/x-www-form-urlencoded" && r.ContentLength != 0 {
			refuse(w, r, http.StatusUnsupportedMediaType, "what was sent is no form of these pages", pages.Mend{Words: "send it from here"})
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxForm)
		err := r.ParseForm()
		var large *http.MaxBytesError
		switch {
		case errors.As(err, &large):
			refuse(w, r, http.StatusRequestEntityTooLarge, "the form is too large", pages.Mend{Words: "go back and write less"})
		case err != nil:
			refuse(w, r, http.StatusBadRequest, "the form did not arrive whole", pages.Mend{Words: "send it again"})
		default:
			next.ServeHTTP(w, r)
		}
	})
}
