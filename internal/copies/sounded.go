package copies

import (
	"sync/atomic"

	"github.com/hearsay-engine/hearsay/internal/name"
)

// sounded is how a word in lower case sounds and what it means. Most words of an
// article are those of others: a word's consonants take ten times as long to find
// as to remember.
type sounded struct {
	word    string
	bones   []byte
	meaning uint32
}

// recalled holds the words met last, each at its key's place, where it stays until
// another comes: 5 MB at most. What a word sounds like depends on nothing else.
var recalled [1 << 15]atomic.Pointer[sounded]

// recalledBytes bounds a word that is remembered.
const recalledBytes = 40

// sound gives a folded word's, whose letters make key.
func sound(key uint32, folded []byte) *sounded {
	place := &recalled[key%uint32(len(recalled))]
	if w := place.Load(); w != nil && w.word == string(folded) {
		return w
	}
	word := string(folded)
	w := &sounded{word, name.Bones(word, nil), meaning(word)}
	if len(word) <= recalledBytes {
		place.Store(w)
	}
	return w
}
