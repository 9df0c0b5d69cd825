package web

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

func TestGuardRefusesOtherHostsAndOthersForms(t *testing.T) {
	served := guard([]string{"newsroom.example"}, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }))
	for _, c := range []struct {
		method, host, origin string
		want                 int
	}{
		{"GET", "127.0.0.1:8090", "", http.StatusOK},
		{"HEAD", "localhost:8090", "", http.StatusOK},
		{"GET", "[::1]:8090", "", http.StatusOK},
		{"GET", "pages.example:8090", "", http.StatusMisdirectedRequest},
		{"GET", "Newsroom.example:8090", "", http.StatusOK},
		{"GET", "10.0.0.7", "", http.StatusMisdirectedRequest},
		{"POST", "127.0.0.1:8090", "http://127.0.0.1:8090", http.StatusOK},
		{"POST", "127.0.0.1:8090", "http://pages.example", http.StatusForbidden},
		{"POST", "127.0.0.1:8090", "null", http.StatusForbidden},
	} {
		r := httptest.NewRequest(c.method, "/", nil)
		r.Host = c.host
		if c.origin != "" {
			r.Header.Set("Origin", c.origin)
		}
		w := httptest.NewRecorder()
		served.ServeHTTP(w, r)
		if w.Code != c.want {
			t.Errorf("%s by host %s answers %d, want %d", c.method, c.host, w.Code, c.want)
		}
		if w.Header().Get("Content-Security-Policy") != policy {
			t.Errorf("%s by host %s carries no content security policy", c.method, c.host)
		}
	}
}

func TestListenWantsAnAddressOfThisMachine(t *testing.T) {
	for addr, want := range map[string]news.Fault{"127.0.0.1:99999": news.Usage, "nonsense": news.Usage, "192.0.2.1:80": news.Denied} {
		if l, err := Listen(addr); news.FaultOf(err) != want {
			t.Errorf("Listen(%q) gives %v, want %s", addr, err, want)
			if l != nil {
				l.Close()
			}
		}
	}
	l, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for addr, local := range map[string]bool{l.Addr().String(): true, "[::1]:80": true, "localhost:80": true, ":80": false, "0.0.0.0:80": false, "10.0.0.7:80": false} {
		if Local(addr) != local {
			t.Errorf("Local(%q) is %t", addr, !local)
		}
	}
}

func TestACapturedPageCanDoNothing(t *testing.T) {
	const page = `<!DOCTYPE html><html><body><script>alert(1)</script><p>“The ferry sails,” said Nina Koval.</p><img src="http://elsewhere.example/pixel"></body></html>`
	s := opened(t, map[string]string{"saved.html": page, "plain.txt": page})
	for _, id := range []string{"saved.html", "plain.txt"} {
		r := httptest.NewRequest("GET", "/original?id="+id, nil)
		r.Host = "127.0.0.1"
		w := httptest.NewRecorder()
		s.Handler().ServeHTTP(w, r)
		h := w.Header()
		if w.Code != http.StatusOK || w.Body.String() != page || h.Get("Content-Security-Policy") != captured || h.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s answers %d %v", id, w.Code, h)
		}
		if got, want := h.Get("Content-Type"), map[string]string{"plain.txt": "text/plain; charset=utf-8", "saved.html": "text/html"}[id]; got != want {
			t.Errorf("%s is served as %s, want %s", id, got, want)
		}
	}
}

// lasting is an answer whose connection tells until when it may be written.
type lasting struct {
	*httptest.ResponseRecorder
	until time.Time
}

func (l *lasting) SetWriteDeadline(t time.Time) error {
	l.until = t
	return nil
}

func TestADecisionMayTakeLongerThanAPage(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	for path, longer := range map[string]bool{"/correct": true, "/review": true, "/watchlist": false} {
		w := &lasting{ResponseRecorder: httptest.NewRecorder()}
		r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+path, nil)
		r.Header.Set("Origin", "http://127.0.0.1")
		s.Handler().ServeHTTP(w, r)
		if got := w.until.After(time.Now().Add(time.Minute)); got != longer {
			t.Errorf("POST %s may be answered until %v, longer than a page: %v, want %v", path, w.until, got, longer)
		}
	}
}
