package store

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Buckets hold what a list for each would.
func TestBucketsHoldNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b, want := buckets{of: map[bucketKey]int64{}}, map[bucketKey][]int64{}
		key := rapid.Map(rapid.Int64Range(0, 3), func(k int64) bucketKey { return bucketKey(k) })
		name := rapid.Int64Range(1, 9)
		t.Repeat(map[string]func(*rapid.T){
			"add": func(t *rapid.T) {
				k, names := key.Draw(t, "key"), rapid.SliceOfN(name, 0, 3).Draw(t, "names")
				b.add(k, names...)
				want[k] = append(want[k], names...)
			},
			"drop": func(t *rapid.T) {
				k, x := key.Draw(t, "key"), name.Draw(t, "name")
				want[k] = slices.DeleteFunc(want[k], func(y int64) bool { return x == y })
				if left := b.drop(k, x); left != len(want[k]) {
					t.Fatalf("%d are left, not %d", left, len(want[k]))
				}
			},
			"": func(t *rapid.T) {
				for k, names := range want {
					if got := b.append([]int64{7}, k); !slices.Equal(got[1:], names) || b.count(k) != len(names) {
						t.Fatalf("%d has %v, %d of them, not %v", k, got[1:], b.count(k), names)
					}
					if n := len(names); n > 0 && b.last(k) != names[n-1] || n == 0 && b.last(k) != nobody {
						t.Fatalf("last of %v is %d", names, b.last(k))
					}
				}
			},
		})
	})
}
