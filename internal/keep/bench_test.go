package keep_test

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// generated yields the first n articles of a generated archive.
// generated yields articles of so many bytes on average.
func generated(seed uint64, n, bytes int) iter.Seq2[news.Blob, error] {
	return func(yield func(news.Blob, error) bool) {
		for a := range gen.New(seed, gen.Config{Bytes: bytes}).Articles(n) {
			if !yield(a.Blob(), nil) {
				return
			}
		}
	}
}

// BenchmarkAdd reads generated articles of 2.5 kB into a new archive:
// everything derived, indexed and swept. -benchtime 10000x is the house figure.
func BenchmarkAdd(b *testing.B) {
	a, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "archive.db"), store.Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	p, err := keep.Add(b.Context(), a, generated(7, b.N, 2500), keep.Watch{})
	if err != nil || p.Added != b.N {
		b.Fatal(p, err)
	}
	b.StopTimer()
	b.SetBytes(p.Bytes / int64(b.N))
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
	b.ReportMetric(peakMiB(), "peak-MiB")
	info, err := os.Stat(a.Path())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(info.Size())/float64(p.Bytes), "archive-bytes/byte")
	if err := a.Close(); err != nil {
		b.Fatal(err)
	}
}

// peakMiB is the most memory the process has held, by Linux's count; 0 elsewhere.
func peakMiB() float64 {
	status, _ := os.ReadFile("/proc/self/status")
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	var kib float64
	fmt.Sscan(after, &kib)
	return kib / 1024
}
