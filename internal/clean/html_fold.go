package clean

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/hearsay-engine/hearsay/internal/charset"
	"github.com/hearsay-engine/hearsay/internal/jsonl"
	"github.com/hearsay-engine/hearsay/news"
)

// Decode gives the words that a segment's captured bytes stand for: captured is
// Blob.Bytes over Segment.Blob, charsetName the capture's charset as
// charset.Decode names it. The result is the segment's stretch of Article.Text.
func Decode(captured []byte, charsetName string, coding news.Coding) (string, error) {
	words, err := charset.Part(captured, charsetName)
	if err != nil {
		return "", err
	}
	switch coding {
	case news.CodingHTML:
		return unfold(words), nil
	case news.CodingJSON:
		if !strings.HasPrefix(words, `"`) || !json.Valid([]byte(words)) {
			return "", news.Errorf(news.Malformed, "", "capture the line again", "not a JSON string")
		}
		return jsonl.Unquote([]byte(words))
	default:
		return words, nil
	}
}

// unfold is the visible form of raw character data of a page: character
// references resolved, every run of white space one space, none at the ends. A
// no-break space is white space here, or "Mr.&nbsp;Smith" would be another name
// than "Mr. Smith".
func unfold(raw string) string { return fold(unescape(raw)) }

// unescape resolves the character references of raw.
func unescape(raw string) string {
	if strings.IndexByte(raw, '&') < 0 {
		return raw
	}
	return html.UnescapeString(raw)
}

// fold makes every run of white space one space and drops those at the ends.
func fold(s string) string {
	if folded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		if isWhite(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// folded reports whether folding s would change nothing.
func folded(s string) bool {
	after := true // a space here would be one too many
	for _, r := range s {
		if isWhite(r) && (after || r != ' ') {
			return false
		}
		after = r == ' '
	}
	return !after || s == ""
}

// isWhite reports whether r shows as nothing but a gap. Characters of no width
// (U+200B, U+FEFF, the soft hyphen) are not gaps: they stay, verbatim.
func isWhite(r rune) bool {
	if r < 0x80 {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	switch r {
	case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}

// asciiWhite is what is trimmed from raw character data before a segment begins.
const asciiWhite = " \t\n\r\f"

// whiteAtEnds reports whether s begins and whether it ends with white space.
func whiteAtEnds(s string) (start, end bool) {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return isWhite(first), isWhite(last)
}
