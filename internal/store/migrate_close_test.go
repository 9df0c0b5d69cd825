package store

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pressly/goose/v3"

	"github.com/hearsay-engine/hearsay/news"
)

// TestStatementsKeepTheirOrderWhenTheyMove: rows of an archive of before, where a
// slot held a thousand statements and an article stood behind another one's, come to
// where they stand today in the order they had, with the names in them.
func TestStatementsKeepTheirOrderWhenTheyMove(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.db")
	db, err := connect(path, DefaultWait, writing)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	folder, _ := fs.Sub(migrations, "migrations")
	p, err := goose.NewProvider(goose.DialectSQLite3, db, folder, goose.WithDisableGlobalRegistry(true),
		goose.WithGoMigrations(goose.NewGoMigration(15, &goose.GoFunc{RunTx: toldTogether}, nil), goose.NewGoMigration(33, &goose.GoFunc{RunTx: doubtsKept}, nil)))
	if err == nil {
		_, err = p.UpTo(t.Context(), 51)
	}
	if err != nil {
		t.Fatal(err)
	}
	exec := func(query string, args ...any) {
		t.Helper()
		if _, err := db.Exec(query, args...); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
	}
	exec("INSERT INTO maker (stage, version) VALUES ('clean', '1'), ('attribute', '1'), ('stance', '1'), ('match', '1')")
	exec("INSERT INTO name (name_id, kind, name) VALUES (300, 'person', 'Ada Quill')")
	exec("INSERT INTO name_fts (rowid, name) VALUES (300, 'Ada Quill')")
	const before = 10 // bits of a number then
	for i, a := range []struct {
		published  string
		statements int
		place      int64
	}{
		{"", 2, 7}, {"", 40, 8}, // 40 reach over two slots of today
		{"2022-03-06", 3, 500_000}, {"2022-03-06", 2, 500_001}, {"2022-03-06", 0, 500_002}, // collided, all of them
		{"2022-03-06T00:00:01", 2, 500_003}, {"2022-03-07", 1, 500_004},
	} {
		n, place, text := i+1, a.place<<before, fmt.Sprintf("Ada Quill said dam %d holds.", i)
		article := &news.Article{Text: text, SHA256: news.DigestOf(text), CaptureSHA256: news.DigestOf(text)}
		var said []news.Statement
		for range a.statements {
			said = append(said, news.Statement{Within: news.Outermost, Content: []news.Span{{Start: 15, End: len(text) - 1}}})
		}
		exec("INSERT INTO capture VALUES (?, ?, ?, 'raw', ?)", n, article.SHA256[:], len(text), []byte(text))
		exec("INSERT INTO article VALUES (?, ?, NULL)", n, fmt.Sprint("article ", i))
		exec("INSERT INTO version VALUES (?, ?, 1, ?, 'text', 'utf-8', '{}', '')", n, n, n)
		exec("UPDATE article SET shown = ? WHERE article_id = ?", n, n)
		exec(`INSERT INTO reading (article_id, cleaned_by, attributed_by, stances_by, told_by, sha256, title, outlet, outlet_folded, language, url, published, zone, day,
			statements, place, size, said, record, capture_id, coding, text) VALUES (?, 1, 2, 3, 4, ?, '', '', '', 'en', '', ?, '', ?, ?, ?, ?, ?, ?, ?, 'raw', x'')`,
			n, article.SHA256[:], a.published, earliest(a.published), a.statements, place, len(text), packSaid(said), packRecord(article), n)
		for k := range a.statements {
			row, about := rowOf(place, k, a.statements), any(nil)
			if k == 0 {
				about = "[300]"
				exec("INSERT INTO about VALUES (300, ?)", row)
			}
			exec("INSERT INTO statement (statement_id, article_id, number, maker_id, kind, voice, polarity, about, doubt) VALUES (?, ?, ?, 2, 0, 0, 0, ?, ?)", row, n, k, about, k)
		}
	}
	order := "SELECT article_id || ' ' || number FROM statement ORDER BY statement_id"
	var was []string
	if was, err = columnOf[string](db.Query(order)); err != nil {
		t.Fatal(err)
	}

	a, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	is, err := columnOf[string](a.read.Query(order))
	if err != nil || !slices.Equal(is, was) {
		t.Errorf("%v\n got %v\nwant %v", err, is, was)
	}
	for _, check := range []struct{ what, query string }{
		{"statements that do not stand where their reading says", "SELECT count(*) FROM statement s JOIN reading r ON r.article_id = s.article_id WHERE (" + numbered("s.number") + ") IS NOT TRUE"},
		{"names that are not in the statement they were in", "SELECT count(*) FROM " + aboutFiled + " b LEFT JOIN statement s ON s.statement_id = b.statement_id WHERE s.number IS NOT 0 OR s.about <> x'ac02'"},
		{"statements with a date among those without", fmt.Sprintf("SELECT count(*) FROM statement s JOIN reading r ON r.article_id = s.article_id WHERE (s.statement_id >= %d) <> (r.day <> '')", firstDated)},
		{"doubts that are counted otherwise", "SELECT count(*) FROM doubt_tally d WHERE d.statements <> (SELECT count(*) FROM statement s WHERE s.doubt = d.doubt)"},
	} {
		var n int
		if err := a.read.QueryRow(check.query).Scan(&n); err != nil || n > 0 {
			t.Errorf("%s: %d, %v", check.what, n, err)
		}
	}
	var names int
	if err := a.read.QueryRow("SELECT count(*) FROM " + aboutFiled).Scan(&names); err != nil || names != 6 {
		t.Errorf("%d names in statements (%v), want 6", names, err)
	}
	q, _ := ParseQuery(`"dam 3 holds"`)
	if found, err := a.Search(t.Context(), q, Page{}); err != nil || len(found.Hits) != 2 {
		t.Errorf("%v: %+v", err, found)
	}
	if _, err := a.Verify(t.Context(), func(p Problem) {
		if strings.Contains(p.String(), "full-text") || strings.Contains(p.String(), "stand at") {
			t.Error(p)
		}
	}); err != nil {
		t.Error(err)
	}
}

// TestMuchOfOneMomentFindsPlaces: articles whose hashes collide stand behind each other.
func TestMuchOfOneMomentFindsPlaces(t *testing.T) {
	a := emptyArchive(t)
	err := a.change(t.Context(), func(b *batch) error {
		b.conn.ExecContext(b.ctx, "INSERT INTO maker (stage, version) VALUES ('attribute', '1')")
		taken, last := map[int64]int{}, int64(0)
		for i := range 200 {
			n := 1 + i%40
			at, err := b.freePlace(firstDated, fmt.Sprint(i), n)
			if err != nil {
				return err
			}
			last = max(last, at)
			for k := range n {
				row := rowOf(at, k, n)
				if other, met := taken[row]; met {
					t.Fatalf("article %d stands where %d does", i, other)
				}
				taken[row] = i
				if err := b.exec("INSERT INTO statement (statement_id, article_id, number, maker_id, kind, voice, polarity) VALUES (?, ?, ?, 1, 0, 0, 0)", row, i, k); err != nil {
					return err
				}
			}
		}
		if slots := (last - firstDated) / slotSize; slots > 2000 {
			t.Errorf("200 articles reach over %d slots", slots)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
