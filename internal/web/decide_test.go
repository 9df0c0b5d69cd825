package web

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

var decidesOn = regexp.MustCompile(`href="(/decide\?[^"]+)"`)

// A decision on a telling is shown before it is made, made, and taken back.
func TestAClaimIsCorrectedByForms(t *testing.T) {
	s := opened(t, map[string]string{"a.txt": reported, "b.txt": denied})
	_, list := s.get(t, "/claims?q="+url.QueryEscape("northern bridge ninety days"))
	claim := html.UnescapeString(regexp.MustCompile(`href="(/claim\?id=[^"#]+)"`).FindStringSubmatch(list)[1])
	_, page := s.get(t, claim)
	var split string
	for _, m := range decidesOn.FindAllStringSubmatch(page, -1) {
		if at := html.UnescapeString(m[1]); strings.Contains(at, "claim-split") && strings.Contains(at, "b.txt") {
			split = at
		}
	}
	if split == "" {
		t.Fatalf("no form takes the denial out of the claim:\n%s", page)
	}
	_, shown := s.get(t, split)
	holds(t, shown, "What this will do", "is of another claim than", "Do it")
	if _, again := s.get(t, claim); !strings.Contains(again, "Bo Lindgren") {
		t.Error("what was only shown is done")
	}
	v, _ := url.Parse(split)
	status, to := s.post(t, "/correct", v.Query())
	if status != 303 {
		t.Fatalf("the decision is answered %d: %s", status, to)
	}
	_, page = s.get(t, claim)
	if told, taken := onCourse(page, "Ada Quill"), onCourse(page, "Bo Lindgren"); told && taken {
		t.Errorf("what was taken out is on the course yet:\n%s", page)
	}
	if status, _ := s.post(t, "/correct", url.Values{"decision-of": {"undo"}, "decision": {"last"}, "to": {claim}}); status != 303 {
		t.Errorf("taking it back is answered %d", status)
	}
	if _, page = s.get(t, claim); !onCourse(page, "Ada Quill") || !onCourse(page, "Bo Lindgren") {
		t.Error("what was taken back is not on the claim's page again")
	}
	for _, wrong := range []string{"/decide", "/decide?decision-of=hide", "/decide?decision-of=claim-merge&claim=claim:0000000000&other=x", "/decide?decision-of=claim-split&claim=x&telling=b.txt%23s0"} {
		if status, _ := s.get(t, wrong); status != 400 && status != 404 {
			t.Errorf("%s answers %d", wrong, status)
		}
	}
}

// onCourse reports whether a claim's page holds words among its sure stations.
func onCourse(page, words string) bool {
	_, course, _ := strings.Cut(page, `id="course"`)
	course, _, _ = strings.Cut(course, "<h2")
	return strings.Contains(course, words)
}

// Days asked for show a part of the course alone.
func TestAPartOfACourse(t *testing.T) {
	dated := func(day, text string) string {
		return `<html><head><meta property="article:published_time" content="` + day + `T10:00:00Z"><title>Bridge</title></head><body><article><p>` + text + `</p></article></body></html>`
	}
	s := opened(t, map[string]string{
		"a.html": dated("2031-02-01", "The northern bridge over the Tamel will be closed to all traffic for ninety days, engineer Ada Quill said on Monday in the town hall, and nobody objected."),
		"b.html": dated("2031-02-09", "Mayor Bo Lindgren denied that the northern bridge over the Tamel would be closed to all traffic for ninety days, and left by the back door of the hall."),
	})
	_, list := s.get(t, "/claims")
	claim := html.UnescapeString(regexp.MustCompile(`href="(/claim\?id=[^"#]+)"`).FindStringSubmatch(list)[1])
	for _, c := range []struct {
		part     string
		ada, bo  bool
		answered int
	}{{"", true, true, 200}, {"&from=2031-02-05", false, true, 200}, {"&to=2031-02-05", true, false, 200}, {"&from=2031-02-02&to=2031-02-03", false, false, 200}, {"&from=soon", false, false, 400}} {
		status, page := s.get(t, claim+c.part)
		if ada, bo := onCourse(page, "Ada Quill"), onCourse(page, "Bo Lindgren"); status != c.answered || ada != c.ada || bo != c.bo {
			t.Errorf("%q: answered %d, Ada %v, Bo %v", c.part, status, ada, bo)
		}
	}
}

func TestSearchesAreSaved(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	_, page := s.get(t, "/?q=ferry")
	holds(t, page, "Save this search", `name="do" value="save"`)
	for _, c := range []struct {
		form url.Values
		want int
	}{
		{url.Values{"do": {"save"}, "name": {"Ferry <watch>"}, "q": {"ferry"}}, 303},
		{url.Values{"do": {"save"}, "name": {"Ferry <watch>"}, "q": {"pier"}}, 400},
		{url.Values{"do": {"save"}, "name": {" "}, "q": {"pier"}}, 400},
		{url.Values{"do": {"save"}, "name": {"broken"}, "q": {"before:soon"}}, 400},
		{url.Values{"do": {"seen"}, "id": {"1"}}, 303},
		{url.Values{"do": {"seen"}, "id": {"77"}}, 404},
		{url.Values{"do": {"remove"}, "id": {"x"}}, 400},
		{url.Values{"do": {"dance"}}, 400},
	} {
		if got, _ := s.post(t, "/watchlist", c.form); got != c.want {
			t.Errorf("%v is answered %d, want %d", c.form, got, c.want)
		}
	}
	_, page = s.get(t, "/watchlist")
	holds(t, page, "Ferry &lt;watch&gt;", `href="/?q=ferry"`, "/feed.atom?q=ferry", "nothing new")
	s.post(t, "/watchlist", url.Values{"do": {"remove"}, "id": {"1"}})
	_, page = s.get(t, "/watchlist")
	holds(t, page, "No search is saved yet.")
}

// Two statements of one speaker, one telling a claim and one denying it, stand
// side by side on the speaker's page.
func TestWhatOneToldAndDenied(t *testing.T) {
	s := opened(t, map[string]string{"a.txt": reported,
		"b.txt": "Engineer answers\n\nEngineer Ada Quill denied that the northern bridge over the Tamel would be closed to all traffic for ninety days.\n"})
	_, page := s.get(t, "/who?name="+url.QueryEscape("Ada Quill"))
	holds(t, page, "Told and denied: one claim, two statements", "for the reader to judge", "denied")
}
