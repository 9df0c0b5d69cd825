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
	have  store.Size
	until time.Time // from when on it is counted anew
	busy  bool
}

// An archive of fewer than countedBeside articles is counted in a millisecond or
// two; counting a larger one takes at most one part in countedShare of the time.
const (
	countedBeside = 1000
	countedShare  = 100
)

func (c *counts) now(ctx context.Context, a *store.Archive) (store.Size, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.have.Articles < countedBeside:
		begin := time.Now()
		n, err := a.Size(ctx)
		return n, c.put(n, begin, err)
	case time.Now().Before(c.until) || c.busy:
		return c.have, nil
	}
	c.busy = true
	go c.recount(context.WithoutCancel(ctx), a)
	return c.have, nil
}

// recount counts beside the pages. Where that fails, the count before stands and
// the next page asks again.
func (c *counts) recount(ctx context.Context, a *store.Archive) {
	begin := time.Now()
	n, err := a.Size(ctx)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.busy = false
	c.put(n, begin, err)
}

func (c *counts) put(n store.Size, begin time.Time, err error) error {
	if err == nil {
		c.have, c.until = n, begin.Add(countedShare*time.Since(begin))
	}
	return err
}
