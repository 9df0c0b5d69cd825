package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/hearsay-engine/hearsay/internal/store"
)

const lighthouse = "Lighthouse sold\n\nKlara Wenig, the keeper, said: “Nobody asked the village whether it wants the lamp sold.”\n"

// large has a server take its archive for a large one, whose answers stand for so
// long beside another program.
func (s *Server) large(stand time.Duration) {
	s.counts.have.Articles, s.counts.until = againFrom, time.Now().Add(time.Hour)
	s.answers = store.NewRecalled(mostAgain, stand)
}

// Beside another program an answer may be that of a moment ago; it is no older than
// the moment, and has all that this program has written.
func TestAnAnswerIsGivenAgain(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	other, err := store.Open(t.Context(), s.archive.Path(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	shows := func(address, words string, want bool) {
		t.Helper()
		if w := s.asked(address); w.Code != http.StatusOK || strings.Contains(w.Body.String(), words) != want {
			t.Errorf("%s, %d: shows %q: %v, want %v", address, w.Code, words, !want, want)
		}
	}
	s.large(time.Hour)
	shows("/api/v1/articles", "ferry.txt", true)
	addTexts(t, other, map[string]string{"lighthouse.txt": lighthouse})
	shows("/api/v1/articles", "lighthouse.txt", false)
	shows("/api/v1/articles?limit=9", "lighthouse.txt", true) // is asked for the first time
	s.large(0)
	shows("/api/v1/articles", "lighthouse.txt", true)
	s.large(time.Hour)
	shows("/api/v1/articles", "lighthouse.txt", true)
	addTexts(t, s.archive, map[string]string{"lamp.txt": strings.ReplaceAll(lighthouse, "sold", "lit")})
	shows("/api/v1/articles", "lamp.txt", true)
}

// What is given again is the whole answer with its headers, and nothing to who has
// it; problems are made anew.
func TestAnAnswerGivenAgainIsTheSame(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	s.large(time.Hour)
	for _, address := range []string{"/", "/article?id=ferry.txt", "/api/v1/statements", "/feed.atom?q=ferry"} {
		first, again := s.asked(address, "Accept-Encoding", "gzip"), s.asked(address, "Accept-Encoding", "gzip")
		if first.Body.String() != again.Body.String() || first.Code != http.StatusOK || again.Code != http.StatusOK {
			t.Errorf("%s: %d with %d bytes, then %d with %d", address, first.Code, first.Body.Len(), again.Code, again.Body.Len())
		}
		for name := range first.Header() {
			if a, b := first.Header().Values(name), again.Header().Values(name); strings.Join(a, ",") != strings.Join(b, ",") {
				t.Errorf("%s: %s is %q, then %q", address, name, a, b)
			}
		}
		if tag := first.Header().Get("ETag"); tag != "" {
			if known := s.asked(address, "Accept-Encoding", "gzip", "If-None-Match", tag); known.Code != http.StatusNotModified || known.Body.Len() > 0 || known.Header().Get("Content-Encoding") != "" {
				t.Errorf("%s: who has it is answered %d with %d bytes", address, known.Code, known.Body.Len())
			}
		}
	}
	for range 2 {
		if w := s.asked("/article?id=none"); w.Code != http.StatusNotFound {
			t.Errorf("an article that is nowhere is answered %d", w.Code)
		}
	}
}

// Nobody is given what was made for who asked otherwise.
func TestAnAnswerIsGivenAgainToWhoAsksTheSame(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	s.large(time.Hour)
	keys := map[string]string{}
	for what, change := range map[string]func(*http.Request){
		"nothing":  func(*http.Request) {},
		"coding":   func(r *http.Request) { r.Header.Set("Accept-Encoding", "gzip") },
		"case":     func(r *http.Request) { r.AddCookie(&http.Cookie{Name: caseCookie, Value: "dam"}) },
		"host":     func(r *http.Request) { r.Host = "localhost" },
		"page":     func(r *http.Request) { r.URL.Path = "/claims" },
		"query":    func(r *http.Request) { r.URL.RawQuery = "q=dam" },
		"editor":   func(r *http.Request) { *r = *r.WithContext(context.WithValue(r.Context(), editorKey{}, "ada")) },
		"language": func(r *http.Request) { r.Header.Set("Accept-Language", "ru") },
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = "127.0.0.1"
		change(r)
		var key string
		inLanguage(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { key = s.againBy(r) })).ServeHTTP(httptest.NewRecorder(), r)
		if as, met := keys[key]; key == "" || met {
			t.Errorf("%s: asked for as with %q", what, as)
		}
		keys[key] = what
	}
	for _, r := range []*http.Request{httptest.NewRequest("POST", "/review", nil), httptest.NewRequest("GET", "/add", nil),
		httptest.NewRequest("GET", "/api/v1/job?id=1", nil), httptest.NewRequest("GET", "/?q="+strings.Repeat("x", askedAgain), nil)} {
		if s.againBy(r) != "" {
			t.Errorf("%s %s is answered as before", r.Method, r.URL.Path)
		}
	}
	s.counts.have.Articles--
	if s.againBy(httptest.NewRequest("GET", "/", nil)) != "" {
		t.Error("answers of a small archive are kept")
	}
}
