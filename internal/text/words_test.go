package text

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

// In the tested text the title stands in ‹›, each stretch of the body in []
// brackets, and what is German in ~~; the words read are those wanted.
func TestRead(t *testing.T) {
	for in, want := range map[string]string{
		"‹The bridge opens›\n[It is new.\nHe came.]":  "0 The bridge opens|1 It is new .|2 He came .",
		"[‹The bridge opens›\nIt is new.]":            "0 The bridge opens|1 It is new .",
		"[Traffic]\n‹The bridge opens›\n[It is new.]": "0 Traffic|1 The bridge opens|2 It is new .",
		"[One.\n~Zwei.~\nThree.]":                     "0 One .|2 Three .",
		"[~Eins.~\n\u200e\n \nTwo.]":                  "2 Two .",
		"":                                            "",
	} {
		a := marked(in)
		w := Read(a)
		var got []string
		for _, l := range w.Lines {
			words := string(rune('0' + l.Number))
			for _, tok := range w.Tokens[l.From:l.To] {
				words += " " + tok.Of(a.Text)
			}
			got = append(got, words)
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%q\n got %s\nwant %s", in, g, want)
		}
	}
}

// marked is the article whose parts the marks in the text tell.
func marked(in string) *news.Article {
	a := &news.Article{Language: "en"}
	var body, german int
	inGerman := false
	for _, r := range in {
		at := len(a.Text)
		switch r {
		case '‹':
			a.Title.Span.Start = at
		case '›':
			a.Title.Span.End = at
		case '[':
			body = at
		case ']':
			a.Body = append(a.Body, news.Span{Start: body, End: at})
		case '~':
			if inGerman = !inGerman; inGerman {
				german = at
			} else {
				a.Languages = append(a.Languages, news.LangSpan{Span: news.Span{Start: german, End: at}, Language: "de"})
			}
		default:
			a.Text += string(r)
		}
	}
	return a
}
