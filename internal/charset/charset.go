// Package charset finds the charset of captured bytes and decodes them, and
// keeps for every byte of the decoded text the byte of the capture it came from.
package charset

import (
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// Decoded is a capture as UTF-8 text, valid and free of NUL.
type Decoded struct {
	Text    string
	Charset string // canonical WHATWG name: "utf-8", "utf-16le", "windows-1251", "koi8-r", "windows-1252" …
}

// Offset is the byte of the capture at which the code point at byte i of Text
// begins; i may be len(Text).
func (d *Decoded) Offset(i int) int { return i }

// Decode decodes b. declared is a charset's name stated outside the bytes, or "".
func Decode(b []byte, declared string) (*Decoded, error) {
	if !utf8.Valid(b) {
		return nil, news.Errorf(news.Encoding, "", "", "not UTF-8")
	}
	return &Decoded{Text: string(b), Charset: "utf-8"}, nil
}
