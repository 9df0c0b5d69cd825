package copies

import "slices"

// keyAnchors is how many of a text's weightiest anchors are paired: of 107
// Russian articles and twelve English versions of each .999 of the pairs share a
// key then, of versions in one language all (.962 with 8; 16 give twice the
// candidates).
const keyAnchors = 12

// Keys appends the buckets by which translations of a text are found, into its
// own language or another, ascending: a key for every two of its weightiest
// anchors, 66 at most. Texts that share one are worth a Compare if they are in
// one language, else a Cross. A bucket of more than forty origins tells nothing.
func Keys(anchors []Anchor, dst []uint64) []uint64 {
	top := weightiest(anchors)
	from := len(dst)
	for i, a := range top {
		for _, b := range top[:i] {
			dst = append(dst, mix(min(a.Key, b.Key)*base+max(a.Key, b.Key)))
		}
	}
	slices.Sort(dst[from:])
	return dst
}

// weightiest are the keyAnchors anchors that weigh most, or all; of those that
// weigh as much, the least by key. They come by key.
func weightiest(anchors []Anchor) []Anchor {
	top := make([]Anchor, 0, keyAnchors+1)
	for _, a := range anchors {
		at := len(top)
		for at > 0 && top[at-1].Weight < a.Weight {
			at--
		}
		if at < keyAnchors {
			top = slices.Insert(top, at, a)
			top = top[:min(len(top), keyAnchors)]
		}
	}
	return top
}
