// Package clean turns a Blob into an Article: its text with offsets into the
// capture, title, byline, outlet, dates, language, body and boilerplate, each
// with its evidence, and the times its body tells. It is pure: no file, no store, no clock.
//
// Each medium (a plain text, an HTML page, a JSON line) has a reader that makes
// a draft of it: the text, its segments, its blocks and the candidates it saw
// for every field. From there all media are treated alike.
package clean

import (
	"errors"

	"github.com/hearsay-engine/hearsay/internal/when"
	"github.com/hearsay-engine/hearsay/news"
)

// Version is raised whenever the stage, with the rooms below it, reads the same
// bytes otherwise.
const Version = "5"

// Article cleans one capture. The error is a *news.Error naming b.ID.
func Article(b news.Blob) (*news.Article, error) {
	d, err := read(b)
	if err != nil {
		return nil, named(err, b.ID)
	}
	b.Given = b.Given.Or(d.stated)
	d.given(b.Given)
	if b.Media != news.MediaHTML {
		printed(d)
	}
	a := &news.Article{ID: b.ID, Text: d.text, Segments: d.segments,
		CaptureSHA256: news.DigestOf(b.Bytes)}
	if a.SHA256 = a.CaptureSHA256; string(b.Bytes) != d.text {
		a.SHA256 = news.DigestOf(d.text)
	}
	a.Dates, a.Published = dates(d, b)
	a.Body, a.Boilerplate = body(d, a.Dates)
	a.Title, a.Byline, a.Outlet = best(d.titles), best(d.bylines), best(d.outlets)
	a.URL, a.Fetched = best(d.urls).Value, best(d.fetched)
	a.Languages = languages(d, a.Body)
	a.Language = mainLanguage(a.Languages)
	a.Times = when.InText(a)
	a.Translated, a.TranslationCues = translation(a)
	return a, nil
}

// read makes the draft of a capture, each medium by its own reader.
func read(b news.Blob) (*draft, error) {
	switch b.Media {
	case news.MediaHTML:
		return page(b)
	case news.MediaJSONL:
		return record(b)
	default:
		return plain(b)
	}
}

// named is err with the article it befell, where it names none.
func named(err error, id string) error {
	var e *news.Error
	if !errors.As(err, &e) {
		return news.Errorf(news.Internal, id, "report this as a fault of hearsay", "%v", err)
	}
	if e.ID != "" {
		return err
	}
	n := *e
	n.ID = id
	return &n
}
