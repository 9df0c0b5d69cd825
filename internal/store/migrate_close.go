package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"

	"modernc.org/sqlite"

	"github.com/hearsay-engine/hearsay/news"
)

// statementsClose is migration 52: rows of statements are numbered closer to each
// other, in the order they had, which spares indexes two bytes of each word they
// hold. An article's statements are found by where they stand, not by an index, and
// the names in a statement are told in few bytes.
func statementsClose(ctx context.Context, tx *sql.Tx) error {
	indexes, err := indexesOn(ctx, tx, "statement")
	if err != nil {
		return err
	}
	triggers, err := columnOf[string](tx.QueryContext(ctx, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'statement' ORDER BY name"))
	if err != nil {
		return err
	}
	if err := placeAgain(ctx, tx); err != nil {
		return err
	}
	for _, queries := range [][]string{closeTables, wordsIndexed, indexes, triggers} {
		if err := execAll(ctx, tx, queries); err != nil {
			return err
		}
	}
	return nil
}

// placeAgain finds new places of all readings, which keep their order, and notes how
// far each of their rows moves.
func placeAgain(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, "CREATE TABLE moved (article_id INTEGER PRIMARY KEY, by INTEGER NOT NULL)"); err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, "SELECT r.article_id, r.place, r.statements, r.published, r.zone, a.id FROM reading r JOIN article a ON a.article_id = r.article_id ORDER BY r.place, r.article_id")
	if err != nil {
		return err
	}
	var moved [][2]int64
	free := int64(0)
	err = eachOf(rows, err, func(rows *sql.Rows) error {
		var article, was, statements int64
		var published news.Date
		var id string
		err := rows.Scan(&article, &was, &statements, &published.Value, &published.Zone, &id)
		is := max(place(published, id), free)
		free = (is + max(statements, 1) + slotSize - 1) >> numberBits << numberBits
		moved = append(moved, [2]int64{article, is - was})
		return err
	})
	for len(moved) > 0 && err == nil {
		some := moved[:min(len(moved), 1000)]
		moved = moved[len(some):]
		_, err = tx.ExecContext(ctx, "INSERT INTO moved SELECT value ->> 0, value ->> 1 FROM json_each(?)", list(some))
	}
	return err
}

var closeTables = []string{
	`CREATE TABLE statement_close (
		statement_id  INTEGER PRIMARY KEY,
		article_id    INTEGER NOT NULL, -- whose reading says where its statements stand
		number        INTEGER NOT NULL,
		maker_id      INTEGER NOT NULL REFERENCES maker (maker_id),
		kind          INTEGER NOT NULL, -- these three as numbers: kindCodes and its like
		voice         INTEGER NOT NULL,
		polarity      INTEGER NOT NULL,
		named         INTEGER REFERENCES name (name_id),
		about         BLOB,             -- the names in its content, packNumbers; NULL when none are
		speaker_start INTEGER,
		speaker_end   INTEGER,
		corrections   TEXT    NOT NULL DEFAULT '', -- what shaped it
		hidden        INTEGER NOT NULL DEFAULT 0,  -- one of them left it out
		doubt         INTEGER NOT NULL DEFAULT 0   -- corrections.DoubtsIn
	)`,
	`INSERT INTO statement_close SELECT s.statement_id + m.by, s.article_id, s.number, s.maker_id, s.kind, s.voice, s.polarity, s.named, hearsay_numbers(s.about), s.speaker_start, s.speaker_end,
		s.corrections, s.hidden, s.doubt FROM statement s CROSS JOIN moved m ON m.article_id = s.article_id ORDER BY s.statement_id`,
	"CREATE TABLE about_close (name_id INTEGER NOT NULL, statement_id INTEGER NOT NULL, PRIMARY KEY (name_id, statement_id)) WITHOUT ROWID",
	`INSERT INTO about_close SELECT b.name_id, b.statement_id + m.by FROM about b CROSS JOIN statement s ON s.statement_id = b.statement_id CROSS JOIN moved m ON m.article_id = s.article_id
		ORDER BY b.name_id, b.statement_id`,
	"DROP VIEW statement_words",
	"DROP TABLE statement_fts",
	"DROP TABLE about",
	"ALTER TABLE about_close RENAME TO about",
	"DROP TABLE statement",
	"ALTER TABLE statement_close RENAME TO statement",
	"DROP INDEX reading_of",
	"DROP INDEX reading_place",
	"DROP INDEX reading_outlet_place",
	"UPDATE reading SET place = place + m.by FROM moved m WHERE m.article_id = reading.article_id",
	// Which outlet an article has and where its statements stand, without its text.
	"CREATE INDEX reading_of ON reading (article_id, outlet_folded, place, statements)",
	"CREATE INDEX reading_outlet_place ON reading (outlet_folded, place, article_id, statements)",
	"DROP TABLE moved",
}

// hearsay_numbers makes packNumbers of a JSON list.
func init() {
	sqlite.MustRegisterDeterministicScalarFunction("hearsay_numbers", 1, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		var rows []int64
		if listed, _ := args[0].(string); json.Unmarshal([]byte(listed), &rows) != nil || len(rows) == 0 {
			return nil, nil
		}
		return packNumbers(rows), nil
	})
}
