package segments

import (
	"encoding/binary"
	"sort"
)

// Directory is the first key of each page of a run, in order.
type Directory []uint64

// Pack writes a directory as bytes.
func (d Directory) Pack() []byte {
	out := make([]byte, 0, 4*len(d))
	last := uint64(0)
	for _, k := range d {
		out = binary.AppendUvarint(out, k-last)
		last = k
	}
	return out
}

// UnpackDirectory reads what Pack wrote.
func UnpackDirectory(b []byte) (Directory, error) {
	var d Directory
	last := uint64(0)
	for len(b) > 0 {
		k, n := binary.Uvarint(b)
		if n <= 0 || last+k < last {
			return nil, ErrDamaged
		}
		last += k
		d, b = append(d, last), b[n:]
	}
	return d, nil
}

// Pages gives the numbers of the pages in which keys, sorted, may stand, each
// once, in order.
func (d Directory) Pages(keys []uint64) []int {
	var out []int
	for _, k := range keys {
		// The last page that begins before the key may end with it; those that
		// begin with it hold it.
		from := max(sort.Search(len(d), func(i int) bool { return d[i] >= k })-1, 0)
		if n := len(out); n > 0 {
			from = max(from, out[n-1]+1)
		}
		for i := from; i < len(d) && d[i] <= k; i++ {
			out = append(out, i)
		}
	}
	return out
}

// Among is the part of keys, sorted, that may stand in a page: keys[from:to].
func (d Directory) Among(page int, keys []uint64) (from, to int) {
	from = sort.Search(len(keys), func(i int) bool { return keys[i] >= d[page] })
	to = len(keys)
	if page+1 < len(d) {
		to = from + sort.Search(len(keys)-from, func(i int) bool { return keys[from+i] > d[page+1] })
	}
	return from, to
}
