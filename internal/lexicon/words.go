package lexicon

import (
	"unicode"
	"unicode/utf8"
)

// Word is a run of letters or of digits in a line.
type Word struct {
	Hash       uint64 // of its lower case; numberHash for a run of digits
	Start, End int    // bytes in the line
	Runes      int
	Upper      int // letters in upper case
	Capital    bool
	Digits     bool
}

// Hashes of words, and of several in turn, begin with HashBasis and go on by
// HashPrime.
const (
	HashBasis  = 14695981039346656037 // FNV-1a, 64 bits
	HashPrime  = 1099511628211
	numberHash = '#' // every number is the same word to the lexicon
)

// asciiLower is the lower case of each ASCII letter, 0 for what is none.
var asciiLower = func() (t [utf8.RuneSelf]byte) {
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = c, c
	}
	return t
}()

func hashRune(h uint64, r rune) uint64 { return (h ^ uint64(r)) * HashPrime }

// HashOf is the hash of a word in lower case.
func HashOf(lower string) uint64 {
	h := uint64(HashBasis)
	for _, r := range lower {
		h = hashRune(h, r)
	}
	return h
}

// EachWord gives the words of s in order until f says stop. A '#' that stands
// alone counts as a number, as the lexicon writes it.
func EachWord(s string, f func(Word) bool) {
	for i := 0; i < len(s); {
		r, n := RuneAt(s, i)
		switch {
		case IsDigit(r):
			end := numberEnd(s, i)
			if !f(Word{Hash: numberHash, Start: i, End: end, Runes: end - i, Digits: true}) {
				return
			}
			i = end
		case IsLetter(r):
			w := LetterRun(s, i)
			if !f(w) {
				return
			}
			i = w.End
		case r == '#' && (i+1 == len(s) || s[i+1] == ' '):
			if !f(Word{Hash: numberHash, Start: i, End: i + 1, Digits: true}) {
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
	for i < len(s) && (IsDigit(rune(s[i])) || (s[i] == ',' || s[i] == '.') && i+1 < len(s) && IsDigit(rune(s[i+1]))) {
		i++
	}
	return i
}

// LetterRun reads the Word that begins at byte i.
func LetterRun(s string, i int) Word {
	w := Word{Hash: HashBasis, Start: i}
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			low := asciiLower[c]
			if low == 0 {
				break
			}
			if low != c {
				w.Upper++
				w.Capital = w.Capital || w.Runes == 0
			}
			w.Hash = hashRune(w.Hash, rune(low))
			w.Runes++
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !IsLetter(r) {
			break
		}
		if low := Lower(r); low != r {
			w.Upper++
			w.Capital = w.Capital || w.Runes == 0
			r = low
		}
		w.Hash = hashRune(w.Hash, r)
		w.Runes++
		i += n
	}
	w.End = i
	return w
}

// RuneAt is the code point at byte i of s and its length in bytes.
func RuneAt(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

// IsDigit reports whether r is one of 0 to 9.
func IsDigit(r rune) bool { return '0' <= r && r <= '9' }

// IsLetter reports whether r may stand in a word.
func IsLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

// Lower is r in lower case.
func Lower(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}

// IsDash reports whether r is a dash or a hyphen.
func IsDash(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '−' || r == '―' }
