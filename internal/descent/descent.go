// Package descent says of which earlier article one carries the words, if of
// any: the forest of copies, one edge at a time.
//
// Articles stand in canonical order (Place). Candidates are the earlier ones
// that share fingerprints; each is compared, and at most one becomes the origin,
// so that there are no cycles and the forest is one of the articles and not of
// the order they came in. An article posts only the fingerprints its origin does
// not have, so that MaxPosters counts origins and not articles: of a story that
// five hundred outlets carry, one posts the story.
//
// It is pure; internal/store holds the index and calls it.
package descent

import (
	"bytes"
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/copies"
	"github.com/hearsay-engine/hearsay/news"
)

// Version is raised whenever another origin would be found in the same articles.
const Version = "1-" + copies.Version

// Place is where an article stands in canonical order.
type Place struct {
	At   int64 // the lower bound of its date in Unix seconds; Undated when unknown
	Text news.Digest
	ID   string
}

// Undated stands behind every date.
const Undated = math.MaxInt64

// NewPlace is the place of an article that appeared in an interval.
func NewPlace(seen news.Interval, text news.Digest, id string) Place {
	p := Place{Undated, text, id}
	if !seen.From.IsZero() {
		p.At = seen.From.Unix()
	}
	return p
}

// Compare orders places.
func (p Place) Compare(q Place) int {
	if c := cmp.Compare(p.At, q.At); c != 0 {
		return c
	}
	if c := bytes.Compare(p.Text[:], q.Text[:]); c != 0 {
		return c
	}
	return strings.Compare(p.ID, q.ID)
}

// Article is an article made ready to be compared. It is read-only.
type Article struct {
	Place
	Outlet string // folded, "" when unknown
	Keys   []uint64
	side   copies.Side
}

// New makes an article ready. body is in bytes of text; names are what its
// outlet goes by, in lower case.
func New(p Place, text string, body []news.Span, outlet string, names []string, seen news.Interval) *Article {
	t := copies.New(text, body)
	return &Article{Place: p, Outlet: outlet, Keys: Keys(t), side: copies.Side{Text: t, Full: text, Credits: copies.Credits(text),
		Outlet: names, First: seen.From, Last: seen.Until}}
}

// Text is the article's text as it is compared.
func (a *Article) Text() *copies.Text { return a.side.Text }

// Full is all of the article's text.
func (a *Article) Full() string { return a.side.Full }

// KeyBits is the size of a key. In an archive of a million articles, one key in
// 6,000 meets another that is not its own.
const KeyBits = 40

// Keys are the fingerprints of a text as the index holds them, sorted, each once.
func Keys(t *copies.Text) []uint64 {
	prints := t.Prints(nil)
	keys := make([]uint64, len(prints))
	for i, p := range prints {
		keys[i] = p.Hash >> (64 - KeyBits)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Uncovered are the keys that origin does not have; both are sorted.
func Uncovered(keys, origin []uint64) []uint64 {
	var out []uint64
	for _, k := range keys {
		for len(origin) > 0 && origin[0] < k {
			origin = origin[1:]
		}
		if len(origin) == 0 || origin[0] != k {
			out = append(out, k)
		}
	}
	return out
}

// Common are the keys that both have; both are sorted.
func Common(keys, others []uint64) []uint64 {
	return Uncovered(keys, Uncovered(keys, others))
}
