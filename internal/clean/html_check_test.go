package clean

import (
	"testing"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/charset"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// checkArticle checks what must be true of every cleaned article.
func checkArticle(t testing.TB, b news.Blob, a *news.Article) {
	t.Helper()
	if !utf8.ValidString(a.Text) {
		t.Fatalf("text is not UTF-8: %q", a.Text)
	}
	checkSegments(t, b, a)
	var dropped []news.Span
	for _, d := range a.Boilerplate {
		dropped = append(dropped, d.Span)
		if !wording.Known(d.Reason.Rule) {
			t.Errorf("rule %q has no sentence", d.Reason.Rule)
		}
	}
	inOrder(t, a.Text, "body", a.Body)
	inOrder(t, a.Text, "boilerplate", dropped)
	for i, k := 0, 0; i < len(a.Body) && k < len(dropped); {
		if a.Body[i].Overlaps(dropped[k]) {
			t.Fatalf("body %v and boilerplate %v overlap", a.Body[i], dropped[k])
		}
		if a.Body[i].End <= dropped[k].Start {
			i++
		} else {
			k++
		}
	}
	for _, f := range []news.Field{a.Title, a.Byline, a.Outlet} {
		if s := f.Span; !s.Empty() && fold(s.Of(a.Text)) != f.Value {
			t.Errorf("field %q is said to stand at %q", f.Value, s.Of(a.Text))
		}
	}
	for _, d := range a.Dates {
		inOrder(t, a.Text, "date", []news.Span{d.Span})
	}
}

// checkSegments checks that each segment's captured bytes decode to its words
// and that all words of the text are in a segment.
func checkSegments(t testing.TB, b news.Blob, a *news.Article) {
	t.Helper()
	whole, err := charset.Decode(b.Bytes, b.Charset)
	if err != nil {
		t.Fatal(err)
	}
	at, captured := 0, 0
	for _, s := range a.Segments {
		words, err := Decode(b.Bytes[s.Blob.Start:s.Blob.End], whole.Charset, s.Coding)
		if err != nil {
			t.Fatalf("segment %+v: %v", s, err)
		}
		if words != s.Text.Of(a.Text) {
			t.Fatalf("segment %+v decodes to %q, text has %q", s, words, s.Text.Of(a.Text))
		}
		if s.Blob.Start < captured || fold(a.Text[at:s.Text.Start]) != "" {
			t.Fatalf("segment %+v out of order, or words before it in none", s)
		}
		at, captured = s.Text.End, s.Blob.End
	}
	if fold(a.Text[at:]) != "" {
		t.Fatalf("words in no segment: %q", a.Text[at:])
	}
}

func inOrder(t testing.TB, text, what string, spans []news.Span) {
	t.Helper()
	at := 0
	for _, s := range spans {
		if s.Start < at || s.End < s.Start || s.End > len(text) {
			t.Fatalf("%s %v out of order or of range", what, s)
		}
		if !border(text, s.Start) || !border(text, s.End) {
			t.Fatalf("%s %v cuts a code point", what, s)
		}
		at = s.End
	}
}

func border(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }
