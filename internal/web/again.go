package web

import (
	"bytes"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/internal/api"
	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/store"
)

// Bounds of answers that are given again: as many as twenty readers without pause
// have in as long as one stands while another program writes, some 10 kB each.
const (
	mostAgain  = 2000
	longAgain  = 32 << 10 // bytes of an answer
	askedAgain = 1 << 10  // of what is asked
	againFor   = 5 * time.Second
	// againFrom is the articles from which answers are given again: of a small
	// archive a page takes a millisecond or two.
	againFrom = countedBeside
)

// againOf are pages that tell nothing but what the archive holds. Of those that
// programs ask for, all do but how far an addition has come.
var againOf = []string{"/", "/article", "/cases", "/claim", "/claims", "/feed.atom", "/feed.json", "/names", "/outlet", "/outlets", "/review", "/spread", "/statement", "/who"}

// again gives an answer that was made before, to who asks the same of the same
// archive in the same language: the front page is asked for by everybody. It stands
// as what is recalled does.
func (s *Server) again(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		key := s.againBy(r)
		if key == "" {
			next.ServeHTTP(w, r)
			return
		}
		m, err := store.RecallFrom(r.Context(), s.archive, s.answers, key, func() (*answered, bool, error) {
			m := &answered{header: http.Header{}}
			next.ServeHTTP(m, unknowing(r))
			return m, m.status == http.StatusOK && m.body.Len() <= longAgain, nil
		})
		if err != nil {
			next.ServeHTTP(w, r)
			return
		}
		m.send(w, r)
	})
}

// againBy is all that an answer depends on but the archive, "" where it is not given
// again.
func (s *Server) againBy(r *http.Request) string {
	small := s.counts.last().Articles < againFrom
	if small || r.Method != http.MethodGet || !slices.Contains(againOf, r.URL.Path) && (!ofAPI(r) || r.URL.Path == api.Root+"/job") {
		return ""
	}
	inCase := ""
	if k, err := r.Cookie(caseCookie); err == nil {
		inCase = k.Value
	}
	key := strings.Join([]string{s.baseOf(r), r.URL.RequestURI(), messages.Of(r.Context()), editor(r.Context()), s.signedIn(r), inCase, r.Header.Get("Accept-Encoding")}, "\x00")
	if len(key) > askedAgain {
		return ""
	}
	return key
}

// unknowing is a request of who has no answer yet.
func unknowing(r *http.Request) *http.Request {
	if r.Header.Get("If-None-Match") == "" {
		return r
	}
	r = r.Clone(r.Context())
	r.Header.Del("If-None-Match")
	return r
}

// answered is an answer as it was made.
type answered struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (m *answered) Header() http.Header { return m.header }

func (m *answered) WriteHeader(status int) {
	if m.status == 0 {
		m.status = status
	}
}

func (m *answered) Write(b []byte) (int, error) {
	m.WriteHeader(http.StatusOK)
	return m.body.Write(b)
}

// send answers with what was made, less what who asks has already.
func (m *answered) send(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	for name, values := range m.header {
		if name == "Vary" {
			values = append(h[name], values...)
		}
		h[name] = slices.Clone(values)
	}
	if tag := h.Get("ETag"); m.status == http.StatusOK && tag != "" && api.Has(r, tag) {
		h.Del("Content-Encoding")
		h.Del("Content-Type")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.WriteHeader(m.status)
	w.Write(m.body.Bytes())
}
