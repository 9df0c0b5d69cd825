package jsonl

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ line, id, literal, text string }{
		{`{"id":"a","text":"No"}`, "a", `"No"`, "No"},
		{` { "text" : "No, \"he\" said\n" , "id" : 12.5 } `, "12.5", `"No, \"he\" said\n"`, "No, \"he\" said\n"},
		{`{"text":"\\","other":{"text":["]}",{"text":"x"}]},"id":"a\\"}`, `a\`, `"\\"`, `\`},
		{`{"text":"first","text":"last"}`, "", `"last"`, "last"},
		{`{"t\u0065xt":"\ud83d\ude42 \u0430\/"}`, "", `"\ud83d\ude42 \u0430\/"`, "🙂 а/"},
		{`{"n":[1,2,{}],"b":true,"z":null,"text":"мост","id":null}`, "", `"мост"`, "мост"},
	} {
		l, err := Parse([]byte(c.line))
		if err != nil {
			t.Errorf("%s: %v", c.line, err)
			continue
		}
		literal := l.Text.Of(c.line)
		text, err := Unquote([]byte(literal))
		if l.ID != c.id || literal != c.literal || text != c.text || err != nil {
			t.Errorf("%s: id %q, text %s = %q, %v", c.line, l.ID, literal, text, err)
		}
	}
}

func TestGivenFields(t *testing.T) {
	l, err := Parse([]byte(`{"text":"x","url":"u","outlet":"o","title":"t","byline":"b","published":"p","fetched":"f","language":"l","Title":"no"}`))
	if want := (news.Given{URL: "u", Outlet: "o", Title: "t", Byline: "b", Published: "p", Fetched: "f", Language: "l"}); err != nil || l.Given != want {
		t.Errorf("%+v, %v", l.Given, err)
	}
}

func TestMalformed(t *testing.T) {
	for _, c := range []struct {
		line  string
		fault news.Fault
		says  string
	}{
		{``, news.Malformed, "not JSON"},
		{`{"text":"a"`, news.Malformed, "not JSON from byte 11"},
		{`["text"]`, news.Malformed, "not an object"},
		{`"text"`, news.Malformed, "not an object"},
		{`{"id":"a"}`, news.Malformed, `without "text"`},
		{`{"text":null}`, news.Malformed, `"text" is not a string`},
		{`{"text":"a","id":[1]}`, news.Malformed, `"id" is not a string`},
		{`{"text":"a","title":1}`, news.Malformed, `"title" is not a string`},
		{`{"text":"a","title":"\udc00"}`, news.Encoding, `\udc00`},
		{"{\"text\":\"\uFFFDa\xE9\"}", news.Encoding, "byte 0xE9 at offset 13"},
		{strings.Repeat(`{"a":`, 20000), news.Malformed, "not JSON"},
	} {
		_, err := Parse([]byte(c.line))
		if news.FaultOf(err) != c.fault || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%.40s: %v, want %s %q", c.line, err, c.fault, c.says)
		}
	}
	for _, literal := range []string{`"a\u0000"`, `"\ud83d"`, `"\ud83d\u0041"`, `"\ude42\ud83d"`, `"\ud83dxxxxxx"`} {
		if s, err := Unquote([]byte(literal)); news.FaultOf(err) != news.Encoding {
			t.Errorf("%s was read as %q", literal, s)
		}
	}
}

func TestMeta(t *testing.T) {
	g, charset, err := Meta([]byte(`{"outlet":"The Ferry","charset":"koi8-r","note":{"x":1}}`))
	if err != nil || g != (news.Given{Outlet: "The Ferry"}) || charset != "koi8-r" {
		t.Errorf("%+v %q %v", g, charset, err)
	}
	for _, object := range []string{`[]`, `{"outlet":1}`, `{`, ``} {
		if _, _, err := Meta([]byte(object)); news.FaultOf(err) != news.Malformed {
			t.Errorf("%s: %v", object, err)
		}
	}
}

// FuzzParse holds Parse to encoding/json, which tells no places: what both
// take, they take for the same words.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"id":"a","text":"No \"x\" \u00e9","n":[{"a":"]"}]}`))
	f.Add([]byte(`{"text":"\ud83d\ude42","text":"\\\\"}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		l, err := Parse(line)
		if err != nil {
			return
		}
		var all map[string]json.RawMessage
		if err := json.Unmarshal(line, &all); err != nil {
			t.Fatalf("%q was read, but encoding/json says %v", line, err)
		}
		literal := line[l.Text.Start:l.Text.End]
		if string(all["text"]) != string(literal) {
			t.Fatalf("%q: text is %s, want %s", line, literal, all["text"])
		}
		text, err := Unquote(literal)
		if err != nil {
			return
		}
		var want string
		if err := json.Unmarshal(literal, &want); err != nil || text != want || !utf8.ValidString(text) {
			t.Fatalf("%s is %q, want %q", literal, text, want)
		}
	})
}
