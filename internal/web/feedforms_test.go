package web

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// marked are words that are no markup, and a time that nobody knows.
const marked = "<script>alert(1)</script> & the mill\n\n“<b>The mill</b> & the weir stand,” said Nina Koval, the harbour's director. Koval denied that the pier had been sold to the lamp company of Lowmoor in spring.\n"

// Every search, list of claims, person and claim is a feed as RFC 4287 and JSON Feed
// 1.1 want one.
func TestEveryFeedIsInForm(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry, "bridge <1> & 2.txt": bridge, "مطحنة.txt": marked,
		"pier.txt": "The pier\n\nNina Koval, the harbour's director, said the pier had been sold to the lamp company of Lowmoor in spring.\n"})
	asked := []string{"", "q=ferry", "q=nothing+finds+this", "q=" + url.QueryEscape(`speaker:"Nina Koval" -“a”`), "claims=", "claims=pier"}
	for _, list := range []struct{ path, key, of string }{{"/api/v1/names?all=true", "candidates", "who"}, {"/api/v1/claims?order=newest&of=all", "claims", "claim"}} {
		_, page := s.get(t, list.path)
		var lists map[string]json.RawMessage
		var ids []struct{ ID string }
		if err := json.Unmarshal([]byte(page), &lists); err != nil {
			t.Fatal(err)
		}
		for _, l := range lists {
			if json.Unmarshal(l, &ids) == nil && len(ids) > 0 {
				break
			}
		}
		if len(ids) == 0 {
			t.Fatalf("%s lists none: %s", list.path, page)
		}
		for _, x := range ids {
			asked = append(asked, list.of+"="+url.QueryEscape(x.ID))
		}
	}
	for _, q := range asked {
		for path, faults := range map[string]func(string) []string{"/feed.atom?": atomFaults, "/feed.json?": jsonFeedFaults} {
			w := s.asked(path + q)
			if w.Code != 200 {
				t.Errorf("%s%s is answered %d", path, q, w.Code)
				continue
			}
			if wrong := faults(w.Body.String()); len(wrong) > 0 {
				t.Errorf("%s%s: %s\n%s", path, q, strings.Join(wrong, "; "), w.Body)
			}
			if self := `http://127.0.0.1` + path + q; !strings.Contains(html.UnescapeString(strings.ReplaceAll(w.Body.String(), `\u0026`, "&")), self) {
				t.Errorf("%s%s does not tell where it is found: %s", path, q, w.Body)
			}
		}
	}
}

// element is an element of XML as it stands.
type element struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	In      []element  `xml:",any"`
}

func (e *element) of(name string) []element {
	var out []element
	for _, x := range e.In {
		if x.XMLName.Space == "http://www.w3.org/2005/Atom" && x.XMLName.Local == name {
			out = append(out, x)
		}
	}
	return out
}

func (e *element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// formFaults collects what is not as a form wants it.
type formFaults []string

func (f *formFaults) unless(ok bool, format string, args ...any) {
	if !ok {
		*f = append(*f, fmt.Sprintf(format, args...))
	}
}

func (f *formFaults) address(what, text string) {
	u, err := url.Parse(text)
	f.unless(err == nil && u.IsAbs() && u.Host != "", "%s %q is no absolute address", what, text)
}

func (f *formFaults) moment(what, text string) {
	_, err := time.Parse(time.RFC3339, text)
	f.unless(err == nil, "%s %q is no time of RFC 3339", what, text)
}

// plainHTML reports markup in what is to be words only.
func (f *formFaults) plainHTML(what, text string) {
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			f.unless(z.Err() == io.EOF, "%s cannot be read: %v", what, z.Err())
			return
		case html.TextToken:
		default:
			f.unless(false, "%s holds markup: %s", what, text)
			return
		}
	}
}

