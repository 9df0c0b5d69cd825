package clean

import (
	"unicode"
	"unicode/utf8"
)

// word is a run of letters or of digits in a line.
type word struct {
	hash       uint64 // of its lower case; numberHash for a run of digits
	start, end int    // bytes in the line
	runes      int
	upper      int // letters in upper case
	capital    bool
	digits     bool
}

const (
	hashBasis  = 14695981039346656037 // FNV-1a, 64 bits
	hashPrime  = 1099511628211
	numberHash = '#' // every number is the same word to the lexicon
)

// asciiLower is the lower case of each ASCII letter, 0 for what is none.
var asciiLower = func() (t [utf8.RuneSelf]byte) {
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = c, c
	}
	return t
}()

func hashRune(h uint64, r rune) uint64 { return (h ^ uint64(r)) * hashPrime }

func hashOf(lower string) uint64 {
	h := uint64(hashBasis)
	for _, r := range lower {
		h = hashRune(h, r)
	}
	return h
}

// eachWord gives the words of s in order until f says stop. A '#' that stands
// alone counts as a number, as the lexicon writes it.
func eachWord(s string, f func(word) bool) {
	for i := 0; i < len(s); {
		r, n := runeAt(s, i)
		switch {
		case isFigure(r):
			end := numberEnd(s, i)
			if !f(word{hash: numberHash, start: i, end: end, runes: end - i, digits: true}) {
				return
			}
			i = end
		case isWordRune(r):
			w := letterRun(s, i)
			if !f(w) {
				return
			}
			i = w.end
		case r == '#' && (i+1 == len(s) || s[i+1] == ' '):
			if !f(word{hash: numberHash, start: i, end: i + 1, digits: true}) {
				return
			}
			i++
		default:
			i += n
		}
	}
}

// numberEnd is the end of the number at byte i: 5753, 1,204 and 2.5 are one each.
func numberEnd(s string, i int) int {
	for i < len(s) && (isFigure(rune(s[i])) || (s[i] == ',' || s[i] == '.') && i+1 < len(s) && isFigure(rune(s[i+1]))) {
		i++
	}
	return i
}

// letterRun reads the word that begins at byte i.
func letterRun(s string, i int) word {
	w := word{hash: hashBasis, start: i}
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			low := asciiLower[c]
			if low == 0 {
				break
			}
			if low != c {
				w.upper++
				w.capital = w.capital || w.runes == 0
			}
			w.hash = hashRune(w.hash, rune(low))
			w.runes++
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isWordRune(r) {
			break
		}
		if low := lowerOf(r); low != r {
			w.upper++
			w.capital = w.capital || w.runes == 0
			r = low
		}
		w.hash = hashRune(w.hash, r)
		w.runes++
		i += n
	}
	w.end = i
	return w
}

func runeAt(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

func isFigure(r rune) bool { return '0' <= r && r <= '9' }

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func lowerOf(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}
