package ner

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// rows finds what a feature weighs for each label by its hash. An entry is the
// hash's low markBytes and a byte for each label but outside, bias standing for
// nothing; entries lie as they are stored in the model's file, probed one after
// the other from the place the hash's high bits give. An entry without mark is
// empty, and the last is.
type rows struct {
	entries []byte
	places  uint64 // hashes begin at one of these
}

const (
	markBytes = 4
	rowBytes  = markBytes + labels - 1
	bias      = 128
)

// Four sums of 16 bits share a word of 64: a byte of a row is added to its sum
// without being taken apart. So many features can be summed, at 255 each.
const (
	evenBytes = 0x00FF00FF00FF00FF
	_         = uint(1<<16/255 - maxFeatures)
)

// probe gives where the row of a hash begins, -1 when it has none; i is where its
// probing begins and e the mark there.
func (t *rows) probe(hash uint64, i int, e uint32) int {
	for m := markOf(hash); e != m; e = binary.LittleEndian.Uint32(t.entries[i:]) {
		if e == 0 {
			return -1
		}
		i += rowBytes
	}
	return i + markBytes
}

// markOf is never nought.
func markOf(hash uint64) uint32 { return uint32(hash) | 1 }

// probes is room for where features are looked for.
type probes struct {
	at   [maxFeatures]int
	mark [maxFeatures]uint32
}

// begin gives where probing for each feature begins and what mark stands there. All
// are read before any is looked at, so that memory is waited for once and not by each.
func (t *rows) begin(features []uint64, p *probes) {
	for k, f := range features {
		at, _ := bits.Mul64(f, t.places)
		i := int(at) * rowBytes
		p.at[k], p.mark[k] = i, binary.LittleEndian.Uint32(t.entries[i:])
	}
}

// sum is what so many features weigh for each label, four in a word.
type sum struct {
	lanes [4]uint64
	n     int32
}

// add adds what features weigh, maxFeatures at most in all.
func (s *sum) add(t *rows, features []uint64, p *probes) {
	a, b, c, d, n := s.lanes[0], s.lanes[1], s.lanes[2], s.lanes[3], s.n
	t.begin(features, p)
	for k, f := range features {
		i := t.probe(f, p.at[k], p.mark[k])
		if i < 0 {
			continue
		}
		row := t.entries[i : i+labels-1]
		x, y := binary.LittleEndian.Uint64(row), binary.LittleEndian.Uint64(row[8:])
		a += x & evenBytes
		b += x >> 8 & evenBytes
		c += y & evenBytes
		d += y >> 8 & evenBytes
		n++
	}
	s.lanes, s.n = [4]uint64{a, b, c, d}, n
}

// join adds what other features weigh.
func (s *sum) join(o *sum) {
	for k := range s.lanes {
		s.lanes[k] += o.lanes[k]
	}
	s.n += o.n
}

// scores takes a sum apart.
func (s *sum) scores(out *scores) {
	for k := range 4 {
		out[1+2*k] = int32(s.lanes[0]>>(16*k)&0xFFFF) - bias*s.n
		out[2+2*k] = int32(s.lanes[1]>>(16*k)&0xFFFF) - bias*s.n
		out[9+2*k] = int32(s.lanes[2]>>(16*k)&0xFFFF) - bias*s.n
		out[10+2*k] = int32(s.lanes[3]>>(16*k)&0xFFFF) - bias*s.n
	}
}

// A table has room for fullness entries in each hundred places.
const fullness = 70

// laid is a feature and the bytes of its row.
type laid struct {
	feature uint64
	row     [labels - 1]byte
}

// newRows lays features out. Entries run on behind the places where their hashes
// begin, so nothing wraps around.
func newRows(all []laid) rows {
	t := rows{places: uint64(len(all))*100/fullness + 1}
	t.entries = layOut(len(all), t.places, rowBytes, func(i int) uint64 { return all[i].feature }, func(i int, entry []byte) {
		binary.LittleEndian.PutUint32(entry, markOf(all[i].feature))
		copy(entry[markBytes:], all[i].row[:])
	})
	return t
}

// layOut fills a table of n entries of a width, in order of their places.
func layOut(n int, places uint64, width int, hash func(int) uint64, fill func(int, []byte)) []byte {
	place := func(i int) int { at, _ := bits.Mul64(hash(i), places); return int(at) }
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return place(a) - place(b) })
	out := make([]byte, (int(places)+n+1)*width)
	next := 0
	for _, i := range order {
		next = max(next, place(i))
		fill(i, out[next*width:][:width])
		next++
	}
	return out[:(max(next, int(places))+1)*width]
}

// words finds the number of a word by its key, as rows finds a row. An entry is
// 16 bits of the key and 16 of the number, which is never nought.
type words struct {
	entries []byte
	places  uint64
}

const wordBytes = 4

func (t *words) find(key uint64) uint16 {
	h := spread(key)
	at, _ := bits.Mul64(h, t.places)
	for i := at * wordBytes; ; i += wordBytes {
		e := binary.LittleEndian.Uint32(t.entries[i:])
		if e>>16 == 0 || uint16(e) == uint16(h) {
			return uint16(e >> 16)
		}
	}
}

// spread makes a key's bits depend on each other: those of short words are alike.
func spread(key uint64) uint64 { return mix(99, key, 0, 0) }

// newWords lays numbers of words out.
func newWords(number map[uint64]uint16) words {
	var keys []uint64
	for k, n := range number {
		if n > 0 {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	t := words{places: uint64(len(keys))*100/fullness + 1}
	t.entries = layOut(len(keys), t.places, wordBytes, func(i int) uint64 { return spread(keys[i]) }, func(i int, entry []byte) {
		binary.LittleEndian.PutUint32(entry, uint32(number[keys[i]])<<16|uint32(uint16(spread(keys[i]))))
	})
	return t
}
