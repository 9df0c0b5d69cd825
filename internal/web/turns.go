package web

import (
	"bytes"
	"container/heap"
	"context"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

// turns has no more pages worked on at once than there are processors: pages that
// share the processors are all as late as the last of them. Those come first that
// were asked for first, but that a page is begun the earlier the longer its kind
// takes, so that dear pages are there about as soon as cheap ones.
type turns struct {
	mu      sync.Mutex
	free    int // processors that make no page
	most    int
	waiting []*turn // a heap, the next first
	took    map[string]time.Duration
}

// turn is what somebody waits for.
type turn struct {
	due   time.Time
	given chan struct{} // closed when it is theirs
	at    int           // in the heap; -1 when it is there no more
}

// Bounds of waiting. A page takes some milliseconds: who waits longer than this
// has met more readers than this machine has pages for.
const (
	mostWaiting = 500
	waitTime    = 10 * time.Second
)

// A page goes before those that were asked for up to timesAhead earlier, times what
// its kind takes, and not before any that waits mostAhead longer. Of 20 readers
// without pause, twice has all kinds alike late.
const (
	timesAhead = 2
	mostAhead  = 50 * time.Millisecond
)

// What a kind takes is a mean of the last meanOf or so; of kinds there are some
// sixty, and of addresses nobody has without end.
const (
	meanOf    = 16
	mostKinds = 1000
)

// Who works beside pages looks every restStep whether one is made still, and goes on
// after longestRest all the same: ten articles a second beside pages without end.
const (
	restStep    = 2 * time.Millisecond
	longestRest = 100 * time.Millisecond
)

func newTurns(processors int) *turns {
	return &turns{free: processors, most: processors, took: map[string]time.Duration{}}
}

// take waits for a turn to make a page of a kind; it is false where none came, or
// nobody waits any more.
func (t *turns) take(ctx context.Context, kind string) bool {
	t.mu.Lock()
	if t.free > 0 {
		t.free--
		t.mu.Unlock()
		return true
	}
	if len(t.waiting) >= mostWaiting {
		t.mu.Unlock()
		return false
	}
	mine := &turn{due: time.Now().Add(-min(timesAhead*t.took[kind], mostAhead)), given: make(chan struct{})}
	heap.Push(t, mine)
	t.mu.Unlock()
	late := time.NewTimer(waitTime)
	defer late.Stop()
	select {
	case <-mine.given:
		return true
	case <-late.C:
	case <-ctx.Done():
	}
	t.leave(mine)
	return false
}

// leave is for who waits no longer; a turn that was given meanwhile is given on.
func (t *turns) leave(mine *turn) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if mine.at >= 0 {
		heap.Remove(t, mine.at)
	} else {
		t.next()
	}
}

// give ends a turn in which a page of a kind was made.
func (t *turns) give(kind string, took time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if before, known := t.took[kind]; known {
		t.took[kind] = before + (took-before)/meanOf
	} else if len(t.took) < mostKinds {
		t.took[kind] = took
	}
	t.next()
}

// next gives the turn that has ended to who is next.
func (t *turns) next() {
	if len(t.waiting) == 0 {
		t.free++
		return
	}
	close(heap.Pop(t).(*turn).given)
}

// busy reports whether a page is made.
func (t *turns) busy() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.free < t.most
}

func (t *turns) Len() int           { return len(t.waiting) }
func (t *turns) Less(i, j int) bool { return t.waiting[i].due.Before(t.waiting[j].due) }

func (t *turns) Swap(i, j int) {
	t.waiting[i], t.waiting[j] = t.waiting[j], t.waiting[i]
	t.waiting[i].at, t.waiting[j].at = i, j
}

func (t *turns) Push(x any) {
	x.(*turn).at = len(t.waiting)
	t.waiting = append(t.waiting, x.(*turn))
}

func (t *turns) Pop() any {
	last := len(t.waiting) - 1
	x := t.waiting[last]
	t.waiting, t.waiting[last], x.at = t.waiting[:last], nil, -1
	return x
}

// kindOf is what pages that take about as long have in common: where they are, which
// parameters they are asked for with, and of a query what it asks for.
func kindOf(u *url.URL) string {
	asked := u.Query()
	return strings.Join(append([]string{u.Path}, append(slices.Sorted(maps.Keys(asked)), operator.FindAllString(asked.Get("q"), -1)...)...), " ")
}

var operator = regexp.MustCompile(`\b[a-z]+:`)

// giveWay waits until no page is made, or long enough.
func (t *turns) giveWay(ctx context.Context) {
	for rested := time.Duration(0); t.busy() && rested < longestRest && ctx.Err() == nil; rested += restStep {
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
		kind := kindOf(r.URL)
		if !t.take(r.Context(), kind) {
			w.Header().Set("Retry-After", "5")
			refuse(w, r, http.StatusServiceUnavailable, "more is asked for than this machine answers", waiting)
			return
		}
		a := answer{ResponseWriter: w}
		a.make(t, kind, next, r)
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
func (a *answer) make(t *turns, kind string, next http.Handler, r *http.Request) {
	begin := time.Now()
	defer func() { t.give(kind, time.Since(begin)) }()
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
