package web

import (
	"bytes"
	"context"
	"net/http"
	"runtime"
	"strings"
	"sync/atomic"
	"time"
)

// turns has no more pages worked on at once than there are processors, those first
// that were asked for first. Pages that share the processors are all as late as the
// last of them; one after another, half of them are there in half the time, and
// none is overtaken.
type turns struct {
	working chan struct{} // who sends waits behind those that came before
	waiting atomic.Int64
}

// Bounds of waiting. A page takes some milliseconds: who waits longer than this
// has met more readers than this machine has pages for.
const (
	mostWaiting = 500
	waitTime    = 10 * time.Second
)

// Who works beside pages looks every restStep whether one is made still, and goes on
// after longestRest all the same: ten articles a second beside pages without end.
const (
	restStep    = 2 * time.Millisecond
	longestRest = 100 * time.Millisecond
)

func newTurns() *turns { return &turns{working: make(chan struct{}, runtime.GOMAXPROCS(0))} }

// take waits for a turn; it is false where none came, or nobody waits any more.
func (t *turns) take(r *http.Request) bool {
	select {
	case t.working <- struct{}{}:
		return true
	default:
	}
	if t.waiting.Add(1) > mostWaiting {
		t.waiting.Add(-1)
		return false
	}
	defer t.waiting.Add(-1)
	late := time.NewTimer(waitTime)
	defer late.Stop()
	select {
	case t.working <- struct{}{}:
		return true
	case <-late.C:
	case <-r.Context().Done():
	}
	return false
}

func (t *turns) give() { <-t.working }

// giveWay waits until no page is made, or long enough.
func (t *turns) giveWay(ctx context.Context) {
	for rested := time.Duration(0); len(t.working) > 0 && rested < longestRest && ctx.Err() == nil; rested += restStep {
		time.Sleep(restStep)
	}
}

// inTurn lets who asks for a page wait for a turn. What changes the archive does
// not: it waits for its own, and may take minutes.
func (t *turns) inTurn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !takesTurns(r) {
			next.ServeHTTP(w, r)
			return
		}
		if !t.take(r) {
			w.Header().Set("Retry-After", "5")
			refuse(w, r, http.StatusServiceUnavailable, "more is asked for than this machine answers", "wait a few seconds")
			return
		}
		a := answer{ResponseWriter: w}
		a.make(t, next, r)
		a.send()
	})
}

// takesTurns leaves out what is at hand, events, which are told as they come, and what
// waits for a browser that prints.
func takesTurns(r *http.Request) bool {
	return (r.Method == http.MethodGet || r.Method == http.MethodHead) && !strings.HasPrefix(r.URL.Path, "/static/") && r.URL.Path != "/add/events" && !strings.HasSuffix(r.URL.Path, "/"+printedReport)
}

// answer holds what is answered until it is whole, so that who reads slowly keeps
// nobody from a turn.
type answer struct {
	http.ResponseWriter
	status int
	body   *bytes.Buffer
}

func (a *answer) WriteHeader(status int) {
	if a.status == 0 {
		a.status = status
	}
}

func (a *answer) Write(b []byte) (int, error) { return a.body.Write(b) }

// make has a page made, which ends the turn.
func (a *answer) make(t *turns, next http.Handler, r *http.Request) {
	defer t.give()
	a.body = drawing.Get().(*bytes.Buffer)
	next.ServeHTTP(a, r)
}

func (a *answer) send() {
	defer putBack(a.body)
	if a.status != 0 {
		a.ResponseWriter.WriteHeader(a.status)
	}
	a.ResponseWriter.Write(a.body.Bytes())
}
