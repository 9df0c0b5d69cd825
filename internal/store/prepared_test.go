package store

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
)

// What is kept ready answers as what is not, sees what was written since, and is
// bounded, however many ask.
func TestQueriesKeptReady(t *testing.T) {
	ctx := t.Context()
	a, err := Open(ctx, filepath.Join(t.TempDir(), "archive.db"), Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	for n := range 2 * often {
		if _, err := a.write.ExecContext(ctx, "INSERT INTO maker (stage, version) VALUES ('of a test', ?)", n); err != nil {
			t.Fatal(err)
		}
		var got int
		if err := a.read.QueryRowContext(ctx, "SELECT count(*) FROM maker WHERE stage = ?", "of a test").Scan(&got); err != nil || got != n+1 {
			t.Errorf("asked for the %d. time it counts %d (%v)", n+1, got, err)
		}
	}
	if len(a.read.prepared.ready) != 1 {
		t.Errorf("%d queries are ready, want the one", len(a.read.prepared.ready))
	}
	var all sync.WaitGroup
	for range 2 {
		all.Go(func() {
			for n := range mostReady + 10 {
				for range often {
					var got int
					if err := a.read.QueryRowContext(ctx, fmt.Sprintf("SELECT %d + ?", n), 1).Scan(&got); err != nil || got != n+1 {
						t.Errorf("%d + 1 is %d (%v)", n, got, err)
					}
				}
			}
		})
	}
	all.Wait()
	if n := len(a.read.prepared.ready); n < mostReady || n > mostReady+1 {
		t.Errorf("%d queries are ready, want %d", n, mostReady)
	}
}

// A look sees one moment, with queries that are ready and that are not; as many as
// there are connections, and more, come to an end.
func TestLooksSeeOneMoment(t *testing.T) {
	ctx := t.Context()
	a := emptyArchive(t)
	count := func(l *look) (n int) {
		rows, err := l.query(ctx, "SELECT count(*) FROM maker WHERE stage = ?", "of a test")
		if err := eachOf(rows, err, func(rows *sql.Rows) error { return rows.Scan(&n) }); err != nil {
			t.Error(err)
		}
		return n
	}
	for n := range 2 * often {
		l, err := a.read.look(ctx)
		if err != nil {
			t.Fatal(err)
		}
		before := count(l)
		if _, err := a.write.ExecContext(ctx, "INSERT INTO maker (stage, version) VALUES ('of a test', ?)", n); err != nil {
			t.Fatal(err)
		}
		if after := count(l); before != n || after != n {
			t.Errorf("look %d counts %d, then %d", n, before, after)
		}
		l.end(ctx)
	}
	var all sync.WaitGroup
	for n := range 4 * a.read.Stats().MaxOpenConnections {
		all.Go(func() {
			for range often {
				l, err := a.read.look(ctx)
				if err != nil {
					t.Error(err)
					return
				}
				rows, err := l.query(ctx, fmt.Sprintf("SELECT %d", n/2))
				if err := eachOf(rows, err, func(*sql.Rows) error { return nil }); err != nil {
					t.Error(err)
				}
				l.end(ctx)
			}
		})
	}
	all.Wait()
}
