package web

import (
	"context"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/hearsay-engine/hearsay/internal/messages"
	"github.com/hearsay-engine/hearsay/internal/store"
)

// asIn answers a request as a browser in a language sends it.
func (s *Server) asIn(t *testing.T, language string, r *http.Request) *httptest.ResponseRecorder {
	t.Helper()
	r.Host = "127.0.0.1"
	r.Header.Set("Origin", "http://127.0.0.1")
	r.Header.Set("Accept-Language", language)
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	return w
}

// exemplary is a server over the example corpus, added by the form that offers it.
func exemplary(t *testing.T) *Server {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	t.Cleanup(cancel)
	a, err := store.Open(ctx, filepath.Join(t.TempDir(), "archive.db"), store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	s, err := New(ctx, a, slog.New(slog.NewTextHandler(io.Discard, nil)), Options{Author: "tester"})
	if err != nil {
		t.Fatal(err)
	}
	var body strings.Builder
	form := multipart.NewWriter(&body)
	form.WriteField("examples", "1")
	form.Close()
	served := httptest.NewServer(s.Handler()) // a form is taken from a connection only
	defer served.Close()
	alone := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	w, err := alone.Post(served.URL+"/add", form.FormDataContentType(), strings.NewReader(body.String()))
	if err != nil {
		t.Fatal(err)
	}
	w.Body.Close()
	at, err := w.Location()
	if err != nil {
		t.Fatal(err)
	}
	j, known := s.jobs.Find(at.Query().Get("job"))
	if !known {
		t.Fatalf("the examples are not added: %s", at)
	}
	for {
		state, changed := j.Now()
		if state.Ended {
			return s
		}
		select {
		case <-changed:
		case <-ctx.Done():
			t.Fatal(ctx.Err())
		}
	}
}

// fewOf is how many pages of one kind the walk sees.
const fewOf = 5

// walk visits pages as links lead to them, a few of each kind.
func walk(t *testing.T, s *Server, starts []string, visit func(address string, page *html.Node)) int {
	t.Helper()
	met, kinds, visited := map[string]bool{}, map[string]int{}, 0
	for queue := starts; len(queue) > 0; queue = queue[1:] {
		u, err := url.Parse(queue[0])
		if err != nil || u.Host != "" || !strings.HasPrefix(u.Path, "/") {
			continue
		}
		u.Fragment = ""
		kind := kindOfPage(u)
		if met[u.String()] || kinds[kind] >= fewOf {
			continue
		}
		met[u.String()] = true
		w := s.asIn(t, "ru", httptest.NewRequest("GET", u.String(), nil))
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") || u.Path == "/original" {
			continue
		}
		kinds[kind]++
		visited++
		page, err := html.Parse(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		visit(u.String(), page)
		for n := range page.Descendants() {
			if n.Data == "a" {
				queue = append(queue, attribute(n, "href"))
			}
		}
	}
	return visited
}

// kindOfPage is an address without what it is about.
func kindOfPage(u *url.URL) string {
	var keys []string
	for k := range u.Query() {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	path := u.Path
	if strings.HasPrefix(path, "/cases/") {
		path = "/cases/…"
	}
	return path + "?" + strings.Join(keys, "&") + "#" + u.Query().Get("tab")
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// foreign are words in Latin letters that a Russian page may hold outside of data:
// names of things, what is typed as it stands, and what a program sends.
var foreign = regexp.MustCompile(`(?i)\b(hearsay( \w+)?|Atom|JSON(-LD| Lines)?|Feed|SHA-256|UTC|HTTP|HTML|Markdown|OpenAPI|API|PDF|cookie|localhost|English|Authorization: Bearer|/api/v1` +
	`|speaker|about|outlet|lang|before|after|kind|polarity|denies|voice|case|claim|reviewed|newest|oldest|best|Shift|Enter|--\w+|j k|y n|meta\.json|sha256sum)\b`)

var (
	// quoted are words of the archive within a sentence of ours, and zones as printed
	quoted = regexp.MustCompile(`«[^»]*»|“[^”]*”|\p{Lu}\w+ time|\b(tester|sideways|soon|none|Nobody|nowhere)\b|hearsay \(devel\)`)
	ids    = regexp.MustCompile(`(examples/)?\d\d-\S+|claim:\w+|\be:?\w*\d\w*|\bd[0-9a-f]{16}|https?://\S*|\.\w+|\w+-\d+-\d+|(GET|POST) \S+`)
	latin  = regexp.MustCompile(`[A-Za-z]{2,}`)
)

// untranslated are the words in Latin letters of a page, less data: what carries
// its own direction or language, code, and what a field holds.
func untranslated(n *html.Node) []string {
	var out []string
	check := func(words string) {
		if words = strings.TrimSpace(words); latin.MatchString(foreign.ReplaceAllString(ids.ReplaceAllString(quoted.ReplaceAllString(words, ""), ""), "")) {
			out = append(out, words)
		}
	}
	if n.Type == html.TextNode {
		check(n.Data)
		return out
	}
	if n.Namespace == "svg" && n.Data != "svg" {
		return nil // names of outlets and people, with our words among them
	}
	if n.Type == html.ElementNode {
		for _, name := range []string{"aria-label", "title", "placeholder", "data-done", "data-failed", "data-yours", "alt"} {
			if n.Data != "link" {
				check(attribute(n, name))
			}
		}
		own := n.Data != "html" && (attribute(n, "dir") != "" || attribute(n, "lang") != "")
		if own || slices.Contains([]string{"script", "style", "code", "kbd", "pre", "iframe", "title"}, n.Data) || attribute(n, "class") == "hash" {
			return out
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		out = append(out, untranslated(c)...)
	}
	return out
}

// TestNoPageIsLeftInEnglish walks the example corpus as a Russian reader.
func TestNoPageIsLeftInEnglish(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the example corpus")
	}
	s := exemplary(t)
	_, id := s.picked(t, "/correct", url.Values{"decision-of": {"case-open"}, "name": {"Дело"}, "to": {"/cases"}})
	for _, what := range []string{"01-caption-kestrel-post.html", "01-caption-kestrel-post.html#0"} {
		s.picked(t, "/pick", url.Values{"case": {id}, "what": {what}, "to": {"/"}})
	}
	starts := []string{"/", "/?q=before:soon", "/?q=nosuchword", "/?order=sideways", "/claims", "/claim?id=none", "/who?name=Nobody", "/article?id=none", "/nowhere", "/cases/" + id, "/cases/" + id + "/report"}
	told := map[string]bool{}
	n := walk(t, s, starts, func(address string, page *html.Node) {
		for x := range page.Descendants() {
			if x.Type == html.ElementNode && x.Data == "html" && attribute(x, "lang") != "ru" {
				t.Errorf("%s is said to be in %q", address, attribute(x, "lang"))
			}
		}
		for _, words := range untranslated(page) {
			if !told[words] {
				told[words] = true
				t.Errorf("%s: %q", address, words)
			}
		}
	})
	if n < 40 {
		t.Errorf("only %d pages were seen", n)
	}
}

func TestLanguageIsChosenAtThePagesFoot(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	r := httptest.NewRequest("POST", "/language", strings.NewReader(url.Values{"language": {"ru"}, "to": {"/names?all"}}.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := s.asIn(t, "en", r)
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/names?all" || len(w.Result().Cookies()) != 1 {
		t.Fatalf("answered %d, to %q with %v", w.Code, w.Header().Get("Location"), w.Result().Cookies())
	}
	r = httptest.NewRequest("GET", "/", nil)
	r.AddCookie(w.Result().Cookies()[0])
	page := s.asIn(t, "en", r).Body.String()
	for _, want := range []string{`<html lang="ru"`, "3 высказывания", "“The ferry will sail on Monday,”", `aria-current="true">Русский`} {
		if !strings.Contains(page, want) {
			t.Errorf("lacks %q:\n%s", want, page)
		}
	}
}

// TestWhatADecisionDidIsToldInRussian makes one of each kind.
func TestWhatADecisionDidIsToldInRussian(t *testing.T) {
	s := opened(t, map[string]string{"a.txt": reported, "b.txt": denied, "c.txt": strings.ReplaceAll(sold, "Mila Tarn", "Mila K. Tarn"), "d.txt": sold})
	_, id := s.picked(t, "/correct", url.Values{"decision-of": {"case-open"}, "name": {"Мост"}})
	claim := claimIn(t, s, "northern bridge")
	other := claimIn(t, s, "museum upstream")
	one := func(of string, pairs ...string) url.Values {
		v := url.Values{"decision-of": {of}, "to": {"/"}}
		for i := 0; i < len(pairs); i += 2 {
			v.Set(pairs[i], pairs[i+1])
		}
		return v
	}
	for _, form := range []url.Values{
		one("case-open", "name", "Паром"), one("case-rename", "case", id, "name", "Северный мост"), one("case-close", "case", id), one("case-reopen", "case", id),
		one("note", "case", id, "words", "спросить"), one("tag", "case", id, "words", "мост"), one("confirm", "what", "a.txt#0"), one("speaker", "what", "a.txt#1", "name", ""),
		one("speaker", "what", "a.txt#1", "name", "Mila Tarn"), one("undo", "decision", "last"), one("merge", "entity", "Ada Quill", "other", "Bo Lindgren"), one("split", "entity", "Ada Quill", "alias", "Bo Lindgren"),
		one("kind", "entity", "Ada Quill", "kind", "group"), one("undo", "decision", "last"), one("rename", "entity", "Ada Quill", "name", "Ада Квилл"), one("undo", "decision", "last"),
		one("claim-merge", "claim", claim, "other", other), one("undo", "decision", "last"), one("claim-split", "claim", claim, "telling", "b.txt#0"), one("undo", "decision", "last"), one("claim-confirm", "claim", other, "telling", "b.txt#0"), one("claim-reject", "claim", other, "telling", "b.txt#0"),
		one("claim-move", "telling", "b.txt#0", "other", other), one("hide", "what", "a.txt#0"), one("hide", "what", "Bo Lindgren"),
	} {
		r := httptest.NewRequest("POST", "/correct", strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := s.asIn(t, "ru", r)
		if w.Code != http.StatusSeeOther {
			t.Errorf("%v is answered %d: %s", form, w.Code, faultIn(w.Body.String()))
			continue
		}
		to, _ := url.Parse(w.Header().Get("Location"))
		said := to.Query().Get("told")
		told := messages.Told(messages.In(t.Context(), "ru"), said)
		if told == said || strings.ContainsAny(told, "“”") || strings.Contains(told, ".txt") || strings.Contains(told, "claim:") || latin.MatchString(foreign.ReplaceAllString(ids.ReplaceAllString(quoted.ReplaceAllString(names.Replace(told), ""), ""), "")) {
			t.Errorf("%s is told as %q: %q", form.Get("decision-of"), told, said)
		}
	}
}

// names are those of the texts, in sentences that set them in no marks.
var names = strings.NewReplacer("Ada Quill", "", "Bo Lindgren", "", "Mila Tarn", "", "Mila K. Tarn", "", "person:ada-quill", "", "person:bo-lindgren", "")

// claimIn is the id of the claim that is listed first for words.
func claimIn(t *testing.T, s *Server, words string) string {
	id, err := url.QueryUnescape(claimOf(t, s, words))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(id, "#")[0]
}

// faultIn is what a page says went wrong.
func faultIn(page string) string {
	_, fault, _ := strings.Cut(page, `class="fault"`)
	fault, _, _ = strings.Cut(fault, "</section>")
	return fault
}

// TestAReportInMarkdownIsRussian: what a reader saves is told as the page is.
func TestAReportInMarkdownIsRussian(t *testing.T) {
	s := opened(t, map[string]string{"a.txt": reported, "b.txt": denied})
	_, id := s.picked(t, "/correct", url.Values{"decision-of": {"case-open"}, "name": {"Мост"}})
	for _, what := range []string{"a.txt#0", "b.txt", "Ada Quill", claimIn(t, s, "northern bridge")} {
		s.picked(t, "/pick", url.Values{"case": {id}, "what": {what}, "to": {"/"}})
	}
	s.picked(t, "/correct", url.Values{"decision-of": {"note"}, "case": {id}, "what": {"a.txt#0"}, "words": {"спросить"}, "to": {"/"}})
	page := s.asIn(t, "ru", httptest.NewRequest("GET", "/cases/"+id+"/report.md", nil)).Body.String()
	for line := range strings.Lines(names.Replace(page)) {
		line = strings.ReplaceAll(line, "\\", "")
		if strings.HasPrefix(line, ">") || strings.Contains(line, ": en") || strings.Contains(line, ": clean ") {
			continue // words of a page
		}
		for _, less := range []*regexp.Regexp{regexp.MustCompile(`[0-9a-f]{64}|“[^”]*”|\] .*| \w+@\S+|\w+ \d+\.\d+\S*`), quoted, ids, foreign} {
			line = less.ReplaceAllString(line, "")
		}
		if latin.MatchString(line) {
			t.Errorf("%q is left in English", line)
		}
	}
}
