package syntax

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
)

// table finds the payload of a feature or a word by its hash. Its entries lie as
// they are stored in the model's file, so that loading copies nothing: markBits of
// the hash below a payload, little-endian. Each bucket of hashes is displaced so
// that no two entries want one place (Belazzougui, Botelho and Dietzfelbinger 2009,
// "Hash, Displace, and Compress"): a search reads one entry and asks nothing.
type table struct {
	shifts  []byte // how far each bucket's hashes are displaced
	entries []byte
	places  uint64
	width   uint64 // bytes of an entry, 4 or 5
}

const (
	markBits = 16
	markMask = 1<<markBits - 1
)

// find gives a hash's payload, 0 when it has none.
func (t *table) find(hash uint64) uint32 {
	bucket, _ := bits.Mul64(hash, uint64(len(t.shifts)))
	e := t.entry(t.place(hash, t.shifts[bucket]))
	differs := (e ^ hash) & markMask
	return uint32(e>>markBits) & uint32(int64(differs-1)>>63)
}

// maxFeatures bounds the features of one decision.
const maxFeatures = 128

// found is room for what a search for several features finds.
type found struct {
	place   [maxFeatures]uint64
	payload [maxFeatures]uint32
}

// findAll gives the payloads of several hashes. All places are known before the
// first is read, so that memory is waited for once and not by each.
func (t *table) findAll(hashes []uint64, out *found) []uint32 {
	hashes = hashes[:min(len(hashes), maxFeatures)]
	shifts, entries, width, places := t.shifts, t.entries, t.width, t.places
	buckets, mask := uint64(len(shifts)), uint64(1)<<(8*width)-1
	for i, h := range hashes {
		bucket, _ := bits.Mul64(h, buckets)
		place, _ := bits.Mul64(displaced(h, shifts[bucket]), places)
		out.place[i&(maxFeatures-1)] = place * width
	}
	for i, h := range hashes {
		e := binary.LittleEndian.Uint64(entries[out.place[i&(maxFeatures-1)]:]) & mask
		out.payload[i&(maxFeatures-1)] = uint32(e>>markBits) & uint32(int64((e^h)&markMask-1)>>63)
	}
	return out.payload[:len(hashes)]
}

// place is where a hash stands when its bucket is displaced.
func (t *table) place(hash uint64, shift byte) uint64 {
	at, _ := bits.Mul64(displaced(hash, shift), t.places)
	return at
}

func displaced(hash uint64, shift byte) uint64 {
	return (hash ^ uint64(shift)*0xD6E8FEB86659FD93) * 0xA0761D6478BD642F
}

// entry reads an entry; behind the last there is room to read too far.
func (t *table) entry(place uint64) uint64 {
	return binary.LittleEndian.Uint64(t.entries[place*t.width:]) & (1<<(8*t.width) - 1)
}

// A table has room for fullness entries in each hundred places and as many
// in each hundred buckets.
const (
	fullness   = 85
	bucketSize = 4
)

// pair is a hash and its payload.
type pair struct {
	hash    uint64
	payload uint32
}

// newTable lays pairs out, the first the surest: what finds no place is left out,
// which happens to few or none.
func newTable(pairs []pair, width int) *table {
	t := &table{places: uint64(len(pairs))*100/fullness + 1, width: uint64(width), shifts: make([]byte, len(pairs)/bucketSize+1)}
	t.entries = make([]byte, t.places*t.width+8-t.width)
	taken := make([]bool, t.places)
	for _, bucket := range t.buckets(pairs) {
		for len(bucket) > 0 && !t.settle(bucket, taken) {
			bucket = bucket[:len(bucket)-1]
		}
	}
	return t
}

// buckets are the pairs by bucket, the largest first, each without double hashes.
func (t *table) buckets(pairs []pair) [][]pair {
	out := make([][]pair, len(t.shifts))
	for _, p := range pairs {
		b, _ := bits.Mul64(p.hash, uint64(len(t.shifts)))
		if !slices.ContainsFunc(out[b], func(q pair) bool { return q.hash == p.hash }) {
			out[b] = append(out[b], p)
		}
	}
	slices.SortStableFunc(out, func(a, b []pair) int { return cmp.Compare(len(b), len(a)) })
	return out
}

// settle finds a shift under which a bucket's hashes find free places, and writes
// its entries there.
func (t *table) settle(bucket []pair, taken []bool) bool {
	b, _ := bits.Mul64(bucket[0].hash, uint64(len(t.shifts)))
	for shift := range 256 {
		if t.fits(bucket, byte(shift), taken) {
			t.shifts[b] = byte(shift)
			for _, p := range bucket {
				t.write(p, byte(shift), taken)
			}
			return true
		}
	}
	return false
}

func (t *table) fits(bucket []pair, shift byte, taken []bool) bool {
	for i, p := range bucket {
		at := t.place(p.hash, shift)
		if taken[at] || slices.ContainsFunc(bucket[:i], func(q pair) bool { return t.place(q.hash, shift) == at }) {
			return false
		}
	}
	return true
}

func (t *table) write(p pair, shift byte, taken []bool) {
	at := t.place(p.hash, shift)
	taken[at] = true
	var buf [8]byte
	binary.LittleEndian.PutUint64(buf[:], uint64(p.payload)<<markBits|p.hash&markMask)
	copy(t.entries[at*t.width:][:t.width], buf[:])
}
