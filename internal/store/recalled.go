package store

import (
	"context"
	"database/sql"
	"sync"
	"time"
)

// state is the archive's as far as one can tell whether it is still the same.
type state struct {
	version int64 // of the file, as others have written it
	own     int64 // how often this program has written
}

// watch is a connection that tells by its data_version whether others have written.
type watch struct {
	mu   sync.Mutex
	conn *sql.Conn
	asks *sql.Stmt // on it
}

// state is what the archive is now. What is read afterwards is of this state or a
// later one.
func (a *Archive) state(ctx context.Context) (s state, err error) {
	a.watch.mu.Lock()
	defer a.watch.mu.Unlock()
	ctx = context.WithoutCancel(ctx)
	if err := a.watch.open(ctx, a.read.DB); err != nil {
		return s, err
	}
	s.own = a.written.Load()
	return s, a.watch.asks.QueryRowContext(ctx).Scan(&s.version)
}

func (w *watch) open(ctx context.Context, db *sql.DB) (err error) {
	if w.conn == nil {
		if w.conn, err = db.Conn(ctx); err != nil {
			return err
		}
	}
	if w.asks == nil {
		w.asks, err = w.conn.PrepareContext(ctx, "PRAGMA data_version")
	}
	return err
}

func (w *watch) close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn == nil {
		return nil
	}
	if w.asks != nil {
		w.asks.Close()
	}
	return w.conn.Close()
}

// Recalled are answers made of much, by what was asked: several readers ask for the
// same story, as a page, a feed and by a program.
type Recalled struct {
	mu    sync.Mutex
	made  recent[string, recollection]
	stand time.Duration // that an answer stands beside other programs
}

type recollection struct {
	value any
	state state
	at    time.Time
}

// Bounds of what an archive recalls. An answer stands while nothing is written and,
// while other programs write, so long: what they add takes as long to be compared.
const (
	recalledMost = 500
	recalledFor  = 10 * time.Second
)

// NewRecalled keeps so many answers at most, those asked for last. They stand while
// nothing is written and, while other programs write, for stand.
func NewRecalled(most int, stand time.Duration) *Recalled {
	return &Recalled{made: newRecent[string, recollection](most), stand: stand}
}

// Recall gives what make gives, or gave before where it was large: for the archive
// as it is or, while another program writes to it, as it was a moment ago. What
// this program has written is never missing. The answer is shared: nobody may
// change it.
func Recall[T any](ctx context.Context, a *Archive, asked string, make func() (answer T, large bool, err error)) (T, error) {
	return RecallFrom(ctx, a, a.recalled, asked, make)
}

// RecallFrom is Recall of answers that are kept apart.
func RecallFrom[T any](ctx context.Context, a *Archive, from *Recalled, asked string, make func() (answer T, large bool, err error)) (T, error) {
	now, err := a.state(ctx)
	if err != nil {
		var none T
		return none, a.fault(err)
	}
	if r, known := from.find(asked); known && r.stands(now, from.stand) {
		return r.value.(T), nil
	}
	begin := time.Now()
	answer, large, err := make()
	if err == nil && large {
		from.keep(asked, recollection{answer, now, begin})
	}
	return answer, err
}

func (r *recollection) stands(now state, long time.Duration) bool {
	return r.state == now || r.state.own == now.own && time.Since(r.at) < long
}

func (m *Recalled) find(asked string) (recollection, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.made.get(asked)
}

func (m *Recalled) keep(asked string, r recollection) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.made.hold(asked, r)
}
