package web

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

const ferry = `Ferry timetable unchanged

“The ferry will sail on Monday,” said Nina Koval, the harbour's director. Koval denied that the pier had been sold.

“We were told nothing,” fisherman Arto Venn said.
`

// opened is a server over a new archive of the texts, by id.
func opened(t *testing.T, texts map[string]string) *Server {
	t.Helper()
	a, err := store.Open(t.Context(), copied(t, texts), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	s, err := New(t.Context(), a, slog.New(slog.NewTextHandler(io.Discard, nil)), Options{Author: "tester"})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// originals are archives of texts, made once each: to make the tables and to read
// the texts takes longer than most tests do with them.
var originals = struct {
	sync.Mutex
	folder string
	of     map[string]string // files, by what they hold
}{of: map[string]string{}}

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "hearsay-web-*")
	if err != nil {
		panic(err)
	}
	originals.folder = folder
	code := m.Run()
	os.RemoveAll(folder)
	os.Exit(code)
}

// copied is the path of an archive of texts that is the test's own.
func copied(t *testing.T, texts map[string]string) string {
	t.Helper()
	originals.Lock()
	defer originals.Unlock()
	var key strings.Builder
	for _, id := range slices.Sorted(maps.Keys(texts)) {
		fmt.Fprintf(&key, "%q %q\n", id, texts[id])
	}
	from, made := originals.of[key.String()]
	if !made {
		from = filepath.Join(originals.folder, fmt.Sprintf("%d.db", len(originals.of)))
		keepTexts(t, from, texts)
		originals.of[key.String()] = from
	}
	b, err := os.ReadFile(from)
	to := filepath.Join(t.TempDir(), "archive.db")
	if err == nil {
		err = os.WriteFile(to, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return to
}

// keepTexts makes an archive of texts; one of none is what others begin with.
func keepTexts(t *testing.T, path string, texts map[string]string) {
	t.Helper()
	if empty := filepath.Join(originals.folder, "empty.db"); len(texts) > 0 {
		b, err := os.ReadFile(empty)
		if os.IsNotExist(err) {
			keepTexts(t, empty, nil)
			b, err = os.ReadFile(empty)
		}
		if err == nil {
			err = os.WriteFile(path, b, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	a, err := store.Open(t.Context(), path, store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	addTexts(t, a, texts)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
}

// addTexts adds texts to an archive.
func addTexts(t *testing.T, a *store.Archive, texts map[string]string) {
	t.Helper()
	blobs := func(yield func(news.Blob, error) bool) {
		for id, text := range texts {
			media := news.MediaText
			if strings.HasSuffix(id, ".html") {
				media = news.MediaHTML
			}
			if !yield(news.Blob{ID: id, Media: media, Bytes: []byte(text)}, nil) {
				return
			}
		}
	}
	if _, err := keep.Add(context.Background(), a, blobs, keep.Watch{}); err != nil {
		t.Fatal(err)
	}
}

func (s *Server) get(t *testing.T, address string) (int, string) {
	t.Helper()
	r := httptest.NewRequest("GET", address, nil)
	r.Host = "127.0.0.1"
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

func TestPages(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	for _, c := range []struct {
		address string
		status  int
		holds   []string
	}{
		{"/", 200, []string{"“The ferry will sail on Monday,”", "Nina Koval", "3 statements", "outlet unknown", "date unknown"}},
		{"/?q=" + url.QueryEscape("ferry"), 200, []string{"1 statement", "“The <mark>ferry</mark> will sail on Monday,”"}},
		{"/?q=" + url.QueryEscape("ferry kind:direct"), 200, []string{`aria-label="Parts of the query"`, "kind:direct"}},
		{"/?q=" + url.QueryEscape("polarity:denies"), 200, []string{"the pier had been sold"}},
		{"/?q=" + url.QueryEscape(`before:soon`), 400, []string{"cannot be read", "wants a date", "<code dir=\"auto\">before:<mark>soon</mark></code>"}},
		{"/?q=" + url.QueryEscape(`ferry case:none pier`), 400, []string{"there is no such case", "at character 7", "ferry <mark>case:none</mark> pier"}},
		{"/?q=nosuchword", 200, []string{"No statement found by these rules"}},
		{"/article?id=ferry.txt", 200, []string{"Ferry timetable unchanged", `id="statement-1"`, `href="#mark-1"`, "/statement?article=ferry.txt&amp;number=1"}},
		{"/article?id=ferry.txt&tab=provenance", 200, []string{"SHA-256 of the text", "lines about the article"}},
		{"/article?id=ferry.txt&tab=original", 200, []string{`sandbox=""`, `src="/original?id=ferry.txt"`}},
		{"/article?id=ferry.txt&tab=nothing", 404, []string{"no such part"}},
		{"/original?id=nothing", 404, []string{"no such capture"}},
		{"/outlets", 200, []string{"No article says which outlet it is of."}},
		{"/outlet?name=Nobody", 404, []string{"no article is of this outlet"}},
		{"/statement?article=ferry.txt&n=1", 200, []string{"the pier had been sold", "denies", "Cite this", "[ferry.txt, statement 2, text SHA-256 "}},
		{"/statement?article=ferry.txt&number=2", 200, []string{"the pier had been sold", "Statement 2", "<title>Statement 2 · "}},
		{"/statement?article=ferry.txt&number=0", 404, []string{"there is no such statement", `<a href="/article?id=ferry.txt">see its article</a>`}},
		{"/statement?article=ferry.txt&n=3", 404, []string{"there is no such statement"}},
		{"/?order=sideways", 400, []string{"take newest, oldest or best"}},
		{"/article?id=nothing", 404, []string{"no such article in the archive"}},
		{"/who?name=" + url.QueryEscape("Nina Koval"), 200, []string{"one origin: one text only names this person", "Reported as saying", "“The ferry will sail on Monday,”"}},
		{"/who?name=Nobody", 404, []string{"nobody in the archive goes by this name", `name="q" type="search" value="&#34;Nobody&#34;"`}},
		{"/names", 200, []string{"2 people whom one text only names are not listed", `href="/names?all="`}},
		{"/names?all", 200, []string{"Nina Koval", `href="/names?all=&amp;kind=place"`}},
		{"/names?all&kind=person", 200, []string{"Nina Koval"}},
		{"/names?all&kind=place", 200, []string{"No name found by these rules."}},
		{"/names?kind=cat", 400, []string{"there is no kind", "take person, organisation, place or group, or none"}},
		{"/nowhere", 404, []string{"there is no such page"}},
	} {
		status, page := s.get(t, c.address)
		if status != c.status {
			t.Errorf("%s answers %d, want %d", c.address, status, c.status)
		}
		for _, want := range c.holds {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %q:\n%s", c.address, want, page)
			}
		}
	}
}

func TestFacetsLeaveOutPeopleOfOneOrigin(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	_, page := s.get(t, "/")
	_, facet, _ := strings.Cut(page, "<summary>Speaker</summary>")
	facet, _, _ = strings.Cut(facet, "</details>")
	if strings.Contains(facet, "Koval") || !strings.Contains(facet, "2 people whom one text only names are not listed.") {
		t.Errorf("the facet of speakers reads %q", facet)
	}
}

func TestAStatementTellsWhatNearItWasNotTaken(t *testing.T) {
	s := opened(t, map[string]string{"gate.txt": "The gate\n\nThe so-called “gate of sorrows” stayed shut. “Go round by the pier,” said Nina Koval, the harbour's director.\n"})
	_, page := s.get(t, "/statement?article=gate.txt&n=0")
	if !strings.Contains(page, "number=1&amp;why=1#why-not") || strings.Contains(page, `id="why-not"`) {
		t.Errorf("the page, not asked for it, shows:\n%s", page)
	}
	_, page = s.get(t, "/statement?article=gate.txt&n=0&why=1")
	if _, why, _ := strings.Cut(page, "not taken for a statement"); !strings.Contains(why, "gate of sorrows") {
		t.Errorf("the page shows:\n%s", page)
	}
	_, page = s.get(t, "/statement?article=gate.txt&n=0&part=1")
	if !strings.Contains(page, "number=1&amp;why=1#why-not") || strings.Contains(page, "<html") {
		t.Errorf("the part shows:\n%s", page)
	}
}

func TestHostileTextIsEscaped(t *testing.T) {
	const attack = `<script>alert(1)</script> "><img src=x onerror=alert(1)>`
	s := opened(t, map[string]string{attack: attack + "\n\n“" + attack + "” said Nina Koval, the harbour's director.\n"})
	for _, address := range []string{"/", "/?q=" + url.QueryEscape(attack), "/article?id=" + url.QueryEscape(attack), "/names?all", "/statement?n=0&article=" + url.QueryEscape(attack), "/who?name=" + url.QueryEscape(attack)} {
		if _, page := s.get(t, address); strings.Count(page, "<script") != 1 || !strings.Contains(page, `<script src="/static/hearsay-`) || strings.Contains(page, "<img") {
			t.Errorf("%s lets markup through:\n%s", address, page)
		}
	}
}

func TestEmptyArchiveExplainsItself(t *testing.T) {
	s := opened(t, nil)
	status, page := s.get(t, "/")
	if status != 200 {
		t.Errorf("an empty archive answers %d", status)
	}
	holds(t, page, "This archive is empty", `name="examples"`, `href="/add"`)
}

func TestResultsPage(t *testing.T) {
	texts := map[string]string{}
	for i := range 40 {
		texts["a"+strings.Repeat("b", i)] = strings.Replace(ferry, "Monday", "Monday "+strings.Repeat("b", i), 1)
	}
	s := opened(t, texts)
	var seen []string
	for address := "/"; address != ""; {
		_, page := s.get(t, address)
		for _, part := range strings.Split(page, `<a data-open href="`)[1:] {
			link, _, _ := strings.Cut(part, `"`)
			if slices.Contains(seen, link) {
				t.Fatalf("%s stands on two pages", link)
			}
			seen = append(seen, link)
		}
		address = ""
		if _, next, found := strings.Cut(page, `rel="next" href="`); found {
			link, _, _ := strings.Cut(next, `"`)
			address = strings.ReplaceAll(link, "&amp;", "&")
		}
	}
	if len(seen) != 120 {
		t.Errorf("%d statements over all pages, want 120", len(seen))
	}
}

func TestWhoIsOnlyNamedInAnArticleHasAPage(t *testing.T) {
	s := opened(t, map[string]string{"gate.txt": "The gate\n\nMarta Lindqvist stood at the gate. “It is shut,” said Nina Koval, the harbour's director.\n"})
	_, page := s.get(t, "/article?id=gate.txt")
	_, named, _ := strings.Cut(page, `only-named`)
	named, _, _ = strings.Cut(named, "</details>")
	if !strings.Contains(named, "/who?name=Marta+Lindqvist") || strings.Contains(named, "Koval") {
		t.Errorf("named and not speaking: %s", named)
	}
}

func TestWordsStandBetweenTheReadersOwnMarks(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	r := httptest.NewRequest("GET", "/", nil)
	r.Host = "127.0.0.1"
	r.Header.Set("Accept-Language", "ru")
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	if page := w.Body.String(); !strings.Contains(page, `«<span dir="auto"`) || strings.Contains(page, `“<span`) {
		t.Errorf("a Russian page quotes otherwise:\n%s", page)
	}
}

func TestOnlyNamesLeadToPagesOfNames(t *testing.T) {
	s := opened(t, map[string]string{"gate.txt": "The gate\n\n“Go round by the pier,” a guard said. “It is shut,” said Nina Koval, the harbour's director.\n"})
	for _, address := range []string{"/", "/article?id=gate.txt"} {
		_, page := s.get(t, address)
		if strings.Contains(page, "/who?name=guard") || !strings.Contains(page, "/?q=speaker%3A%22guard%22") {
			t.Errorf("%s: the guard has no name and leads to what guards say:\n%s", address, page)
		}
		if !strings.Contains(page, "/who?name=Nina+Koval") {
			t.Errorf("%s: Nina Koval leads to her page:\n%s", address, page)
		}
	}
}
