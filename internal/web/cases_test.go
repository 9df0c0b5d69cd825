package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// picked posts a form and gives the cookie that is set, beside where it leads.
func (s *Server) picked(t *testing.T, path string, form url.Values) (to, chosen string) {
	t.Helper()
	r := httptest.NewRequest("POST", path, strings.NewReader(form.Encode()))
	r.Host = "127.0.0.1"
	r.Header.Set("Origin", "http://127.0.0.1")
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%s %v is answered %d:\n%s", path, form, w.Code, w.Body)
	}
	for _, c := range w.Result().Cookies() {
		if c.Name == caseCookie {
			chosen = c.Value
		}
	}
	return w.Header().Get("Location"), chosen
}

// getIn asks for a page as one whose picks go into a case.
func (s *Server) getIn(t *testing.T, id, address string) string {
	t.Helper()
	r := httptest.NewRequest("GET", address, nil)
	r.Host = "127.0.0.1"
	r.AddCookie(&http.Cookie{Name: caseCookie, Value: id})
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		t.Fatalf("%s is answered %d:\n%s", address, w.Code, w.Body)
	}
	return w.Body.String()
}

func holds(t *testing.T, page string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(page, w) {
			t.Errorf("lacks %q:\n%s", w, page)
		}
	}
}

func TestACaseIsMadePickedIntoAndReported(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	_, page := s.get(t, "/")
	holds(t, page, `Pick <span class="unseen">into a case</span>`, `href="/pick?to=%2F%23c1&amp;what=ferry.txt%23`)
	_, page = s.get(t, "/pick?what=ferry.txt%231&to=/")
	holds(t, page, "Into which case?", "the pier had been sold", "Open it and pick")

	to, id := s.picked(t, "/pick", url.Values{"what": {"ferry.txt#1"}, "new": {"Pier & ferry"}, "to": {"/#c2"}})
	if id == "" || !strings.HasPrefix(to, "/?decided=d") || !strings.HasSuffix(to, "#c2") {
		t.Fatalf("leads to %s, with the case %q", to, id)
	}
	holds(t, s.getIn(t, id, strings.TrimSuffix(to, "#c2")), "is in the case “Pier &amp; ferry”", "Take it back", "in the case", `name="case" value="`+id+`"`)

	for _, what := range []string{"ferry.txt", "Nina Koval"} {
		s.picked(t, "/pick", url.Values{"what": {what}, "case": {id}, "to": {"/"}})
	}
	s.picked(t, "/correct", url.Values{"decision-of": {"note"}, "case": {id}, "what": {"ferry.txt#1"}, "words": {"ask the harbour <b>"}, "to": {"/cases/" + id}})
	s.picked(t, "/correct", url.Values{"decision-of": {"tag"}, "case": {id}, "words": {"harbour"}, "to": {"/cases/" + id}})
	s.picked(t, "/correct", url.Values{"decision-of": {"place"}, "case": {id}, "what": {"Nina Koval"}, "place": {"1"}, "to": {"/cases/" + id}})
	page = s.getIn(t, id, "/cases/"+id)
	holds(t, page, "1 statement, 1 article, 1 name, in 1 article of 1 origin", "ask the harbour &lt;b&gt;", "harbour", "Take out", `case:&#34;Pier &amp; ferry&#34;`)
	if strings.Index(page, "Nina Koval —") > strings.Index(page, "the pier had been sold") {
		t.Error("the name was put first and is not")
	}
	holds(t, s.getIn(t, id, "/?q="+url.QueryEscape(`case:"Pier & ferry"`)), "3 statements")
	holds(t, s.getIn(t, id, "/cases"), "picks go here")

	page = s.getIn(t, id, "/cases/"+id+"/report")
	holds(t, page, "machine-suggested, not reviewed", "code points", "Ferry timetable unchanged", "SHA-256 of the capture", "1 origin, no copy", `href="/static/report-`)
	file := s.getIn(t, id, "/cases/"+id+"/report.html")
	holds(t, file, "<style>.report", "ask the harbour &lt;b&gt;", "default-src 'none'")
	if strings.Contains(file, "<script") || strings.Contains(file, `href="/`) {
		t.Errorf("the file leads elsewhere:\n%s", file)
	}
	holds(t, s.getIn(t, id, "/cases/"+id+"/report.md"), "# Pier \\& ferry\n", "ask the harbour \\<b\\>")
	holds(t, s.getIn(t, id, "/cases/"+id+"/report.json"), `"target":"statement"`)

	s.picked(t, "/correct", url.Values{"decision-of": {"unpick"}, "case": {id}, "what": {"ferry.txt#1"}, "to": {"/"}})
	if page = s.getIn(t, id, "/cases/"+id); strings.Contains(page, "the pier had been sold") {
		t.Errorf("what was taken out is there:\n%s", page)
	}
	s.picked(t, "/correct", url.Values{"decision-of": {"case-close"}, "case": {id}, "to": {"/cases"}})
	if page = s.getIn(t, id, "/cases/"+id); strings.Contains(page, "Take out") || !strings.Contains(page, "Open it again") {
		t.Errorf("the closed case shows:\n%s", page)
	}
}

