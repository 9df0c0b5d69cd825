package wire

import (
	"encoding/csv"
	"io"
	"strings"
)

// Sheet writes rows of CSV for who opens them in a spreadsheet.
type Sheet struct{ out *csv.Writer }

// NewSheet writes rows to w.
func NewSheet(w io.Writer) Sheet { return Sheet{csv.NewWriter(w)} }

// Write writes a row. A cell that a spreadsheet would take for a formula begins
// with an apostrophe, which it shows as text: what is read off the web, names too,
// is anybody's to write.
func (s Sheet) Write(row []string) error {
	cells := make([]string, len(row))
	for i, c := range row {
		if cells[i] = c; formula(c) {
			cells[i] = "'" + c
		}
	}
	return s.out.Write(cells)
}

// Flush writes what is left.
func (s Sheet) Flush() error {
	s.out.Flush()
	return s.out.Error()
}

// formula reports whether a cell begins one: by the signs of OWASP's page on CSV
// injection, the wide forms that some spreadsheets read as well among them.
func formula(cell string) bool {
	for _, r := range cell {
		return strings.ContainsRune("=+-@\t\r\n＝＋－＠", r)
	}
	return false
}
