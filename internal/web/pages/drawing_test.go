package pages

import (
	"bytes"
	"context"
	"reflect"
	"strings"
	"testing"

	"github.com/a-h/templ"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/messages"
)

// hostile would end an attribute, a tag or a text that it was put into as it is.
const hostile = `javascript:"'></a><script>&lt;`

// fill sets every text in what v points at.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(hostile)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i))
		}
	}
}

func drawnAs(t *testing.T, ctx context.Context, list ...Statement) string {
	t.Helper()
	var out bytes.Buffer
	if err := statements(list).Render(ctx, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// hostileCards are cards of every form, with hostile words wherever there are any.
func hostileCards() []Statement {
	var whole Statement
	fill(reflect.ValueOf(&whole).Elem())
	whole.Pick.Offered = true
	plain, own, nobody, resolved, offered, picked := whole, whole, whole, whole, whole, whole
	plain.Marked, plain.Withheld, plain.Known = nil, "", true
	own.Own, own.Translated = true, true
	nobody.Withheld, nobody.Name = "", ""
	resolved.Withheld, resolved.Resolved = "", true
	offered.Pick.Case.ID = ""
	picked.Pick.In = true
	return []Statement{whole, plain, own, nobody, resolved, offered, picked}
}

func TestCardsHoldWhatIsHostile(t *testing.T) {
	for _, s := range hostileCards() {
		out := drawnAs(t, t.Context(), s)
		tree, err := html.Parse(strings.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		for n := range tree.Descendants() {
			if n.Data == "script" {
				t.Errorf("a script in %s", out)
			}
			for _, x := range n.Attr {
				if x.Key == "href" && !strings.HasPrefix(x.Val, "/") {
					t.Errorf("leads to %q", x.Val)
				}
			}
		}
		if !strings.Contains(out, html.EscapeString(hostile)) {
			t.Errorf("the words are not there: %s", out)
		}
	}
}

func TestCardsOfAListAreThoseOfOne(t *testing.T) {
	for _, language := range []string{"en", "ru"} {
		ctx := messages.In(t.Context(), language)
		var list []Statement
		var each strings.Builder
		for i, s := range hostileCards() {
			s.Article, s.Kind, s.Published, s.Instant = strings.Repeat("a", i+1), "direct", "2024-05-03", "2024-05-03"
			list = append(list, s)
			each.WriteString(drawnAs(t, ctx, s))
		}
		if got := drawnAs(t, ctx, list...); got != each.String() {
			t.Errorf("together %s\none by one %s", got, &each)
		}
	}
}

func TestTextIsEscapedAsElsewhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.OneOf(rapid.String(), rapid.StringMatching(`[&<>"'a\x00]{0,20}`)).Draw(t, "words")
		if got, want := string(appendText([]byte("before "), words)), "before "+templ.EscapeString(words); got != want {
			t.Fatalf("%q is written %q, elsewhere %q", words, got, want)
		}
	})
}
