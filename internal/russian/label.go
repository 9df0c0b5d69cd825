package russian

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/name"
)

// label is the name an entity goes by: of its fullest forms the one nearest the
// nominative, the first of equals.
func (m *merger) label(e *entity) string {
	best, words, off := "", 0, 0
	for _, i := range e.names {
		n := &m.names[i]
		o := oblique(n.words)
		if best == "" || n.full > words || n.full == words && o < off {
			best, words, off = n.words, n.full, o
		}
	}
	return best
}

// nominativeEndings ranks endings: of the forms of one word that a text has, the
// one of the lowest rank is the nominative, if any is. "Управление" and "поле"
// have forms that end as the nominative of others does.
var nominativeEndings = map[string]int{
	"": 0, "ь": 1, "й": 1, "ий": 1, "ый": 1, "ей": 1, "о": 1, "ие": 1, "ое": 1, "ее": 1,
	"а": 2, "я": 2, "ая": 2, "яя": 2, "ия": 2, "ья": 2, "ой": 3, "ые": 3, "е": 4, "ье": 4,
}

// obliqueRank is the rank of every other ending.
const obliqueRank = 5

func oblique(words string) (sum int) {
	for _, w := range strings.Fields(small(words)) {
		if rank, listed := nominativeEndings[w[len(name.Stem(w)):]]; listed {
			sum += rank
		} else {
			sum += obliqueRank
		}
	}
	return sum
}
