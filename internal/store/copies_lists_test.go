package store

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestKeysAreFoundInTheirParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.OneOf(rapid.Uint64Range(0, 40), rapid.Uint64Range(0, 1<<42), rapid.Uint64())
		keys := rapid.SliceOf(key).Draw(t, "keys")
		slices.Sort(keys)
		l := posterLists{keys: slices.Compact(keys)}
		l.divide()
		for _, k := range append(slices.Clone(l.keys), key.Draw(t, "asked")) {
			i, found := slices.BinarySearch(l.keys, k)
			if at, known := l.find(k); known != found || found && at != i {
				t.Fatalf("%d of %d at %d, %v; it is at %d, %v", k, l.keys, at, known, i, found)
			}
		}
	})
}
