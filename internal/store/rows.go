package store

import (
	"database/sql"
	"strconv"
)

// limitedTo is the bound of a query. SQLite plans a query by its bound: one that is
// an argument would be prepared anew each time it is asked.
func limitedTo(n int) string { return " LIMIT " + strconv.Itoa(n) }

// eachOf calls do for every row of a query's answer.
func eachOf(rows *sql.Rows, err error, do func(*sql.Rows) error) error {
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// columnOf gives the rows of an answer that has one column.
func columnOf[T any](rows *sql.Rows, err error) ([]T, error) {
	var out []T
	err = eachOf(rows, err, func(rows *sql.Rows) error {
		var x T
		err := rows.Scan(&x)
		out = append(out, x)
		return err
	})
	return out, err
}
