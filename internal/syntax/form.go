package syntax

import (
	"unicode"
	"unicode/utf8"
)

// form is what the features see of a word, hashed once.
type form struct {
	low    uint64    // the word in small letters, digits as 0
	shape  uint64    // Xxx, dd-dd, runs shortened
	end    [5]uint64 // its last n code points, n from 1
	begin  [3]uint64 // its first n code points
	flags  uint64    // capital, digit, hyphen, mark
	group  uint64    // its cluster among many, and among few; 0 when it has none
	coarse uint64
}

// Seeds of the hash (FNV-1a, 64 bits).
const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

func newForm(word string) form {
	word = plain(word)
	f := form{low: hashSeed, shape: hashSeed}
	var last rune
	run := 0
	letters, capitals := 0, 0
	for _, r := range word {
		l := lower(r)
		f.low = (f.low ^ uint64(l)) * hashPrime
		c := class(r)
		if c == 'X' {
			capitals++
		}
		if c == 'x' || c == 'X' {
			letters++
		}
		if c == last {
			run++
		} else {
			run, last = 1, c
		}
		if run <= 2 {
			f.shape = (f.shape ^ uint64(c)) * hashPrime
		}
	}
	f.affixes(word)
	if capitals > 0 {
		f.flags |= 1
	}
	if capitals == letters && letters > 1 {
		f.flags |= 2
	}
	if letters == 0 {
		f.flags |= 4
	}
	return f
}

// plain gives quotation marks and dots the form that treebanks have.
func plain(word string) string {
	switch word {
	case "''", "``", "„", "«", "»", "‟", "″", "“", "”":
		return "\""
	case "`", "‘", "‹", "›", "‚":
		return "'"
	case "…", "....", ".....":
		return "..."
	case "–", "—", "―", "--", "---", "−":
		return "-"
	}
	return word
}

func (f *form) affixes(word string) {
	h := uint64(hashSeed)
	rest := word
	for n := range f.end {
		r, size := utf8.DecodeLastRuneInString(rest)
		rest = rest[:len(rest)-size]
		h = (h ^ uint64(lower(r))) * hashPrime
		f.end[n] = h
		if size == 0 {
			f.end[n] = 0
		}
	}
	h = hashSeed
	n := 0
	for _, r := range word {
		if n == len(f.begin) {
			break
		}
		h = (h ^ uint64(lower(r))) * hashPrime
		f.begin[n] = h
		n++
	}
}

// lower is a letter's lower case, 0 for digits and one apostrophe for all.
func lower(r rune) rune {
	switch {
	case r >= '0' && r <= '9':
		return '0'
	case r == '’' || r == '‘' || r == 'ʼ':
		return '\''
	}
	return small(r)
}

func class(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z':
		return 'x'
	case r >= 'A' && r <= 'Z':
		return 'X'
	case r >= '0' && r <= '9':
		return '0'
	case r < utf8.RuneSelf:
		return r
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	}
	return lower(r)
}

// mix joins a template's number with up to three values into a feature. The
// products are independent of each other, so that a processor does them at once.
func mix(template, a, b, c uint64) uint64 {
	h := template*0x9E3779B97F4A7C15 + a*0xFF51AFD7ED558CCD + b*0xC4CEB9FE1A85EC53 + c*0x9FB21C651E98DF25
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return h ^ h>>32
}
