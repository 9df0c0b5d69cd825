package store

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"maps"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

// bucketKey is a key that names share, and behind it their layer: so many bits of
// it that few of a million meet another by chance, which costs a comparison.
type bucketKey int64

const (
	bucketKeyBits   = 34
	bucketLayerBits = 3
)

func keyIn(layer int, key uint64) bucketKey {
	const spread = 0x9E3779B97F4A7C15
	return bucketKey(key*spread>>(64-bucketKeyBits)<<bucketLayerBits | uint64(layer))
}

func (k bucketKey) layer() int { return int(k & (1<<bucketLayerBits - 1)) }

// in is the same key in another layer.
func (k bucketKey) in(layer int) bucketKey { return k ^ bucketKey(k.layer()) | bucketKey(layer) }

// keysIn are the buckets of keys in a layer.
func keysIn(layer int, keys []uint64) []bucketKey {
	out := make([]bucketKey, len(keys))
	for i, k := range keys {
		out[i] = keyIn(layer, k)
	}
	return out
}

// standsIn are the buckets that a name stands in.
func standsIn(f *resolve.Form) []bucketKey {
	if f.Short {
		return keysIn(shortNames, f.Words)
	}
	out := append(keysIn(full, f.Pairs), keysIn(fullByWord, f.Words)...)
	if f.Single {
		out = append(out, keysIn(singles, f.Words)...)
	}
	return out
}

// matesIn are the buckets that the mates of a name stand in, of its own layer.
func matesIn(f *resolve.Form) []bucketKey {
	switch {
	case f.Short:
		return keysIn(shortNames, f.Words)
	case f.Single:
		return append(keysIn(full, f.Pairs), keysIn(fullByWord, f.Words)...)
	case f.Kind == news.Person:
		return append(keysIn(full, f.Pairs), keysIn(singles, f.Words)...)
	}
	return keysIn(full, f.Pairs)
}

// askedIn are the buckets that names stand in which may be one asked for.
func askedIn(f *resolve.Form) []bucketKey {
	out := append(matesIn(f), keysIn(shortNames, f.Words)...)
	if f.Short {
		out = append(out, keysIn(fullByWord, f.Words)...)
	}
	return out
}

// A bucket is kept in rows of so many names, so that one more name writes no more
// than that; the last row there is number for holds what is left.
const (
	bucketPart = 256
	partBits   = 12
	mostParts  = 1 << partBits
)

func (k bucketKey) row(part int) int64 { return int64(k)<<partBits | int64(part) }

// bucketQuery gives the rows of buckets.
const bucketQuery = "SELECT b.bucket_id, b.names FROM json_each(?1) j CROSS JOIN bucket b ON b.bucket_id BETWEEN j.value << ?2 AND (j.value + 1 << ?2) - 1"

// loadBuckets reads buckets that are not in memory.
func (b *batch) loadBuckets(keys []bucketKey) error {
	all := &b.memory.buckets
	var missing []bucketKey
	for _, k := range keys {
		if !all.know(k) {
			all.of[k] = nobody
			missing = append(missing, k)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	slices.Sort(missing)
	var names []int64
	return b.each(bucketQuery, []any{list(missing), partBits}, func(rows *sql.Rows) error {
		var row int64
		var packed sql.RawBytes
		err := rows.Scan(&row, &packed)
		if err != nil {
			return err
		}
		if names, err = unpackNames(names[:0], packed); err == nil {
			all.add(bucketKey(row>>partBits), names...)
		}
		return err
	})
}

// fileIn puts names into their buckets.
func (b *batch) fileIn(names []int64, forms map[int64]*resolve.Form) error {
	changed := map[bucketKey]int{}
	stand := make([][]bucketKey, len(names))
	for i, id := range names {
		stand[i] = standsIn(forms[id])
		for _, k := range stand[i] {
			changed[k] = 0
		}
	}
	if err := b.loadBuckets(slices.Collect(maps.Keys(changed))); err != nil {
		return err
	}
	all := &b.memory.buckets
	for k := range changed {
		changed[k] = all.count(k)
	}
	for i, id := range names {
		for _, k := range stand[i] {
			if all.last(k) != id {
				all.add(k, id)
			}
		}
	}
	return b.writeBuckets(changed)
}

// writeBuckets writes buckets from the first name that is not where it was.
func (b *batch) writeBuckets(changed map[bucketKey]int) error {
	var values []any
	var names []int64
	for _, k := range slices.Sorted(maps.Keys(changed)) {
		names = b.memory.buckets.append(names[:0], k)
		for part := min(changed[k]/bucketPart, mostParts-1); part*bucketPart < len(names) && part < mostParts; part++ {
			end := min(len(names), (part+1)*bucketPart)
			if part == mostParts-1 {
				end = len(names)
			}
			values = append(values, k.row(part), packNames(names[part*bucketPart:end]))
		}
	}
	return b.bulk("INSERT OR REPLACE INTO bucket (bucket_id, names) VALUES ", 2, values)
}

// dropFrom takes a name out of buckets.
func (b *batch) dropFrom(keys []bucketKey, name int64) error {
	if err := b.loadBuckets(keys); err != nil {
		return err
	}
	changed := map[bucketKey]int{}
	var gone []int64
	for _, k := range keys {
		at := slices.Index(b.memory.buckets.append(nil, k), name)
		if at < 0 {
			continue
		}
		changed[k] = at
		if left := b.memory.buckets.drop(k, name); left%bucketPart == 0 && left/bucketPart < mostParts {
			gone = append(gone, k.row(left/bucketPart))
		}
	}
	if err := b.writeBuckets(changed); err != nil || len(gone) == 0 {
		return err
	}
	return b.exec("DELETE FROM bucket WHERE bucket_id IN (SELECT value FROM json_each(?))", list(gone))
}

// dropFromAll takes names out of the buckets they stand in, whatever their keys
// were, and gives those.
func (b *batch) dropFromAll(names []int64) ([]bucketKey, error) {
	gone := map[int64]bool{}
	for _, id := range names {
		gone[id] = true
	}
	in := map[bucketKey]map[int64]bool{}
	var held []int64
	err := b.each("SELECT bucket_id, names FROM bucket", nil, func(rows *sql.Rows) error {
		var row int64
		var packed sql.RawBytes
		err := rows.Scan(&row, &packed)
		if err == nil {
			held, err = unpackNames(held[:0], packed)
		}
		for _, id := range held {
			if k := bucketKey(row >> partBits); gone[id] {
				if in[k] == nil {
					in[k] = map[int64]bool{}
				}
				in[k][id] = true
			}
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	keys := slices.Sorted(maps.Keys(in))
	for _, k := range keys {
		for _, id := range slices.Sorted(maps.Keys(in[k])) {
			if err := b.dropFrom([]bucketKey{k}, id); err != nil {
				return nil, err
			}
		}
	}
	return keys, nil
}

// packNames writes rows of names by what they differ by from one to the next.
func packNames(names []int64) []byte {
	out := make([]byte, 0, 3*len(names))
	last := int64(0)
	for _, id := range names {
		out = binary.AppendVarint(out, id-last)
		last = id
	}
	return out
}

var errCutShort = errors.New("a list of names is cut short")

// unpackNames appends what packNames wrote.
func unpackNames(out []int64, b []byte) ([]int64, error) {
	for last := int64(0); len(b) > 0; {
		d, n := binary.Varint(b)
		if n <= 0 {
			return out, errCutShort
		}
		last, b = last+d, b[n:]
		out = append(out, last)
	}
	return out, nil
}
