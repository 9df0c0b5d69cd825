package store

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/match"
)

// TestSketchesOfRows holds sketches of many pages: a row gives back the one that it was
// given, and an empty one where it was given several that differ.
func TestSketchesOfRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k, want := newSketches(), map[int64]string{}
		for range rapid.IntRange(0, 4000).Draw(t, "held") {
			row := rapid.Int64Range(0, 3000).Draw(t, "row")
			if rapid.IntRange(0, 9).Draw(t, "forgets") == 0 {
				k.forget(row)
				delete(want, row)
				continue
			}
			g := &match.Gist{Stems: make([]match.Stem, rapid.SampledFrom([]int{0, 3, 30, 255, 256}).Draw(t, "stems"))}
			for i := range g.Stems {
				g.Stems[i] = match.Stem{Hash: uint32(i) << 20, Bits: 3}
			}
			s := string(g.AppendSketch(nil))
			if was, known := want[row]; known && was != s {
				s = ""
			}
			k.hold(row, g)
			want[row] = s
		}
		for row := range int64(3001) {
			s, known := k.of(row)
			if w, held := want[row]; known != held || string(s) != w {
				t.Fatalf("row %d has %x, %v, not %x, %v", row, s, known, w, held)
			}
		}
	})
}
