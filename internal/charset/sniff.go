package charset

import (
	"bytes"
	"encoding/binary"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// sniff names the charset of bytes that nobody declared and that are not UTF-8
// text.
func sniff(b []byte) (string, error) {
	if at := bytes.IndexByte(b, 0); at >= 0 {
		if plainBesideNUL(b) {
			return "", holdsNUL(at)
		}
		if name := likelyUTF16(b); name != "" {
			return name, nil
		}
		if controls(b) {
			return "", notText("binary data")
		}
		return "", holdsNUL(at)
	}
	if controls(b) {
		return "", notText("binary data")
	}
	if strayUTF8(b) {
		return "utf-8", nil // whose decoding names the first stray byte
	}
	return likelySingle(b)
}

// plainBesideNUL reports whether b is ASCII text with a few NUL bytes in it. As
// UTF-16, half of ASCII's bytes are NUL, and other scripts' have control
// characters or bytes beyond ASCII among them; two letters of ASCII pass there
// for one of Chinese.
func plainBesideNUL(b []byte) bool {
	nul := 0
	for _, c := range b {
		switch {
		case c == 0:
			nul++
		case c >= utf8.RuneSelf || c < ' ' && !(c >= '\t' && c <= '\r'):
			return false
		}
	}
	return nul*4 < len(b)
}

// strayUTF8 reports whether b is UTF-8 text with stray bytes in it: at least
// as many whole sequences as bytes that fit none. Texts in single-byte charsets
// stay far below; the densest measured, Russian in cp866, has one in four.
func strayUTF8(b []byte) bool {
	whole, stray := sequences(b)
	return stray > 0 && whole >= stray
}

// plainlyUTF8 reports whether b is UTF-8 whatever it states: a browser that
// saves a page in UTF-8 often leaves the old charset's name in it.
func plainlyUTF8(b []byte) bool {
	whole, stray := sequences(b)
	return whole >= 16*stray
}

// sequences counts the sequences of UTF-8 beyond ASCII in b that are whole, and
// the bytes that fit none.
func sequences(b []byte) (whole, stray int) {
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		_, n := utf8.DecodeRune(b[i:])
		if n == 1 {
			stray++
		} else {
			whole++
		}
		i += n
	}
	return whole, stray
}

// sampled is how many bytes at the head of a capture show whether it is text.
const sampled = 8192

// controls reports whether more than one in fifty of the first bytes of b are
// control characters that text has no use for.
func controls(b []byte) bool {
	head := b[:min(len(b), sampled)]
	n := 0
	for _, c := range head {
		if c < ' ' && !(c >= '\t' && c <= '\r') && c != 0x1B || c == 0x7F {
			n++
		}
	}
	return n*50 > len(head)
}

// leastUTF16 is how many code units without a byte-order mark can be taken for
// UTF-16. Four in five of all code units are such as news is written in: a few
// numbers pass easily, nineteen of twenty among 32 random ones once in a hundred
// times.
const leastUTF16 = 32

// likelyUTF16 is the byte order in which nineteen of twenty code units at the
// head of b are such as news is written in, "" when neither is or too few are
// there to tell.
func likelyUTF16(b []byte) string {
	head := b[:min(len(b), sampled)&^1]
	if len(head)/2 < leastUTF16 {
		return ""
	}
	little, big := common(head, binary.LittleEndian), common(head, binary.BigEndian)
	switch units := len(head) / 2; {
	case little >= big && little*20 >= units*19:
		return "utf-16le"
	case big > little && big*20 >= units*19:
		return "utf-16be"
	}
	return ""
}

// common counts the code units of b that are letters, digits, spaces or
// punctuation, or halves of surrogate pairs.
func common(b []byte, order binary.ByteOrder) int {
	n := 0
	for i := 0; i < len(b); i += 2 {
		r := rune(order.Uint16(b[i:]))
		if r == '\n' || r == '\r' || r == '\t' || r == 0xFEFF || utf16.IsSurrogate(r) || r < 0x2E80 && unicode.IsPrint(r) ||
			r == ' ' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			n++
		}
	}
	return n
}
