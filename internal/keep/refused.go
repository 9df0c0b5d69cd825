package keep

import (
	"context"

	"github.com/hearsay-engine/hearsay/internal/flow"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// Refused reads an article's capture again for what looked like a statement and
// was not taken, which an archive does not keep. It is nil where this program
// reads another text in the capture than the archive holds.
func Refused(ctx context.Context, a *store.Archive, of *store.Stored) ([]news.Refusal, error) {
	b, err := a.Capture(ctx, of.ID, 0)
	if err != nil {
		return nil, err
	}
	again, err := flow.Guarded(flow.Article)(b)
	if err != nil || again.SHA256 != of.SHA256 {
		return nil, nil
	}
	return again.Refused, nil
}
