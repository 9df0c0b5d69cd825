package lexicon

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// Word is a run of letters or of digits in a line.
type Word struct {
	Hash       uint64 // of its lower case; numberHash for a run of digits
	Start, End int    // bytes in the line
	Runes      int32
	Upper      int32 // letters in upper case
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

// asciiLower is the lower case of each ASCII letter, 0 for every other byte.
var asciiLower = func() (t [256]byte) {
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

// Words gives the words of s in order. A '#' that stands alone counts as a
// number, as the lists write it.
func Words(s string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		for w := next(s, 0); w.End > 0 && yield(w); {
			w = next(s, w.End)
		}
	}
}

// next is the first word that begins at byte i or behind it, the zero Word when
// there is none.
func next(s string, i int) Word {
	for i < len(s) {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(s[i:])
			if IsLetter(r) {
				return LetterRun(s, i)
			}
			i += n
		case asciiLower[c] != 0:
			return LetterRun(s, i)
		case '0' <= c && c <= '9':
			end := numberEnd(s, i)
			return Word{Hash: numberHash, Start: i, End: end, Runes: int32(end - i), Digits: true}
		case c == '#' && (i+1 == len(s) || s[i+1] == ' '):
			return Word{Hash: numberHash, Start: i, End: i + 1, Digits: true}
		default:
			i++
		}
	}
	return Word{}
}

// numberEnd is the end of the number at byte i: 5753, 1,204 and 2.5 are one each.
func numberEnd(s string, i int) int {
	for i < len(s) && (IsDigit(rune(s[i])) || (s[i] == ',' || s[i] == '.') && i+1 < len(s) && IsDigit(rune(s[i+1]))) {
		i++
	}
	return i
}

// LetterRun reads the word that begins at byte i.
func LetterRun(s string, i int) Word {
	hash, start, runes, upper, capital := uint64(HashBasis), i, int32(0), int32(0), false
	for i < len(s) {
		if low := asciiLower[s[i]]; low != 0 {
			if low != s[i] {
				upper++
				capital = capital || runes == 0
			}
			hash = hashRune(hash, rune(low))
			runes++
			i++
			continue
		}
		if s[i] < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !IsLetter(r) {
			break
		}
		low := unicode.ToLower(r)
		if low != r {
			upper++
			capital = capital || runes == 0
		}
		hash = hashRune(hash, low)
		runes++
		i += n
	}
	return Word{Hash: hash, Start: start, End: i, Runes: runes, Upper: upper, Capital: capital}
}

// pastLetters is the end of the word at byte i.
func pastLetters(s string, i int) int {
	for i < len(s) {
		if asciiLower[s[i]] != 0 {
			i++
			continue
		}
		r, n := RuneAt(s, i)
		if r < utf8.RuneSelf || !IsLetter(r) {
			break
		}
		i += n
	}
	return i
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
