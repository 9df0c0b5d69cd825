package clean

import (
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// draft is an article in the making. A medium's reader fills text, segments and
// blocks and adds what candidates it saw; spans are bytes into text.
type draft struct {
	text     string
	segments []news.Segment
	blocks   []block // every paragraph of text, in order; together they hold all its words

	titles, bylines, outlets, urls, fetched []candidate

	dates    []dateCandidate
	stated   news.Given // what a JSON line states beside its text
	language string     // what the capture says of its own language, such as "ru-RU": a hint

	voted  bool    // whether block.voted says anything: only a page has markup to judge by
	aparts []apart // elements that markup sets apart from an article
}

// block is one paragraph, heading, list item, cell or caption of the text.
type block struct {
	news.Span
	kind   blockKind
	linked int  // bytes of it that stand in links
	voted  bool // whether the extraction library takes it for body
	apart  int  // index of the innermost element set apart that holds it, or notApart
}

// apart is an element whose markup sets it apart from the article.
type apart struct {
	reason news.Reason
	outer  int // index of the one around it, or notApart
}

// notApart is the index of no apart.
const notApart = -1

// blockKind tells blocks apart as far as the body rules care.
type blockKind byte

const (
	paragraph blockKind = iota
	heading
	item    // of a list
	cell    // of a table
	caption // of a figure
)

// candidate is one reading of a field. Value is as printed or as stated, white
// space folded; Span says where it stands in the text and is empty when it does
// not.
type candidate = news.Field

// dateCandidate is the words of a date and what kind of thing states them.
// Words are unparsed: "2022-03-06T02:45:00+03:00", "6 March 2022", "/2022/03/06/".
type dateCandidate struct {
	words    string
	modified bool // states when the page was changed, not when it was published
	news.Evidence
}

// given adds what a person, a sidecar or a JSON line stated. The published date
// is left to dates, which sees the Blob.
func (d *draft) given(g news.Given) {
	add := func(to *[]candidate, value string) {
		if value = strings.Join(strings.Fields(value), " "); value != "" {
			*to = append(*to, candidate{Value: value, Evidence: news.Evidence{Class: news.EvidenceGiven}})
		}
	}
	add(&d.titles, g.Title)
	add(&d.bylines, g.Byline)
	add(&d.outlets, g.Outlet)
	add(&d.urls, g.URL)
	add(&d.fetched, g.Fetched)
	if g.Language != "" {
		d.language = g.Language
	}
}

// within reports whether apart i or one around it was set apart by one of rules.
func (d *draft) within(i int, rules ...string) bool {
	for ; i != notApart; i = d.aparts[i].outer {
		if slices.Contains(rules, d.aparts[i].reason.Rule) {
			return true
		}
	}
	return false
}
