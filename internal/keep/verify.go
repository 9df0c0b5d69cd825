package keep

import (
	"context"

	"github.com/hearsay-engine/hearsay/internal/store"
)

// Pending is what a later run has still to do: no fault, but not up to date.
type Pending struct {
	Outdated int // articles an earlier version of a stage made
	Flagged  int // articles marked to be derived again
	Names    int // names not yet compared with the others
	Claims   int // tellings not yet compared with the others
	Copies   int // articles not yet compared with the others
	Failures int // inputs that could not be read
}

// Verify checks the archive and reports what is wrong with it; pending is what
// is merely not finished.
func Verify(ctx context.Context, a *store.Archive, report func(store.Problem)) (store.Verified, Pending, error) {
	v, err := a.Verify(ctx, report)
	if err != nil {
		return v, Pending{}, err
	}
	p, err := Unfinished(ctx, a)
	if err != nil || p.Flagged+p.Names > 0 {
		return v, p, err
	}
	known, err := namesDecided(ctx, a)
	if err == nil && !known {
		v.Problems++
		report(store.Problem{Where: "log", Words: "what it says of names is not what they are grouped by"})
	}
	return v, p, err
}

// Unfinished counts what a later run has still to do.
func Unfinished(ctx context.Context, a *store.Archive) (Pending, error) {
	s, err := a.Stats(ctx)
	if err != nil {
		return Pending{}, err
	}
	outdated, err := a.CountOutdated(ctx, makers())
	return Pending{Outdated: outdated, Flagged: s.Stale, Names: s.Unswept, Claims: s.Untold, Copies: s.Uncompared, Failures: s.Failures}, err
}
