package store

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestStatementsAreFiledInBothTables: whatever is filed under names and taken away
// again, in any order, is what queries find, wherever it stands by then.
func TestStatementsAreFiledInBothTables(t *testing.T) {
	a := emptyArchive(t)
	a.memory.mostRecent = 40
	rapid.Check(t, func(t *rapid.T) {
		filed := map[[2]int64]bool{}
		row := rapid.Custom(func(t *rapid.T) [2]int64 {
			return [2]int64{rapid.Int64Range(1, 4).Draw(t, "name"), rapid.Int64Range(0, 1000).Draw(t, "statement")}
		})
		err := a.change(t.Context(), func(b *batch) error { return execQueries(b, "DELETE FROM about", "DELETE FROM about_run") })
		for range rapid.IntRange(1, 12).Draw(t, "transactions") {
			more := slices.DeleteFunc(rapid.SliceOfNDistinct(row, 0, 200, rapid.ID).Draw(t, "more"), func(r [2]int64) bool { return filed[r] })
			gone := rapid.SliceOfN(row, 0, 60).Draw(t, "gone")
			for _, r := range more {
				filed[r] = true
			}
			for _, r := range gone {
				delete(filed, r)
			}
			if err == nil {
				err = a.change(t.Context(), func(b *batch) error {
					if err := b.writeAbout(more); err != nil {
						return err
					}
					return b.dropAbout(gone)
				})
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		for name := range int64(5) {
			var want []int64
			for r := range filed {
				if r[0] == name {
					want = append(want, r[1])
				}
			}
			slices.Sort(want)
			got, err := columnOf[int64](a.read.Query("SELECT b.statement_id FROM "+aboutFiled+" b WHERE b.name_id = ? ORDER BY 1", name))
			if err != nil || !slices.Equal(got, want) {
				t.Fatalf("of name %d: %v\n got %v\nwant %v", name, err, got, want)
			}
			holds, err := columnOf[int64](a.read.Query("WITH RECURSIVE s (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM s WHERE n < 1000) SELECT n FROM s WHERE "+aboutHolds("?", "n"), name, name))
			if err != nil || !slices.Equal(holds, want) {
				t.Fatalf("of name %d: %v\nheld %v\nwant %v", name, err, holds, want)
			}
		}
	})
	var packed int
	if err := a.read.QueryRow("SELECT coalesce(max(length(rows)), 0) FROM about_run").Scan(&packed); err != nil || packed > 10*aboutRuns.most {
		t.Errorf("a run of %d bytes (%v)", packed, err)
	}
}

func execQueries(b *batch, queries ...string) error {
	for _, q := range queries {
		if err := b.exec(q); err != nil {
			return err
		}
	}
	return nil
}