// A decision's time names its zone, so that a reader's own clock can stand beside.
func TestADecisionOnACaseIsAnInstant(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	_, id := s.picked(t, "/pick", url.Values{"what": {"ferry.txt#1"}, "new": {"Pier"}, "to": {"/"}})
	s.picked(t, "/correct", url.Values{"decision-of": {"note"}, "case": {id}, "what": {"ferry.txt#1"}, "words": {"heard twice"}, "to": {"/"}})
	page := s.getIn(t, id, "/cases/"+id)
	const at = `<time datetime="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ" data-offset="0">\d+ \w+ \d{4}, \d\d:\d\d UTC</time>`
	for _, want := range []string{"A case, opened " + at + ", ", "picked " + at + ", ", ", " + at + "</span>"} {
		if !regexp.MustCompile(want).MatchString(page) {
			t.Errorf("lacks %s:\n%s", want, page)
		}
	}
	s.picked(t, "/correct", url.Values{"decision-of": {"case-close"}, "case": {id}, "to": {"/"}})
	for _, path := range []string{"/cases", "/cases/" + id} {
		if page := s.getIn(t, "", path); !regexp.MustCompile("closed " + at + ", [^ ]").MatchString(page) {
			t.Errorf("%s does not tell when it was closed:\n%s", path, page)
		}
	}
	holds(t, s.getIn(t, id, "/cases/"+id+"/report"), " UTC, ")
}

func TestFormsOfCasesThatCannotBe(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	for _, c := range []struct {
		path string
		form url.Values
		want int
	}{
		{"/pick", url.Values{"what": {"ferry.txt#1"}, "case": {"none"}}, 404},
		{"/pick", url.Values{"what": {"nothing"}, "new": {"x"}}, 404},
		{"/cases/current", url.Values{"case": {"none"}}, 404},
		{"/correct", url.Values{"decision-of": {"case-open"}, "name": {" "}}, 400},
		{"/correct", url.Values{"decision-of": {"place"}, "place": {"first"}}, 400},
	} {
		if got, _ := s.post(t, c.path, c.form); got != c.want {
			t.Errorf("%s %v is answered %d, want %d", c.path, c.form, got, c.want)
		}
	}
	for _, address := range []string{"/cases/none", "/cases/none/report", "/cases/none/report.html", "/cases/none/other"} {
		if got, _ := s.get(t, address); got != 404 {
			t.Errorf("%s is answered %d", address, got)
		}
	}
}

