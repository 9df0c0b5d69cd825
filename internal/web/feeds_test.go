package web

import (
	"encoding/json"
	"encoding/xml"
	"net/url"
	"strings"
	"testing"
)

const bridge = "The bridge\n\n“<b>The bridge</b> & the pier stand,” said Nina Koval, the harbour's director.\n"

func TestFeeds(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry, "bridge.txt": bridge})
	status, page := s.get(t, "/feed.json?q="+url.QueryEscape(`speaker:"Nina Koval"`))
	var f struct {
		Title string
		Items []struct {
			ID    string `json:"id"`
			Title string
			HTML  string `json:"content_html"`
		}
	}
	if err := json.Unmarshal([]byte(page), &f); err != nil || status != 200 {
		t.Fatal(status, err, page)
	}
	if len(f.Items) != 3 || f.Title != `hearsay: speaker:"Nina Koval"` {
		t.Fatalf("%q holds %d items: %s", f.Title, len(f.Items), page)
	}
	found := false
	for _, it := range f.Items {
		if strings.HasPrefix(it.ID, "http://127.0.0.1/statement?article=bridge.txt") {
			found = strings.Contains(it.HTML, "&lt;b&gt;The bridge&lt;/b&gt; &amp; the pier stand") && strings.Contains(it.Title, "is reported by outlet unknown as saying")
		}
	}
	if !found {
		t.Errorf("the statement on the bridge is not told rightly: %s", page)
	}
	status, page = s.get(t, "/feed.atom?q=ferry")
	var a struct {
		Entries []struct {
			Title string `xml:"title"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(page), &a); err != nil || status != 200 || len(a.Entries) != 1 {
		t.Errorf("%d %v %s", status, err, page)
	}
}

func TestAFeedLeavesOutPeopleOfOneOrigin(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	if _, page := s.get(t, "/feed.json"); strings.Contains(page, "Arto Venn") || strings.Contains(page, "Koval") {
		t.Errorf("people of one text are in the feed: %s", page)
	}
}

func TestAFeedOfAQueryThatCannotBeReadSaysWhy(t *testing.T) {
	s := opened(t, nil)
	if status, page := s.get(t, "/feed.atom?q=before:soon"); status != 400 || !strings.Contains(page, "wants a date") {
		t.Errorf("it answers %d: %s", status, page)
	}
}
