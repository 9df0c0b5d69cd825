package store

import (
	"cmp"
	"context"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// anyUse is some use of one of few names: lots and articles collide now and then.
var anyUse = rapid.Custom(func(t *rapid.T) filedUse {
	u := filedUse{
		name: rapid.Int64Range(1, 4).Draw(t, "name"), lot: rapid.Int64Range(0, 300).Draw(t, "lot"),
		useRow: useRow{rapid.Int64Range(1, 400).Draw(t, "article"), nowhere, nowhere},
		roles:  resolve.Roles(rapid.SampledFrom([]uint16{0, 0, 0, 1, 640, 1<<16 - 1}).Draw(t, "roles")), times: rapid.IntRange(0, 3).Draw(t, "times"),
	}
	if rapid.Bool().Draw(t, "stands") {
		u.start = rapid.Int32Range(0, 3000).Draw(t, "start")
		u.end = u.start + rapid.Int32Range(0, 200).Draw(t, "length")
	}
	return u
})

func TestUsesReadAsTheyArePacked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := anyUse.Draw(t, "use")
		packed := append(u.pack(), 7)
		got, size := unpackUse(packed)
		got.name, got.lot = u.name, u.lot
		if got != u || size != len(packed)-1 {
			t.Fatalf("%d bytes of %d: %+v, want %+v", size, len(packed)-1, got, u)
		}
		for n := range size {
			if _, size := unpackUse(packed[:n]); size != -1 {
				t.Fatalf("%d bytes of %x are read as a use of %d", n, packed, size)
			}
		}
	})
}

