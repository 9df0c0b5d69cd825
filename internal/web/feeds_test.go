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

func TestPeopleAndClaimsAreFollowed(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry, "bridge.txt": bridge,
		"pier.txt": "The pier\n\nNina Koval, the harbour's director, said the pier had been sold to the lamp company of Lowmoor in spring.\n",
		"lamp.txt": "The lamp\n\nArto Venn, a fisherman, denied that the pier had been sold to the lamp company of Lowmoor in spring. “Nina Koval is wrong,” said Arto Venn, a fisherman.\n"})
	for _, c := range []struct {
		page, feed string
		holds      []string
	}{
		{"/who?name=" + url.QueryEscape("Nina Koval"), "who=", []string{"the pier had been sold", "Nina Koval is wrong"}},
		{"/claim?id=" + claimOf(t, s, "pier sold"), "claim=", []string{"is reported by an unknown outlet as saying: ", "as denying it"}},
	} {
		_, page := s.get(t, c.page)
		_, link, _ := strings.Cut(page, `type="application/feed+json" title="JSON Feed" href="`)
		link, _, _ = strings.Cut(link, `"`)
		link = strings.ReplaceAll(link, "&amp;", "&")
		if !strings.Contains(link, c.feed) {
			t.Fatalf("%s offers no feed of its own: %q", c.page, link)
		}
		status, feed := s.get(t, link)
		var f struct {
			Items []struct{ ID, URL, Title string }
		}
		if err := json.Unmarshal([]byte(feed), &f); err != nil || status != 200 || len(f.Items) == 0 {
			t.Fatal(status, err, feed)
		}
		seen := map[string]bool{}
		for _, it := range f.Items {
			if seen[it.ID] {
				t.Errorf("%s holds %s twice", link, it.ID)
			}
			seen[it.ID] = true
		}
		for _, want := range c.holds {
			if !strings.Contains(feed, want) {
				t.Errorf("%s lacks %q: %s", link, want, feed)
			}
		}
	}
	if status, _ := s.get(t, "/feed.atom?claim=none"); status != 404 {
		t.Errorf("a claim that is none is answered %d", status)
	}
}

func claimOf(t *testing.T, s *Server, words string) string {
	t.Helper()
	_, page := s.get(t, "/claims?q="+url.QueryEscape(words))
	_, id, found := strings.Cut(page, "/claim?id=")
	if !found {
		t.Fatal("no claim is found", page)
	}
	id, _, _ = strings.Cut(id, `"`)
	return id
}
