package text

import (
	"unicode"
	"unicode/utf8"
)

// Key stands for a word's lower-case form: equal keys, equal words but for
// case and the shape of apostrophes. It is FNV-1a over 64 bits, so that looking
// a word up allocates nothing; among a few thousand listed words two of one key
// have never been met, and TestKeysOfListedWords watches for them.
type Key uint64

const (
	keySeed  Key = 14695981039346656037
	keyPrime Key = 1099511628211
)

// KeyOf is the key of a word.
func KeyOf(word string) Key {
	h := keySeed
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			return keyOfRunes(h, word[i:])
		}
		h = h.add(lower(c))
	}
	return h
}

// Keys is the set of the keys of words.
func Keys(words ...string) map[Key]bool {
	set := make(map[Key]bool, len(words))
	for _, w := range words {
		set[KeyOf(w)] = true
	}
	return set
}

func (h Key) add(c byte) Key { return (h ^ Key(c)) * keyPrime }

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func keyOfRunes(h Key, word string) Key {
	var buf [utf8.UTFMax]byte
	for _, r := range word {
		if isApostrophe(r) {
			r = '\''
		}
		for _, c := range buf[:utf8.EncodeRune(buf[:], unicode.ToLower(r))] {
			h = h.add(c)
		}
	}
	return h
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '‘' || r == '`' }
