package web

import (
	"context"
	"sync"
	"time"

	"github.com/hearsay-engine/hearsay/internal/store"
)

// counts are what the head of every page tells of the archive. A small archive is
// counted for every page; a large one beside the pages, which tell the count
// before meanwhile.
type counts struct {
	mu    sync.Mutex
	have  size
	until time.Time // from when on it is counted anew
	busy  bool
}

// size is how much is in an archive, and how much of it waits to be compared with
// the rest.
type size struct {
	store.Size
	waiting int
}

func sizeOf(ctx context.Context, a *store.Archive) (size, error) {
	n, err := a.Size(ctx)
	if err != nil {
		return size{}, err
	}
	waiting, err := a.Waiting(ctx)
	return size{n, waiting}, err
}

// An archive of fewer than countedBeside articles is counted in a millisecond or
// two; counting a larger one takes at most one part in countedShare of the time.
const (
	countedBeside = 1000
	countedShare  = 100
)

func (c *counts) now(ctx context.Context, a *store.Archive) (size, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.have.Articles < countedBeside:
		begin := time.Now()
		n, err := sizeOf(ctx, a)
		return n, c.put(n, begin, err)
	case time.Now().Before(c.until) || c.busy:
		return c.have, nil
	}
	c.busy = true
	go c.recount(context.WithoutCancel(ctx), a)
	return c.have, nil
}

// last is what was counted last.
func (c *counts) last() size {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.have
}

// recount counts beside the pages. Where that fails, the count before stands and
// the next page asks again.
func (c *counts) recount(ctx context.Context, a *store.Archive) {
	begin := time.Now()
	n, err := sizeOf(ctx, a)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.busy = false
	c.put(n, begin, err)
}

func (c *counts) put(n size, begin time.Time, err error) error {
	if err == nil {
		c.have, c.until = n, begin.Add(countedShare*time.Since(begin))
	}
	return err
}
