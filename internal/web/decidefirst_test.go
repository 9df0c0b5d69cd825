package web

import (
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// Every decision on a name is shown with what it moves, without script, before it is
// made; it is made only by the form there.
func TestADecisionOnANameIsShownFirst(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry, "later.txt": strings.ReplaceAll(ferry, "Arto Venn", "Nora Falk")})
	for _, c := range []struct {
		asked string
		want  []string
	}{
		{"decision-of=merge&entity=Nina+Koval&other=Arto+Venn", []string{"Nina Koval and Arto Venn are one", "stays", "joins it", "4 statements", "1 statement<"}},
		{"decision-of=rename&entity=Nina+Koval&name=N.+Koval", []string{"is shown as N. Koval", "is shown otherwise", "4 statements"}},
		{"decision-of=kind&entity=Nina+Koval&kind=group", []string{"is of the kind group", "is of another kind"}},
		{"decision-of=hide&what=Arto+Venn", []string{"is left out", "1 statement<"}},
		{"decision-of=hide&what=ferry.txt%232", []string{"is left out", "We were told nothing"}},
	} {
		status, page := s.get(t, "/decide?to=%2Fnames&"+c.asked)
		if status != http.StatusOK {
			t.Errorf("%s is answered %d: %s", c.asked, status, faultIn(page))
			continue
		}
		holds(t, page, append(c.want, "What this will do", `action="/correct"`, `data-no href="/names"`)...)
	}
	if _, page := s.get(t, "/who?name=Nina+Koval"); strings.Contains(page, "Arto Venn") || strings.Contains(page, "N. Koval") {
		t.Errorf("what was only shown is done:\n%s", page)
	}
	_, page := s.get(t, "/who?name=Nina+Koval")
	if strings.Contains(page[strings.Index(page, "<main"):], `action="/correct"`) {
		t.Error("the page decides something at once")
	}
	shown, _ := url.ParseQuery("decision-of=merge&entity=Nina+Koval&other=Arto+Venn&to=%2Fwho%3Fname%3DNina%2BKoval")
	if status, _ := s.post(t, "/correct", shown); status != http.StatusSeeOther {
		t.Fatalf("the decision is answered %d", status)
	}
	_, page = s.get(t, "/decide?decision-of=split&entity=Nina+Koval&alias=Arto+Venn&to=%2F")
	holds(t, page, "Arto Venn is not Nina Koval", "leaves it", "stays")
}

// Words that are no name as it stands are asked about, and lead on.
func TestWhichNameIsMeantIsAsked(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	_, page := s.get(t, "/decide?decision-of=merge&entity=Nina+Koval&other=Venn,+Arto&to=%2Fnames")
	holds(t, page, "Which one?", "Arto Venn", "person:arto-venn", `href="/names"`)
	link := regexp.MustCompile(`data-open href="(/decide\?[^"]+)"`).FindStringSubmatch(page)
	if link == nil {
		t.Fatalf("nothing leads on:\n%s", page)
	}
	_, page = s.get(t, html.UnescapeString(link[1]))
	holds(t, page, "What this will do", "joins it")
	if status, _ := s.get(t, "/decide?decision-of=merge&entity=Nina+Koval&other=Nobody&to=%2F"); status != http.StatusNotFound {
		t.Errorf("nobody is answered %d", status)
	}
}

// A report is printed for who decides, and not because another site holds its address.
func TestNobodyElseHasAReportPrinted(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	_, id := s.picked(t, "/correct", url.Values{"decision-of": {"case-open"}, "name": {"Pier"}})
	ask := func(author, from string) string {
		r := httptest.NewRequest("GET", "/cases/"+id+"/report.pdf", nil)
		r.Host = "127.0.0.1"
		r.Header.Set("Sec-Fetch-Site", from)
		w := httptest.NewRecorder()
		s.Author = author
		s.Handler().ServeHTTP(w, r)
		return w.Body.String()
	}
	for _, c := range []struct{ author, from string }{{"", "same-origin"}, {"tester", "cross-site"}, {"tester", "same-site"}} {
		if page := ask(c.author, c.from); !strings.Contains(page, "an editor has it printed") {
			t.Errorf("%q from %q: %s", c.author, c.from, faultIn(page))
		}
	}
	t.Setenv("HEARSAY_BROWSER", "/bin/false")
	if page := ask("tester", "same-origin"); !strings.Contains(page, "could not print") && !strings.Contains(page, "wrong on our side") {
		t.Errorf("who may is answered %s", faultIn(page))
	}
	s.printing.Lock()
	defer s.printing.Unlock()
	if page := ask("tester", "none"); !strings.Contains(page, "another report is being printed") {
		t.Errorf("a second is answered %s", faultIn(page))
	}
}

// Origins stand beside the articles of every name, and each stage's version in the
// provenance of an article.
func TestOriginsAndVersionsAreTold(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry, "again.txt": ferry})
	_, page := s.get(t, "/names?all")
	holds(t, page, "Origins", "Articles that carry one text are one origin.")
	row := regexp.MustCompile(`(?s)>Nina Koval</a>.*?</tr>`).FindString(page)
	if got := regexp.MustCompile(`\d+`).FindAllString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(row, " "), -1); len(got) != 2 || got[0] != "2" || got[1] != "1" {
		t.Errorf("two articles of one text are counted %v", got)
	}
	_, page = s.get(t, "/article?id=ferry.txt&tab=provenance")
	holds(t, page, "Copies found by", "copies ", "Names told apart by", "resolve ", "Tellings read by", "match ")
}
