package keep

import (
	"context"
	"runtime"

	"github.com/hearsay-engine/hearsay/internal/flow"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of one transaction: small enough that an interrupt or another writer
// waits two or three seconds. Of more articles at a time each costs less, the more
// the larger the archive: what they share is sought once, and a page that several
// of them change is written once. The first transactions are smaller, so that
// little is read before anything is written.
const (
	firstEntries = 100
	batchEntries = 500
	batchRows    = 100_000
	batchBytes   = 20 << 20
)

// Bounds of what is read ahead of the writing, so that reading goes on while the
// writer compares: as much as is compared at a time, some 50 kB each.
const (
	entriesAhead = besideEvery + batchEntries
	bytesAhead   = 2 * batchBytes
	batchesAhead = 32
	// lateBatches are written after an interrupt; what was read ahead of them is
	// read again by the next run.
	lateBatches = 1
)

// writer gathers entries into batches and writes them beside the reading.
type writer struct {
	ctx     context.Context
	archive *store.Archive
	watch   Watch
	batch   []*store.Packed
	rows    int
	bytes   int
	sent    int // entries, to be written
	queue   chan []*store.Packed
	written chan written
	ahead   amount // in the queue or being written
	pace    *pace
	beside  *beside // nil: nothing is compared before all is read

	progress *Progress // of what take has seen and the writes reported so far
	err      error
}

type written struct {
	outcomes []store.Outcome
	amount   amount
	err      error
}

// amount is how much batches hold.
type amount struct{ entries, bytes int }

func amountOf(batch []*store.Packed) amount {
	a := amount{entries: len(batch)}
	for _, p := range batch {
		a.bytes += p.Bytes()
	}
	return a
}

func (a *amount) add(b amount, sign int) {
	a.entries, a.bytes = a.entries+sign*b.entries, a.bytes+sign*b.bytes
}

func (a amount) tooMuch() bool { return a.entries > entriesAhead || a.bytes > bytesAhead }

func newWriter(ctx context.Context, a *store.Archive, p *Progress, w Watch, s *beside) *writer {
	out := &writer{ctx: ctx, archive: a, progress: p, watch: w, beside: s, pace: newPace(runtime.GOMAXPROCS(0)),
		queue: make(chan []*store.Packed, batchesAhead), written: make(chan written, batchesAhead+1)}
	go out.write()
	return out
}

// write commits batches whole: an interrupt waits for the one under way and for
// the next few.
func (w *writer) write() {
	defer close(w.written)
	ctx, late := context.WithoutCancel(w.ctx), 0
	for {
		batch, more := <-w.queue
		if !more {
			return
		}
		w.pace.wait(-len(batch))
		if w.ctx.Err() != nil {
			if late++; late > lateBatches {
				w.written <- written{amount: amountOf(batch)}
				continue
			}
		}
		w.watch.turn("")
		outcomes, err := w.archive.Put(ctx, batch)
		if err == nil { // what is known early need not be read a second time at the end
			w.watch.turn("lines")
			_, err = sweepLines(w.archive)(ctx)
		}
		if err == nil {
			err = w.beside.after(w.ctx, len(batch))
		}
		w.watch.turn(Waiting)
		w.written <- written{outcomes, amountOf(batch), err}
		if err != nil {
			for range w.queue { // let take go on until it sees the error
			}
			return
		}
	}
}

// take accepts one result; false means that nothing more can be written.
func (w *writer) take(r flow.Result[item]) bool {
	w.progress.Bytes += int64(len(r.Blob.Bytes))
	switch {
	case w.err != nil:
		return false
	case r.Made.fatal != nil:
		w.err = r.Made.fatal
	case r.Err != nil && r.Blob.ID == "": // no input has failed but what lists them
		w.err = r.Err
	case r.Err != nil:
		w.unreadable(r.Blob, r.Err)
	case r.Made.packed == nil && r.Made.failed == nil:
		w.progress.Skipped++
		w.done()
	default:
		w.accept(r.Blob.ID, r.Made)
	}
	return w.err == nil
}

// unreadable keeps why an input could not even be read. A path that does not
// exist or a wrong argument says nothing about an article and is not kept.
func (w *writer) unreadable(b news.Blob, err error) {
	it := item{failed: err}
	if f := news.FaultOf(err); f != news.NotFound && f != news.Usage {
		it.packed, _ = store.Pack(store.Entry{Blob: news.Blob{ID: b.ID}, Failure: newFailure(b.ID, "read", "", err)})
	}
	w.accept(b.ID, it)
}

func (w *writer) accept(id string, it item) {
	if it.failed != nil {
		w.progress.Failed++
		w.done()
		if w.watch.Failed != nil {
			w.watch.Failed(id, it.failed)
		}
	}
	if it.packed == nil {
		return
	}
	w.batch = append(w.batch, it.packed)
	w.rows += it.packed.Rows()
	w.bytes += it.packed.Bytes()
	if len(w.batch) >= min(firstEntries+w.sent, batchEntries) || w.rows >= batchRows || w.bytes >= batchBytes {
		w.send()
	}
}

// send hands the batch to the writing goroutine; it waits while too much is read
// ahead of that.
func (w *writer) send() {
	if len(w.batch) == 0 {
		return
	}
	for w.err == nil && w.ahead.tooMuch() {
		w.count(<-w.written)
	}
	for {
		select {
		case r := <-w.written:
			w.count(r)
			continue
		default:
		}
		select {
		case w.queue <- w.batch:
			w.ahead.add(amountOf(w.batch), 1)
			w.pace.wait(len(w.batch))
			w.sent += len(w.batch)
			w.batch, w.rows, w.bytes = nil, 0, 0
			return
		case r := <-w.written:
			w.count(r)
		}
	}
}

func (w *writer) count(r written) {
	w.ahead.add(r.amount, -1)
	if r.err != nil && w.err == nil {
		w.err = r.err
		return
	}
	for _, o := range r.outcomes {
		switch o {
		case store.Added:
			w.progress.Added++
		case store.Renewed, store.Rederive:
			w.progress.Renewed++
		case store.Derived:
			w.progress.Again++
		case store.Skipped:
			w.progress.Skipped++
		case store.Unread:
			continue // counted when it failed
		}
		w.done()
	}
}

func (w *writer) done() {
	w.progress.Done++
	if w.watch.Progress != nil {
		w.watch.Progress(*w.progress)
	}
}

// close writes what is left and waits for it.
func (w *writer) close() error {
	if w.err == nil {
		w.send()
	}
	close(w.queue)
	for r := range w.written {
		w.count(r)
	}
	return w.err
}
