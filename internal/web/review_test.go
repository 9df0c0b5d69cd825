package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

// post sends a form as a page of this server would, and gives where it leads.
func (s *Server) post(t *testing.T, address string, form url.Values) (int, string) {
	t.Helper()
	r := httptest.NewRequest("POST", address, strings.NewReader(form.Encode()))
	r.Host = "127.0.0.1"
	r.Header.Set("Origin", "http://127.0.0.1")
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	return w.Code, w.Header().Get("Location")
}

func TestASpeakerIsCorrectedAndTakenBack(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	_, page := s.get(t, "/statement?article=ferry.txt&n=2")
	if !strings.Contains(page, "Arto Venn") || !strings.Contains(page, "Correct the speaker") {
		t.Fatalf("the page offers no correction:\n%s", page)
	}
	status, to := s.post(t, "/correct", url.Values{"decision-of": {"speaker"}, "what": {"ferry.txt#2"}, "name": {"Nina Koval"}, "to": {"/statement?article=ferry.txt&n=2"}})
	if status != http.StatusSeeOther {
		t.Fatalf("a correction is answered %d", status)
	}
	_, page = s.get(t, to)
	if !strings.Contains(page, "confirmed by tester") || !strings.Contains(page, "Take it back") || !strings.Contains(page, "is by Nina Koval, was: Arto Venn") {
		t.Errorf("the corrected statement shows:\n%s", page)
	}
	u, _ := url.Parse(to)
	if status, _ := s.post(t, "/correct", url.Values{"decision-of": {"undo"}, "decision": {u.Query().Get("decided")}, "to": {"/"}}); status != http.StatusSeeOther {
		t.Errorf("taking it back is answered %d", status)
	}
	if _, page = s.get(t, "/statement?article=ferry.txt&n=2"); strings.Contains(page, "confirmed by tester") {
		t.Errorf("what was taken back is still there:\n%s", page)
	}
}

func TestFormsThatCannotBe(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	for _, c := range []struct {
		path string
		form url.Values
		want int
	}{
		{"/correct", url.Values{"decision-of": {"nonsense"}}, 400},
		{"/correct", url.Values{"decision-of": {"hide"}, "what": {"ferry.txt#99"}}, 404},
		{"/correct", url.Values{"decision-of": {"merge"}, "entity": {"Nobody"}, "other": {"Nina Koval"}}, 404},
		{"/review", url.Values{"what": {"all"}, "key": {"0123456789abcdef"}, "answer": {"yes"}}, 404},
		{"/review", url.Values{"what": {"birds"}, "answer": {"undo"}, "undo": {"last"}}, 404},
	} {
		if got, _ := s.post(t, c.path, c.form); got != c.want {
			t.Errorf("%s %v is answered %d, want %d", c.path, c.form, got, c.want)
		}
	}
}

func TestAQuestionIsAnsweredLeftAndTakenBack(t *testing.T) {
	s := opened(t, map[string]string{"a.txt": "Bridge\n\n“The bridge is safe,” said Ilse Brandt, adding that the ferry was late. The dredger lay idle, adding that the bridge was wet.\n"})
	_, page := s.get(t, "/review?what=speakers")
	key := regexp.MustCompile(`name="key" value="([0-9a-f]+)"`).FindStringSubmatch(page)
	if key == nil {
		t.Fatalf("nothing is asked:\n%s", page)
	}
	holds(t, page, "“The bridge is safe,” said Ilse Brandt, adding <mark>that the ferry was late</mark>. The dredger lay idle", "title=\"a.txt\"", ">no headline: ““The bridge is safe,” said Ilse Brandt, adding that the ferry was…”</a>", "outlet unknown", `<h2 id="question">“that the ferry was late” would be confirmed as said by Ilse Brandt`)
	unsure := regexp.MustCompile(`data-unsure href="([^"]+)"`).FindStringSubmatch(page)
	if _, next := s.get(t, strings.ReplaceAll(unsure[1], "&amp;", "&")); strings.Contains(next, key[1]+`"`) && strings.Contains(next, `name="key" value="`+key[1]) {
		t.Errorf("what was left undecided is asked at once again:\n%s", next)
	}
	status, to := s.post(t, "/review", url.Values{"what": {"speakers"}, "key": {key[1]}, "answer": {"yes"}})
	if status != http.StatusSeeOther {
		t.Fatalf("an answer is answered %d", status)
	}
	_, page = s.get(t, to)
	undo := regexp.MustCompile(`name="undo" value="([^"]+)"`).FindStringSubmatch(page)
	if undo == nil || !strings.Contains(page, "was read rightly") || strings.Contains(page, `name="key" value="`+key[1]) {
		t.Fatalf("after an answer the page shows:\n%s", page)
	}
	_, to = s.post(t, "/review", url.Values{"what": {"speakers"}, "answer": {"undo"}, "undo": {undo[1]}})
	if _, page = s.get(t, to); !strings.Contains(page, `name="key" value="`+key[1]) {
		t.Errorf("what was taken back is not asked again:\n%s", page)
	}
}

