package clean

import (
	"golang.org/x/net/html"

	"github.com/hearsay-engine/hearsay/internal/charset"
	"github.com/hearsay-engine/hearsay/news"
)

// maxRuns bounds the stretches of character data of one page. The Zyte pages
// have 810 at most; in a page of the largest size read the bound is one for
// every 256 bytes.
const maxRuns = 1 << 18

// page drafts an HTML page. Its text is all that is visible, in document order:
// blocks stand apart by a blank line, <br> is a line break, other white space
// is folded into single spaces.
func page(b news.Blob) (*draft, error) {
	c, err := charset.Decode(b.Bytes, b.Charset)
	if err != nil {
		return nil, err
	}
	t, err := readTree(c.Text)
	if err != nil {
		return nil, err
	}
	d := &draft{text: t.out.String(), blocks: t.blocks, aparts: t.aparts, segments: make([]news.Segment, len(t.runs))}
	for i, r := range t.runs {
		d.segments[i] = news.Segment{Text: r.text, Coding: news.CodingHTML,
			Blob: news.Span{Start: c.Offset(r.raw.Start), End: c.Offset(r.raw.End)}}
	}
	if len(t.runs) == 0 {
		return nil, news.Errorf(news.Empty, "", "capture the page with its text", "no visible text in the page")
	}
	if isAddress(b.ID) {
		state(&d.urls, news.EvidenceURL, b.ID)
	}
	pageFields(d, &t.about)
	t.state(best(d.titles).Value)
	d.voted = vote(t)
	return d, nil
}

// readTree reads a decoded page.
func readTree(text string) (*tree, error) {
	s, t := newScanner(text), newTree()
	var attributes []html.Attribute
	for {
		var err error
		switch s.next() {
		case html.ErrorToken:
			return t, nil
		case html.TextToken:
			t.data(s.raw(), s.at)
			if len(t.runs) > maxRuns {
				err = news.Errorf(news.TooLarge, "", "save the article's text alone", "more than %d stretches of text in the page", maxRuns)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			g := s.tag(attributes)
			attributes = g.attributes
			err = t.start(&g)
		case html.EndTagToken:
			g := s.tag(attributes)
			t.end(&g)
		}
		if err != nil {
			return nil, err
		}
	}
}
