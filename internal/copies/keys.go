package copies

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/sorted"
)

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
	top := sorted.Top(anchors, keyAnchors, func(a, b Anchor) bool { return a.Weight > b.Weight })
	from := len(dst)
	for i, a := range top {
		for _, b := range top[:i] {
			dst = append(dst, mix(min(a.Key, b.Key)*base+max(a.Key, b.Key)))
		}
	}
	slices.Sort(dst[from:])
	return dst
}
