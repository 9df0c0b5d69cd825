package keep_test

import (
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/hearsay-engine/hearsay/internal/clean"
	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/when"
	"github.com/hearsay-engine/hearsay/news"
)

// processorTime is what the process has used.
func processorTime() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// partOf is how many articles are added before they are compared with those
// that are there.
const partOf = 1000

// BenchmarkCopies keeps generated articles of 2.3 kB in an archive without
// statements, part by part, comparing each part when it has come, then asks for
// the copies of some. -benchtime 100000x is the house figure.
func BenchmarkCopies(b *testing.B) {
	a, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "archive.db"), store.Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { a.Close() }()
	var ids []string
	var spent []time.Duration
	river := gen.New(7, gen.Config{Bytes: 2300, Originals: .7, Varied: true, Family: 500, Outlets: 2000, PerDay: 5000, Cities: 20000, People: 100000})
	for from := 0; from < b.N; from += partOf {
		var batch []*store.Packed
		for n := from; n < min(from+partOf, b.N); n++ {
			x := river.Article(n)
			ids, batch = append(ids, x.ID), append(batch, packed(b, x.Blob()))
		}
		if _, err := a.Put(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
		used := processorTime()
		if err := keep.SweepCopies(b.Context(), a); err != nil {
			b.Fatal(err)
		}
		spent = append(spent, processorTime()-used)
		b.Logf("%d: %.2f ms of processor time an article", from+len(batch), float64(spent[len(spent)-1].Microseconds())/1000/float64(len(batch)))
	}
	b.StopTimer()
	all := time.Duration(0)
	for _, s := range spent {
		all += s
	}
	b.ReportMetric(float64(all.Microseconds())/float64(b.N), "cpu-µs/article")
	b.ReportMetric(peakMiB(), "peak-MiB")
	report95(b, ids, func(id string) error {
		_, err := a.Meetings(b.Context(), id, 20)
		return err
	})
}

// packed is a capture read and cleaned.
func packed(b *testing.B, blob news.Blob) *store.Packed {
	art, err := clean.Article(blob)
	if err != nil {
		b.Fatal(err)
	}
	p, err := store.Pack(store.Entry{Blob: blob, Article: art, Seen: when.Seen(art.Dates, art.Fetched).Interval})
	if err != nil {
		b.Fatal(err)
	}
	return p
}

// report95 asks for a hundred articles all over an archive and reports the time
// of the 95th, by the clock.
func report95(b *testing.B, ids []string, ask func(id string) error) {
	var took []time.Duration
	for i := range 100 {
		begun := time.Now()
		if err := ask(ids[i*len(ids)/100]); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(begun))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[94].Microseconds())/1000, "p95-ms")
	b.ReportMetric(float64(took[50].Microseconds())/1000, "p50-ms")
}
