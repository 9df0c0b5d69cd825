package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
)

// term is the hash of a stem or of a run of letters.
type term uint64

const (
	hashBasis = 14695981039346656037
	hashPrime = 1099511628211
)

func termOf(s string) term {
	h := uint64(hashBasis)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return term(h)
}

// words cuts a text into folded words: letters and digits. Addresses of pages
// are left out; handles and hashtags are cut where capitals begin, since
// "#HarbourClosed" says two words.
func words(text string) []string {
	var out []string
	for _, field := range strings.Fields(text) {
		if isAddress(field) {
			continue
		}
		out = cut(field, out)
	}
	return out
}

func isAddress(s string) bool {
	return strings.Contains(s, "://") || strings.Contains(s, "pic.twitter.com") || strings.HasPrefix(s, "www.")
}

// cut appends the words of one field.
func cut(field string, out []string) []string {
	start, tagged := -1, false
	var before rune
	for i, r := range field {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if start >= 0 && tagged && unicode.IsUpper(r) && unicode.IsLower(before) {
				out, start = append(out, foldWord(field[start:i])), i
			}
			if start < 0 {
				start = i
			}
		case start >= 0 && (r == '\'' || r == '’' || (r == ',' || r == '.') && unicode.IsDigit(before) && digitAt(field, i+utf8.RuneLen(r))):
		default:
			if start >= 0 {
				out, start = append(out, foldWord(field[start:i])), -1
			}
			tagged = r == '@' || r == '#'
		}
		before = r
	}
	if start >= 0 {
		out = append(out, foldWord(field[start:]))
	}
	return out
}

func digitAt(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

// foldWord lowers a word and leaves out apostrophes and the marks inside numbers.
func foldWord(w string) string {
	w = strings.ToLower(w)
	if i := strings.IndexAny(w, "'’"); i > 0 && len(w)-i <= 4 {
		w = w[:i] // "Korva's", "isn't" is a stop word either way
	}
	return strings.Map(func(r rune) rune {
		if r == ',' || r == '.' || r == '\'' || r == '’' {
			return -1
		}
		return r
	}, w)
}

// stem is the stem of a word, "" for one that says nothing by itself.
func stem(w string) string {
	if len(w) < 2 && !digitAt(w, 0) || english.IsStopWord(w) {
		return ""
	}
	return english.Stem(w, false)
}

// letterRun is the length of the runs of letters that are compared: long enough
// to tell words apart, short enough to see one word in two forms.
const letterRun = 4

// runsOfFour appends the runs of four letters of a word between spaces; a
// shorter one is its own run.
func runsOfFour(w string, dst []term) []term {
	r := []rune(" " + w + " ")
	if len(r) <= letterRun {
		return append(dst, termOf(string(r)))
	}
	for i := 0; i+letterRun <= len(r); i++ {
		dst = append(dst, termOf(string(r[i:i+letterRun])))
	}
	return dst
}
