package store_test

import (
	"database/sql"
	"path/filepath"
	"slices"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/store"
)

// noted counts the uses of names that are noted and not counted.
func noted(t *testing.T, a *store.Archive) (n int) {
	t.Helper()
	db, err := sql.Open("sqlite", a.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRow("SELECT count(*) FROM uses_due").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// problems are what verifying an archive finds.
func problems(t *testing.T, a *store.Archive) (out []string) {
	t.Helper()
	if _, err := a.Verify(t.Context(), func(p store.Problem) { out = append(out, p.String()) }); err != nil {
		t.Fatal(err)
	}
	return out
}

// What is put is noted, also when nobody counts it before the program ends, and
// counted when the sweep over names has come to its end.
func TestUsesAreCountedWhenNamesAreSwept(t *testing.T) {
	crowd := gen.NewCrowd(3, gen.Crowd{Entities: 60})
	a, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "a.db"), store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { a.Close() }()
	for n := range 4 {
		var batch []*store.Packed
		for i := range 15 {
			batch = append(batch, crowdArticle(t, crowd, n*15+i))
		}
		for half := range slices.Chunk(batch, 8) { // the second half moves what the first was noted of
			if _, err := a.Put(t.Context(), half); err != nil {
				t.Fatal(err)
			}
			if n > 0 && noted(t, a) == 0 {
				t.Errorf("round %d: nothing is noted", n)
			}
		}
		put(t, a, article("renewed.txt", "", "", []string{[]string{"Ada Quill", "Nora Fen"}[n/2]}, damHolds))
		if n == 2 {
			if err := a.Close(); err != nil {
				t.Fatal(err)
			}
			if a, err = store.Open(t.Context(), a.Path(), store.Options{}); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := a.SweepLines(t.Context(), 9); err != nil {
			t.Fatal(err)
		}
		if found := problems(t, a); len(found) > 0 {
			t.Errorf("round %d, before the sweep: %q", n, found)
		}
		sweepAll(t, a)
		if left := noted(t, a); left > 0 {
			t.Errorf("round %d: %d uses are not counted", n, left)
		}
		if found := problems(t, a); len(found) > 0 {
			t.Errorf("round %d: %q", n, found)
		}
	}
}
