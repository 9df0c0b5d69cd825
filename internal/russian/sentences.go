package russian

import (
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/text"
)

// sentences appends the sentences of a line: those of text.Sentences, those joined
// that only the stop of an initial or of a shortened word parts.
func (r *reader) sentences(tokens []text.Token, line text.Range, dst []text.Range) []text.Range {
	first := len(dst)
	for _, s := range text.Sentences(r.text, tokens[line.From:line.To], nil) {
		s.From, s.To = s.From+line.From, s.To+line.From
		if n := len(dst); n > first && r.goesOn(tokens[:dst[n-1].To]) {
			dst[n-1].To = s.To
			continue
		}
		dst = append(dst, s)
	}
	return dst
}

// goesOn reports whether the last of tokens is the stop of an initial or of a
// shortened word.
func (r *reader) goesOn(tokens []text.Token) bool {
	n := len(tokens)
	if n < 2 || tokens[n-1].Kind != text.Stop || tokens[n-1].Spaced || tokens[n-1].Of(r.text) != "." {
		return false
	}
	return initial(r.text, &tokens[n-2]) || r.lists.short[tokens[n-2].Key]
}

// initial reports whether a token is one capital letter.
func initial(in string, t *text.Token) bool {
	_, n := utf8.DecodeRuneInString(t.Of(in))
	return t.Kind == text.Word && t.Capital() && n == t.Len()
}
