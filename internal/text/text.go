// Package text cuts a text into paragraphs, sentences and tokens. All are spans
// of bytes into the text, never copies of it.
//
// Tokens follow the habit of the treebanks: clitics stand alone ("Korva" + "'s",
// "did" + "n't"), hyphenated words and abbreviations with their stops are whole.
// Every quotation mark is one token, two apostrophes and two backquotes too.
package text

import (
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Paragraphs appends to dst the paragraphs of the body: its lines, without the
// white space at their ends, empty ones left out.
func Paragraphs(text string, body []news.Span, dst []news.Span) []news.Span {
	for _, b := range body {
		for start := b.Start; start < b.End; {
			end := b.End
			if n := strings.IndexByte(text[start:b.End], '\n'); n >= 0 {
				end = start + n
			}
			if line := (news.Span{Start: start, End: end}).Trim(text); !line.Empty() {
				dst = append(dst, line)
			}
			start = end + 1
		}
	}
	return dst
}
