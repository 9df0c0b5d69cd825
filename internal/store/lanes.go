package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"sync"
)

// lane is a part of a transaction that goes on beside others. Lanes share nothing
// that one of them writes, in tables or in memory: each comes to the same as alone.
// Their statements are run one at a time, and what they compute at once.
type lane struct {
	begin func(*batch) error // before any lane works
	work  func() error
	end   func(*batch) error // when all have worked
}

// mostLanes is how many lanes a transaction may have.
const mostLanes = 3

// change runs do in one transaction; nothing of it stays when it fails.
func (a *Archive) change(ctx context.Context, do func(*batch) error) error {
	return a.changeBeside(ctx, lane{begin: do})
}

// changeBeside runs lanes in one transaction; nothing of it stays when one fails.
func (a *Archive) changeBeside(ctx context.Context, lanes ...lane) error {
	a.changing.Lock()
	defer a.changing.Unlock()
	batches := make([]*batch, len(lanes))
	for i := range lanes {
		batches[i] = a.newBatch(ctx, i)
	}
	err := transact(batches, func() error { return runLanes(lanes, batches) })
	if err == nil {
		a.written.Add(1)
		if !countLater(batches) {
			a.noted = 0
		}
		err = a.afterCommit(ctx, batches[0].entries)
	} else {
		err = cmp.Or(ctx.Err(), err)
	}
	if err != nil || len(a.names) > maxNames {
		clear(a.names) // after an error it may hold rows that are not there
	}
	if err != nil {
		a.memory.distrust()
		a.copies.forget()
		return a.fault(err)
	}
	for _, b := range batches {
		for q := range b.stmts {
			b.prepared.keep(ctx, a.write, q)
		}
	}
	return nil
}

// newBatch is the batch of one lane. A statement that two lanes were at would begin
// anew for each: every lane has its own.
func (a *Archive) newBatch(ctx context.Context, lane int) *batch {
	return &batch{ctx: context.WithoutCancel(ctx), ends: ctx, conn: a.write, stmts: map[string]*sql.Stmt{}, names: a.names, maker: map[Maker]int64{},
		index: fullText{statements: map[int64]indexing{}}, memory: a.memory, copies: a.copies, prepared: &a.prepared[lane]}
}

// runLanes begins lanes one after the other, has them work beside each other, and
// ends them one after the other.
func runLanes(lanes []lane, batches []*batch) error {
	for i, l := range lanes {
		if err := l.begin(batches[i]); err != nil {
			return err
		}
	}
	errs := make([]error, len(lanes))
	var working sync.WaitGroup
	for i, l := range lanes {
		if l.work != nil {
			working.Go(func() { errs[i] = l.work() })
		}
	}
	working.Wait()
	for i, l := range lanes {
		if errs[i] == nil && l.end != nil {
			errs[i] = l.end(batches[i])
		}
	}
	return errors.Join(errs...)
}
