//go:build unix

package eval_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/hearsay-engine/hearsay/internal/clean"
	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/internal/flow"
	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/news"
)

// generated is how many invented articles the benchmarks go round.
const generated = 400

func BenchmarkClean(b *testing.B) { over(b, invented(), clean.Article) }

func BenchmarkExtract(b *testing.B) { over(b, invented(), flow.Article) }

// BenchmarkExtractRealNews reads the PolNeAR dev texts when they are there.
func BenchmarkExtractRealNews(b *testing.B) { over(b, realNews(b), flow.Article) }

func BenchmarkCleanRealNews(b *testing.B) { over(b, realNews(b), clean.Article) }

// BenchmarkAttributeRealNews leaves reading and cleaning out.
func BenchmarkAttributeRealNews(b *testing.B) {
	captures := realNews(b)
	cleaned := make(map[string]*news.Article, len(captures))
	for _, c := range captures {
		a, err := clean.Article(c)
		if err != nil {
			b.Fatal(err)
		}
		cleaned[c.ID] = a
	}
	over(b, captures, func(c news.Blob) (*news.Article, error) {
		flow.Attribute(cleaned[c.ID])
		return cleaned[c.ID], nil
	})
}

// over reads the captures in turn on one processor. MB/s counts the clock,
// MB/cpu-s what this process was given of it, the collector included: on a
// machine with other work, compare that.
func over(b *testing.B, captures []news.Blob, read eval.Reader) {
	total, before := 0, used(b)
	for n := 0; b.Loop(); n++ {
		c := captures[n%len(captures)]
		if _, err := read(c); err != nil {
			b.Fatal(err)
		}
		total += len(c.Bytes)
	}
	b.ReportMetric(float64(total)/1e6/(used(b)-before).Seconds(), "MB/cpu-s")
	b.SetBytes(int64(total / b.N))
}

// used is the processor time of this process so far.
func used(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func invented() []news.Blob {
	var out []news.Blob
	for a := range gen.New(1, gen.Config{}).Articles(generated) {
		out = append(out, a.Blob())
	}
	return out
}

func realNews(b *testing.B) []news.Blob {
	f, err := os.Open(filepath.Join(shared(b), "data/attribution/polnear/dev.jsonl"))
	if err != nil {
		b.Skip("no annotated news: ", err)
	}
	defer f.Close()
	docs, err := eval.Documents(f, f.Name())
	if err != nil {
		b.Fatal(err)
	}
	out := make([]news.Blob, len(docs))
	for i, d := range docs {
		out[i] = news.Blob{ID: d.ID, Media: news.MediaText, Charset: "utf-8", Bytes: []byte(d.Text)}
	}
	return out
}

// shared is the folder of annotated data: HEARSAY_SHARED, else one called
// shared beside the repository or a folder above it.
func shared(b *testing.B) string {
	if s := os.Getenv("HEARSAY_SHARED"); s != "" {
		return s
	}
	dir, err := os.Getwd()
	if err != nil {
		b.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if s := filepath.Join(dir, "shared"); isFolder(s) {
			return s
		}
	}
	b.Skip("no shared folder beside the repository")
	return ""
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
