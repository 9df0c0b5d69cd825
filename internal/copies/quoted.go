package copies

import (
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// marks follows the double quotation marks of a text. A quotation that no mark
// closes ends with its paragraph.
type marks struct {
	depth int
	twin  bool // the second of two apostrophes follows
}

// maxDepth bounds quotations in quotations: beyond it marks are noise.
const maxDepth = 8

func (m *marks) inside() bool { return m.depth > 0 }

// end closes what is open at the end of a paragraph.
func (m *marks) end() { m.depth, m.twin = 0, false }

// see takes the character r at byte i, no letter, of the span b.
func (m *marks) see(r rune, text string, i int, b news.Span) {
	if m.twin {
		m.twin = false
		return
	}
	switch r {
	case '“', '„', '‟', '「', '『':
		if r == '“' && m.depth > 0 && closesGerman(text, i, b) {
			m.close()
			return
		}
		m.open()
	case '”', '」', '』':
		m.close()
	case '«', '»':
		m.turn(r == '«', text, i, b)
	case '"', '″', '＂':
		m.straight()
	case '\'', '`', '’', '‘':
		if i+utf8.RuneLen(r) < b.End && text[i:i+utf8.RuneLen(r)] == text[i+utf8.RuneLen(r):min(i+2*utf8.RuneLen(r), b.End)] {
			m.twin = true
			m.straight()
		}
	}
}

func (m *marks) open() { m.depth = min(m.depth+1, maxDepth) }
func (m *marks) close() {
	if m.depth > 0 {
		m.depth--
	}
}

// straight takes a mark of one shape: it closes when one is open.
func (m *marks) straight() {
	if m.depth > 0 {
		m.close()
	} else {
		m.open()
	}
}

// turn takes a guillemet, which opens to the left in most languages and to the
// right in some: before a letter it opens.
func (m *marks) turn(left bool, text string, i int, b news.Span) {
	switch next := letterAt(text, i+2, b.End); {
	case left && (next || m.depth == 0), !left && m.depth == 0 && next:
		m.open()
	default:
		m.close()
	}
}

// closesGerman reports whether “ ends a quotation that „ opened: no letter follows.
func closesGerman(text string, i int, b news.Span) bool {
	return !letterAt(text, i+len("“"), b.End)
}
