package mention

import "github.com/hearsay-engine/hearsay/internal/text"

// A line is a headline when it ends without a stop and at least these of its
// longer words begin with a capital.
const (
	headlineWords  = 4   // words at least
	headlineLetter = 4   // letters that make a word a longer one
	headlineShare  = 0.8 // of the longer words
)

// read finds the sentences and headlines and looks every word up.
func (x *Index) read(words text.Words) {
	x.tokens = words.Tokens
	for i := range x.tokens {
		if x.tokens[i].Kind == text.DoubleQuote {
			x.marks = append(x.marks, i)
		}
	}
	var cut []text.Range
	for _, l := range words.Lines {
		line := x.tokens[l.From:l.To]
		headline := x.isHeadline(line)
		cut = text.Sentences(x.text, line, cut[:0])
		opening := len(x.sents)
		for _, r := range cut {
			x.sents = append(x.sents, sentence{text.Range{From: r.From + l.From, To: r.To + l.From}, l.Number, opening, headline})
		}
	}
	x.classify()
	x.nameWords = make([]bool, len(x.tokens))
	for i := range x.tokens {
		x.nameWords[i] = x.isNameWord(i)
	}
}

// classify looks every word up.
func (x *Index) classify() {
	x.class = make([]class, len(x.tokens))
	for i := range x.tokens {
		x.class[i] = x.classOf(&x.tokens[i])
	}
}

// classOf looks a word up; a capitalised one that is not known also without its
// diacritics, and as a given name in another romanisation.
func (x *Index) classOf(t *text.Token) class {
	if t.Kind != text.Word {
		return 0
	}
	c := x.lex.words.Get(t.Key)
	if c != 0 || !t.Capital() {
		return c
	}
	if known, met := x.unlisted[t.Key]; met {
		return known
	}
	p := x.partOf(t)
	if c = x.lex.words.Get(text.KeyOf(p.folded)); c == 0 && len(p.folded) >= bonesLetters {
		c = x.lex.bones[p.bones]
	}
	x.unlisted[t.Key] = c
	return c
}

func (x *Index) isHeadline(tokens []text.Token) bool {
	if tokens[len(tokens)-1].Kind == text.Stop && tokens[len(tokens)-1].Of(x.text) == "." {
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
