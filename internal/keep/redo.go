package keep

import (
	"context"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// Redo derives again what an earlier version of a stage made, and tries again
// what an earlier version failed on; all derives everything again. Captures and
// what is given stay as they are.
func Redo(ctx context.Context, a *store.Archive, all bool, w Watch) (Progress, error) {
	var p Progress
	scope := store.Outdated
	if all {
		scope = store.Every
	}
	if err := rederive(ctx, a, scope, &p, w); err != nil {
		return p, err
	}
	if err := a.TouchAllNames(ctx, resolver(), all); err != nil {
		return p, err
	}
	if err := a.TouchAllCopies(ctx, descender(), all); err != nil {
		return p, err
	}
	return p, finish(ctx, a, &p, w)
}

func rederive(ctx context.Context, a *store.Archive, s store.Scope, p *Progress, w Watch) error {
	d := &deriver{archive: a, makers: makers()}
	derive := d.again
	if s == store.Outdated {
		derive = d.outdated
	}
	return run(ctx, newWriter(ctx, a, p, w, nil), a.Due(ctx, d.makers, s), derive)
}

// again takes a stored capture down the whole river.
func (d *deriver) again(ctx context.Context, b news.Blob) item { return d.read(ctx, b, true) }

// outdated does no more than is stale: an article whose cleaning stands is only
// attributed again.
func (d *deriver) outdated(ctx context.Context, b news.Blob) item {
	s, err := d.archive.Article(ctx, b.ID)
	if err != nil && news.FaultOf(err) != news.NotFound {
		return item{fatal: err}
	}
	if err != nil || s.Stale || s.Makers.Clean != d.makers.Clean || s.CaptureSHA256 != news.DigestOf(b.Bytes) {
		return d.again(ctx, b)
	}
	lines, err := d.archive.Lines(ctx, b.ID)
	if err != nil {
		return item{fatal: err}
	}
	return d.attribute(ctx, store.Entry{Blob: b, Makers: d.makers, Lines: lines, Again: true}, s.Article, nil)
}
