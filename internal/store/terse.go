package store

import (
	"encoding/binary"
	"errors"
	"math"

	"github.com/hearsay-engine/hearsay/news"
)

// terse writes numbers and strings into few bytes: numbers by their size, a
// string once however often it is met. It begins with a number for the form, so
// that a later form can be told from it.
type terse struct {
	table map[string]uint64
	words []byte // the strings in the order of their numbers, which count from 1: 0 is ""
	body  []byte
	last  int // where the last span ended: spans are told from there
	known int // strings that whoever reads has
}

// know has strings told by their numbers only. The list only grows, at its end.
func (t *terse) know(words []string) {
	t.table = make(map[string]uint64, 2*len(words))
	for i, w := range words {
		t.table[w] = uint64(i + 1)
	}
	t.known = len(words)
}

func (t *terse) bytes(form byte) []byte {
	out := make([]byte, 0, 1+binary.MaxVarintLen64+len(t.words)+len(t.body))
	out = append(out, form)
	out = binary.AppendUvarint(out, uint64(len(t.table)-t.known))
	return append(append(out, t.words...), t.body...)
}

func (t *terse) count(n int) { t.body = binary.AppendUvarint(t.body, uint64(n)) }
func (t *terse) int(n int64) { t.body = binary.AppendVarint(t.body, n) }

func (t *terse) string(s string) {
	if s == "" {
		t.count(0)
		return
	}
	n, met := t.table[s]
	if !met {
		if t.table == nil {
			t.table = map[string]uint64{}
		}
		n = uint64(len(t.table) + 1)
		t.table[s] = n
		t.words = append(binary.AppendUvarint(t.words, uint64(len(s))), s...)
	}
	t.body = binary.AppendUvarint(t.body, n)
}

func (t *terse) float(f float64) {
	if f != math.Trunc(f) || math.Abs(f) >= 1<<53 || f == 0 && math.Signbit(f) || math.IsNaN(f) {
		t.count(0)
		t.body = binary.LittleEndian.AppendUint64(t.body, math.Float64bits(f))
		return
	}
	t.count(1)
	t.int(int64(f))
}

func (t *terse) span(s news.Span) {
	t.int(int64(s.Start - t.last))
	t.int(int64(s.End - s.Start))
	t.last = s.End
}

// optional writes a span that may be missing.
func (t *terse) optional(s *news.Span) {
	if s == nil {
		t.count(0)
		return
	}
	t.count(1)
	t.span(*s)
}

func (t *terse) spans(all []news.Span) {
	t.count(len(all))
	for _, s := range all {
		t.span(s)
	}
}

func (t *terse) reasons(all []news.Reason) {
	t.count(len(all))
	for _, r := range all {
		t.reason(r)
	}
}

func (t *terse) reason(r news.Reason) {
	t.string(r.Rule)
	t.string(r.Words)
	t.float(r.Figure)
}

// terseReader reads what terse wrote. The first fault stays, and everything
// after it reads as zero.
type terseReader struct {
	words []string
	body  string
	last  int
	fault error
}

var errTerse = errors.New("stored values do not read")

// newTerseReader begins to read; the form must be the one given, and the strings those
// that terse was told to know. What is read shares b's bytes as they were.
func newTerseReader(b []byte, form byte, known ...string) *terseReader {
	r := &terseReader{body: string(b)}
	if r.body == "" || r.body[0] != form {
		r.fail(errTerse)
		return r
	}
	r.body = r.body[1:]
	n := r.count()
	r.words = append(make([]string, 1, 1+len(known)+n), known...)
	for range n {
		r.words = append(r.words, r.take(r.count()))
	}
	return r
}

func (r *terseReader) fail(why error) {
	if r.fault == nil {
		r.fault = why
	}
	r.body = ""
}

func (r *terseReader) take(n int) string {
	if n > len(r.body) {
		r.fail(errTerse)
		return ""
	}
	out := r.body[:n]
	r.body = r.body[n:]
	return out
}

// uint reads a number as binary.Uvarint does.
func (r *terseReader) uint() uint64 {
	var n uint64
	for i := 0; i < len(r.body) && i < binary.MaxVarintLen64; i++ {
		c := r.body[i]
		n |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			r.body = r.body[i+1:]
			return n
		}
	}
	r.fail(errTerse)
	return 0
}

// count is of things that take a byte each at least: no more than are left.
func (r *terseReader) count() int {
	n := r.uint()
	if n > uint64(len(r.body)) {
		r.fail(errTerse)
		return 0
	}
	return int(n)
}

func (r *terseReader) int() int64 {
	n := r.uint()
	return int64(n>>1) ^ -int64(n&1)
}

func (r *terseReader) string() string {
	n := r.uint()
	if n >= uint64(len(r.words)) {
		if n != 0 {
			r.fail(errTerse)
		}
		return ""
	}
	return r.words[n]
}

func (r *terseReader) float() float64 {
	if r.uint() == 1 {
		return float64(r.int())
	}
	b := r.take(8)
	if len(b) < 8 {
		return 0
	}
	return math.Float64frombits(binary.LittleEndian.Uint64([]byte(b)))
}

func (r *terseReader) span() news.Span {
	var s news.Span
	s.Start = r.last + int(r.int())
	s.End = s.Start + int(r.int())
	r.last = s.End
	return s
}

// many reads a count and so many values; none are nil.
func many[T any](r *terseReader, one func() T) []T {
	n := r.count()
	if n == 0 {
		return nil
	}
	out := make([]T, n)
	for i := range out {
		out[i] = one()
	}
	return out
}

// optional reads a span that may be missing.
func (r *terseReader) optional() *news.Span {
	if r.uint() == 0 {
		return nil
	}
	s := r.span()
	return &s
}

func (r *terseReader) reason() news.Reason {
	return news.Reason{Rule: r.string(), Words: r.string(), Figure: r.float()}
}
