package store_test

import (
	"context"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

func crowdArticle(b testing.TB, crowd *gen.CrowdArchive, n int) *store.Packed {
	art, _ := crowd.Article(n)
	blob := crowd.Blob(art)
	art.CaptureSHA256 = news.DigestOf(blob.Bytes)
	p, err := store.Pack(store.Entry{Blob: blob, Article: art, Makers: reader})
	if err != nil {
		b.Fatal(err)
	}
	return p
}

func sweepAll(b testing.TB, a *store.Archive) {
	for left := 1; left > 0; {
		var err error
		if left, err = a.SweepNames(context.WithoutCancel(b.Context()), store.Maker{Stage: "resolve", Version: "test"}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkResolve resolves the names of a fresh archive, 20 names an article.
// hearsay eval crowd does it with a million mentions.
func BenchmarkResolve(b *testing.B) {
	a, crowd := open(b), gen.NewCrowd(1, gen.Crowd{Entities: max(b.N*6/5, 100)})
	b.ResetTimer()
	for n := 0; n < b.N; n += 200 {
		var batch []*store.Packed
		for i := n; i < min(n+200, b.N); i++ {
			batch = append(batch, crowdArticle(b, crowd, i))
		}
		if _, err := a.Put(context.WithoutCancel(b.Context()), batch); err != nil {
			b.Fatal(err)
		}
	}
	sweepAll(b, a)
}

// BenchmarkResolveOneMore adds articles singly to an archive of 2,500.
func BenchmarkResolveOneMore(b *testing.B) {
	const before = 1500
	a, crowd := open(b), gen.NewCrowd(1, gen.Crowd{Entities: 3000})
	for n := range before {
		if _, err := a.Put(context.WithoutCancel(b.Context()), []*store.Packed{crowdArticle(b, crowd, n)}); err != nil {
			b.Fatal(err)
		}
	}
	sweepAll(b, a)
	n := before
	for b.Loop() {
		if _, err := a.Put(context.WithoutCancel(b.Context()), []*store.Packed{crowdArticle(b, crowd, n)}); err != nil {
			b.Fatal(err)
		}
		sweepAll(b, a)
		n++
	}
}
