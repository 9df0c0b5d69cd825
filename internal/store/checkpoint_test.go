package store

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// TestTheLogIsBounded: it begins anew as soon as nobody reads what stands in it,
// and who does reads on what was there when they began.
func TestTheLogIsBounded(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "archive.db")
	made, err := Open(ctx, path, Options{Create: true})
	if err == nil {
		err = made.Close() // what made the tables leaves the log
	}
	if err != nil {
		t.Fatal(err)
	}
	a, err := Open(ctx, path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	const every, most, rowsAtOnce = 20, 80, 3
	a.checkpoints.every, a.checkpoints.most = every, most
	rows := 0
	write := func(times int) {
		t.Helper()
		for range times {
			err := a.change(ctx, func(b *batch) error {
				for range rowsAtOnce {
					if rows++; b.exec("INSERT INTO maker (stage, version) VALUES (?, hex(zeroblob(5000)))", fmt.Sprint(rows)) != nil {
						t.Fatal("not written")
					}
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	size := func() int64 {
		t.Helper()
		info, err := os.Stat(a.Path() + "-wal")
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	count := "SELECT count(*) FROM maker WHERE stage <> ''"

	write(most)
	bound := int64(most) * (pageSize + 100)
	if got := size(); got > bound {
		t.Errorf("nobody reads: the log holds %d bytes, want at most %d", got, bound)
	}
	var before, after, now int
	old, err := a.read.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := old.QueryRowContext(ctx, count).Scan(&before); err != nil || before != rows {
		t.Fatalf("%d rows (%v), want %d", before, err, rows)
	}
	write(most)
	if err := old.QueryRowContext(ctx, count).Scan(&after); err != nil || after != before {
		t.Errorf("who began to read before sees %d rows (%v), want %d", after, err, before)
	}
	grown := size()
	if grown <= bound {
		t.Errorf("the log holds %d bytes while its beginning is read, want more than %d", grown, bound)
	}
	if err := old.Rollback(); err != nil {
		t.Fatal(err)
	}
	write(most)
	if got := size(); got > grown+bound {
		t.Errorf("nobody reads any more: the log grew from %d to %d bytes", grown, got)
	}
	if err := a.read.QueryRowContext(ctx, count).Scan(&now); err != nil || now != rows {
		t.Errorf("%d rows (%v), want %d", now, err, rows)
	}
}
