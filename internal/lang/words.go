package lang

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/lexicon"
)

// maxWordBytes bounds a word; what is longer is no word.
const maxWordBytes = 92

// word is what the identifier asks of a word: never its letters in a row.
type word struct {
	hash    uint64 // of its lower case
	ending  uint64 // its last endRunes code points in lower case, packed
	writers uint64 // the languages that write all its letters
	runes   int
	capital bool // holds one
}

// reader reads the words of a script from the rest of a text.
type reader struct {
	known  *profiles
	script script
	rest   string
}

// next is the next word; ok is false behind the last.
func (r *reader) next() (w word, ok bool) {
	w, bytes := word{hash: lexicon.HashBasis, writers: allLanguages}, 0
	for i := 0; i < len(r.rest); {
		c, n := rune(r.rest[i]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRuneInString(r.rest[i:])
		}
		i += n
		if r.holds(c) {
			lower := lexicon.Lower(c)
			w.spell(lower)
			w.capital = w.capital || lower != c
			if lower < lettersEnd && r.known.letters[lower] != 0 {
				w.writers &= r.known.letters[lower]
			}
			bytes += utf8.RuneLen(lower)
			continue
		}
		if 0 < bytes && bytes <= maxWordBytes {
			r.rest = r.rest[i:]
			return w, true
		}
		w, bytes = word{hash: lexicon.HashBasis, writers: allLanguages}, 0
	}
	r.rest = ""
	return w, 0 < bytes && bytes <= maxWordBytes
}

// holds reports whether c is a letter of the reader's script.
func (r *reader) holds(c rune) bool {
	if c < utf8.RuneSelf {
		return r.script == latin && isLetter(c)
	}
	return isLetter(c) && scriptOf(c) == r.script
}

const (
	allLanguages = ^uint64(0)

	runeBits      = 21
	wholeEnding   = 1<<(endRunes*runeBits) - 1
	shorterEnding = 1<<((endRunes-1)*runeBits) - 1
)

// spell adds a letter in lower case to the word.
func (w *word) spell(lower rune) {
	w.hash = (w.hash ^ uint64(lower)) * lexicon.HashPrime
	w.ending = (w.ending<<runeBits | uint64(lower)) & wholeEnding
	w.runes++
}

// spelled is the word that s is in lower case, whoever writes it.
func spelled(s string) word {
	w := word{hash: lexicon.HashBasis}
	for _, r := range s {
		w.spell(r)
	}
	return w
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r)
}
