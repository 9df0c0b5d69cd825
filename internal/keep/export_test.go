package keep

import (
	"context"
	"iter"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// AddComparing is Add that compares whenever so many entries are written.
func AddComparing(ctx context.Context, a *store.Archive, blobs iter.Seq2[news.Blob, error], every int, w Watch) (Progress, error) {
	d := &deriver{archive: a, makers: makers()}
	return add(ctx, d, blobs, w, every)
}
