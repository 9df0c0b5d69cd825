package store

import (
	"slices"
	"strings"
)

// rowsAtOnce is how many rows one statement inserts, while so many are left: a
// statement of more is prepared and bound no faster by the row.
var rowsAtOnce = [...]int{32, 4, 1}

// insertAll writes rows of a width, given one behind the other, by few statements
// of many rows. head is what stands before VALUES, tail what stands behind the
// rows. Rows that stand in the order of the table's key go in several times
// faster than others: each page of it is sought once.
func (b *batch) insertAll(head string, width int, values []any, tail string) error {
	row := "(?" + strings.Repeat(", ?", width-1) + ")"
	for _, rows := range rowsAtOnce {
		if len(values) < rows*width {
			continue
		}
		query := head + " VALUES " + row + strings.Repeat(", "+row, rows-1) + tail
		for len(values) >= rows*width {
			if err := b.exec(query, values[:rows*width]...); err != nil {
				return err
			}
			values = values[rows*width:]
		}
	}
	return nil
}

// insertTriples writes rows of three numbers in their order.
func (b *batch) insertTriples(head string, rows [][3]int64, tail string) error {
	slices.SortFunc(rows, func(a, b [3]int64) int { return slices.Compare(a[:], b[:]) })
	values := make([]any, 0, 3*len(rows))
	for _, r := range slices.Compact(rows) {
		values = append(values, r[0], r[1], r[2])
	}
	return b.insertAll(head, 3, values, tail)
}
