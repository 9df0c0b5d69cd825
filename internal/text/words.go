package text

import (
	"slices"
	"sort"

	"github.com/hearsay-engine/hearsay/news"
)

// Words are the tokens of an article's title and body, in order, cut once for
// all who read them.
type Words struct {
	Tokens []Token
	Lines  []Line
	Unread news.Span // what lies beyond MaxRead
}

// Line is one line of the title or the body, never empty.
type Line struct {
	news.Span
	Range      // its tokens
	Number int // among all lines, those left out too
}

// MaxRead is how many bytes of one article are read for names and statements:
// more than any article and most books have. What stands in memory meanwhile is
// a hundred times as much.
const MaxRead = 4 << 20

// bytesAToken is fewer than the bytes of a usual token and the space before it.
const bytesAToken = 4

// Read cuts the title and the body of an article into lines and tokens. Lines in
// a language other than English are left out: the lists know no other.
func Read(a *news.Article) Words { return read(a, english) }

// ReadIn is Read of the lines in another language than English.
func ReadIn(a *news.Article, language string) Words {
	return read(a, func(l string) bool { return l == language })
}

func read(a *news.Article, wanted func(language string) bool) Words {
	spans := withTitle(a)
	room := 0
	for _, s := range spans {
		room += s.Len()/bytesAToken + 1
	}
	w := Words{Tokens: make([]Token, 0, min(room, MaxRead/bytesAToken))}
	all := Paragraphs(a.Text, spans, nil)
	w.Lines = make([]Line, 0, len(all))
	read := 0
	for n, span := range all {
		if read += span.Len(); read > MaxRead {
			w.Unread = news.Span{Start: span.Start, End: all[len(all)-1].End}
			break
		}
		if !wanted(languageOf(a, span)) {
			continue
		}
		from := len(w.Tokens)
		if w.Tokens = Tokens(a.Text, span, w.Tokens); len(w.Tokens) > from {
			w.Lines = append(w.Lines, Line{span, Range{from, len(w.Tokens)}, n})
		}
	}
	return w
}

// withTitle is the body with the title in its place, unless the body holds it.
func withTitle(a *news.Article) []news.Span {
	title := a.Title.Span
	if title.Empty() || title.End > len(a.Text) {
		return a.Body
	}
	for _, b := range a.Body {
		if b.Overlaps(title) {
			return a.Body
		}
	}
	i := sort.Search(len(a.Body), func(k int) bool { return a.Body[k].Start > title.Start })
	return slices.Insert(slices.Clone(a.Body), i, title)
}

// languageOf is the language of a line, "" when it is not known.
func languageOf(a *news.Article, line news.Span) string {
	i := sort.Search(len(a.Languages), func(k int) bool { return a.Languages[k].End > line.Start })
	if i < len(a.Languages) && a.Languages[i].Overlaps(line) {
		return a.Languages[i].Language
	}
	return a.Language
}

// english reports whether a language is English or not known.
func english(language string) bool { return language == "" || language == "en" }