func TestALongLineIsCutBetweenWords(t *testing.T) {
	long := strings.Repeat("ämber ", 100)
	for _, c := range []struct{ text, about, before, after string }{
		{"One.\nThe ferry sails.\nTwo.", "ferry", "The ", " sails."},
		{"ferry", "ferry", "", ""},
		{long + "ferry " + long, "ferry", "… " + strings.Repeat("ämber ", 42), strings.Repeat(" ämber", 42) + " …"},
		{strings.Repeat("渡", 200) + "ferry" + strings.Repeat("渡", 200), "ferry", "… ", " …"},
	} {
		start := strings.Index(c.text, c.about)
		before, after := onLine(c.text, news.Span{Start: start, End: start + len(c.about)})
		if before != c.before || after != c.after {
			t.Errorf("of %q: %q and %q", c.text, before, after)
		}
	}
}

func TestAStatementKeepsItsNumberWhenOneBeforeItIsHidden(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	if status, _ := s.post(t, "/correct", url.Values{"decision-of": {"hide"}, "what": {"ferry.txt#0"}, "to": {"/"}}); status != http.StatusSeeOther {
		t.Fatalf("hiding is answered %d", status)
	}
	if status, _ := s.get(t, "/statement?article=ferry.txt&n=0"); status != 404 {
		t.Errorf("the hidden statement is answered %d", status)
	}
	if _, page := s.get(t, "/statement?article=ferry.txt&n=1"); !strings.Contains(page, "[ferry.txt, statement 2, text SHA-256 ") || !strings.Contains(page, "denies") {
		t.Errorf("the one after it is another:\n%s", page)
	}
	if _, page := s.get(t, "/article?id=ferry.txt"); !strings.Contains(page, `id="statement-2"`) || strings.Contains(page, `id="statement-1"`) {
		t.Errorf("the article numbers otherwise:\n%s", page)
	}
}

func TestAHiddenSpeakerIsWithheldOnPages(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	if status, _ := s.post(t, "/correct", url.Values{"decision-of": {"hide"}, "what": {"Arto Venn"}, "to": {"/"}}); status != http.StatusSeeOther {
		t.Fatalf("hiding is answered %d", status)
	}
	for _, address := range []string{"/", "/statement?article=ferry.txt&n=2&part=1", "/article?id=ferry.txt"} {
		_, page := s.get(t, address)
		if !strings.Contains(page, "(speaker withheld: hidden by tester, ") || strings.Contains(page, "/who?name=Arto") {
			t.Errorf("%s names the speaker:\n%s", address, page)
		}
	}
	for _, address := range []string{"/", "/article?id=ferry.txt", "/feed.json"} {
		page := s.asIn(t, "ru", httptest.NewRequest("GET", address, nil)).Body.String()
		if !strings.Contains(page, "(говорящий не показан: скрыто, tester, ") || strings.Contains(page, "is reported by") {
			t.Errorf("%s tells a Russian reader:\n%s", address, page)
		}
	}
}

// A question that one reader leaves undecided is not asked of that one again, and
// of others as before.
func TestASkippedQuestionIsAskedOfOthers(t *testing.T) {
	s := opened(t, map[string]string{"a.txt": "Bridge\n\n“The bridge is safe,” said Ilse Brandt, adding that the ferry was late. The dredger lay idle, adding that the bridge was wet.\n"})
	unsure := regexp.MustCompile(`skip=([0-9a-f]{16})`)
	_, first := s.get(t, "/review?what=speakers")
	key := unsure.FindStringSubmatch(first)
	if key == nil {
		t.Fatalf("nothing is asked:\n%s", first)
	}
	for range 3 {
		if _, page := s.get(t, "/review?what=speakers&skip="+key[1]); strings.Contains(page, `name="key" value="`+key[1]) {
			t.Errorf("a question is asked again:\n%s", page)
		}
		if _, page := s.get(t, "/review?what=speakers"); !strings.Contains(page, key[1]) {
			t.Errorf("what somebody skipped is not asked of others:\n%s", page)
		}
	}
}
