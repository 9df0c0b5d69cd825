package api

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestEveryBodyThatIsWrongIsAProblem sends each operation that takes a body what no
// program should: it is refused with a problem as the document has it, and nothing
// is changed.
func TestEveryBodyThatIsWrongIsAProblem(t *testing.T) {
	x := opened(t, texts[:1])
	before := x.ask("GET", "/corrections", "").Body.String()
	const plain = "application/json"
	deep := strings.Repeat("[", 20_000)
	for i := range operations() {
		o := &operations()[i]
		if o.body == nil {
			continue
		}
		field, list := aField(t, o)
		for _, c := range []struct {
			what, media, body string
			status            int
		}{
			{"no media type", "", `{}`, 415},
			{"text", "text/plain", `{}`, 415},
			{"a form of a page", "application/x-www-form-urlencoded", `a=b`, 415},
			{"another JSON", "application/ld+json", `{}`, 415},
			{"a media type that is none", "application", `{}`, 415},
			{"JSON and a charset", "application/json; charset=utf-8", `{"unheard":1}`, 400},
			{"nothing", plain, ``, 400},
			{"white space", plain, " \n", 400},
			{"an unknown field", plain, `{"unheard":1}`, 400},
			{"a list", plain, `[]`, 400},
			{"a number", plain, `7`, 400},
			{"half an object", plain, `{"` + field + `":`, 400},
			{"two objects", plain, `{} {}`, 400},
			{"words behind it", plain, `{} end`, 400},
			{"a field of another kind", plain, `{"` + field + `":{"a":1}}`, 400},
			{"many brackets", plain, `{"` + field + `":` + deep, 400},
			{"bytes that are no text", plain, "\xff\xfe{\x00}\x00", 400},
			{"too much", plain, `{"` + field + `":` + list + strings.Repeat("a", maxBody) + `"`, 413},
		} {
			r := httptest.NewRequest(o.method, Root+o.path, strings.NewReader(c.body))
			if c.media != "" {
				r.Header.Set("Content-Type", c.media)
			}
			w := httptest.NewRecorder()
			x.ServeHTTP(w, r)
			if w.Code != c.status || w.Header().Get("Content-Type") != ProblemMedia {
				t.Errorf("%s %s: %s is answered %d %s, not %d: %.200s", o.method, o.path, c.what, w.Code, w.Header().Get("Content-Type"), c.status, w.Body)
				continue
			}
			checkAnswer(t, o.method, o.path, w)
		}
	}
	if after := x.ask("GET", "/corrections", "").Body.String(); after != before {
		t.Errorf("something was decided:\n%s", after)
	}
}

// aField is a field of an operation's body, and what begins its value with a text:
// a quotation mark, in a list where it is one.
func aField(t *testing.T, o *operation) (name, begins string) {
	t.Helper()
	b, err := json.Marshal(o.sample)
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(b, &fields); err != nil {
		t.Fatal(err)
	}
	for name, value := range fields {
		switch {
		case value[0] == '"':
			return name, `"`
		case string(value[:2]) == "[{":
			return name, `[{"text":"`
		}
	}
	t.Fatalf("no field of %s holds words", b)
	return "", ""
}

// TestWhoMayNotDecideIsToldBeforeTheBodyIsRead: of every operation that changes
// something, whatever is sent.
func TestWhoMayNotDecideIsToldBeforeTheBodyIsRead(t *testing.T) {
	x := opened(t, texts[:1])
	x.Editor = func(context.Context) string { return "" }
	for i := range operations() {
		o := &operations()[i]
		if !o.edits {
			continue
		}
		for _, body := range []string{`{}`, `[`, ``} {
			w := x.ask(o.method, o.path, body)
			if w.Code != http.StatusForbidden || w.Header().Get("Content-Type") != ProblemMedia {
				t.Errorf("%s %s with %q is answered %d: %s", o.method, o.path, body, w.Code, w.Body)
			}
			checkAnswer(t, o.method, o.path, w)
		}
	}
}

// TestTheDocumentAllowsNoOtherFields has the document refuse what is refused when
// it is sent: a sample with one field more.
func TestTheDocumentAllowsNoOtherFields(t *testing.T) {
	c := compiled(func(map[string]any) {})
	for _, o := range operations() {
		if o.body == nil {
			continue
		}
		s, err := c.Compile("mem:openapi.json#/paths/" + strings.ReplaceAll(Root+o.path, "/", "~1") + "/post/requestBody/content/application~1json/schema")
		if err != nil {
			t.Fatal(err)
		}
		b, _ := json.Marshal(o.sample)
		var sent map[string]any
		if err := json.Unmarshal(b, &sent); err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(sent); err != nil {
			t.Errorf("%s: the sample is refused: %v", o.path, err)
		}
		sent["unheard"] = 1
		if s.Validate(sent) == nil {
			t.Errorf("%s: the document allows a field that is refused", o.path)
		}
	}
}
