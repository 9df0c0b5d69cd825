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
	// mostLogs times as many are where the writer waits for that. Whoever reads an
	// old state keeps pages there, and the file grows until they end.
	mostLogs = 4
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
	every   int         // pages
	moving  sync.Mutex  // held by who moves pages; taken after Archive.changing
	running atomic.Bool // beside the writing
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

// afterCommit has pages moved when many wait. The archive's changing is held.
func (a *Archive) afterCommit(ctx context.Context) error {
	held, waiting, err := checkpoint(ctx, a.write, "NOOP")
	if err != nil || waiting < a.checkpoints.every {
		return err
	}
	if held >= mostLogs*a.checkpoints.every {
		return a.checkpoints.move(ctx, a.write)
	}
	if a.checkpoints.running.CompareAndSwap(false, true) {
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
