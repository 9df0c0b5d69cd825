package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// toldTogether is migration 15: what statements hold is told together in
// reading.said, words that stand in the text are told by their place there, a
// text that is its capture's bytes is kept once, and names are found by article
// and by statement through lists. Lots, hashes of 63 bits until then, keep the
// highest 47.
func toldTogether(ctx context.Context, tx *sql.Tx) error {
	indexes, err := indexesOn(ctx, tx, "reading", "statement")
	if err != nil {
		return err
	}
	if err := execAll(ctx, tx, toldTables); err != nil {
		return err
	}
	if err := convertReadings(ctx, tx); err != nil {
		return err
	}
	if err := execAll(ctx, tx, slices.Concat(toldInPlace, wordsIndexed)); err != nil {
		return err
	}
	return execAll(ctx, tx, indexes)
}

// wordsOfStatements is what the full-text index holds, row by row.
const wordsOfStatements = `SELECT s.statement_id, hearsay_content(` + textColumns + `, r.said, s.number) AS words,
	hearsay_words(` + textColumns + `, s.speaker_start, s.speaker_end) AS speaker
	FROM statement s JOIN reading r ON r.article_id = s.article_id` + textJoin

var toldTables = []string{
	`CREATE TABLE reading_told (
		article_id    INTEGER PRIMARY KEY REFERENCES article (article_id),
		cleaned_by    INTEGER NOT NULL REFERENCES maker (maker_id),
		attributed_by INTEGER NOT NULL REFERENCES maker (maker_id),
		stances_by    INTEGER REFERENCES maker (maker_id), -- NULL: none yet
		told_by       INTEGER REFERENCES maker (maker_id),
		stale         INTEGER NOT NULL DEFAULT 0,
		sha256        BLOB    NOT NULL,
		title         TEXT    NOT NULL,
		outlet        TEXT    NOT NULL,
		outlet_folded TEXT    NOT NULL,
		language      TEXT    NOT NULL,
		url           TEXT    NOT NULL,
		published     TEXT    NOT NULL,
		zone          TEXT    NOT NULL,
		day           TEXT    NOT NULL,
		statements    INTEGER NOT NULL, -- how many it has
		place         INTEGER NOT NULL, -- the row number of the last of them
		size          INTEGER NOT NULL, -- of the text
		said          BLOB    NOT NULL, -- what its statements hold besides their rows, by number
		record        BLOB    NOT NULL, -- the article without its text, statements and stances
		capture_id    INTEGER,          -- whose bytes the text is; NULL: it stands in text
		coding        TEXT    NOT NULL CHECK (coding IN ('raw', 'zstd')),
		text          BLOB    NOT NULL
	)`,
	`CREATE TABLE statement_told (
		statement_id  INTEGER PRIMARY KEY,
		article_id    INTEGER NOT NULL REFERENCES article (article_id),
		number        INTEGER NOT NULL,
		maker_id      INTEGER NOT NULL REFERENCES maker (maker_id),
		kind          INTEGER NOT NULL, -- these three as numbers: kindCodes and its like
		voice         INTEGER NOT NULL,
		polarity      INTEGER NOT NULL,
		named         INTEGER REFERENCES name (name_id),
		about         TEXT,             -- the names in its content, a JSON list; NULL when none are
		speaker_start INTEGER,
		speaker_end   INTEGER,
		corrections   TEXT    NOT NULL DEFAULT '', -- what shaped it
		hidden        INTEGER NOT NULL DEFAULT 0,  -- one of them left it out
		UNIQUE (article_id, number)
	)`,
	`INSERT INTO statement_told (statement_id, article_id, number, maker_id, kind, voice, polarity, named, about, speaker_start, speaker_end, corrections, hidden) SELECT statement_id, article_id, number, maker_id, ` +
		kindCodes.numbers("kind") + ", " + voiceCodes.numbers("voice") + ", " + polarityCodes.numbers("polarity") + `, named,
		(SELECT nullif(json_group_array(b.name_id), '[]') FROM about b WHERE b.statement_id = statement.statement_id), speaker_start, speaker_end, corrections, hidden
		FROM statement`,
}

