package lang

import "math/bits"

// masks is a table from keys, none of them 0, to sets of languages, a bit a
// language. It is open-addressed: every word asks it three times.
type masks []maskSlot

type maskSlot struct{ key, languages uint64 }

// slotsOfKey keeps the probes short.
const slotsOfKey = 3

func masksOf(m map[uint64]uint64) masks {
	t := make(masks, 1<<bits.Len(uint(slotsOfKey*len(m))))
	for key, languages := range m {
		*t.slot(key) = maskSlot{key, languages}
	}
	return t
}

// of gives the languages of a key.
func (t masks) of(key uint64) uint64 { return t.slot(key).languages }

// slot is the one that has the key, or where it belongs.
func (t masks) slot(key uint64) *maskSlot {
	const spread = 0x9e3779b97f4a7c15 // 2⁶⁴ over the golden ratio: packed endings differ in few bits
	for i := key * spread >> 32; ; i++ {
		if s := &t[i&uint64(len(t)-1)]; s.key == key || s.key == 0 {
			return s
		}
	}
}
