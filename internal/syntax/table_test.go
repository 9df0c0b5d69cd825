package syntax

import (
	"testing"

	"pgregory.net/rapid"
)

func TestTableFindsWhatIsInIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, seed := rapid.IntRange(0, 3000).Draw(t, "n"), rapid.Uint64().Draw(t, "seed")
		width := rapid.SampledFrom([]int{4, 5}).Draw(t, "width")
		payload := func(i int) uint32 { return uint32(mix(1, uint64(i), seed, 0))&(1<<(8*width-markBits)-1) | 1 }
		hash := func(i int) uint64 { return mix(2, uint64(i), seed, 0) }
		var pairs []pair
		for i := range n {
			pairs = append(pairs, pair{hash(i), payload(i)})
		}
		table := newTable(pairs, width)
		lost, found := 0, 0
		for i := range n {
			switch table.find(hash(i)) {
			case payload(i):
			case 0:
				lost++
			default:
				t.Fatalf("pair %d has %x, want %x", i, table.find(hash(i)), payload(i))
			}
			if table.find(hash(n+i)) != 0 {
				found++
			}
		}
		if lost > n/100+1 || found > n/1000+2 {
			t.Fatalf("of %d pairs %d are lost; of as many others %d are found", n, lost, found)
		}
	})
}
