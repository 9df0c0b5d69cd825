// Package fold gives names the one form they are compared in: without case,
// diacritics and differences of spacing. It never touches what is shown.
package fold

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Name folds a name: "José  ÁLVAREZ" and "Jose Alvarez" are one.
func Name(s string) string {
	if plain(s) {
		return strings.Join(strings.Fields(strings.ToLower(s)), " ")
	}
	s = norm.NFKD.String(strings.ToLower(norm.NFKD.String(s)))
	bare := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
			return -1
		case r == '’', r == 'ʼ', r == '‘', r == '`':
			return '\''
		case unicode.Is(unicode.Pd, r):
			return '-'
		}
		return r
	}, s)
	return strings.Join(strings.Fields(oneForm.Replace(bare)), " ")
}

// oneForm has the letters that lower case leaves in two forms.
var oneForm = strings.NewReplacer("ß", "ss", "ς", "σ")

func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 || s[i] == '`' {
			return false
		}
	}
	return true
}
