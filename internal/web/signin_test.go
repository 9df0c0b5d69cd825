package web

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"golang.org/x/time/rate"

	"github.com/hearsay-engine/hearsay/internal/accounts"
)

// newsroom is a server with accounts, as another machine reaches it.
func newsroom(t *testing.T) (*httptest.Server, *http.Client) {
	t.Helper()
	served, c, _ := newsroomOf(t)
	return served, c
}

func newsroomOf(t *testing.T) (*httptest.Server, *http.Client, *Server) {
	t.Helper()
	s := opened(t, map[string]string{"ferry.txt": ferry})
	for name, role := range map[string]accounts.Role{"Ada": accounts.Editor, "Bo": accounts.Reader} {
		if err := s.archive.SetAccount(t.Context(), accounts.Account{Name: name, Role: role, Hash: accounts.Hash("four words of " + name)}); err != nil {
			t.Fatal(err)
		}
	}
	s, err := New(t.Context(), s.archive, slog.New(slog.NewTextHandler(io.Discard, nil)), Options{Accounts: true})
	if err != nil {
		t.Fatal(err)
	}
	served := httptest.NewServer(s.Handler())
	t.Cleanup(served.Close)
	jar, _ := cookiejar.New(nil)
	return served, &http.Client{Jar: jar}, s
}

func ask(t *testing.T, c *http.Client, address string, form url.Values) (int, string, string) {
	t.Helper()
	var r *http.Response
	var err error
	if form == nil {
		r, err = c.Get(address)
	} else {
		r, err = c.PostForm(address, form)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, r.Request.URL.RequestURI(), string(b)
}

func signIn(name, password string) url.Values {
	return url.Values{"name": {name}, "password": {password}, "to": {"/?q=ferry"}}
}

func TestOnlyThoseWithAnAccountAreLetIn(t *testing.T) {
	served, c := newsroom(t)
	_, at, page := ask(t, c, served.URL+"/?q=ferry", nil)
	if !strings.HasPrefix(at, "/signin?to=") || strings.Contains(page, "Nina Koval") || strings.Contains(page, "1 article") {
		t.Errorf("a stranger is shown %s:\n%s", at, page)
	}
	for _, path := range []string{"/feed.atom", "/original?id=ferry.txt", "/article?id=ferry.txt"} {
		if _, at, _ := ask(t, c, served.URL+path, nil); !strings.HasPrefix(at, "/signin") {
			t.Errorf("a stranger is shown %s", path)
		}
	}
	if status, _, _ := ask(t, c, served.URL+"/add", url.Values{"text": {"x"}}); status != http.StatusUnauthorized {
		t.Errorf("a stranger's form is answered %d", status)
	}
	status, _, page := ask(t, c, served.URL+"/signin", signIn("Ada", "four words of Bo"))
	if status != http.StatusUnauthorized || !strings.Contains(page, "do not fit") {
		t.Errorf("a wrong password is answered %d", status)
	}
	status, at, page = ask(t, c, served.URL+"/signin", signIn("ada", "four words of Ada"))
	if status != 200 || at != "/?q=ferry" || !strings.Contains(page, "Nina Koval") || !strings.Contains(page, "Sign out Ada") {
		t.Errorf("who signs in is led to %s, %d", at, status)
	}
	ask(t, c, served.URL+"/signout", url.Values{})
	if _, at, _ := ask(t, c, served.URL+"/", nil); !strings.HasPrefix(at, "/signin") {
		t.Errorf("who signed out is shown %s", at)
	}
}

func TestAReaderChangesNothing(t *testing.T) {
	served, c := newsroom(t)
	ask(t, c, served.URL+"/signin", signIn("Bo", "four words of Bo"))
	if status, _, _ := ask(t, c, served.URL+"/add", url.Values{"text": {"x"}}); status != http.StatusForbidden {
		t.Errorf("a reader's form is answered %d", status)
	}
	if status, _, _ := ask(t, c, served.URL+"/", nil); status != 200 {
		t.Errorf("a reader's look is answered %d", status)
	}
	if _, _, page := ask(t, c, served.URL+"/add", nil); strings.Contains(page, `class="adding"`) || !strings.Contains(page, "reads only") {
		t.Errorf("a reader is offered to add:\n%s", page)
	}
}

func TestAnAccountThatIsRemovedIsSignedOut(t *testing.T) {
	served, c, s := newsroomOf(t)
	ask(t, c, served.URL+"/signin", signIn("Ada", "four words of Ada"))
	if _, at, _ := ask(t, c, served.URL+"/", nil); at != "/" {
		t.Fatalf("who signed in is shown %s", at)
	}
	if err := s.archive.RemoveAccount(t.Context(), "Ada"); err != nil {
		t.Fatal(err)
	}
	if _, at, _ := ask(t, c, served.URL+"/", nil); !strings.HasPrefix(at, "/signin") {
		t.Errorf("whose account is gone is shown %s", at)
	}
}

func TestPasswordsAreTriedAFewTimesOnly(t *testing.T) {
	served, c, s := newsroomOf(t)
	s.gate.tries = newLimiters(rate.Every(time.Hour), tryBurst) // however long a try takes
	last := 0
	for range tryBurst + 2 {
		last, _, _ = ask(t, c, served.URL+"/signin", signIn("Ada", "guess number one"))
	}
	if last != http.StatusTooManyRequests {
		t.Errorf("the last of many tries is answered %d", last)
	}
}

func TestSigningInLeadsNowhereElse(t *testing.T) {
	for to, want := range map[string]string{"/?q=x": "/?q=x", "": "/", "//evil.example": "/", "https://evil.example/": "/", `/\evil.example`: "/", "javascript:alert(1)": "/"} {
		if got := inside(to); got != want {
			t.Errorf("inside(%q) is %q", to, got)
		}
	}
}
