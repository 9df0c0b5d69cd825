package store

import "encoding/binary"

// packNumbers writes rows, which are positive, in few bytes each.
func packNumbers(rows []int64) []byte {
	out := make([]byte, 0, 3*len(rows))
	for _, n := range rows {
		out = binary.AppendUvarint(out, uint64(n))
	}
	return out
}

// eachNumber calls do with the rows that packNumbers wrote, as far as they read.
func eachNumber(packed []byte, do func(int64)) {
	for len(packed) > 0 {
		n, size := binary.Uvarint(packed)
		if size <= 0 {
			return
		}
		do(int64(n))
		packed = packed[size:]
	}
}
