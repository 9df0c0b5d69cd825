package keep

import (
	"context"
	"errors"

	"github.com/hearsay-engine/hearsay/internal/store"
)

// besideEvery is how many entries are written between two rounds of comparing
// while others are still read. The larger a round, the fewer pages of the
// indexes are read for each article.
const besideEvery = 2500

// beside compares what is written while the reading goes on, in rounds that
// follow from how much was written and never from the clock. What comes out in
// the end is the same without it.
type beside struct {
	archive *store.Archive
	watch   Watch
	every   int // entries between two rounds
	written int
}

// after is told how many entries were written. An interrupt waits for the step
// under way.
func (s *beside) after(ctx context.Context, entries int) error {
	if s == nil {
		return nil
	}
	if s.written += entries; s.written < s.every {
		return nil
	}
	s.written = 0
	s.watch.turn(Beside)
	err := sweep(ctx, Beside, func(ctx context.Context) (int, error) { return s.archive.SweepBeside(ctx, descender(), resolver()) }, &Progress{}, Watch{})
	if err != nil && errors.Is(err, ctx.Err()) {
		return nil
	}
	return err
}