// atomFaults are those of a feed against what RFC 4287 says it MUST, and the link to
// itself that it SHOULD have (sections 4.1.1, 4.1.2, 4.2).
func atomFaults(page string) []string {
	var f formFaults
	var feed element
	if err := xml.Unmarshal([]byte(page), &feed); err != nil {
		return []string{err.Error()}
	}
	f.unless(feed.XMLName == xml.Name{Space: "http://www.w3.org/2005/Atom", Local: "feed"}, "it is a %v", feed.XMLName)
	f.atomHead("feed", &feed)
	rels := map[string]int{}
	for _, l := range feed.of("link") {
		f.address("link", l.attr("href"))
		rels[l.attr("rel")]++
	}
	f.unless(rels["self"] == 1 && rels["alternate"] == 1, "its links are %v", rels)
	seen := map[string]bool{}
	for _, e := range feed.of("entry") {
		f.atomHead("entry", &e)
		id := e.of("id")[0].Text
		f.unless(!seen[id], "%s stands twice", id)
		seen[id] = true
		f.unless(len(e.of("author")) > 0 || len(feed.of("author")) > 0, "%s has no author", id)
		for _, a := range e.of("author") {
			f.unless(len(a.of("name")) == 1 && a.of("name")[0].Text != "", "%s has an author without a name", id)
		}
		f.unless(len(e.of("content")) == 1 && len(e.of("summary")) <= 1, "%s has %d contents, %d summaries", id, len(e.of("content")), len(e.of("summary")))
		for _, c := range slices.Concat(e.of("content"), e.of("summary")) {
			if c.attr("type") == "html" {
				f.plainHTML(id, c.Text)
			}
			f.unless(slices.Contains([]string{"", "text", "html"}, c.attr("type")) && len(c.In) == 0, "%s has a content of type %s", id, c.attr("type"))
		}
		alternate := 0
		for _, l := range e.of("link") {
			f.address("link", l.attr("href"))
			if l.attr("rel") == "alternate" || l.attr("rel") == "" {
				alternate++
			}
		}
		f.unless(alternate == 1, "%s has %d alternate links", id, alternate)
	}
	return f
}

func (f *formFaults) atomHead(what string, e *element) {
	for _, name := range []string{"id", "title", "updated"} {
		f.unless(len(e.of(name)) == 1 && e.of(name)[0].Text != "", "a %s has %d %s", what, len(e.of(name)), name)
	}
	if len(*f) == 0 {
		f.address("id", e.of("id")[0].Text)
		f.moment("updated", e.of("updated")[0].Text)
	}
}

// jsonFeedFaults are those of a feed against JSON Feed 1.1.
func jsonFeedFaults(page string) []string {
	var f formFaults
	var feed struct {
		Version     string `json:"version"`
		Title       string `json:"title"`
		HomePageURL string `json:"home_page_url"`
		FeedURL     string `json:"feed_url"`
		Items       *[]map[string]any
	}
	if err := json.Unmarshal([]byte(page), &feed); err != nil {
		return []string{err.Error()}
	}
	f.unless(feed.Version == "https://jsonfeed.org/version/1.1" && feed.Title != "", "version %q, title %q", feed.Version, feed.Title)
	f.address("home_page_url", feed.HomePageURL)
	f.address("feed_url", feed.FeedURL)
	if feed.Items == nil {
		return append(f, "it has no items, not even none")
	}
	seen := map[any]bool{}
	for _, it := range *feed.Items {
		id, _ := it["id"].(string)
		f.unless(id != "" && !seen[id], "%q is no id, or stands twice", id)
		seen[id] = true
		text, _ := it["url"].(string)
		f.address("url", text)
		content, _ := it["content_html"].(string)
		f.unless(content != "", "%s has no content", id)
		f.plainHTML(id, content)
		for _, name := range []string{"date_published", "date_modified"} {
			if when, has := it[name]; has {
				f.moment(name, fmt.Sprint(when))
				f.unless(!strings.HasPrefix(fmt.Sprint(when), "1970"), "%s is dated though nobody knows when", id)
			}
		}
		authors, has := it["authors"].([]any)
		f.unless(has && len(authors) > 0, "%s has no authors", id)
	}
	return f
}

func TestFaultsOfFeedsAreSeen(t *testing.T) {
	for _, page := range []string{"", "<feed/>", `<feed xmlns="http://www.w3.org/2005/Atom"><id>a</id><title>b</title><updated>soon</updated></feed>`} {
		if len(atomFaults(page)) == 0 {
			t.Errorf("%s is taken for a feed", page)
		}
	}
	for _, page := range []string{"", "{}", `{"version":"https://jsonfeed.org/version/1.1","title":"a","home_page_url":"http://a/","feed_url":"http://a/f"}`,
		`{"version":"https://jsonfeed.org/version/1.1","title":"a","home_page_url":"http://a/","feed_url":"http://a/f","items":[{"id":"1","url":"http://a/1","content_html":"<b>","authors":[{}]}]}`} {
		if len(jsonFeedFaults(page)) == 0 {
			t.Errorf("%s is taken for a feed", page)
		}
	}
}
