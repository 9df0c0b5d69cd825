package store

import (
	"database/sql"
	"errors"
	"fmt"

	"github.com/hearsay-engine/hearsay/news"
)

// maxFileProblems bounds how many faults of the file's structure are listed.
const maxFileProblems = 20

// file checks the file's structure on a connection of its own: one that has
// asked before knows the full-text index as it was then, and calls what was
// written since a fault.
func (v *verifier) file() (err error) {
	db, err := connect(v.archive.path, DefaultWait, reading)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return v.listOf(db, "file", fmt.Sprintf("PRAGMA integrity_check(%d)", maxFileProblems), func(rows *sql.Rows) (string, error) {
		var words string
		err := rows.Scan(&words)
		if words == "ok" {
			words = ""
		}
		return words, err
	})
}

func (v *verifier) references() error {
	return v.list("file", "PRAGMA foreign_key_check", func(rows *sql.Rows) (string, error) {
		var table, parent string
		var row sql.NullInt64
		var key int
		err := rows.Scan(&table, &row, &parent, &key)
		return fmt.Sprintf("a row of %s refers to a row of %s that is not there", table, parent), err
	})
}

// list reports every row of a query that words gives words for.
func (v *verifier) list(where, query string, words func(*sql.Rows) (string, error)) error {
	return v.listOf(v.archive.read, where, query, words)
}

func (v *verifier) listOf(db querier, where, query string, words func(*sql.Rows) (string, error)) error {
	rows, err := db.QueryContext(v.ctx, query)
	if err != nil {
		return v.damage(where, err)
	}
	defer rows.Close()
	for rows.Next() {
		w, err := words(rows)
		if err != nil {
			return err
		}
		if w != "" {
			v.problem(where, "%s", w)
		}
	}
	return v.damage(where, rows.Err())
}

// damage reports what SQLite calls damage as a problem; other errors it returns.
func (v *verifier) damage(where string, err error) error {
	if e := v.archive.fault(err); news.FaultOf(e) == news.Damaged {
		v.problem(where, "%v", err)
		return nil
	}
	return err
}

// fullText asks FTS5 to compare its indexes with the tables; it has to be asked
// in a transaction, which is then given up. The connection is one that lets the
// view of statements' words call our functions.
func (v *verifier) fullText() (err error) {
	db, err := connect(v.archive.path, DefaultWait, checking)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, table := range []string{"statement_fts", "name_fts"} {
		tx, err := db.BeginTx(v.ctx, nil)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(v.ctx, "INSERT INTO "+table+" ("+table+", rank) VALUES ('integrity-check', 1)")
		if err := errors.Join(v.damage("full-text index "+table, err), tx.Rollback()); err != nil {
			return err
		}
	}
	return nil
}
