// Package charset finds the charset of captured bytes and decodes them, and
// keeps for every byte of the decoded text the byte of the capture it came from.
//
// What decides, strongest first: a byte-order mark; a charset stated outside
// the bytes; one stated inside them (a meta element, an XML declaration),
// unless they are plainly UTF-8 or plainly not; the bytes themselves. Text is never guessed at
// the price of wrong letters: bytes that are no text of the charset are an
// error that names where they stand.
package charset

import (
	"bytes"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// Decoded is a capture as UTF-8 text, valid and free of NUL and of the
// byte-order mark.
type Decoded struct {
	Text    string
	Charset string // canonical WHATWG name: "utf-8", "utf-16le", "windows-1251", "koi8-r", "windows-1252" …
	origins
}

// Decode decodes b. declared is a charset's name stated outside the bytes, or
// "". The error is a *news.Error without an ID: Binary for what is no text at
// all, Encoding for bytes that do not fit the charset, with the offset of the
// first.
func Decode(b []byte, declared string) (*Decoded, error) {
	if what := binaryForm(b); what != "" {
		return nil, notText(what)
	}
	if name, mark := byteOrderMark(b); name != "" {
		return decodeAs(b, mark, name)
	}
	if declared != "" {
		name := canonical(declared)
		if name == "" {
			return nil, news.Errorf(news.Encoding, "", "name a charset of the WHATWG Encoding Standard, such as utf-8 or windows-1251",
				"the declared charset %q is unknown", declared)
		}
		return decodeAs(b, 0, name)
	}
	if utf8.Valid(b) && bytes.IndexByte(b, 0) < 0 && !controls(b) {
		if inner := declaredInside(b); inner != "" && ascii(b) {
			return decodeAs(b, 0, inner)
		}
		return &Decoded{Text: string(b), Charset: "utf-8"}, nil
	}
	if inner := declaredInside(b); inner != "" && inner != "utf-8" && !plainlyUTF8(b) {
		return decodeAs(b, 0, inner)
	}
	name, err := sniff(b)
	if err != nil {
		return nil, err
	}
	return decodeAs(b, 0, name)
}

// Part gives the words of bytes from within a capture whose charset is known by
// its canonical name. No byte-order mark and no binary form is looked for there.
func Part(b []byte, name string) (string, error) {
	d, err := decodeAs(b, 0, name)
	if err != nil {
		return "", err
	}
	return d.Text, nil
}

// decodeAs decodes b, whose first skip bytes are its byte-order mark.
func decodeAs(b []byte, skip int, name string) (*Decoded, error) {
	switch name {
	case "utf-8":
		return decodeUTF8(b, skip)
	case "utf-16le", "utf-16be":
		return decodeUTF16(b, skip, name)
	}
	if cm := singleByte(name); cm != nil {
		return decodeSingle(b, name, cm)
	}
	return decodeMulti(b, name)
}

func decodeUTF8(b []byte, skip int) (*Decoded, error) {
	if at := firstInvalid(b[skip:]); at >= 0 {
		at += skip
		return nil, badBytes("byte 0x%02X at offset %d is not UTF-8", b[at], at)
	}
	if at := bytes.IndexByte(b, 0); at >= 0 {
		return nil, holdsNUL(at)
	}
	return &Decoded{Text: string(b[skip:]), Charset: "utf-8", origins: origins{begin: skip}}, nil
}

// firstInvalid is the offset of the first byte of b that is not UTF-8, -1 when
// all of it is.
func firstInvalid(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

func ascii(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

const mendCharset = "state its charset with --charset, or save it as UTF-8"

func badBytes(format string, args ...any) error {
	return news.Errorf(news.Encoding, "", mendCharset, format, args...)
}

func holdsNUL(at int) error {
	return news.Errorf(news.Encoding, "", "remove the NUL bytes, or state its charset if it is UTF-16", "a NUL byte at offset %d", at)
}

func notText(what string) error {
	return news.Errorf(news.Binary, "", "hearsay reads text, HTML and JSON lines: save it as one of these", "%s, not text", what)
}
