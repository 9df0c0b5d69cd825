package store

import (
	"iter"

	"github.com/hearsay-engine/hearsay/internal/match"
)

// claimMemory is what the sweep over claims keeps from step to step. It holds
// what the file does, and is forgotten when something fails or another program
// writes.
type claimMemory struct {
	version int64 // of the file, as others have written it
	shut    map[uint64]bool
	gone    map[int64]bool
	told    toldRows

	sketches sketches
}

func newClaimMemory(version int64) claimMemory {
	return claimMemory{version: version, shut: map[uint64]bool{}, gone: map[int64]bool{}, told: newToldRows(), sketches: newSketches()}
}

// bound forgets what has grown too large.
func (m *claimMemory) bound() {
	if m.told.held > maxToldKept {
		m.told = newToldRows()
	}
	if m.sketches.held > maxSketches {
		m.sketches = newSketches()
	}
}

// kept is an utterance as it is compared, kept ready.
type kept struct {
	id int64
	match.Dated
	next int32 // of its row, plus one; 0 for none
}

// toldRows are utterances by their rows, kept ready. They stand in pages: the garbage
// collector follows what is in a map of pointers one by one.
type toldRows struct {
	first map[int64]int32 // of a row, plus one
	pages [][]kept
	held  int // those forgotten too
	shelf *match.Shelf
}

const (
	// keptPage is how many utterances a page of them holds.
	keptPage = 1 << 10
	// maxToldKept bounds the utterances that are kept ready from step to step: some
	// 400 bytes each.
	maxToldKept = 200_000
)

func newToldRows() toldRows { return toldRows{first: map[int64]int32{}, shelf: match.NewShelf()} }

// has reports whether the utterances of a row are there.
func (t *toldRows) has(row int64) bool { return t.first[row] != 0 }

// of are the utterances of a row.
func (t *toldRows) of(row int64) iter.Seq[*kept] {
	return func(yield func(*kept) bool) {
		for n := t.first[row]; n != 0; {
			k := t.at(n)
			if !yield(k) {
				return
			}
			n = k.next
		}
	}
}

func (t *toldRows) at(n int32) *kept { return &t.pages[(n-1)/keptPage][(n-1)%keptPage] }

// hold adds an utterance to a row.
func (t *toldRows) hold(row, id int64, d match.Dated) {
	if t.held%keptPage == 0 {
		t.pages = append(t.pages, make([]kept, keptPage))
	}
	t.held++
	n := int32(t.held)
	*t.at(n) = kept{id, d, t.first[row]}
	t.first[row] = n
}

// forget has the utterances of a row read anew.
func (t *toldRows) forget(row int64) { delete(t.first, row) }

// of is what is compared of an utterance that is loaded; without a Gist for one
// that is gone.
func (m *claimMemory) of(id int64) match.Dated {
	for k := range m.told.of(claimRow(id)) {
		if k.id == id {
			return k.Dated
		}
	}
	return match.Dated{}
}

// forget has what is compared of an utterance read anew.
func (m *claimMemory) forget(id int64) {
	m.told.forget(claimRow(id))
	m.sketches.forget(claimRow(id))
}

// mayBeAlike reports whether the utterances of a row, of which loaded is the first,
// may be alike to those of another; of most that are not this needs their sketch only.
func (m *claimMemory) mayBeAlike(loaded int32, other int64) bool {
	s, known := m.sketches.of(other)
	if !known {
		return true
	}
	for n := loaded; n != 0; {
		k := m.told.at(n)
		if k.MayBeAlike(s) {
			return true
		}
		n = k.next
	}
	return false
}
