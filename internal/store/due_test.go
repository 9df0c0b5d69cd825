package store_test

import (
	"database/sql"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/store"
)

// waiting counts the names of an archive that are to be grouped.
func waiting(t *testing.T, a *store.Archive) (n int) {
	t.Helper()
	db, err := sql.Open("sqlite", a.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRow("SELECT count(*) FROM touched").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestNamesAreTouchedAgainWhoeverSweptThem(t *testing.T) {
	a := open(t)
	another, err := store.Open(t.Context(), a.Path(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer another.Close()
	for n, by := range []*store.Archive{a, another, a} {
		for _, id := range []string{"first", "second"} { // which finds the name waiting
			put(t, a, article(id+string(rune('a'+n))+".txt", "", "", []string{"Ada Quill"}, damHolds))
		}
		if waiting(t, a) != 1 {
			t.Errorf("in turn %d, %d names wait to be grouped", n, waiting(t, a))
		}
		if sweepAll(t, by); waiting(t, a) > 0 {
			t.Errorf("in turn %d, names wait that were swept", n)
		}
	}
}
