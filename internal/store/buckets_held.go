package store

import "slices"

// buckets are the names that share a key, in the order of their row. Most keys are
// one name's, and an archive has a million: a list for each would take more room than
// what is in it, and collections of garbage would go through them all.
type buckets struct {
	of   map[bucketKey]int64 // nobody, a name, or -1 less the place in several
	more [][]int64
}

// nobody stands in a bucket that is known to be empty.
const nobody = 0

func (b *buckets) know(k bucketKey) bool {
	_, known := b.of[k]
	return known
}

// append appends the names of a bucket.
func (b *buckets) append(out []int64, k bucketKey) []int64 {
	switch x := b.of[k]; {
	case x == nobody:
		return out
	case x > nobody:
		return append(out, x)
	default:
		return append(out, b.more[-1-x]...)
	}
}

func (b *buckets) count(k bucketKey) int {
	switch x := b.of[k]; {
	case x == nobody:
		return 0
	case x > nobody:
		return 1
	default:
		return len(b.more[-1-x])
	}
}

// last is the name that came last into a bucket, or nobody.
func (b *buckets) last(k bucketKey) int64 {
	x := b.of[k]
	if x >= nobody {
		return x
	}
	if all := b.more[-1-x]; len(all) > 0 {
		return all[len(all)-1]
	}
	return nobody
}

// add puts names into a bucket, behind those that are there.
func (b *buckets) add(k bucketKey, names ...int64) {
	switch x := b.of[k]; {
	case len(names) == 0:
	case x == nobody && len(names) == 1:
		b.of[k] = names[0]
	case x >= nobody:
		b.more = append(b.more, append(b.append(nil, k), names...))
		b.of[k] = -int64(len(b.more))
	default:
		b.more[-1-x] = append(b.more[-1-x], names...)
	}
}

// drop takes a name out of a bucket, and says how many are left.
func (b *buckets) drop(k bucketKey, name int64) (left int) {
	switch x := b.of[k]; {
	case x == name:
		b.of[k] = nobody
	case x < nobody:
		b.more[-1-x] = slices.DeleteFunc(b.more[-1-x], func(id int64) bool { return id == name })
	}
	return b.count(k)
}
