package store

import (
	"sync"

	"github.com/hearsay-engine/hearsay/news"
)

// unpacked keeps what stored bytes were unpacked to, found by these very bytes, so
// that it is right whatever is written meanwhile. A course reads hundreds of
// articles, a name's page dozens, and who reads one page of a story reads others of
// the same articles. What it gives is shared: nobody may change it. A nil one keeps
// nothing.
type unpacked struct {
	texts   byBytes[string]
	said    byBytes[[]saying]
	records byBytes[*news.Article] // without statements and stances
	edges   byBytes[news.Copy]     // without ends and kind
}

// Bounds of what is kept: some 3 kB a text, 4 kB what is said in it, 8 kB a record,
// 1 kB an edge; of longer ones nothing is.
const (
	keptUnpacked = 4000
	keptEdges    = 8000
	keptPacked   = 16 << 10 // bytes as stored
)

func newUnpacked() *unpacked {
	return &unpacked{texts: newByBytes[string](keptUnpacked), said: newByBytes[[]saying](keptUnpacked), records: newByBytes[*news.Article](keptUnpacked), edges: newByBytes[news.Copy](keptEdges)}
}

func (u *unpacked) text(coding string, b []byte) (string, error) {
	make := func() (string, error) { return unpackText(coding, b) }
	if u == nil || coding == codingRaw {
		return make()
	}
	return u.texts.of(b, make)
}

func (u *unpacked) saying(b []byte) ([]saying, error) {
	make := func() ([]saying, error) { return unpackSaid(b) }
	if u == nil {
		return make()
	}
	return u.said.of(b, make)
}

// record takes the text's coding and bytes; a record holds the text's hash, so that
// it is of one text only.
func (u *unpacked) record(b []byte, coding string, packed []byte) (*news.Article, error) {
	return u.records.of(b, func() (*news.Article, error) {
		text, err := u.text(coding, packed)
		if err != nil {
			return nil, err
		}
		return unpackRecord(b, text)
	})
}

func (u *unpacked) edge(edge []byte) (news.Copy, error) {
	return u.edges.of(edge, func() (news.Copy, error) { return unpackEdge(edge) })
}

// byBytes are values by the bytes they were made of.
type byBytes[V any] struct {
	mu   sync.Mutex
	made recent[string, V]
}

func newByBytes[V any](most int) byBytes[V] { return byBytes[V]{made: newRecent[string, V](most)} }

// of gives what make makes of b, which may be gone afterwards.
func (k *byBytes[V]) of(b []byte, make func() (V, error)) (V, error) {
	k.mu.Lock()
	v, known := k.made.get(string(b))
	k.mu.Unlock()
	if known {
		return v, nil
	}
	v, err := make()
	if err == nil && len(b) <= keptPacked {
		k.mu.Lock()
		k.made.hold(string(b), v)
		k.mu.Unlock()
	}
	return v, err
}
