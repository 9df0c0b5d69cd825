package store

import (
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

// keyed are touched utterances by key, and all that share each key.
type keyed struct {
	keys    []uint64           // in order; those that were closed before are left out
	touched map[uint64][]int64 // rows, in order
	rows    map[uint64][]int64 // in order, the touched ones among them
	before  map[uint64][]int64 // rows as they stood without the touched ones
}

// keysOf collects the keys of utterances that are loaded, less those that are
// closed, and what shares them.
func (s *claimSweep) keysOf(ids []int64) (*keyed, error) {
	var all []segments.Posting
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
	all = slices.Compact(all)
	k := &keyed{touched: make(map[uint64][]int64, len(all)), rows: make(map[uint64][]int64, len(all))}
	rows := make([]int64, len(all))
	for from := 0; from < len(all); {
		to := from
		for ; to < len(all) && all[to].Key == all[from].Key; to++ {
			rows[to] = int64(all[to].Row)
		}
		k.keys, k.touched[all[from].Key] = append(k.keys, all[from].Key), rows[from:to:to]
		from = to
	}
	var err error
	k.before, err = s.holders(k.keys)
	return k, err
}

// enter adds the touched utterances to those that share their keys, and gives
// the keys that too many share from now on.
func (k *keyed) enter() (shut []uint64) {
	most := 0
	for _, key := range k.keys {
		most += len(k.before[key]) + len(k.touched[key])
	}
	all := make([]int64, 0, most)
	for _, key := range k.keys {
		from := len(all)
		all = sorted.Merge(all, k.before[key], k.touched[key])
		rows := all[from:len(all):len(all)]
		if k.rows[key] = rows; closed(rows) {
			shut = append(shut, key)
		}
	}
	return shut
}

// candidates are pairs of rows that share an open key which one of them stands
// for, and one of which is touched, and that may be alike, which the touched one
// is asked; each once, the less first.
func (k *keyed) candidates(mayBeAlike func(touched, other int64) bool) [][2]int64 {
	var out [][2]int64
	for _, key := range k.keys {
		all := k.rows[key]
		if closed(all) {
			continue
		}
		for _, rep := range standFor(all) {
			_, new := slices.BinarySearch(k.touched[key], rep)
			others := k.touched[key]
			if new {
				others = all
			}
			for _, o := range others {
				touched, other := o, rep
				if new {
					touched, other = rep, o
				}
				if o != rep && mayBeAlike(touched, other) {
					out = append(out, [2]int64{min(rep, o), max(rep, o)})
				}
			}
		}
	}
	slices.SortFunc(out, comparePairs)
	return slices.Compact(out)
}

func comparePairs(a, b [2]int64) int { return slices.Compare(a[:], b[:]) }

// displaced are pairs of rows that were compared by a key and are no more: one
// stood for it and does not now. They may share another.
func (k *keyed) displaced() [][2]int64 {
	var out [][2]int64
	for _, key := range k.keys {
		now := standFor(k.rows[key])
		for _, was := range standFor(k.before[key]) {
			if _, still := slices.BinarySearch(now, was); still {
				continue
			}
			for _, o := range k.before[key] {
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
		all := k.before[key]
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
