package keep

import (
	"context"
	"time"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/store"
)

// Decide records a person's decision and brings the archive to what it would be
// had the decision been there from the start: the articles it is about are
// derived again with it, by the way every redo takes, and names are compared
// again. A killed Decide is finished by the next add or redo.
func Decide(ctx context.Context, a *store.Archive, e corrections.Entry, w Watch) (corrections.Entry, error) {
	e, err := a.Decide(ctx, e, time.Now())
	if err != nil || e.OfCase() { // of a case nothing is derived
		return e, err
	}
	var p Progress
	return e, finish(ctx, a, &p, w)
}

// Import takes over the decisions of another log.
func Import(ctx context.Context, a *store.Archive, entries []corrections.Entry, w Watch) (store.Imported, error) {
	n, err := a.Import(ctx, entries)
	if err != nil {
		return n, err
	}
	var p Progress
	return n, finish(ctx, a, &p, w)
}

// Forget removes articles for good, all that they alone had included, and what
// was removed from the file itself. A killed Forget is finished by the next add
// or redo; what it had not come to is still there.
func Forget(ctx context.Context, a *store.Archive, ids []string, g store.Grave, w Watch) error {
	for _, id := range ids {
		if err := a.Forget(ctx, id, g); err != nil {
			return err
		}
	}
	var p Progress
	return finish(ctx, a, &p, w)
}
