package mention

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold is a word in lower case without diacritics, apostrophes and stops.
func fold(w string) string {
	if isLowerASCII(w) {
		return w
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

func isLowerASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && c != '-' {
			return false
		}
	}
	return true
}

// romanisations brings the ways to write Cyrillic in Latin letters to one, the
// longer first.
var romanisations = strings.NewReplacer(
	"shch", "s", "sch", "s", "dzh", "z", "sh", "s", "zh", "z", "kh", "h", "ch", "c", "ts", "c", "tz", "c", "dj", "z", "ck", "k", "ph", "f",
	"yev", "ev", "yer", "er", "je", "e", "jo", "o", "ya", "a", "ia", "a", "ja", "a", "ye", "e", "yu", "u", "iu", "u", "ju", "u", "yo", "o",
	"iy", "i", "ij", "i", "yi", "i", "ii", "i", "y", "i", "w", "v", "q", "k", "x", "ks", "j", "z", "-", "",
)

// skeleton is a folded word with its romanisation taken away.
func skeleton(folded string) string {
	if n := len(folded); n > 2 && folded[n-1] == 'j' {
		folded = folded[:n-1] + "i"
	}
	s := romanisations.Replace(folded)
	for _, end := range []string{"ei", "oi", "ii"} {
		if strings.HasSuffix(s, end) {
			s = s[:len(s)-1]
		}
	}
	return squeeze(s)
}

// squeeze writes doubled letters once.
func squeeze(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if i == 0 || s[i] != s[i-1] {
			b = append(b, s[i])
		}
	}
	return string(b)
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
