package lang

import (
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Thresholds for a paragraph to be taken for another language than the text's:
// below them it inherits. Chosen so that a headline, a name or a foreign title
// in a line does not flip it.
const (
	minWords  = 4
	minMargin = 0.12
)

// Of gives the language most of the spans of text are in, and the languages by
// paragraph, neighbours of one language joined. A paragraph is a line. Short or
// doubtful paragraphs take their neighbours' language.
func Of(text string, spans []news.Span) (string, []news.LangSpan) {
	paragraphs := linesOf(text, spans)
	guesses := make([]Guess, len(paragraphs))
	weight := map[string]int{}
	main := ""
	for i, p := range paragraphs {
		g := Identify(p.Of(text))
		guesses[i] = g
		weight[g.Code] += int(float64(p.Len()) * g.Margin)
		if g.Code != "" && (main == "" || weight[g.Code] > weight[main]) {
			main = g.Code
		}
	}
	return main, joined(text, paragraphs, guesses, main)
}

func joined(text string, paragraphs []news.Span, guesses []Guess, main string) []news.LangSpan {
	var out []news.LangSpan
	for i, p := range paragraphs {
		code := main
		if g := guesses[i]; g.Code != "" && g.Margin >= minMargin && (g.Words >= minWords || g.Margin == 1) {
			code = g.Code
		} else if n := len(out); n > 0 && (g.Code == out[n-1].Language || g.Words < minWords) {
			code = out[n-1].Language
		}
		if n := len(out); n > 0 && out[n-1].Language == code && adjoin(text, out[n-1].Span, p) {
			out[n-1].End = p.End
			continue
		}
		if code != "" {
			out = append(out, news.LangSpan{Span: p, Language: code})
		}
	}
	return out
}

// adjoin reports whether nothing but white space stands between a and b.
func adjoin(text string, a, b news.Span) bool {
	return news.Span{Start: a.End, End: b.Start}.Trim(text).Empty()
}

// linesOf cuts the spans at line ends and leaves empty lines out.
func linesOf(text string, spans []news.Span) []news.Span {
	var out []news.Span
	for _, s := range spans {
		for s.Start < s.End {
			end := s.End
			if i := strings.IndexByte(s.Of(text), '\n'); i >= 0 {
				end = s.Start + i
			}
			if line := (news.Span{Start: s.Start, End: end}).Trim(text); !line.Empty() {
				out = append(out, line)
			}
			s.Start = end + 1
		}
	}
	return out
}
