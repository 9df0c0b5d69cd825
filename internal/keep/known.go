package keep

import (
	"context"

	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/store"
)

// Enlist adds known people and places to the archive and groups the names they
// bear again. A killed Enlist is finished by the same list once more.
func Enlist(ctx context.Context, a *store.Archive, entries []known.Entry, file string, w Watch) (store.Enlisted, error) {
	n, err := a.Enlist(ctx, entries, file)
	if err != nil {
		return n, err
	}
	var p Progress
	return n, finish(ctx, a, &p, w)
}

// Strike removes known people and places by their IDs, likewise.
func Strike(ctx context.Context, a *store.Archive, ids []string, w Watch) error {
	if err := a.Strike(ctx, ids); err != nil {
		return err
	}
	var p Progress
	return finish(ctx, a, &p, w)
}
