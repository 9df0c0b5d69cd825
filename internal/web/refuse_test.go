package web

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// refusals are requests that are not let through, to a server with accounts.
func refusals(t *testing.T) map[string]*http.Request {
	t.Helper()
	form := func(path, media, body string) *http.Request {
		r := httptest.NewRequest("POST", path, strings.NewReader(body))
		r.Header.Set("Content-Type", media)
		r.Host = "127.0.0.1"
		return r
	}
	const plain = "application/x-www-form-urlencoded"
	var files bytes.Buffer
	parts := multipart.NewWriter(&files)
	if part, err := parts.CreateFormFile("f", "large.bin"); err != nil {
		t.Fatal(err)
	} else if _, err := part.Write(make([]byte, 40<<20)); err != nil { // more than is kept in memory
		t.Fatal(err)
	}
	if err := parts.Close(); err != nil {
		t.Fatal(err)
	}
	otherHost, otherSite := httptest.NewRequest("GET", "/", nil), form("/correct", plain, "")
	otherHost.Host = "elsewhere.example"
	otherSite.Header.Set("Sec-Fetch-Site", "cross-site")
	return map[string]*http.Request{
		"421 another name":           otherHost,
		"403 a page of another site": otherSite,
		"401 nobody is signed in":    form("/correct", plain, "decision-of=undo"),
		"413 a long name":            form("/signin", plain, "name="+strings.Repeat("a", 2<<20)),
		"413 many fields":            form("/language", plain, strings.Repeat("f=1&", 1<<20)),
		"415 files":                  form("/signin", parts.FormDataContentType(), files.String()),
		"415 JSON":                   form("/language", "application/json", "{}"),
		"400 what cannot be read":    form("/signin", plain, "name=%zz"),
	}
}

// TestARefusalIsAPageInTheReadersLanguage that tells nothing of the archive, and
// nothing of what was sent is left on disk.
func TestARefusalIsAPageInTheReadersLanguage(t *testing.T) {
	_, _, s := newsroomOf(t)
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	for what, r := range refusals(t) {
		r.Header.Set("Accept-Language", "ru")
		w := httptest.NewRecorder()
		s.Handler().ServeHTTP(w, r)
		if status := strings.Fields(what)[0]; status != strconv.Itoa(w.Code) {
			t.Errorf("%s: answered %d", what, w.Code)
		}
		page, err := html.Parse(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		if left := untranslated(page); len(left) > 0 || attribute(page.LastChild, "lang") != "ru" {
			t.Errorf("%s: %q is left in English", what, left)
		}
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("on disk are left %v, %v", left, err)
	}
}

// TestAStrangerIsToldNothing of the archive at any address that needs no account.
func TestAStrangerIsToldNothing(t *testing.T) {
	_, _, s := newsroomOf(t)
	for _, address := range []string{"/signin", "/static/nothing.css", "/static/", "/language", "/signin?to=/names"} {
		for _, method := range []string{"GET", "HEAD", "POST"} {
			r := httptest.NewRequest(method, address, nil)
			r.Host = "127.0.0.1"
			if w := s.asIn(t, "en", r); strings.Contains(w.Body.String(), "1 article") || strings.Contains(w.Body.String(), `href="/names"`) {
				t.Errorf("%s %s tells:\n%s", method, address, w.Body)
			}
		}
	}
}

// TestNobodyBetweenKeepsWhatIsAnswered, but for the files of pages, which are the
// same for everybody.
func TestNobodyBetweenKeepsWhatIsAnswered(t *testing.T) {
	s := opened(t, map[string]string{"ferry.txt": ferry})
	_, id := s.picked(t, "/correct", url.Values{"decision-of": {"case-open"}, "name": {"Ferry"}, "to": {"/cases"}})
	for _, address := range []string{"/", "/nowhere", "/article?id=ferry.txt", "/original?id=ferry.txt", "/feed.atom", "/feed.json", "/api/v1/statements", "/api/v1/nothing", "/cases/" + id + "/report", "/cases/" + id + "/report.html"} {
		r := httptest.NewRequest("GET", address, nil)
		r.Host = "127.0.0.1"
		if got := s.asIn(t, "en", r).Header().Get("Cache-Control"); got != ownCopy {
			t.Errorf("%s may be kept: %q", address, got)
		}
	}
}

func TestAClientIsALineOfAddresses(t *testing.T) {
	for from, want := range map[string]string{"192.0.2.7:99": "192.0.2.7", "[2001:db8:1:2:3::4]:99": "2001:db8:1:2::/64", "[2001:db8:1:2:ffff::1]:7": "2001:db8:1:2::/64",
		"[::ffff:192.0.2.7]:99": "192.0.2.7", "[fe80::1%eth0]:99": "fe80::/64", "nothing": "nothing"} {
		if got := client(&http.Request{RemoteAddr: from}); got != want {
			t.Errorf("from %s: %s, not %s", from, got, want)
		}
	}
}

// TestTriesAreCountedByAccount: however its name is written, from wherever it is
// tried; and a name that nobody can have is not remembered.
func TestTriesAreCountedByAccount(t *testing.T) {
	_, _, s := newsroomOf(t)
	try := func(from, name string) (int, string) {
		r := httptest.NewRequest("POST", "/signin", strings.NewReader(signIn(name, "guess number one").Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Host, r.RemoteAddr = "127.0.0.1", from+":99"
		w := s.asIn(t, "ru", r)
		return w.Code, w.Body.String()
	}
	s.gate.tries.every = 0
	for i, name := range []string{"ada", "Ada", "ADA", "aDa", "adA"} {
		if status, _ := try("192.0.2."+string(rune('1'+i)), name); status != http.StatusUnauthorized {
			t.Errorf("%s is answered %d", name, status)
		}
	}
	status, page := try("192.0.2.9", "AdA")
	if status != http.StatusTooManyRequests || !strings.Contains(page, "Слишком много попыток") || !strings.Contains(page, `name="password"`) {
		t.Errorf("one try more is answered %d:\n%s", status, page)
	}
	try("192.0.2.10", strings.Repeat("a", 500_000))
	for who := range s.gate.tries.of {
		if len(who) > 300 {
			t.Errorf("a name of %d bytes is remembered", len(who))
		}
	}
}
