package store

import (
	"errors"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// saying is what a statement holds besides its row: those of an article are told
// together, as they share most of their reasons.
type saying struct {
	within  int
	cue     *news.Span
	content []news.Span
	reasons []news.Reason
}

const saidForm = 1

func packSaid(statements []news.Statement) []byte {
	var t terse
	t.count(len(statements))
	for i := range statements {
		s := &statements[i]
		t.int(int64(i - s.Within))
		t.optional(s.Cue)
		t.spans(s.Content)
		t.reasons(s.Reasons)
	}
	plain := t.bytes(saidForm)
	if p := Said.pack(plain); p.coding == codingZstd {
		return p.bytes
	}
	return plain
}

// unpackSaid tells what is compressed by its first byte, which is no form.
func unpackSaid(b []byte) ([]saying, error) {
	if len(b) > 0 && b[0] != saidForm {
		plain, err := unpack(codingZstd, b)
		if err != nil {
			return nil, err
		}
		b = plain
	}
	r := newTerseReader(b, saidForm)
	i := -1
	out := many(r, func() saying {
		i++
		return saying{i - int(r.int()), r.optional(), many(r, r.span), many(r, r.reason)}
	})
	return out, r.fault
}

// shown is an article's text with what its statements hold, as pages of hits
// read it: once for neighbours of one article.
type shown struct {
	from    *unpacked
	article int64
	text    string
	said    []saying
}

var errNoSaying = errors.New("a statement's row has no words")

// open reads an article unless it is the one that was read last.
func (o *shown) open(article int64, said []byte, coding string, packed []byte) (err error) {
	if o.article == article {
		return nil
	}
	text, err := o.from.text(coding, packed)
	if err != nil {
		return err
	}
	if o.said, err = o.from.saying(said); err != nil {
		return err
	}
	o.article, o.text = article, text
	return nil
}

// at is what statement number holds.
func (o *shown) at(number int) (*saying, error) {
	if number < 0 || number >= len(o.said) {
		return nil, errNoSaying
	}
	return &o.said[number], nil
}

// words are those of spans; it is an error that one lies outside the text.
func (o *shown) words(spans ...news.Span) ([]string, error) {
	out := make([]string, len(spans))
	for i, s := range spans {
		if s.Start < 0 || s.Start > s.End || s.End > len(o.text) {
			return nil, errOutside
		}
		out[i] = s.Of(o.text)
	}
	return out, nil
}

// content is the words of a statement's contents, in one string.
func (o *shown) content(s *saying) (string, error) {
	words, err := o.words(s.content...)
	return strings.Join(words, gap), err
}

// indexed is what the full-text index holds of a statement.
func (o *shown) indexed(number int, speaker *news.Span) (x indexed, err error) {
	s, err := o.at(number)
	if err != nil {
		return x, err
	}
	if x.words, err = o.content(s); err != nil {
		return x, err
	}
	x.speaker, err = o.word(speaker)
	return x, err
}

// word is the words of a span, "" for none.
func (o *shown) word(s *news.Span) (string, error) {
	if s == nil {
		return "", nil
	}
	w, err := o.words(*s)
	if err != nil {
		return "", err
	}
	return w[0], nil
}
