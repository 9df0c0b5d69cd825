package segments_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/segments"
)

// One key in a hundred is asked for, as when a thousand articles are compared with
// a hundred thousand.
func BenchmarkMatch(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	var postings []segments.Posting
	for range 200_000 {
		key := r.Uint64N(1 << 41)
		for range 1 + r.IntN(8) {
			postings = append(postings, segments.Posting{Key: key, Row: r.Uint64N(1 << 17)})
		}
	}
	slices.SortFunc(postings, segments.Compare)
	run := write(b, postings)
	var keys []uint64
	for i := 0; i < len(postings); i += 100 {
		keys = append(keys, postings[i].Key)
	}
	keys = slices.Compact(keys)
	for name, marks := range map[string][]segments.Marks{"unmarked": make([]segments.Marks, len(run.pages)), "marked": run.mark(b)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				run.find(b, marks, keys)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(postings)), "ns/posting")
		})
	}
}
