package jsonl

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// Unquote gives the words of a valid JSON string literal. encoding/json puts U+FFFD
// where an escape is no character; here it is a *news.Error, as is NUL.
func Unquote(literal []byte) (string, error) {
	in := literal[1 : len(literal)-1]
	if bytes.IndexByte(in, '\\') < 0 {
		return string(in), nil
	}
	var s strings.Builder
	s.Grow(len(in))
	for len(in) > 0 {
		i := bytes.IndexByte(in, '\\')
		if i < 0 {
			s.Write(in)
			break
		}
		s.Write(in[:i])
		r, n := escape(in[i:])
		if r == utf8.RuneError && n == 0 {
			return "", news.Errorf(news.Encoding, "", "write the character itself, in UTF-8", "half a surrogate pair in a string of JSON: %s", in[i:i+6])
		}
		if r == 0 {
			return "", news.Errorf(news.Encoding, "", "leave it out", "NUL in a string of JSON")
		}
		s.WriteRune(r)
		in = in[i+n:]
	}
	return s.String(), nil
}

// escape is the code point of the escape sequence in begins with, and its
// length; U+FFFD and 0 for half a surrogate pair.
func escape(in []byte) (rune, int) {
	switch c := in[1]; c {
	case 'u':
		return unicodeEscape(in)
	case 'n':
		return '\n', 2
	case 't':
		return '\t', 2
	case 'r':
		return '\r', 2
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	default:
		return rune(c), 2
	}
}

func unicodeEscape(in []byte) (rune, int) {
	r := hex4(in[2:6])
	if !utf16.IsSurrogate(r) {
		return r, 6
	}
	if len(in) >= 12 && in[6] == '\\' && in[7] == 'u' {
		if whole := utf16.DecodeRune(r, hex4(in[8:12])); whole != utf8.RuneError {
			return whole, 12
		}
	}
	return utf8.RuneError, 0
}

func hex4(digits []byte) rune {
	n, _ := strconv.ParseUint(string(digits), 16, 16) // valid JSON has no others
	return rune(n)
}