// TestUsesAreFiledInBothTables: whatever uses are filed and taken away again, in any
// order, are what queries find, wherever they stand by then.
func TestUsesAreFiledInBothTables(t *testing.T) {
	a := emptyArchive(t)
	a.memory.mostRecent = 40
	rapid.Check(t, func(t *rapid.T) {
		filed := map[[3]int64]filedUse{}
		err := a.change(t.Context(), func(b *batch) error { return execQueries(b, "DELETE FROM naming", "DELETE FROM naming_run") })
		for range rapid.IntRange(1, 12).Draw(t, "transactions") {
			var more, gone []filedUse
			for _, u := range rapid.SliceOfN(anyUse, 0, 200).Draw(t, "more") {
				if key := [3]int64{u.name, u.lot, u.article}; filed[key] == (filedUse{}) {
					filed[key], more = u, append(more, u)
				}
			}
			for _, u := range slices.SortedFunc(maps.Values(filed), compareUses) {
				if rapid.IntRange(0, 9).Draw(t, "goes") == 0 {
					gone = append(gone, u)
				}
			}
			for _, u := range gone {
				delete(filed, [3]int64{u.name, u.lot, u.article})
			}
			if err == nil {
				err = a.change(t.Context(), func(b *batch) error {
					err := b.writeNaming(more)
					for _, u := range gone {
						if err == nil {
							err = dropUse(b, t, u)
						}
					}
					return err
				})
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		for name := range int64(5) {
			var want []filedUse
			for _, u := range filed {
				if u.name == name {
					want = append(want, u)
				}
			}
			slices.SortFunc(want, compareUses)
			usesAre(t, a, name, want)
		}
	})
}

// TestUsesMoveIntoRuns: where more uses are filed than stand one by one, runs hold the
// others, and no run holds more than it should.
func TestUsesMoveIntoRuns(t *testing.T) {
	a := emptyArchive(t)
	a.memory.mostRecent = 40
	var want []filedUse
	for i := range int64(400) {
		want = append(want, filedUse{name: 3, lot: i * 7919 % 1000, useRow: useRow{i, 5, 9}, times: 1})
	}
	for some := range slices.Chunk(want, 50) {
		if err := a.change(t.Context(), func(b *batch) error { return b.writeNaming(slices.Clone(some)) }); err != nil {
			t.Fatal(err)
		}
	}
	slices.SortFunc(want, compareUses)
	usesAre(t, a, 3, want)
	var late, runs, longest int
	if err := a.read.QueryRow("SELECT (SELECT count(*) FROM naming), count(*), max(hearsay_uses(rows)) FROM naming_run").Scan(&late, &runs, &longest); err != nil {
		t.Fatal(err)
	}
	if late > 40 || runs < 360/mostUsesInRun || longest > mostUsesInRun {
		t.Errorf("%d uses stand one by one, %d runs hold %d and fewer", late, runs, longest)
	}
}

// dropUse takes a use of an article that has that one only.
func dropUse(b *batch, t *rapid.T, u filedUse) error {
	if err := b.exec("INSERT INTO article (article_id, id) VALUES (?1, 'a')", u.article); err != nil {
		return err
	}
	if err := b.exec("INSERT INTO scene (article_id, lot, scene, names) VALUES (?, ?, x'', ?)", u.article, u.lot, list([]int64{u.name, 77})); err != nil {
		return err
	}
	dropped, err := b.dropNaming(u.article)
	if err == nil && !slices.Equal(dropped, []int64{u.name}) {
		t.Errorf("%+v was dropped from %v", u, dropped)
	}
	if err == nil {
		err = execQueries(b, "DELETE FROM scene", "DELETE FROM article")
	}
	return err
}

// usesAre checks what queries give of a name.
func usesAre(t rapid.TB, a *Archive, name int64, want []filedUse) {
	var articles []int64
	for _, u := range want {
		articles = append(articles, u.article)
	}
	for _, most := range []int{1, 13, 65, 5000} {
		least := want[:min(most, len(want))]
		err := a.change(context.Background(), func(b *batch) error {
			got, err := b.leastUses([]int64{name, 9}, most)
			if !slices.Equal(got, least) {
				t.Fatalf("the %d least of name %d:\n got %v\nwant %v", most, name, got, least)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		got, err := columnOf[int64](a.read.Query(leastArticles(most), name, 0))
		if err != nil || !slices.Equal(got, articles[:len(least)]) {
			t.Fatalf("the %d least articles of name %d: %v\n got %v\nwant %v", most, name, err, got, articles[:len(least)])
		}
	}
	var count int
	var used bool
	if err := a.read.QueryRow("SELECT "+usesFiled("?1")+", "+nameUsed("?1"), name).Scan(&count, &used); err != nil || count != len(want) || used != (count > 0) {
		t.Fatalf("%d uses of name %d, %t (%v), want %d", count, name, used, err, len(want))
	}
	filed, err := columnOf[int64](a.read.Query(namingFiled(func(filed string) string { return "SELECT g.article_id FROM " + filed + " g WHERE g.name_id = ?1" }), name))
	slices.Sort(filed)
	slices.Sort(articles)
	if err != nil || !slices.Equal(filed, articles) {
		t.Fatalf("articles of name %d: %v\n got %v\nwant %v", name, err, filed, articles)
	}
	for i, u := range want {
		var held, gone bool
		var at int64
		if err := a.read.QueryRow("SELECT "+namingHolds("p.name_id", "p.lot", "p.article")+", "+namingHolds("p.name_id", "p.lot", "401")+", "+articleOfUse("p.name_id", "p.lot")+" FROM (SELECT ? AS name_id, ? AS lot, ? AS article) p", name, u.lot, u.article).Scan(&held, &gone, &at); err != nil || !held || gone {
			t.Fatalf("%+v: %t, %t (%v)", u, held, gone, err)
		}
		alone := !slices.ContainsFunc(want[max(i-1, 0):min(i+2, len(want))], func(o filedUse) bool { return o.lot == u.lot && cmp.Compare(o.article, u.article) != 0 })
		if alone && at != u.article {
			t.Fatalf("article %d has the lot of %+v", at, u)
		}
	}
}

// TestUsesArePackedOfAnArchiveOfBefore: all uses are found that stood row by row.
func TestUsesArePackedOfAnArchiveOfBefore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "archive.db")
	var want []filedUse
	for i := range int64(100) {
		u := filedUse{name: 1 + i%3/2, lot: i * 1000, useRow: useRow{i + 1, nowhere, nowhere}, times: int(i % 2)}
		if i%5 > 0 {
			u.start, u.end = int32(i), int32(i+9)
		}
		want = append(want, u)
	}
	a, err := Open(t.Context(), path, Options{Create: true})
	if err == nil {
		err = a.change(t.Context(), func(b *batch) error {
			if err := b.writeNaming(slices.Clone(want)); err != nil {
				return err
			}
			return execQueries(b, "DROP TABLE naming_run", "DELETE FROM goose_db_version WHERE version_id = 56")
		})
		a.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	if a, err = Open(t.Context(), path, Options{}); err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	slices.SortFunc(want, compareUses)
	err = a.change(t.Context(), func(b *batch) error {
		got, err := b.leastUses([]int64{1, 2}, 1000)
		if !slices.Equal(got, want) {
			t.Errorf(" got %v\nwant %v", got, want)
		}
		return err
	})
	var late int
	if err == nil {
		err = a.read.QueryRow("SELECT count(*) FROM naming").Scan(&late)
	}
	if err != nil || late > 0 {
		t.Errorf("%d uses are not packed (%v)", late, err)
	}
}
