package store

import (
	"database/sql"
	"database/sql/driver"
	"slices"
	"strconv"

	"modernc.org/sqlite"
)

// aboutRuns are statements under the names in them: a run is half a kilobyte.
var aboutRuns = &runs{
	table: "about", columns: "name_id, statement_id", place: "statement_id", most: 128,
	scan: func(rows *sql.Rows) (r filedRow, err error) {
		err = rows.Scan(&r.name, &r.place)
		return r, err
	},
	rest: func([]byte) int { return 0 },
}

// aboutFiled are the statements filed under names, two columns, of both tables. A
// query that counts or tells apart takes it arm by arm: SQLite would read all of it.
const aboutFiled = "(SELECT name_id, statement_id FROM about UNION ALL SELECT name_id, statement_id FROM " + aboutPacked + ")"

// aboutPacked are those of about_run, one a row.
const aboutPacked = "(SELECT p.name_id, i.value AS statement_id FROM about_run p CROSS JOIN json_each(hearsay_run(p.part, p.rows)) i)"

// aboutHolds tests whether a statement is filed under a name.
func aboutHolds(name, statement string) string {
	return "(EXISTS (SELECT 1 FROM about b WHERE b.name_id = " + name + " AND b.statement_id = " + statement + ") OR EXISTS (SELECT 1 FROM (SELECT p.part, p.rows FROM about_run p WHERE p.name_id = " + name +
		" AND p.part <= " + statement + " ORDER BY p.part DESC LIMIT 1) p CROSS JOIN json_each(hearsay_run(p.part, p.rows)) i WHERE i.value = " + statement + "))"
}

// hearsay_run makes a JSON list of the places of a run's part and rows.
func init() {
	sqlite.MustRegisterDeterministicScalarFunction("hearsay_run", 2, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		part, _ := args[0].(int64)
		packed, _ := args[1].([]byte)
		var out numberList
		aboutRuns.each(part, packed, func(place int64, _ []byte) { out.add(place) })
		return out.String(), nil
	})
}

// numberList is a JSON list of numbers in the making.
type numberList []byte

func (l *numberList) add(n int64) {
	between := byte(',')
	if len(*l) == 0 {
		between = '['
	}
	*l = strconv.AppendInt(append(*l, between), n, 10)
}

func (l numberList) String() string {
	if len(l) == 0 {
		return "[]"
	}
	return string(append(l, ']'))
}

// writeAbout files statements under the names in them.
func (b *batch) writeAbout(rows [][2]int64) error {
	slices.SortFunc(rows, comparePairs)
	values := make([]any, 0, 2*len(rows))
	for _, r := range rows {
		values = append(values, r[0], r[1])
	}
	if err := b.bulk("INSERT OR FAIL INTO about (name_id, statement_id) VALUES ", 2, values); err != nil || len(rows) == 0 {
		return err
	}
	return aboutRuns.thin(b)
}

// dropAbout takes statements from under names.
func (b *batch) dropAbout(filed [][2]int64) error {
	if err := b.exec("DELETE FROM about WHERE (name_id, statement_id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))", list(filed)); err != nil {
		return err
	}
	for _, f := range filed {
		if _, err := aboutRuns.drop(b, f[0], f[1], func([]byte) bool { return true }); err != nil {
			return err
		}
	}
	return nil
}
