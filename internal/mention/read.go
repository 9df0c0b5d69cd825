package mention

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// A line is a headline when it ends without a stop and at least these of its
// longer words begin with a capital.
const (
	headlineWords  = 4   // words at least
	headlineLetter = 4   // letters that make a word a longer one
	headlineShare  = 0.8 // of the longer words
)

const bytesPerToken = 5 // of English prose, to size the tokens by

// read cuts the body into tokens and sentences and looks every word up.
func (x *Index) read(a *news.Article) {
	body := a.Body
	if title := a.Title.Span; !title.Empty() && title.End <= len(a.Text) {
		body = withTitle(body, title)
	}
	x.tokens = make([]text.Token, 0, len(a.Text)/bytesPerToken+1)
	for p, span := range text.Paragraphs(a.Text, body, nil) {
		if !isEnglish(a, span) {
			continue
		}
		from := len(x.tokens)
		x.tokens = text.Tokens(a.Text, span, x.tokens)
		headline := x.isHeadline(x.tokens[from:])
		for _, r := range text.Sentences(a.Text, x.tokens[from:], nil) {
			x.sents = append(x.sents, sentence{text.Range{From: r.From + from, To: r.To + from}, p, headline})
		}
	}
	x.class = make([]class, len(x.tokens))
	for i := range x.tokens {
		x.class[i] = x.classOf(&x.tokens[i])
	}
}

// isEnglish reports whether a paragraph is in English or in no known language:
// the lists know no other.
func isEnglish(a *news.Article, span news.Span) bool {
	language := a.Language
	for _, l := range a.Languages {
		if l.Overlaps(span) {
			language = l.Language
			break
		}
	}
	return language == "" || language == "en"
}

// withTitle is the body with the title before it, unless it holds the title.
func withTitle(body []news.Span, title news.Span) []news.Span {
	for _, b := range body {
		if b.Overlaps(title) {
			return body
		}
	}
	if len(body) > 0 && body[0].Start < title.Start {
		return body
	}
	return append([]news.Span{title}, body...)
}

// classOf looks a word up; a capitalised one that is not known also without its
// diacritics, and as a given name in another romanisation.
func (x *Index) classOf(t *text.Token) class {
	if t.Kind != text.Word {
		return 0
	}
	c := x.lex.words[t.Key]
	if c != 0 || !t.Capital() {
		return c
	}
	if known, met := x.unlisted[t.Key]; met {
		return known
	}
	folded := fold(t.Of(x.text))
	if c = x.lex.words[text.KeyOf(folded)]; c == 0 && len(folded) >= bonesLetters {
		c = x.lex.bones[skeleton(folded)]
	}
	x.unlisted[t.Key] = c
	return c
}

func (x *Index) isHeadline(tokens []text.Token) bool {
	if len(tokens) == 0 || tokens[len(tokens)-1].Kind == text.Stop && tokens[len(tokens)-1].Of(x.text) == "." {
		return false
	}
	words, capitals := 0, 0
	for i := range tokens {
		t := &tokens[i]
		if t.Kind != text.Word || t.Len() < headlineLetter {
			continue
		}
		words++
		if t.Capital() {
			capitals++
		}
	}
	return words >= headlineWords && float64(capitals) >= headlineShare*float64(words)
}
