// Package segments is an index of fingerprints in immutable sorted runs: which
// rows hold a key. It is bytes in, bytes out, and knows no file.
//
// A run is pages of postings, sorted by key, then row, coded as differences; its
// directory holds each page's first key, so that a look-up reads only the pages
// it needs. Runs are never changed: new postings make a new run, and runs are
// merged geometrically (O'Neil, Cheng, Gawlick and O'Neil 1996, "The
// Log-Structured Merge-Tree"), which drops the postings of rows that are gone.
// A posting kept as a database row would cost a random insertion each.
package segments

import (
	"cmp"
	"encoding/binary"
	"errors"
)

// Posting says that a row holds a key.
type Posting struct{ Key, Row uint64 }

// Compare orders postings by key, then row.
func Compare(a, b Posting) int {
	if c := cmp.Compare(a.Key, b.Key); c != 0 {
		return c
	}
	return cmp.Compare(a.Row, b.Row)
}

// PageBytes is the most bytes of a page: with its row's head it fills one page
// of 4 KiB of the file.
const PageBytes = 4000

// maxPosting is the most bytes of one posting: two numbers of 64 bits.
const maxPosting = 2 * binary.MaxVarintLen64

// ErrDamaged says that bytes are no page or directory.
var ErrDamaged = errors.New("an index page does not read")

// Writer makes pages of postings that come in order.
type Writer struct {
	Emit  func(first uint64, page []byte) error // called with each full page, whose bytes the caller may keep
	page  []byte
	first uint64
	last  Posting
	begun bool
	count int
}

// Count is how many postings were added.
func (w *Writer) Count() int { return w.count }

// Add takes the next posting. One that was just added is left out.
func (w *Writer) Add(p Posting) error {
	if w.begun && p == w.last {
		return nil
	}
	if w.begun && Compare(p, w.last) < 0 {
		return errors.New("postings came out of order")
	}
	if len(w.page)+maxPosting > PageBytes {
		if err := w.Close(); err != nil {
			return err
		}
	}
	if len(w.page) == 0 {
		w.page, w.first, w.last = make([]byte, 0, PageBytes), p.Key, Posting{}
	}
	w.page = binary.AppendUvarint(w.page, p.Key-w.last.Key)
	row := p.Row
	if p.Key == w.last.Key {
		row -= w.last.Row
	}
	w.page = binary.AppendUvarint(w.page, row)
	w.last, w.begun = p, true
	w.count++
	return nil
}

// Close emits the page under way.
func (w *Writer) Close() error {
	if len(w.page) == 0 {
		return nil
	}
	page := w.page
	w.page = nil
	return w.Emit(w.first, page)
}

// reader takes a page apart.
type reader struct {
	page []byte
	last Posting
}

// next gives the next posting; more is false at the end of the page.
func (r *reader) next() (p Posting, more bool, err error) {
	if len(r.page) == 0 {
		return p, false, nil
	}
	key, n := binary.Uvarint(r.page)
	if n <= 0 {
		return p, false, ErrDamaged
	}
	row, m := binary.Uvarint(r.page[n:])
	if m <= 0 {
		return p, false, ErrDamaged
	}
	r.page = r.page[n+m:]
	p = Posting{r.last.Key + key, row}
	if key == 0 {
		p.Row += r.last.Row
	}
	if Compare(p, r.last) < 0 {
		return p, false, ErrDamaged // a number that runs over
	}
	r.last = p
	return p, true, nil
}

// Each calls do with the postings of a page, in order.
func Each(page []byte, do func(Posting)) error {
	for r := (reader{page: page}); ; {
		p, more, err := r.next()
		if err != nil || !more {
			return err
		}
		do(p)
	}
}

// number reads the number at a place of a page and gives where it ends: beyond the
// page when there is none. binary.Uvarint is too large to be inlined.
func number(page []byte, at int) (n uint64, end int) {
	for shift := 0; at < len(page) && shift < 64; shift += 7 {
		b := page[at]
		at++
		n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return n, at
		}
	}
	return 0, len(page) + 1
}
