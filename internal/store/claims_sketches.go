package store

import (
	"bytes"

	"github.com/hearsay-engine/hearsay/internal/match"
)

// sketches are of the utterances of rows, of more than are kept ready. They stand one
// behind the other, where the garbage collector has nothing to follow.
type sketches struct {
	at    map[int64]uint32 // of a row, behind all pages before; severalSketches
	pages [][]byte
	held  int // those forgotten too
	next  []byte
}

const (
	// sketchPage is how many bytes of sketches stand together: of a thousand
	// utterances and more.
	sketchPage = 1 << 16
	// maxSketches bounds those that are kept: some 50 bytes each.
	maxSketches = 4_000_000
	// severalSketches stands for those of a row of several utterances that differ.
	severalSketches = ^uint32(0)
)

func newSketches() sketches { return sketches{at: map[int64]uint32{}} }

// of is the sketch of a row, an empty one where it has several.
func (k *sketches) of(row int64) (s match.Sketch, known bool) {
	at, known := k.at[row]
	if !known || at == severalSketches {
		return nil, known
	}
	return match.FirstSketch(k.pages[at/sketchPage][at%sketchPage:]), true
}

// hold adds an utterance to a row.
func (k *sketches) hold(row int64, g *match.Gist) {
	k.next = g.AppendSketch(k.next[:0])
	if s, known := k.of(row); known {
		if !bytes.Equal(s, k.next) {
			k.at[row] = severalSketches
		}
		return
	}
	if len(k.next) == 0 {
		k.at[row] = severalSketches
		return
	}
	last := len(k.pages) - 1
	if last < 0 || len(k.pages[last])+len(k.next) > sketchPage {
		k.pages, last = append(k.pages, make([]byte, 0, sketchPage)), last+1
	}
	k.at[row] = uint32(last*sketchPage + len(k.pages[last]))
	k.pages[last] = append(k.pages[last], k.next...)
	k.held++
}

// forget has the sketch of a row made anew.
func (k *sketches) forget(row int64) { delete(k.at, row) }
