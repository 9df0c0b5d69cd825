package eval

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/sorted"
)

// tokens is a text cut into words and marks.
type tokens struct {
	text []rune
	all  []token
	mask []bool // inside quotation marks; made when first wanted
}

type token struct {
	start, end int // code points
	word       bool
}

func newTokens(text string) *tokens {
	t := &tokens{text: []rune(text)}
	for i := 0; i < len(t.text); {
		switch r := t.text[i]; {
		case isWord(r):
			j := i
			for j < len(t.text) && isWord(t.text[j]) {
				j++
			}
			t.all = append(t.all, token{i, j, true})
			i = j
		case isSpace(r):
			i++
		default:
			t.all = append(t.all, token{i, i + 1, false})
			i++
		}
	}
	return t
}

// ready makes s comparable. A type that is not stated is derived.
func (t *tokens) ready(s *Statement) judged {
	j := judged{Statement: s, kind: s.Type}
	j.words, j.tokens = t.in(s.Content)
	if s.Speaker != nil && s.Speaker.Start != nil {
		j.speaker, _ = t.in([]Extent{{Start: *s.Speaker.Start, End: s.Speaker.End}})
	}
	switch j.kind {
	case "turn":
		j.kind = "direct"
	case "":
		if t.mask == nil {
			t.mask = quoteMask(t.text)
		}
		j.kind = derivedType(t.text, t.mask, s.Content)
	}
	return j
}

// in numbers the tokens that overlap any of the extents, rising.
func (t *tokens) in(extents []Extent) (words, all []int) {
	for _, x := range extents {
		i, _ := slices.BinarySearchFunc(t.all, x.Start, func(k token, start int) int {
			if k.end <= start {
				return -1
			}
			return 1
		})
		for ; i < len(t.all) && t.all[i].start < x.End; i++ {
			all = append(all, i)
			if t.all[i].word {
				words = append(words, i)
			}
		}
	}
	return asSet(words), asSet(all)
}

// asSet sorts a list of numbers and leaves each in it once.
func asSet(list []int) []int {
	slices.Sort(list)
	return slices.Compact(list)
}

// coverage is the share of gold's code points that pred covers too.
func (t *tokens) coverage(gold, pred []Extent) float64 {
	g := t.codePoints(gold)
	return float64(sorted.Common(g, t.codePoints(pred))) / float64(max(1, len(g)))
}

// codePoints numbers the code points of the text in the extents, rising.
func (t *tokens) codePoints(extents []Extent) []int {
	var out []int
	for _, x := range extents {
		for i := max(0, x.Start); i < min(x.End, len(t.text)); i++ {
			out = append(out, i)
		}
	}
	return asSet(out)
}

func equal[T comparable](a, b []T) bool { return slices.Equal(a, b) }

func contains(list []string, s string) bool { return slices.Contains(list, s) }

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
