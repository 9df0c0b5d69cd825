package wire

import (
	"cmp"
	"fmt"
	"net/url"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Cited is a statement as it is cited: with everything that leads back to it.
type Cited struct {
	Words     []string
	Who       string // as printed; "" for nobody named
	Resolved  string // who that is, where the words do not say so
	Outlet    string
	Title     string
	Published string // in words
	Address   string // on the web, with a text fragment
	Article   string // its id
	Number    int    // of the statement in it, counted from 1
	SHA256    news.Digest
}

// Line is the citation.
func (c *Cited) Line() string {
	var b strings.Builder
	b.WriteString(strings.Join(c.Words, " […] ") + " — " + cmp.Or(c.Who, "nobody named"))
	if c.Resolved != "" {
		b.WriteString(" (resolved: " + c.Resolved + ")")
	}
	title := c.Title
	if title != "" {
		title = "“" + title + "”"
	}
	for _, part := range []string{c.Outlet, title, c.Published, c.Address} {
		if part != "" {
			b.WriteString(", " + part)
		}
	}
	fmt.Fprintf(&b, " [%s, statement %d, text SHA-256 %s]", c.Article, c.Number, c.SHA256)
	return b.String()
}

// WebAddress is address if it is one a reader may follow, else "".
func WebAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return address
}

// fragmentWords is how many words at each end of a quotation name it in an
// address: enough to be the only place on a page.
const fragmentWords = 6

// PlaceAddress is where words of a page stand on the web (Text Fragments, WICG);
// "" where the page has no address.
func PlaceAddress(address, text string, at news.Span) string {
	web := WebAddress(address)
	if web == "" {
		return ""
	}
	words := strings.Fields(at.Of(text))
	if len(words) <= 2*fragmentWords {
		return web + "#:~:text=" + fragmentPart(words)
	}
	return web + "#:~:text=" + fragmentPart(words[:fragmentWords]) + "," + fragmentPart(words[len(words)-fragmentWords:])
}

// fragmentPart escapes what the directive's own syntax uses besides what every
// address escapes.
func fragmentPart(words []string) string {
	return strings.ReplaceAll(url.PathEscape(strings.Join(words, " ")), "-", "%2D")
}

// WithheldWords stand where a person hid the speaker.
func WithheldWords(by string) string { return "(speaker withheld: " + by + ")" }

// OriginalAddress is where a server's pages show the bytes an article was read
// from.
func OriginalAddress(id string) string { return "/original?" + url.Values{"id": {id}}.Encode() }

// Lines are the spans of the lines of a text that hold more than white space.
func Lines(text string) []news.Span {
	var out []news.Span
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if line := (news.Span{Start: start, End: end}).Trim(text); !line.Empty() {
			out = append(out, line)
		}
		start = end + 1
	}
	return out
}
