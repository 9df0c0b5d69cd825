package text

import (
	"testing"

	"pgregory.net/rapid"
)

// A table holds what a map does.
func TestTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table, want := NewTable[int](rapid.IntRange(0, 9).Draw(t, "room")), map[Key]int{}
		for _, k := range rapid.SliceOf(rapid.Uint64Range(1, 40)).Draw(t, "keys") {
			*table.At(Key(k) << 29)++
			want[Key(k)<<29]++
		}
		for k := Key(0); k <= 40; k++ {
			if got := table.Get(k << 29); got != want[k<<29] {
				t.Fatalf("key %d: %d, want %d", k, got, want[k<<29])
			}
		}
	})
}
