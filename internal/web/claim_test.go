package web

import (
	"net/url"
	"regexp"
	"strings"
	"testing"
)

const (
	reported = "Bridge to close\n\nThe northern bridge over the Tamel will be closed to all traffic for ninety days, engineer Ada Quill said on Monday.\n\nQuill said that the northern bridge over the Tamel would be closed to all traffic for ninety days.\n"
	denied   = "Mayor answers\n\nMayor Bo Lindgren denied that the northern bridge over the Tamel would be closed to all traffic for ninety days.\n"
)

func TestAClaimShowsWhoToldAndWhoDeniedIt(t *testing.T) {
	s := opened(t, map[string]string{"a.txt": reported, "b.txt": denied})
	_, list := s.get(t, "/claims?q="+url.QueryEscape("northern bridge ninety days"))
	links := regexp.MustCompile(`href="(/claim\?id=[^"]+)"`).FindAllStringSubmatch(list, -1)
	if len(links) == 0 {
		t.Fatalf("no claim is listed:\n%s", list)
	}
	status, page := s.get(t, links[0][1])
	if status != 200 {
		t.Fatalf("%s answers %d", links[0][1], status)
	}
	for _, want := range []string{"What we do not know", "Course in time", "Bo Lindgren", "denied", "<svg", `href="#station-`, "Ada Quill", "Origins"} {
		if !strings.Contains(page, want) {
			t.Errorf("the claim's page lacks %q:\n%s", want, page)
		}
	}
	if status, _ := s.get(t, "/claim?id=claim:0000000000"); status != 404 {
		t.Errorf("a claim that is not there answers %d", status)
	}
}
