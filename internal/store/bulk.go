package store

import "strings"

// rowsAtOnce is how many rows one statement inserts, while so many are left.
var rowsAtOnce = [...]int{40, 16, 4, 1}

// bulk inserts rows of so many values each, which stand one behind the other.
// Rows in the order of the table's key go in several times faster than others:
// each of its pages is sought once. Where nothing of the table's refers to another,
// OR FAIL has SQLite keep no copy of each page for the rows before one that is
// refused: the transaction goes with it. then is what the statement ends with, if
// anything.
func (b *batch) bulk(insert string, width int, values []any, then ...string) error {
	one := "(?" + strings.Repeat(", ?", width-1) + ")"
	for _, n := range rowsAtOnce {
		if len(values) < n*width {
			continue
		}
		query := insert + one + strings.Repeat(", "+one, n-1) + strings.Join(then, "")
		for ; len(values) >= n*width; values = values[n*width:] {
			if err := b.exec(query, values[:n*width]...); err != nil {
				return err
			}
		}
	}
	return nil
}
