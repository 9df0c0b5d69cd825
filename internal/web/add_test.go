package web

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// given adds files by the page's form and gives the page of what came of them.
func (s *Server) given(t *testing.T, language string, files map[string]string) string {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for name, text := range files {
		part, err := form.CreateFormFile("files", name)
		if err == nil {
			_, err = part.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	served := httptest.NewServer(s.Handler())
	defer served.Close()
	r, err := http.Post(served.URL+"/add", form.FormDataContentType(), &body)
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	s.jobs.Wait()
	return s.asIn(t, language, httptest.NewRequest("GET", r.Request.URL.RequestURI(), nil)).Body.String()
}

// TestWhatWasChosenIsReadOrSaidNotToBe: nothing that somebody chose is left out
// without a word, and the words are the reader's.
func TestWhatWasChosenIsReadOrSaidNotToBe(t *testing.T) {
	s := opened(t, nil)
	faults := map[string]string{
		"пусто.txt": "", "бумага.pdf": "%PDF-1.7\n", "архив.docx": "PK\x03\x04 ", "сжато.html.gz": "\x1f\x8b\x08", "нули.txt": "ab\x00c de fgh", "байты.txt": "“\xff\xfe”\x81\x00",
		"молчит.html": "<!doctype html><html><body><script>one()</script></body></html>", "глубоко.html": "<html><body>" + strings.Repeat("<div>", 600) + "one",
		"строки.jsonl":              strings.Join([]string{`[]`, `{"id":"б"}`, `{"id":"в","text":7}`, `{"id":"г","text":""}`, `{"id":"д","text":"\ud800 one"}`, `{"id":"е","text":"\u0000"}`}, "\n"),
		"одна.jsonl":                "{\"id\":\"\xff\",\"text\":\"one\"}\n",
		"ничей.txt.meta.json":       `{"outlet":"Bell"}`,
		"странно.txt":               "“One,” said Ada Quill.",
		"странно.txt.meta.json":     `[]`,
		"../../кодировка.html":      "<html><meta charset=\"nonsense\"><body>\xff\xfe\x81\x8d",
		"..\\дважды/кодировка2.txt": "\x81\x8d\x8f\x90\x9d",
	}
	good := map[string]string{".скрыт.txt": ferry, "заметки.md": ferry, "снимок": "<!doctype html><html><body><p>" + ferry + "</p></body></html>", "пристань.txt": ferry, "пристань.txt.meta.json": `{"outlet":"Bell"}`}
	all := map[string]string{}
	for _, some := range []map[string]string{faults, good} {
		for name, text := range some {
			all[name] = text
		}
	}
	page := s.given(t, "ru", all)
	for name := range all {
		name = name[strings.LastIndexAny(name, `/\`)+1:]
		if _, is := good[name+".meta.json"]; !strings.Contains(page, `>`+name) && (is || !strings.HasSuffix(name, ".meta.json")) {
			t.Errorf("nothing is said of %s", name)
		}
	}
	if strings.Contains(page, "hearsay-add-") || !strings.Contains(page, "добавлено: 4,") {
		t.Errorf("the page reads:\n%s", page)
	}
	drawn, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range untranslated(drawn) {
		if words = foreign.ReplaceAllString(terms.ReplaceAllString(words, ""), ""); latin.MatchString(words) {
			t.Errorf("left in English: %q", words)
		}
	}
	for _, path := range regexp.MustCompile(`href="(/article\?id=[^"]+)"`).FindAllStringSubmatch(page, -1) {
		if status, _ := s.get(t, strings.ReplaceAll(path[1], "&amp;", "&")); status != http.StatusOK {
			t.Errorf("%s leads to %d", path[1], status)
		}
	}
	if n := strings.Count(page, `href="/article?id=`); n != len(good)-1 {
		t.Errorf("%d articles are led to:\n%s", n, page)
	}
}

// terms are words in Latin letters of faults: names of forms, and JSON as it is written.
var terms = regexp.MustCompile(`\b(ZIP|Office|gzip|UTF-8|UTF-16|windows-\d+|NUL|0x\w+|charset)\b|\{"[^}]*\}|"text"|\\ud800|jsonl|invalid character.*`)

// TestHowFarAnAdditionIsIsToldInTheReadersLanguage while it runs.
func TestHowFarAnAdditionIsIsToldInTheReadersLanguage(t *testing.T) {
	s := opened(t, nil)
	s.given(t, "ru", map[string]string{"ferry.txt": ferry})
	served := httptest.NewServer(s.Handler())
	defer served.Close()
	ask := func() *http.Response {
		r, err := http.NewRequest("GET", served.URL+"/add/events?job=1", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Accept-Language", "ru")
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { answer.Body.Close() })
		return answer
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(ask().Body); err != nil || !strings.Contains(b.String(), "добавлено: 1,") || !strings.Contains(b.String(), `"ended":true`) {
		t.Errorf("events tell %q, %v", b.String(), err)
	}
	for range cap(s.followers) {
		s.followers <- struct{}{}
	}
	if answer := ask(); answer.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("one follower more is answered %d", answer.StatusCode)
	}
}
