package web

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/accounts"
)

// send asks as a program does, with a token or without.
func send(t *testing.T, method, address, token, body string) (int, string, http.Header) {
	t.Helper()
	r, err := http.NewRequest(method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	w, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Body.Close()
	b, err := io.ReadAll(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	return w.StatusCode, string(b), w.Header
}

func TestProgramsAreLetInByToken(t *testing.T) {
	served, c, s := newsroomOf(t)
	tokens := map[string]string{}
	for _, name := range []string{"Ada", "Bo"} {
		token, hash := accounts.NewToken()
		if err := s.archive.AddToken(t.Context(), name, "a test", hash); err != nil {
			t.Fatal(err)
		}
		tokens[name] = token
	}
	made, _ := accounts.NewToken()
	const try = `{"decision":"confirm","of":["ferry.txt#0"],"try":true}`
	for _, x := range []struct {
		method, path, token, body string
		status                    int
	}{
		{"GET", "/api/v1/statements", "", "", 401},
		{"GET", "/api/v1/statements", made, "", 401},
		{"GET", "/api/v1/statements", "hearsay_", "", 401},
		{"GET", "/api/v1/statements", tokens["Bo"], "", 200},
		{"GET", "/feed.atom", tokens["Bo"], "", 200},
		{"GET", "/feed.atom", made, "", 401},
		{"POST", "/api/v1/corrections", "", try, 401},
		{"POST", "/api/v1/corrections", tokens["Bo"], try, 403},
		{"POST", "/api/v1/corrections", tokens["Ada"], try, 200},
		{"POST", "/api/v1/copies", tokens["Bo"], `{"text":"The ferry will sail."}`, 200},
		{"POST", "/add", tokens["Bo"], "{}", 403},
	} {
		status, body, head := send(t, x.method, served.URL+x.path, x.token, x.body)
		if status != x.status {
			t.Errorf("%s %s is answered %d, want %d: %s", x.method, x.path, status, x.status, body)
		}
		if status >= 400 && strings.HasPrefix(x.path, "/api") && head.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s %s is refused with %s: %s", x.method, x.path, head.Get("Content-Type"), body)
		}
	}
	ask(t, c, served.URL+"/signin", signIn("Ada", "four words of Ada"))
	if status, _, body := ask(t, c, served.URL+"/api/v1/names", nil); status != 200 {
		t.Errorf("who signed in is answered %d: %s", status, body)
	}
	if err := s.archive.SetAccount(t.Context(), accounts.Account{Name: "Ada", Role: accounts.Editor, Hash: accounts.Hash("another four words")}); err != nil {
		t.Fatal(err)
	}
	if status, _, _ := send(t, "GET", served.URL+"/api/v1/statements", tokens["Ada"], ""); status != 401 {
		t.Errorf("a token outlives its account's password: %d", status)
	}
}

func TestAPageOfAnotherSiteDecidesNothing(t *testing.T) {
	served, _, _ := newsroomOf(t)
	r, _ := http.NewRequest("POST", served.URL+"/api/v1/corrections", strings.NewReader("{}"))
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	r.Header.Set("Content-Type", "application/json")
	w, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	w.Body.Close()
	if w.StatusCode != http.StatusForbidden || w.Header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("it is answered %d %s", w.StatusCode, w.Header.Get("Content-Type"))
	}
}

func TestThePageForProgramsListsAllOperations(t *testing.T) {
	s := opened(t, nil)
	status, page := s.get(t, "/api")
	if status != 200 || strings.Count(page, `class="operation"`) < 20 || !strings.Contains(page, "curl &#39;http://127.0.0.1/api/v1/statements") {
		t.Errorf("%d: %s", status, page)
	}
	if status, body := s.get(t, "/api/v1/version"); status != 200 || !strings.Contains(body, `"stages"`) {
		t.Errorf("%d: %s", status, body)
	}
}