var toldInPlace = []string{
	"DROP INDEX about_statement",
	`CREATE TABLE naming_told ( -- as it was, without a reference that is looked for by article
		name_id     INTEGER NOT NULL REFERENCES name (name_id),
		lot         INTEGER NOT NULL,
		article_id  INTEGER NOT NULL,
		roles       INTEGER NOT NULL,
		mentions    INTEGER NOT NULL,
		first_start INTEGER,
		first_end   INTEGER,
		PRIMARY KEY (name_id, lot, article_id)
	) WITHOUT ROWID`,
	"ALTER TABLE scene ADD COLUMN names TEXT NOT NULL DEFAULT '[]'", // those of the article, a JSON list
	"UPDATE scene SET names = (SELECT json_group_array(g.name_id) FROM naming g WHERE g.article_id = scene.article_id), lot = lot >> 16",
	"INSERT INTO naming_told SELECT name_id, lot >> 16, article_id, roles, mentions, first_start, first_end FROM naming",
	"UPDATE name SET bound = bound >> 16",
	"UPDATE public_id SET lot = lot >> 16",
	"DROP TABLE naming",
	"ALTER TABLE naming_told RENAME TO naming",
	"DROP TABLE statement_fts",
	"DROP TABLE reading",
	"DROP TABLE statement",
	"ALTER TABLE reading_told RENAME TO reading",
	"ALTER TABLE statement_told RENAME TO statement",
}

// wordsIndexed makes the full-text index of statements that stand, where there is none.
var wordsIndexed = []string{
	"CREATE VIEW statement_words AS " + wordsOfStatements,
	`CREATE VIRTUAL TABLE statement_fts USING fts5 (
		words, speaker, content = 'statement_words', content_rowid = 'statement_id', tokenize = 'unicode61 remove_diacritics 2')`,
	"INSERT INTO statement_fts (rowid, words, speaker) " + wordsOfStatements + " ORDER BY s.statement_id",
}

// indexesOn are the statements that make the indexes of tables.
func indexesOn(ctx context.Context, tx *sql.Tx, tables ...string) ([]string, error) {
	return columnOf[string](tx.QueryContext(ctx, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?)) ORDER BY name", list(tables)))
}

func execAll(ctx context.Context, tx *sql.Tx, queries []string) error {
	for _, q := range queries {
		if _, err := tx.ExecContext(ctx, q); err != nil {
			return fmt.Errorf("%.60s: %w", q, err)
		}
	}
	return nil
}

// convertReadings writes every reading in the form of today.
func convertReadings(ctx context.Context, tx *sql.Tx) error {
	for after := int64(0); ; {
		var r oldReading
		err := tx.QueryRowContext(ctx, `SELECT r.article_id, r.sha256, r.coding, r.text, r.record, c.capture_id, c.sha256 FROM reading r JOIN article a ON a.article_id = r.article_id
			JOIN version v ON v.version_id = a.shown JOIN capture c ON c.capture_id = v.capture_id WHERE r.article_id > ? ORDER BY r.article_id LIMIT 1`, after).
			Scan(&r.article, &r.sha256, &r.coding, &r.text, &r.record, &r.capture, &r.captured)
		if err == sql.ErrNoRows {
			return nil
		}
		if err == nil {
			err = r.convert(ctx, tx)
		}
		if err != nil {
			return fmt.Errorf("article %d: %w", r.article, err)
		}
		after = r.article
	}
}

// oldReading is a reading as it was kept before migration 15.
type oldReading struct {
	article, capture               int64
	coding                         string
	sha256, text, record, captured []byte
}

func (r *oldReading) convert(ctx context.Context, tx *sql.Tx) error {
	a, err := r.unpack()
	if err != nil {
		return err
	}
	said, err := oldSaid(ctx, tx, r.article)
	if err != nil {
		return err
	}
	of := any(nil)
	if string(r.sha256) == string(r.captured) {
		of, r.coding, r.text = r.capture, codingRaw, []byte{}
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO reading_told SELECT article_id, cleaned_by, attributed_by, stances_by, told_by, stale, sha256, title, outlet, outlet_folded, language,
		url, published, zone, day, statements, place, size, ?, ?, ?, ?, ? FROM reading WHERE article_id = ?`, said, packRecord(a), of, r.coding, r.text, r.article)
	return err
}

func (r *oldReading) unpack() (*news.Article, error) {
	text, err := unpack(r.coding, r.text)
	if err != nil {
		return nil, err
	}
	record, err := unpack(codingZstd, r.record)
	if err != nil {
		return nil, err
	}
	a := &news.Article{}
	err = json.Unmarshal(record, a)
	a.Text = string(text)
	return a, err
}

func oldSaid(ctx context.Context, tx *sql.Tx, article int64) ([]byte, error) {
	rows, err := tx.QueryContext(ctx, "SELECT within, cue_start, cue_end, spans, reasons FROM statement WHERE article_id = ? ORDER BY number", article)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []news.Statement
	for rows.Next() {
		var s news.Statement
		var start, end sql.NullInt64
		var spans, reasons string
		if err := rows.Scan(&s.Within, &start, &end, &spans, &reasons); err != nil {
			return nil, err
		}
		s.Cue = span(start, end)
		if s.Content, err = unflat(spans); err != nil {
			return nil, err
		}
		if s.Reasons, err = unpackReasons(reasons); err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return packSaid(all), rows.Err()
}
