package ner

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/text"
)

// word is what the features see of a token.
type word struct {
	saying
	known uint64 // what the world knows by a name it is of, and where in it; 0 for nothing
	plain bool   // never a name
	place uint64 // see weighings
}

// saying is what a word says by itself.
type saying struct {
	key    uint64
	shape  uint64    // Xxx, dd-dd, runs shortened
	begin  [3]uint64 // its first 2, 3, 4 code points
	end    [4]uint64 // its last 1 to 4 code points
	flags  uint64
	class  uint64 // the lists that hold it
	group  uint64 // its cluster among many, and among few; 0 when it has none
	coarse uint64
	seen   uint64 // how else the document writes it
}

// Flags of a word.
const (
	capital = 1 << iota
	allCapitals
	opening // first of its sentence, or behind a mark after which sentences begin
	number
	mark
	headline // its sentence has capitals for show
	beyond   // the sentence's ends
)

// nowhere stands for words beyond the sentence's ends.
var nowhere = word{saying: saying{key: 1, shape: 2, flags: beyond}}

// Seeds of the hash (FNV-1a, 64 bits).
const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

func (w *word) fill(in string, t *text.Token) {
	*w = word{saying: saying{key: uint64(t.Key), flags: flagsOf(t)}}
	s := t.Of(in)
	w.shape = shapeOf(s)
	w.affixes(s)
}

func flagsOf(t *text.Token) (f uint64) {
	switch {
	case t.Kind == text.Number:
		f = number
	case t.Kind > text.Clitic:
		f = mark
	}
	if t.Capital() {
		f |= capital
	}
	if t.Case == text.UpperCase {
		f |= allCapitals
	}
	return f
}

// shapeRun is how much of a run of one kind of character a shape keeps.
const shapeRun = 2

func shapeOf(s string) uint64 {
	h := uint64(hashSeed)
	last, run := byte(0), 0
	for _, r := range s {
		c := character(r)
		if c == last {
			run++
		} else {
			last, run = c, 1
		}
		if run <= shapeRun {
			h = (h ^ uint64(c)) * hashPrime
		}
	}
	return h
}

// character is a code point's kind: X, x, 0, itself when it is a mark of ASCII.
func character(r rune) byte {
	switch {
	case r >= 'a' && r <= 'z':
		return 'x'
	case r >= 'A' && r <= 'Z':
		return 'X'
	case r >= '0' && r <= '9':
		return '0'
	case r < utf8.RuneSelf:
		return byte(r)
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	}
	return '?'
}

func (w *word) affixes(s string) {
	h, n := uint64(hashSeed), 0
	for _, r := range s {
		h = (h ^ uint64(small(r))) * hashPrime
		if n++; n > len(w.begin)+1 {
			break
		}
		if n > 1 {
			w.begin[n-2] = h
		}
	}
	h = hashSeed
	for n := range w.end {
		r, size := utf8.DecodeLastRuneInString(s)
		if size == 0 {
			return
		}
		s = s[:len(s)-size]
		h = (h ^ uint64(small(r))) * hashPrime
		w.end[n] = h
	}
}

func small(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r + ('a' - 'A')
	case r < utf8.RuneSelf:
		return r
	}
	return unicode.ToLower(r)
}