func TestAllOfAPageIsPickedAtOnceAndTakenBackAtOnce(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	_, page := s.get(t, "/")
	holds(t, page, "Pick all 3 of this page", `action="/pick/all"`)
	all := url.Values{"what": {"ferry.txt#0", "ferry.txt#1", "ferry.txt#2"}, "to": {"/?q=ferry"}}
	r := httptest.NewRequest("POST", "/pick/all", strings.NewReader(all.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := s.asIn(t, "en", r)
	if w.Code != 200 {
		t.Fatalf("without a case it is answered %d", w.Code)
	}
	holds(t, w.Body.String(), "Into which case?", "3 statements", `value="ferry.txt#2"`, `action="/pick/all"`)

	_, id := s.picked(t, "/pick", url.Values{"what": {"ferry.txt#1"}, "new": {"Pier"}, "to": {"/"}})
	holds(t, s.getIn(t, id, "/"), "Pick all 2 of this page")
	all.Set("case", id)
	to, _ := s.picked(t, "/pick/all", all)
	page = s.getIn(t, id, to)
	holds(t, page, "2 statements more in the case “Pier”", "Take it back", "<summary>Case</summary>", `Pier</span> <span class="n">1</span>`)
	holds(t, s.getIn(t, id, "/cases/"+id), "3 statements")

	at, _ := url.Parse(to)
	s.picked(t, "/correct", url.Values{"decision-of": {"undo"}, "decision": {at.Query().Get("decided")}, "to": {"/"}})
	holds(t, s.getIn(t, id, "/cases/"+id), "1 statement")

	for _, none := range []url.Values{{}, {"what": make([]string, maxTogether+1)}} {
		if status, _ := s.post(t, "/pick/all", none); status != 400 {
			t.Errorf("%d things are picked: %d", len(none["what"]), status)
		}
	}
}

// Statements keep their numbers where one before them is left out.
func TestAPickIsOfItsStatement(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	s.post(t, "/correct", url.Values{"decision-of": {"hide"}, "what": {"ferry.txt#0"}, "to": {"/"}})
	_, page := s.get(t, "/article?id=ferry.txt")
	card := func(i string) string {
		_, card, _ := strings.Cut(page, `id="statement-`+i+`"`)
		card, _, _ = strings.Cut(card, "</article>")
		return card
	}
	holds(t, card("2"), "the pier had been sold", "ferry.txt%231")
	holds(t, card("3"), "We were told nothing", "ferry.txt%232")
	if card("1") != "" {
		t.Errorf("what is left out has a card:\n%s", page)
	}
}

// A report is printed where a browser is installed.
func TestAReportIsPrinted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the browser's stand-in is a shell script")
	}
	s := opened(t, map[string]string{"ferry.txt": ferry})
	_, id := s.picked(t, "/pick", url.Values{"new": {"Pier"}, "what": {"ferry.txt#0"}, "to": {"/"}})
	t.Setenv("HEARSAY_BROWSER", filepath.Join(t.TempDir(), "none"))
	if _, page := s.get(t, "/cases/"+id+"/report"); strings.Contains(page, "report.pdf") {
		t.Error("a PDF is offered that nothing prints")
	}
	if status, _ := s.get(t, "/cases/"+id+"/report.pdf"); status != http.StatusNotFound {
		t.Errorf("without a browser the PDF is answered %d", status)
	}
	browser := filepath.Join(t.TempDir(), "browser")
	os.WriteFile(browser, []byte("#!/bin/sh\nfor a; do case $a in --print-to-pdf=*) echo printed > \"${a#*=}\";; esac; done\n"), 0o700)
	t.Setenv("HEARSAY_BROWSER", browser)
	_, page := s.get(t, "/cases/"+id+"/report")
	holds(t, page, "/cases/"+id+"/report.pdf")
	served := httptest.NewServer(s.Handler())
	defer served.Close()
	w, err := http.Get(served.URL + "/cases/" + id + "/report.pdf")
	if err != nil {
		t.Fatal(err)
	}
	defer w.Body.Close()
	b, _ := io.ReadAll(w.Body)
	if w.StatusCode != http.StatusOK || w.Header.Get("Content-Type") != "application/pdf" || string(b) != "printed\n" {
		t.Errorf("answered %d %s: %q", w.StatusCode, w.Header.Get("Content-Type"), b)
	}
}
