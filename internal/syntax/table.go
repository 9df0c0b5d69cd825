package syntax

import (
	"encoding/binary"
	"math/bits"
	"sort"
)

// table finds the payload of a feature or a word by its hash. Its entries lie as
// they are stored in the model's file, so that loading copies nothing: markBits of
// the hash below a payload of payloadBits, little-endian, probed one after the
// other from the place the hash's high bits give. An entry without payload is
// empty, and the last entry is.
type table struct {
	entries []byte
	places  uint64 // hashes begin at one of these
	width   uint64 // bytes of an entry, 4 or 5
}

const (
	markBits = 16
	markMask = 1<<markBits - 1
)

// find gives a hash's payload, 0 when it has none.
func (t *table) find(hash uint64) uint32 {
	at, _ := bits.Mul64(hash, t.places)
	return t.probe(hash, at*t.width)
}

// probe looks for a hash from byte i on.
func (t *table) probe(hash, i uint64) uint32 {
	mark := hash & markMask
	for ; ; i += t.width {
		e := t.entry(i)
		if e>>markBits == 0 || e&markMask == mark {
			return uint32(e >> markBits)
		}
	}
}

// entry reads the entry at byte i; behind the last there is room to read too far.
func (t *table) entry(i uint64) uint64 {
	return binary.LittleEndian.Uint64(t.entries[i:]) & (1<<(8*t.width) - 1)
}

// maxFeatures bounds the features of one decision.
const maxFeatures = 128

// findAll gives the payloads of several hashes. It reads the first entry of each
// before it looks at any, so that the memory is waited for once and not by each.
func (t *table) findAll(hashes []uint64, payload *[maxFeatures]uint32) {
	var first [maxFeatures]uint64
	for i, h := range hashes {
		at, _ := bits.Mul64(h, t.places)
		first[i] = t.entry(at * t.width)
	}
	for i, h := range hashes {
		e := first[i]
		if e>>markBits != 0 && (e^h)&markMask != 0 {
			at, _ := bits.Mul64(h, t.places)
			payload[i] = t.probe(h, (at+1)*t.width)
			continue
		}
		payload[i] = uint32(e >> markBits)
	}
}

// A table has room for fullness entries in each hundred places.
const fullness = 70

// pair is a hash and its payload.
type pair struct {
	hash    uint64
	payload uint32
}

// newTable lays pairs out; of two with one hash in a run the first stays. Entries
// run on behind the places where their hashes begin, so nothing wraps around.
func newTable(pairs []pair, width int) *table {
	t := &table{places: uint64(len(pairs))*100/fullness + 1, width: uint64(width)}
	place := func(p pair) uint64 { at, _ := bits.Mul64(p.hash, t.places); return at }
	sort.SliceStable(pairs, func(i, j int) bool { return place(pairs[i]) < place(pairs[j]) })
	next := uint64(0) // the first place behind the entries so far
	var buf [8]byte
	for _, p := range pairs {
		if at := place(p); at > next {
			next = at
		}
		for uint64(len(t.entries)) < next*t.width {
			t.entries = append(t.entries, 0)
		}
		binary.LittleEndian.PutUint64(buf[:], uint64(p.payload)<<markBits|p.hash&markMask)
		t.entries = append(t.entries, buf[:width]...)
		next++
	}
	for uint64(len(t.entries)) < max(next, t.places)*t.width+8 {
		t.entries = append(t.entries, 0)
	}
	return t
}
