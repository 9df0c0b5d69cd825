package charset

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/transform"
)

// canonical is the WHATWG name of a charset, "" for one that is unknown.
func canonical(name string) string {
	e, err := htmlindex.Get(strings.Trim(name, " \t\r\n\"'"))
	if err != nil {
		return ""
	}
	known, err := htmlindex.Name(e)
	if err != nil || known == "replacement" || known == "x-user-defined" {
		return ""
	}
	return known
}

// singleByte is the table of a charset with one byte for a code point, nil for
// the others.
func singleByte(name string) *charmap.Charmap {
	e, err := htmlindex.Get(name)
	if err != nil {
		return nil
	}
	cm, _ := e.(*charmap.Charmap)
	return cm
}

func decodeSingle(b []byte, name string, cm *charmap.Charmap) (*Decoded, error) {
	if at := bytes.IndexByte(b, 0); at >= 0 {
		return nil, holdsNUL(at)
	}
	if ascii(b) {
		return &Decoded{Text: string(b), Charset: name}, nil
	}
	var half [utf8.RuneSelf]string
	for i := range half {
		half[i] = string(cm.DecodeByte(byte(utf8.RuneSelf + i)))
	}
	text := make([]byte, 0, 2*len(b))
	for at, c := range b {
		if c < utf8.RuneSelf {
			text = append(text, c)
			continue
		}
		if half[c-utf8.RuneSelf] == "\uFFFD" {
			return nil, badBytes("byte 0x%02X at offset %d has no meaning in %s", c, at, name)
		}
		text = append(text, half[c-utf8.RuneSelf]...)
	}
	words := string(text)
	return &Decoded{Text: words, Charset: name, origins: measured(words, 0, 1, nil)}, nil
}

func decodeUTF16(b []byte, skip int, name string) (*Decoded, error) {
	if len(b)%2 != 0 {
		return nil, badBytes("%s text that ends in half a code unit, at offset %d", name, len(b)-1)
	}
	order := byteOrder(name)
	var s strings.Builder
	s.Grow(len(b))
	for at := skip; at < len(b); at += 2 {
		r := rune(order.Uint16(b[at:]))
		if utf16.IsSurrogate(r) {
			if r = pair(b[at:], order); r == utf8.RuneError {
				return nil, badBytes("half a surrogate pair at offset %d of %s text", at, name)
			}
			at += 2
		}
		if r == 0 {
			return nil, holdsNUL(at)
		}
		s.WriteRune(r)
	}
	return &Decoded{Text: s.String(), Charset: name, origins: measured(s.String(), skip, 2, nil)}, nil
}

func byteOrder(name string) binary.ByteOrder {
	if name == "utf-16be" {
		return binary.BigEndian
	}
	return binary.LittleEndian
}

// pair is the code point of the surrogate pair b begins with, U+FFFD for none.
func pair(b []byte, order binary.ByteOrder) rune {
	if len(b) < 4 {
		return utf8.RuneError
	}
	return utf16.DecodeRune(rune(order.Uint16(b)), rune(order.Uint16(b[2:])))
}

// longestCode bounds the bytes of one code of any multi-byte charset, with the
// escape sequences of ISO-2022-JP before it.
const longestCode = 16

// decodeMulti decodes the charsets of East Asia, code by code so that each
// keeps its origin.
func decodeMulti(b []byte, name string) (*Decoded, error) {
	e, err := htmlindex.Get(name)
	if err != nil {
		return nil, badBytes("the charset %q is unknown", name)
	}
	decoder := e.NewDecoder().Transformer
	var s strings.Builder
	var at []int
	for from := 0; from < len(b); {
		words, n := nextCode(decoder, b[from:])
		for _, r := range string(words) {
			if r == utf8.RuneError || r == 0 {
				return nil, badBytes("byte 0x%02X at offset %d has no meaning in %s", b[from], from, name)
			}
			at = append(at, from)
		}
		s.Write(words)
		from += n
	}
	at = append(at, len(b))
	return &Decoded{Text: s.String(), Charset: name, origins: measured(s.String(), 0, 1, at)}, nil
}

// nextCode feeds decoder byte by byte until it gives a code point, and returns
// the words and the bytes they took.
func nextCode(decoder transform.Transformer, b []byte) ([]byte, int) {
	var dst [4 * utf8.UTFMax]byte
	taken := 0
	for n := 1; n <= min(longestCode, len(b)); n++ {
		given, read, err := decoder.Transform(dst[:], b[taken:n], n == len(b))
		taken += read
		if given > 0 {
			return dst[:given], taken
		}
		if err != nil && !errors.Is(err, transform.ErrShortSrc) {
			break
		}
	}
	if taken == len(b) {
		return nil, taken // only escape sequences were left
	}
	return []byte(string(utf8.RuneError)), 1
}
