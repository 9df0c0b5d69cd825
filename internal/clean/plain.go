package clean

import (
	"github.com/hearsay-engine/hearsay/internal/charset"
	"github.com/hearsay-engine/hearsay/news"
)

// plain drafts a text that is nothing but text.
func plain(b news.Blob) (*draft, error) {
	c, err := charset.Decode(b.Bytes, b.Charset)
	if err != nil {
		return nil, err
	}
	all := news.Span{Start: 0, End: len(c.Text)}
	if all.Trim(c.Text).Empty() {
		return nil, news.Errorf(news.Empty, "", "leave it out, or save it again", "nothing in it")
	}
	return &draft{
		text:     c.Text,
		segments: []news.Segment{{Text: all, Blob: news.Span{Start: c.Offset(0), End: c.Offset(len(c.Text))}, Coding: news.CodingPlain}},
	}, nil
}
