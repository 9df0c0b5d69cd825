package news

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"unicode/utf8"
)

// Span is a half-open range of bytes, [Start, End).
type Span struct{ Start, End int }

// Of gives the words of the span in text.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Len is the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Holds reports whether o lies within s.
func (s Span) Holds(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Trim is s without white space at its ends.
func (s Span) Trim(text string) Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !isSpace(r) {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !isSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\v', '\f', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
		return true
	}
	return r >= 0x2000 && r <= 0x200B
}

// Digest is a SHA-256.
type Digest [sha256.Size]byte

// DigestOf is the SHA-256 of b.
func DigestOf[T string | []byte](b T) Digest { return sha256.Sum256([]byte(b)) }

// String is the digest in lower-case hexadecimal.
func (d Digest) String() string { return hex.EncodeToString(d[:]) }

// Ruler turns byte offsets of one text into code points. It is the only place
// that does.
type Ruler struct {
	text  string
	marks []int // code points before byte i*stride
}

const stride = 256 // bytes between marks: a look-up counts at most this many

// NewRuler measures text once.
func NewRuler(text string) *Ruler {
	r := &Ruler{text: text, marks: make([]int, 0, len(text)/stride+1)}
	n := 0
	for i := 0; i < len(text); i++ {
		if i%stride == 0 {
			r.marks = append(r.marks, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	if len(text)%stride == 0 {
		r.marks = append(r.marks, n)
	}
	return r
}

// CodePoints is the number of code points before byte offset b, which must
// stand at a code point's first byte or at the text's end.
func (r *Ruler) CodePoints(b int) int {
	m := b / stride
	n := r.marks[m]
	for i := m * stride; i < b; i++ {
		if utf8.RuneStart(r.text[i]) {
			n++
		}
	}
	return n
}

// Bytes is the byte offset of code point n, and whether the text has one there
// or ends there.
func (r *Ruler) Bytes(n int) (int, bool) {
	m, found := slices.BinarySearch(r.marks, n)
	if !found {
		m-- // the last mark before it
	}
	if m < 0 {
		return 0, false
	}
	b, have := m*stride, r.marks[m]
	for b < len(r.text) && !utf8.RuneStart(r.text[b]) {
		b++
	}
	for ; have < n && b < len(r.text); have++ {
		_, size := utf8.DecodeRuneInString(r.text[b:])
		b += size
	}
	return b, have == n
}
