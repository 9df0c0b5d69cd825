package store

import (
	"cmp"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/segments"
	"github.com/hearsay-engine/hearsay/internal/sorted"
)

const (
	// representatives is how many utterances of a key all others of the key are
	// compared with: those of the least ids, which are hashes. It bounds what one
	// utterance is compared with to some hundred, and finds what is told in hundreds
	// of ways as well as what is told in two.
	representatives = 8
	// sharedByTooMany is how many utterances share a key, or about as many, that
	// tells nothing.
	sharedByTooMany = 512
	// rowShift makes the row of an utterance in the index of keys of its id: its
	// highest 42 bits, which are six bytes. Of ten million utterances, a dozen have
	// another one's row; they are compared as one would be.
	rowShift = 63 - rowBits
	rowBits  = 42
	// closedBelow is the row below which the last representative lies in a key that
	// too many share. Rows are hashes, so that the least tell how many there are.
	closedBelow = representatives << rowBits / sharedByTooMany
)

func claimRow(utterance int64) int64 { return utterance >> rowShift }

// closed reports whether a key is shared by too many; rows are in order.
func closed(rows []int64) bool {
	return len(rows) >= representatives && rows[representatives-1] < closedBelow
}

// standFor are those of a key's rows, in order, that all others are compared with.
func standFor(rows []int64) []int64 { return rows[:min(representatives, len(rows))] }

// keyed are touched utterances by key, and all that share each key: by the key's
// number, in order.
type keyed struct {
	keys    []uint64  // in order; those that were closed before are left out
	touched [][]int64 // rows
	rows    [][]int64 // the touched ones among them
	before  [][]int64 // rows as they stood without the touched ones
}

// usualKeys is how many keys an utterance has, about.
const usualKeys = 8

// keysOf collects the keys of utterances that are loaded, less those that are
// closed, and what shares them.
func (s *claimSweep) keysOf(ids []int64) (*keyed, error) {
	all := make([]segments.Posting, 0, usualKeys*len(ids))
	for _, id := range ids {
		d := s.of(id)
		if d.Gist == nil {
			continue
		}
		for _, key := range d.Keys() {
			if !s.shut[key] {
				all = append(all, segments.Posting{Key: key, Row: uint64(claimRow(id))})
			}
		}
	}
	slices.SortFunc(all, segments.Compare)
	k := newKeyed(slices.Compact(all))
	var err error
	k.before, err = s.holders(k.keys)
	return k, err
}

// newKeyed has postings, in order, by key.
func newKeyed(all []segments.Posting) *keyed {
	n := 0
	for i := range all {
		if i == 0 || all[i].Key != all[i-1].Key {
			n++
		}
	}
	k := &keyed{keys: make([]uint64, 0, n), touched: make([][]int64, 0, n)}
	rows := make([]int64, len(all))
	for from := 0; from < len(all); {
		to := from
		for ; to < len(all) && all[to].Key == all[from].Key; to++ {
			rows[to] = int64(all[to].Row)
		}
		k.keys, k.touched = append(k.keys, all[from].Key), append(k.touched, rows[from:to:to])
		from = to
	}
	return k
}

// enter adds the touched utterances to those that share their keys, and gives
// the keys that too many share from now on.
func (k *keyed) enter() (shut []uint64) {
	most := 0
	for i := range k.keys {
		most += len(k.before[i]) + len(k.touched[i])
	}
	all := make([]int64, 0, most)
	k.rows = make([][]int64, len(k.keys))
	for i, key := range k.keys {
		from := len(all)
		all = sorted.Merge(all, k.before[i], k.touched[i])
		if k.rows[i] = all[from:len(all):len(all)]; closed(k.rows[i]) {
			shut = append(shut, key)
		}
	}
	return shut
}

// candidates are pairs of rows that share an open key which one of them stands
// for, and one of which is touched, and that may be alike by what is remembered of
// the other; each once, the less first.
func (k *keyed) candidates(m *claimMemory) [][2]int64 {
	parts := make([][][2]int64, len(k.keys)/keysOfTurn+1)
	inParallel(len(parts), func(i int) {
		for n := i * keysOfTurn; n < min((i+1)*keysOfTurn, len(k.keys)); n++ {
			if all := k.rows[n]; !closed(all) {
				parts[i] = m.candidates(parts[i], k.touched[n], all)
			}
		}
	})
	out := slices.Concat(parts...)
	slices.SortFunc(out, comparePairs)
	return slices.Compact(out)
}

// keysOfTurn is how many keys a processor goes through at a time.
const keysOfTurn = 256

// candidates adds those of one key's rows to out.
func (m *claimMemory) candidates(out [][2]int64, touched, all []int64) [][2]int64 {
	stand := standFor(all)
	for _, t := range touched {
		others := stand
		if _, stands := slices.BinarySearch(stand, t); stands {
			others = all
		}
		own := m.told.first[t]
		for _, o := range others {
			if o != t && m.mayBeAlike(own, o) {
				out = append(out, [2]int64{min(t, o), max(t, o)})
			}
		}
	}
	return out
}

func comparePairs(a, b [2]int64) int {
	if a[0] != b[0] {
		return cmp.Compare(a[0], b[0])
	}
	return cmp.Compare(a[1], b[1])
}

// displaced are pairs of rows that were compared by a key and are no more: one
// stood for it and does not now. They may share another.
func (k *keyed) displaced() [][2]int64 {
	var out [][2]int64
	for i := range k.keys {
		now := standFor(k.rows[i])
		for _, was := range standFor(k.before[i]) {
			if _, still := slices.BinarySearch(now, was); still {
				continue
			}
			for _, o := range k.before[i] {
				if _, stands := slices.BinarySearch(now, o); !stands && o != was {
					out = append(out, [2]int64{was, o})
				}
			}
		}
	}
	return out
}

// shared are pairs of rows that share one of the keys.
func (k *keyed) shared(keys []uint64) [][2]int64 {
	var out [][2]int64
	for _, key := range keys {
		i, _ := slices.BinarySearch(k.keys, key)
		all := k.before[i]
		for _, rep := range standFor(all) {
			for _, o := range all {
				if o != rep {
					out = append(out, [2]int64{rep, o})
				}
			}
		}
	}
	return out
}
