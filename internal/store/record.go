package store

import (
	"errors"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// A record is what the archive keeps of an article besides its id, text and rows:
// statements and stances have rows, refusals are for extract. Words that stand
// in the text are told by their place in it.
const recordForm = 1

func packRecord(a *news.Article) []byte {
	w := recordWriter{text: a.Text}
	w.digest(a.SHA256)
	w.flag(a.CaptureSHA256 == a.SHA256)
	if a.CaptureSHA256 != a.SHA256 {
		w.digest(a.CaptureSHA256)
	}
	w.count(len(a.Segments))
	for _, s := range a.Segments {
		w.span(s.Text)
		w.int(int64(s.Blob.Start - s.Text.Start))
		w.int(int64(s.Blob.Len() - s.Text.Len()))
		w.string(string(s.Coding))
	}
	w.string(a.URL)
	for _, f := range []news.Field{a.Title, a.Byline, a.Outlet, a.Fetched} {
		w.evidence(f.Evidence)
		w.wordsAt(f.Value, f.Span)
	}
	w.string(a.Language)
	w.count(len(a.Languages))
	for _, l := range a.Languages {
		w.span(l.Span)
		w.string(l.Language)
	}
	w.evidence(a.Translated)
	w.reasons(a.TranslationCues)
	w.date(a.Published)
	w.count(len(a.Dates))
	for _, d := range a.Dates {
		w.date(d)
	}
	w.count(len(a.Times))
	for _, t := range a.Times {
		w.told(t)
	}
	w.spans(a.Body)
	w.count(len(a.Boilerplate))
	for _, d := range a.Boilerplate {
		w.span(d.Span)
		w.reason(d.Reason)
	}
	w.count(len(a.Entities))
	for _, e := range a.Entities {
		w.entity(e)
	}
	return packer().EncodeAll(w.bytes(recordForm), nil)
}

type recordWriter struct {
	terse
	text string
}

func (w *recordWriter) digest(d news.Digest) { w.string(string(d[:])) }

func (w *recordWriter) flag(f bool) {
	n := 0
	if f {
		n = 1
	}
	w.count(n)
}

func (w *recordWriter) evidence(e news.Evidence) {
	w.string(string(e.Class))
	w.span(e.Span)
}

// wordsAt writes words that may be those of a span.
func (w *recordWriter) wordsAt(words string, at news.Span) {
	there := standsAt(w.text, words, at)
	w.flag(there)
	if !there {
		w.string(words)
	}
}

func standsAt(text, words string, at news.Span) bool {
	return words != "" && at.Start >= 0 && at.Start <= at.End && at.End <= len(text) && at.Of(text) == words
}

func (w *recordWriter) date(d news.Date) {
	w.string(d.Value)
	w.string(string(d.Precision))
	w.string(d.Zone)
	w.string(string(d.Of))
	w.evidence(d.Evidence)
}

func (w *recordWriter) told(t news.Told) {
	w.span(t.Span)
	w.string(t.From)
	w.string(t.To)
	w.string(string(t.Precision))
	w.string(t.Zone)
	w.moment(t.Window.From)
	w.moment(t.Window.Until)
	w.string(t.Anchor)
	w.reason(t.Reason)
}

func (w *recordWriter) moment(t time.Time) {
	w.flag(!t.IsZero())
	if !t.IsZero() {
		w.int(t.Unix())
		w.count(t.Nanosecond())
	}
}

// entity writes a name by the first of its mentions that is in its words.
func (w *recordWriter) entity(e news.Entity) {
	w.string(string(e.Kind))
	w.spans(e.Mentions)
	for i, m := range e.Mentions {
		if standsAt(w.text, e.Name, m) {
			w.count(i + 1)
			return
		}
	}
	w.count(0)
	w.string(e.Name)
}

// unpackRecord reads an article but for its id, statements, stances and refusals.
func unpackRecord(b []byte, text string) (*news.Article, error) {
	raw, err := unpack(codingZstd, b)
	if err != nil {
		return nil, err
	}
	r := recordReader{newTerseReader(raw, recordForm), text}
	a := &news.Article{Text: text, SHA256: r.digest()}
	a.CaptureSHA256 = a.SHA256
	if !r.flag() {
		a.CaptureSHA256 = r.digest()
	}
	a.Segments = many(r.terseReader, r.segment)
	a.URL = r.string()
	for _, f := range []*news.Field{&a.Title, &a.Byline, &a.Outlet, &a.Fetched} {
		f.Evidence = r.evidence()
		f.Value = r.wordsAt(f.Span)
	}
	a.Language = r.string()
	a.Languages = many(r.terseReader, func() news.LangSpan { return news.LangSpan{Span: r.span(), Language: r.string()} })
	a.Translated = r.evidence()
	a.TranslationCues = many(r.terseReader, r.reason)
	a.Published = r.date()
	a.Dates = many(r.terseReader, r.date)
	a.Times = many(r.terseReader, r.told)
	a.Body = many(r.terseReader, r.span)
	a.Boilerplate = many(r.terseReader, func() news.Dropped { return news.Dropped{Span: r.span(), Reason: r.reason()} })
	a.Entities = many(r.terseReader, r.entity)
	return a, r.fault
}

type recordReader struct {
	*terseReader
	text string
}

func (r *recordReader) digest() (d news.Digest) {
	if s := r.string(); copy(d[:], s) != len(s) {
		r.fail(errTerse)
	}
	return d
}

func (r *recordReader) flag() bool { return r.uint() == 1 }

func (r *recordReader) segment() news.Segment {
	s := news.Segment{Text: r.span()}
	s.Blob.Start = s.Text.Start + int(r.int())
	s.Blob.End = s.Blob.Start + s.Text.Len() + int(r.int())
	s.Coding = news.Coding(r.string())
	return s
}

func (r *recordReader) evidence() news.Evidence {
	return news.Evidence{Class: news.EvidenceClass(r.string()), Span: r.span()}
}

var errOutside = errors.New("stored spans do not lie in the text")

func (r *recordReader) wordsAt(at news.Span) string {
	if !r.flag() {
		return r.string()
	}
	return r.at(at)
}

func (r *recordReader) at(s news.Span) string {
	if s.Start < 0 || s.Start > s.End || s.End > len(r.text) {
		r.fail(errOutside)
		return ""
	}
	return s.Of(r.text)
}

func (r *recordReader) date() news.Date {
	return news.Date{Value: r.string(), Precision: news.Precision(r.string()), Zone: r.string(), Of: news.Event(r.string()), Evidence: r.evidence()}
}

func (r *recordReader) told() news.Told {
	return news.Told{Span: r.span(), From: r.string(), To: r.string(), Precision: news.Precision(r.string()), Zone: r.string(),
		Window: news.Interval{From: r.moment(), Until: r.moment()}, Anchor: r.string(), Reason: r.reason()}
}

func (r *recordReader) moment() time.Time {
	if !r.flag() {
		return time.Time{}
	}
	s := r.int()
	return time.Unix(s, int64(r.uint())).UTC()
}

func (r *recordReader) entity() news.Entity {
	e := news.Entity{Kind: news.EntityKind(r.string()), Mentions: many(r.terseReader, r.span)}
	n := r.uint()
	switch {
	case n == 0:
		e.Name = r.string()
	case n > uint64(len(e.Mentions)):
		r.fail(errTerse)
	default:
		e.Name = r.at(e.Mentions[n-1])
	}
	return e
}
