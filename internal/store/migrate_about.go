package store

import (
	"context"
	"database/sql"
)

// aboutInRuns is migration 53: statements stand under the names in them as packed
// rows of many, which take a third of the bytes.
func aboutInRuns(ctx context.Context, tx *sql.Tx) error {
	const made = "CREATE TABLE about_run (name_id INTEGER NOT NULL, part INTEGER NOT NULL, rows BLOB NOT NULL, PRIMARY KEY (name_id, part)) WITHOUT ROWID"
	if _, err := tx.ExecContext(ctx, made); err != nil {
		return err
	}
	put, err := tx.PrepareContext(ctx, "INSERT INTO about_run (name_id, part, rows) VALUES (?, ?, ?)")
	if err != nil {
		return err
	}
	defer put.Close()
	var name int64
	var held []int64
	write := func() error {
		for _, r := range splitRun(0, held) {
			if _, err := put.ExecContext(ctx, name, r.part, r.packed); err != nil {
				return err
			}
		}
		held = held[:0]
		return nil
	}
	rows, err := tx.QueryContext(ctx, "SELECT name_id, statement_id FROM about ORDER BY name_id, statement_id")
	err = eachOf(rows, err, func(rows *sql.Rows) error {
		var next, statement int64
		err := rows.Scan(&next, &statement)
		if next != name && err == nil {
			err = write()
		}
		name, held = next, append(held, statement)
		return err
	})
	if err == nil {
		err = write()
	}
	if err == nil {
		_, err = tx.ExecContext(ctx, "DELETE FROM about")
	}
	return err
}
