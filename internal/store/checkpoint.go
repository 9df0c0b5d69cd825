package store

import (
	"context"
	"database/sql"
	"sync"
	"sync/atomic"
)

// Bounds of the -wal file, in pages of 8 KiB. What it gathered goes to the archive
// beside the writing: a page that several transactions write then goes once.
const (
	checkpointPages = 8_000
	// mostLog is what the file may hold, 500 MiB, where nobody reads an old state: who
	// does keeps pages there, and it grows until they end. No transaction should write
	// more than half of it, and what it holds beyond half, the writer moves before it
	// goes on. With half as much, transactions of a large archive would be of 200
	// articles, each of which changes 93 pages where one of 500 changes 54.
	mostLog = 64_000
	// fewPages are moved between two transactions, so that the file begins anew: some
	// milliseconds' work.
	fewPages = 300
	// mostPasses is how many times what came meanwhile is moved beside the writing
	// before it is moved between two transactions, however much it is.
	mostPasses = 4
)

// checkpoints moves pages from the -wal file to the archive on a connection of its
// own.
type checkpoints struct {
	db      *sql.DB
	every   int          // pages
	most    int          // pages
	held    int          // pages after the last transaction; held by Archive.changing
	each    atomic.Int64 // thousandths of a page that an entry took of late
	moving  sync.Mutex   // held by who moves pages; taken after Archive.changing
	running atomic.Bool  // beside the writing
}

// entries is how many of n entries one transaction should write.
func (c *checkpoints) entries(n int) int {
	const quarters = 3 // of half the log: fewer entries at a time take more pages each
	if each := c.each.Load(); each > 0 {
		n = min(n, max(1, int(int64(c.most)*1000*quarters/8/each)))
	}
	return n
}

// grew is told how many pages the file holds after a transaction that wrote so many
// entries, or other things.
func (c *checkpoints) grew(held, entries int) {
	pages := held - c.held
	if pages < 0 { // it began anew
		pages = held
	}
	if c.held = held; entries > 0 {
		c.each.Store(int64(pages) * 1000 / int64(entries))
	}
}

// rowQuerier is a connection, or a pool of them.
type rowQuerier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// checkpoint tells how many pages the -wal file holds and how many of them wait,
// mode NOOP, or moves those that no reader keeps there, mode PASSIVE. While another
// program moves some, nothing is moved.
func checkpoint(ctx context.Context, db rowQuerier, mode string) (held, waiting int, err error) {
	var busy, moved int
	err = db.QueryRowContext(ctx, "PRAGMA wal_checkpoint("+mode+")").Scan(&busy, &held, &moved)
	return held, held - moved, err
}

// afterCommit has pages moved when many wait, after a transaction that wrote so many
// entries. The archive's changing is held.
func (a *Archive) afterCommit(ctx context.Context, entries int) error {
	held, waiting, err := checkpoint(ctx, a.write, "NOOP")
	if err != nil {
		return err
	}
	a.checkpoints.grew(held, entries)
	switch {
	case waiting > 0 && held > a.checkpoints.most/2:
		return a.checkpoints.move(ctx, a.write)
	case waiting >= a.checkpoints.every && a.checkpoints.running.CompareAndSwap(false, true):
		a.beside.Go(func() {
			defer a.checkpoints.running.Store(false)
			a.moveBeside(context.WithoutCancel(ctx))
		})
	}
	return nil
}

func (c *checkpoints) move(ctx context.Context, by rowQuerier) error {
	c.moving.Lock()
	defer c.moving.Unlock()
	_, _, err := checkpoint(ctx, by, "PASSIVE")
	return err
}

// moveBeside moves pages while others are written, and the last of them between
// two transactions: the log begins anew only when none waits. Where it fails, the
// log grows until the writer moves it, and tells why that fails.
func (a *Archive) moveBeside(ctx context.Context) {
	for range mostPasses {
		if a.checkpoints.move(ctx, a.checkpoints.db) != nil {
			return
		}
		if _, waiting, err := checkpoint(ctx, a.checkpoints.db, "NOOP"); err != nil || waiting <= fewPages {
			break
		}
	}
	a.changing.Lock()
	defer a.changing.Unlock()
	_ = a.checkpoints.move(ctx, a.checkpoints.db)
}
