package match

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/news"
)

// named is a mention of a person or a place.
type named struct {
	news.Span
	key uint16 // 0 for what is neither
}

func (t *teller) mention() {
	for _, e := range t.article.Entities {
		key := uint16(0)
		if e.Kind == news.Person || e.Kind == news.Place {
			key = nameKey(e.Name)
		}
		for _, m := range e.Mentions {
			t.names = append(t.names, named{m, key})
		}
	}
	slices.SortFunc(t.names, func(a, b named) int { return a.Start - b.Start })
}

// nameKey is of the first consonants of a name's last word that has a capital:
// "Tokayev" is "Tokaev", and "Norvellian" has what "Norvelle" has.
func nameKey(name string) uint16 {
	words := strings.Fields(name)
	for i := len(words) - 1; i >= 0; i-- {
		if r, _ := utf8.DecodeRuneInString(words[i]); i == 0 || unicode.IsUpper(r) {
			return wordKey(words[i])
		}
	}
	return 0
}

// keyConsonants is how many consonants tell a name.
const keyConsonants = 4

func wordKey(word string) uint16 {
	var buf [keyConsonants]byte
	h := termOf(string(consonants(word, buf[:0])))
	return uint16(h>>48^h) | 1
}

// consonants appends the first of a word, or all of one that has hardly any.
func consonants(word string, bones []byte) []byte {
	folded := fold.Name(word)
	last := byte(0)
	for i := 0; i < len(folded) && len(bones) < keyConsonants; i++ {
		c := folded[i]
		if c != last && !strings.ContainsRune("aeiouy'-.", rune(c)) {
			bones = append(bones, c)
		}
		last = c
	}
	if len(bones) < 2 {
		return append(bones[:0], folded...)
	}
	return bones
}

// within are the names that overlap a span.
func (t *teller) within(p news.Span) []named {
	from, _ := slices.BinarySearchFunc(t.names, p.Start, func(n named, at int) int { return n.Start - at })
	to := from
	for to < len(t.names) && t.names[to].Start < p.End {
		to++
	}
	return t.names[from:to]
}
