package mention

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold is a word in lower case without diacritics, apostrophes and stops.
func fold(w string) string {
	if isLowerASCII(w) {
		return w
	}
	if isASCII(w) {
		return foldASCII(w)
	}
	var b strings.Builder
	b.Grow(len(w))
	for _, r := range norm.NFKD.String(w) {
		switch r = unicode.ToLower(r); {
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’', r == 'ʼ', r == '‘', r == '`', r == '.':
		case r == 'ł':
			b.WriteByte('l')
		case r == 'ø':
			b.WriteByte('o')
		case r == 'ı':
			b.WriteByte('i')
		case r == 'đ':
			b.WriteByte('d')
		case r == 'ß':
			b.WriteString("ss")
		case r == 'æ':
			b.WriteString("ae")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func foldASCII(w string) string {
	var room [48]byte
	b := room[:0]
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case c == '\'', c == '`', c == '.':
		case isUpper(c):
			b = append(b, c+'a'-'A')
		default:
			b = append(b, c)
		}
	}
	return string(b)
}

func isLowerASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && c != '-' {
			return false
		}
	}
	return true
}

// romanisations brings the ways to write Cyrillic in Latin letters to one: what
// is written and what stands for it, the longer first, by first letter.
var romanisations = romanisationsOf(
	"shch", "s", "sch", "s", "dzh", "z", "sh", "s", "zh", "z", "kh", "h", "ch", "c", "ts", "c", "tz", "c", "dj", "z", "ck", "k", "ph", "f",
	"yev", "ev", "yer", "er", "je", "e", "jo", "o", "ya", "a", "ia", "a", "ja", "a", "ye", "e", "yu", "u", "iu", "u", "ju", "u", "yo", "o",
	"iy", "i", "ij", "i", "yi", "i", "ii", "i", "y", "i", "w", "v", "q", "k", "x", "ks", "j", "z", "-", "",
)

func romanisationsOf(pairs ...string) (byLetter [128][][2]string) {
	for i := 0; i < len(pairs); i += 2 {
		first := pairs[i][0]
		byLetter[first] = append(byLetter[first], [2]string{pairs[i], pairs[i+1]})
	}
	return byLetter
}

// romanise appends to b the word in the one romanisation.
func romanise(b []byte, word string) []byte {
next:
	for i := 0; i < len(word); {
		if c := word[i]; c < utf8.RuneSelf {
			for _, r := range romanisations[c] {
				if strings.HasPrefix(word[i:], r[0]) {
					b, i = append(b, r[1]...), i+len(r[0])
					continue next
				}
			}
		}
		b, i = append(b, word[i]), i+1
	}
	return b
}

// skeleton is a folded word with its romanisation taken away.
func skeleton(folded string) string {
	if n := len(folded); n > 2 && folded[n-1] == 'j' {
		folded = folded[:n-1] + "i"
	}
	var room [48]byte
	b := romanise(room[:0], folded)
	for _, end := range []string{"ei", "oi", "ii"} {
		if bytes.HasSuffix(b, []byte(end)) {
			b = b[:len(b)-1]
		}
	}
	return string(slices.Compact(b)) // doubled letters once
}

// editLetters is the length from which one letter of a name may differ.
const editLetters = 5

// oneEdit reports whether one letter put in, left out or changed makes a of b.
func oneEdit(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if i == len(b) {
		return true
	}
	if len(a) == len(b) {
		return a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}
