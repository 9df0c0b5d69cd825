package text

// Table finds values by the keys of listed words, at a third of the cost of a
// map, since a Key is spread well already. Words of a page must not be put into
// one: keys can be made to meet. The zero Key is never in it.
type Table[V any] struct {
	slots []slot[V] // a power of two of them, half of them free at least
	held  int
}

type slot[V any] struct {
	key   Key
	value V
}

// NewTable is an empty table with room for n words.
func NewTable[V any](n int) *Table[V] {
	size := 8
	for size < 2*n {
		size *= 2
	}
	return &Table[V]{slots: make([]slot[V], size)}
}

// Get is the value of a key, the zero value when it is not in the table.
func (t *Table[V]) Get(k Key) (v V) {
	if s := t.find(k); s.key == k {
		return s.value
	}
	return v
}

// At is the value of a key to be written, put into the table when it is not in
// it. It holds until the next call.
func (t *Table[V]) At(k Key) *V {
	s := t.find(k)
	if s.key == 0 {
		if 2*t.held >= len(t.slots) {
			t.grow()
			s = t.find(k)
		}
		s.key = k
		t.held++
	}
	return &s.value
}

// find is the slot of a key, or the free one where it belongs.
func (t *Table[V]) find(k Key) *slot[V] {
	mask := uint64(len(t.slots) - 1)
	for i := uint64(k^k>>32) & mask; ; i = (i + 1) & mask {
		if s := &t.slots[i]; s.key == k || s.key == 0 {
			return s
		}
	}
}

func (t *Table[V]) grow() {
	old := t.slots
	t.slots = make([]slot[V], 2*len(old))
	for i := range old {
		if old[i].key != 0 {
			*t.find(old[i].key) = old[i]
		}
	}
}
