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
	"sync"

	"github.com/hearsay-engine/hearsay/internal/copies"
	"github.com/hearsay-engine/hearsay/news"
)

// Version is raised whenever another origin would be found in the same articles.
const Version = "2-" + copies.Version

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

// Article is an article made ready to be compared. It may be used by many at
// once.
type Article struct {
	Place
	Traits
	full    string
	text    *copies.Text
	anchors func() []copies.Anchor
	keys    func() []uint64
	credits func() []copies.Credit
}

// Traits is what is known of an article besides its words.
type Traits struct {
	Outlet   string   // folded, "" when unknown
	Names    []string // what the outlet goes by, in lower case
	Language string   // ISO 639-1, "" when unknown
	Seen     news.Interval
}

// New makes an article ready. body is in bytes of text.
func New(p Place, text string, body []news.Span, traits Traits) *Article {
	a := &Article{Place: p, Traits: traits, full: text, text: copies.New(text, body)}
	a.anchors = sync.OnceValue(func() []copies.Anchor { return a.text.Anchors(nil) })
	a.keys = sync.OnceValue(func() []uint64 { return keys(a.text) })
	a.credits = sync.OnceValue(func() []copies.Credit { return copies.Credits(text) })
	return a
}

// Keys are the article's fingerprints and keys of translations, sorted, each
// once.
func (a *Article) Keys() []uint64 { return a.keys() }

// side is what tells of a direction.
func (a *Article) side() copies.Side {
	return copies.Side{Text: a.text, Full: a.full, Credits: a.credits(), Outlet: a.Names, First: a.Seen.From, Last: a.Seen.Until}
}

// Full is all of the article's text.
func (a *Article) Full() string { return a.full }

// KeyBits is the size of a key. Its highest bit tells what it is of: prints have
// it clear, keys of translations set. In an archive of a million articles, one
// key in 6,000 meets another that is not its own.
const (
	KeyBits     = hashBits + 1
	hashBits    = 40
	translation = 1 << hashBits
)

// keys are the fingerprints and the keys of translations of a text, sorted, each
// once.
func keys(t *copies.Text) []uint64 {
	m := making.Get().(*material)
	defer making.Put(m)
	m.prints, m.anchors, m.keys = t.Prints(m.prints[:0]), t.Anchors(m.anchors[:0]), m.keys[:0]
	for _, p := range m.prints {
		m.keys = append(m.keys, p.Hash>>(64-hashBits))
	}
	m.pairs = copies.Keys(m.anchors, m.pairs[:0])
	for _, k := range m.pairs {
		m.keys = append(m.keys, k>>(64-hashBits)|translation)
	}
	slices.Sort(m.keys)
	return slices.Clone(slices.Compact(m.keys))
}

// material is what keys are made of. It is used again: of most articles nothing
// but the keys is asked for.
type material struct {
	prints  []copies.Print
	anchors []copies.Anchor
	pairs   []uint64
	keys    []uint64
}

var making = sync.Pool{New: func() any { return new(material) }}

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
