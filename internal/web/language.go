package web

import (
	"net/http"

	"github.com/hearsay-engine/hearsay/internal/messages"
)

// languageCookie holds the language that a reader chose.
const (
	languageCookie = "hearsay-language"
	languageAge    = 365 * 24 * 3600 // seconds
)

// inLanguage has pages speak the language a reader chose, else the best of those
// that the browser asks for.
func inLanguage(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept-Language, Cookie")
		next.ServeHTTP(w, r.WithContext(messages.In(r.Context(), languageOf(r))))
	})
}

func languageOf(r *http.Request) string {
	chosen := ""
	if k, err := r.Cookie(languageCookie); err == nil {
		chosen = k.Value
	}
	return messages.Choose(chosen, r.Header.Get("Accept-Language"))
}

// chooseLanguage is the form at a page's foot.
func (s *Server) chooseLanguage(w http.ResponseWriter, r *http.Request) error {
	code := messages.Choose(r.FormValue("language"), "")
	http.SetCookie(w, &http.Cookie{Name: languageCookie, Value: code, Path: "/", MaxAge: languageAge, HttpOnly: true, Secure: s.https(r), SameSite: http.SameSiteLaxMode})
	http.Redirect(w, r, inside(r.FormValue("to")), http.StatusSeeOther)
	return nil
}
