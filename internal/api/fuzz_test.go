package api

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// FuzzParameters sends anything as parameters of everything that is read: it is
// answered, as the document says, or refused with a problem; never a fault of ours.
func FuzzParameters(f *testing.F) {
	x := opened(f, texts)
	for _, seed := range [][3]string{{"q", "ferry", ""}, {"q", "before:soon", "x"}, {"after", "zz", "-1"}, {"limit", "0", "\x00"}, {"id", "news/ferry.txt", "true"}, {"name", "Koval", "\xff"}, {"n", "1e9", "“"}, {"q", `speaker:~"a" -b*`, "k"}} {
		f.Add(seed[0], seed[1], seed[2])
	}
	f.Fuzz(func(t *testing.T, name, value, other string) {
		for _, o := range operations() {
			if o.method != http.MethodGet || o.path == "/openapi.json" {
				continue
			}
			v := url.Values{}
			for _, p := range o.params {
				if p.required {
					v.Set(p.name, other)
				}
			}
			v.Set(name, value)
			w := x.ask("GET", o.path+"?"+v.Encode(), "")
			if w.Code >= 500 {
				t.Errorf("%s?%s is answered %d: %s", o.path, v.Encode(), w.Code, w.Body)
			}
			checkAnswer(t, "GET", o.path, w)
		}
	})
}

// FuzzBodies sends anything as the JSON of what is wanted, to be tried only.
func FuzzBodies(f *testing.F) {
	x := opened(f, texts)
	f.Add(`{"decision":"hide","of":["news/ferry.txt#0"],"try":true}`)
	f.Add(`{"text":"“The mill stands,” said Nina Koval.","published":"2031"}`)
	f.Add(`{"do":"open","case":"a","try":true}`)
	f.Fuzz(func(t *testing.T, body string) {
		for _, path := range []string{"/corrections", "/cases", "/copies"} {
			if path != "/copies" && !strings.Contains(body, `"try":true`) {
				continue
			}
			r := httptest.NewRequest("POST", Root+path, strings.NewReader(body))
			r.Header.Set("Content-Type", "application/json")
			w := httptest.NewRecorder()
			x.ServeHTTP(w, r)
			if w.Code >= 500 {
				t.Errorf("%s %q is answered %d: %s", path, body, w.Code, w.Body)
			}
			checkAnswer(t, "POST", path, w)
		}
	})
}
