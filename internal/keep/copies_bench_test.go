package keep_test

import (
	"os"
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
)

// processorTime is what the process has used.
func processorTime() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkCopies compares generated articles of 2.3 kB that are already in an
// archive without statements, then asks for the copies of some.
// -benchtime 100000x is the house figure.
func BenchmarkCopies(b *testing.B) {
	a, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "archive.db"), store.Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { a.Close() }()
	var ids []string
	var batch []*store.Packed
	text := 0
	put := func() {
		if _, err := a.Put(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
		batch = batch[:0]
	}
	for x := range gen.New(7, gen.Config{Bytes: 2300, Originals: .7, Varied: true, Family: 500, Outlets: 2000, PerDay: 5000, Cities: 20000, People: 100000}).Articles(b.N) {
		art, err := clean.Article(x.Blob())
		if err != nil {
			b.Fatal(err)
		}
		p, err := store.Pack(store.Entry{Blob: x.Blob(), Article: art, Seen: when.Seen(art.Dates, art.Fetched).Interval})
		if err != nil {
			b.Fatal(err)
		}
		ids, batch, text = append(ids, x.ID), append(batch, p), text+len(x.Text)
		if len(batch) == 500 {
			put()
		}
	}
	put()
	a, before := reopened(b, a)
	used := processorTime()
	b.ResetTimer()
	if err := keep.SweepCopies(b.Context(), a); err != nil {
		b.Fatal(err)
	}
	b.StopTimer()
	used = processorTime() - used
	a, after := reopened(b, a)
	b.ReportMetric(float64(used.Microseconds())/float64(b.N), "cpu-µs/article")
	b.ReportMetric(float64(after-before)/float64(text), "index-bytes/byte")
	b.ReportMetric(peakMiB(), "peak-MiB")
	report95(b, ids, func(id string) error {
		_, err := a.Meetings(b.Context(), id, 20)
		return err
	})
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

// reopened closes an archive, so that all of it is in its file, tells the file's
// size, and opens it again.
func reopened(b *testing.B, a *store.Archive) (*store.Archive, int64) {
	if err := a.Close(); err != nil {
		b.Fatal(err)
	}
	info, err := os.Stat(a.Path())
	if err != nil {
		b.Fatal(err)
	}
	a, err = store.Open(b.Context(), a.Path(), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return a, info.Size()
}
