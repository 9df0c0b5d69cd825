package web

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http/httptest"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/hearsay-engine/hearsay/internal/web/pages"
)

// asked is an answer to a request with headers, each a name and a value.
func (s *Server) asked(address string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", address, nil)
	r.Host = "127.0.0.1"
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	return w
}

func TestAnswersAreCompressedForWhoTakesIt(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	for _, address := range []string{"/", s.style.address, s.script.address, "/api/v1/openapi.json"} {
		plain, packed := s.asked(address), s.asked(address, "Accept-Encoding", "gzip")
		if plain.Header().Get("Content-Encoding") != "" || packed.Header().Get("Content-Encoding") != "gzip" {
			t.Errorf("%s: coded %q unasked, %q asked", address, plain.Header().Get("Content-Encoding"), packed.Header().Get("Content-Encoding"))
			continue
		}
		for _, w := range []*httptest.ResponseRecorder{plain, packed} {
			if !strings.Contains(strings.Join(w.Header().Values("Vary"), ","), "Accept-Encoding") {
				t.Errorf("%s: does not vary with the coding: %v", address, w.Header())
			}
		}
		whole := plain.Body.String()
		if packed.Body.Len() >= len(whole) {
			t.Errorf("%s: %d bytes packed, %d plain", address, packed.Body.Len(), len(whole))
		}
		z, err := gzip.NewReader(packed.Body)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(z); err != nil || string(got) != whole {
			t.Errorf("%s: unpacked it is another answer: %v", address, err)
		}
	}
}

func TestAPageThatIsKnownIsNotSentAgain(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	for _, address := range []string{"/", "/article?id=ferry.txt", "/api/v1/statements"} {
		first := s.asked(address, "Accept-Encoding", "gzip")
		tag := first.Header().Get("ETag")
		if tag == "" || first.Code != 200 {
			t.Fatalf("%s: answered %d, named %q", address, first.Code, tag)
		}
		for _, coding := range []string{"gzip", "identity"} {
			if again := s.asked(address, "Accept-Encoding", coding, "If-None-Match", tag); again.Code != 304 || again.Body.Len() > 0 {
				t.Errorf("%s, %s: answered %d with %d bytes", address, coding, again.Code, again.Body.Len())
			}
		}
		if other := s.asked(address, "If-None-Match", `W/"another"`); other.Code != 200 {
			t.Errorf("%s: what is not known is answered %d", address, other.Code)
		}
	}
	if bad := s.asked("/article?id=none"); bad.Header().Get("ETag") != "" {
		t.Error("a problem is named")
	}
}

func TestFilesOfPagesAreKept(t *testing.T) {
	s := opened(t, nil)
	for _, address := range []string{s.style.address, s.script.address, s.paper.address} {
		if kept := s.asked(address).Header().Get("Cache-Control"); !strings.Contains(kept, "immutable") {
			t.Errorf("%s: kept %q", address, kept)
		}
	}
}

func TestTheHeadCountsWhatIsThere(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	n, err := s.counts.now(t.Context(), s.archive)
	if err != nil || n.Articles != 1 || n.Statements != 3 {
		t.Errorf("counted %+v, %v", n, err)
	}
	whole, err := s.archive.Stats(t.Context())
	if err != nil || whole.Statements != n.Statements || whole.Articles != n.Articles {
		t.Errorf("all is counted as %+v, %v", whole, err)
	}
}

// BenchmarkPage draws a page of 500 statements. cpu-ms is processor time.
func BenchmarkPage(b *testing.B) {
	p := pages.Results{Frame: pages.Frame{Title: "Statements", Path: "/", Articles: 100}, Found: 500}
	for i := range 500 {
		p.Shown = append(p.Shown, pages.Statement{
			Article: fmt.Sprintf("news/%d.txt", i), Headline: "The <harbour> & its ferry", Outlet: "Tarvan Observer", Published: "3 May 2024", Instant: "2024-05-03", Index: i % 7,
			Name: "Nina Koval", Printed: "the harbour’s director", Resolved: true, Known: true, Cue: "said", Kind: "direct", Polarity: "asserts", Within: -1, Origins: "2 articles, 1 origin",
			Content: []string{strings.Repeat(fmt.Sprintf("the ferry number %d will sail on Monday & return, ", i), 4)}, Reasons: []string{"the words stand in quotation marks", "a verb of saying stands beside them"},
		})
	}
	begin := processorTime(b)
	for b.Loop() {
		if err := pages.Statements(p).Render(b.Context(), io.Discard); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(1000*(processorTime(b)-begin).Seconds()/float64(b.N), "cpu-ms")
}

func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
