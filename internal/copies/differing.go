package copies

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"

	"github.com/hearsay-engine/hearsay/news"
)

// maxDiffering bounds the words of a side that are compared: far more than a
// passage has, and Myers' method takes their number times that of differences.
const maxDiffering = 4000

// Differing gives the words of two passages that the other side lacks where it
// stands, as spans in bytes of each, in order: what an editor changed. Of longer
// texts, nothing.
//
// By E. Myers, An O(ND) Difference Algorithm and Its Variations, 1986, of words.
func Differing(a, b string) (inA, inB []news.Span) {
	x, y := wordsOf(a), wordsOf(b)
	if len(x) > maxDiffering || len(y) > maxDiffering {
		return nil, nil
	}
	return differing(x, y)
}

func wordsOf(passage string) []word { return New(passage, []news.Span{{End: len(passage)}}).words }

func differing(x, y []word) (inA, inB []news.Span) {
	letters := letters{}
	method := diffmatchpatch.DiffMatchPatch{} // no time-out: the same answer on every machine
	i, j := 0, 0
	for _, d := range method.DiffMainRunes(letters.of(x), letters.of(y), false) {
		n := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			inA, i = append(inA, spanOf(x[i:i+n])), i+n
		case diffmatchpatch.DiffInsert:
			inB, j = append(inB, spanOf(y[j:j+n])), j+n
		default:
			i, j = i+n, j+n
		}
	}
	return inA, inB
}

// letters stand for words, one for each that is met.
type letters map[uint32]rune

// firstLetter begins a plane of its own, so that none is a surrogate.
const firstLetter = 0x10000

func (l letters) of(words []word) []rune {
	out := make([]rune, len(words))
	for i, w := range words {
		letter, met := l[w.key]
		if !met {
			letter = firstLetter + rune(len(l))
			l[w.key] = letter
		}
		out[i] = letter
	}
	return out
}

// spanOf reaches from the first word to the last.
func spanOf(words []word) news.Span {
	return news.Span{Start: int(words[0].start), End: int(words[len(words)-1].end)}
}
