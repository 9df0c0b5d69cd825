package store

import (
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"slices"
	"strconv"

	"modernc.org/sqlite"
)

// Statements are filed under the names in them twice: what came of late stands row by
// row in about, and what stood there for a while is packed in about_run. Rows of a
// name lie between those of all others, so that each transaction would write nearly
// every page of one large table anew; they are moved some thousands at once, in order.

// mostAbout is how many rows about holds. It is so few that a transaction writes few
// pages of it, and so many that many of those moved at once, an eighth, come to one
// page of about_run.
const mostAbout = 250_000

// mostInRun is how many statements a row of about_run holds: half a kilobyte.
const mostInRun = 128

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

// aboutRun is a row of about_run: statements of a name, from part, which never changes,
// up to the next run's part. A name's first run has part 0, unless nothing was left in
// that one.
type aboutRun struct {
	part   int64
	packed []byte
}

// rows are the statements, ascending.
func (r aboutRun) rows() (out []int64) {
	eachInRun(r.part, r.packed, func(row int64) { out = append(out, row) })
	return out
}

// packRun writes ascending rows as differences, the first from part.
func packRun(part int64, rows []int64) []byte {
	out := make([]byte, 0, 5*len(rows))
	for _, row := range rows {
		out = binary.AppendUvarint(out, uint64(row-part))
		part = row
	}
	return out
}

func eachInRun(part int64, packed []byte, do func(int64)) {
	eachNumber(packed, func(more int64) {
		part += more
		do(part)
	})
}

// hearsay_run makes a JSON list of a run's part and rows.
func init() {
	sqlite.MustRegisterDeterministicScalarFunction("hearsay_run", 2, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		part, _ := args[0].(int64)
		packed, _ := args[1].([]byte)
		var out []byte
		between := byte('[')
		eachInRun(part, packed, func(row int64) {
			out = strconv.AppendInt(append(out, between), row, 10)
			between = ','
		})
		if len(out) == 0 {
			return "[]", nil
		}
		return string(append(out, ']')), nil
	})
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
	return b.thinAbout()
}

// thinAbout moves some rows to about_run where about holds too many: those that
// follow what was moved last, so that all have their turn.
func (b *batch) thinAbout() error {
	var held int
	if _, err := b.find("SELECT count(*) FROM about", nil, &held); err != nil || held <= b.memory.mostAbout {
		return err
	}
	from, most := b.memory.aboutMoved, max(b.memory.mostAbout/8, held-b.memory.mostAbout)
	var rows [][2]int64
	err := b.each("SELECT name_id, statement_id FROM about WHERE (name_id, statement_id) > (?, ?) ORDER BY name_id, statement_id"+limitedTo(most), []any{from[0], from[1]}, func(in *sql.Rows) error {
		var r [2]int64
		err := in.Scan(&r[0], &r[1])
		rows = append(rows, r)
		return err
	})
	b.memory.aboutMoved = [2]int64{}
	if err != nil || len(rows) == 0 {
		return err
	}
	if len(rows) == most {
		b.memory.aboutMoved = rows[len(rows)-1]
	}
	if err := b.packAbout(rows); err != nil {
		return err
	}
	return b.exec("DELETE FROM about WHERE (name_id, statement_id) > (?, ?) AND (name_id, statement_id) <= (?, ?)", from[0], from[1], rows[len(rows)-1][0], rows[len(rows)-1][1])
}

// packAbout adds rows, which are in order, to about_run.
func (b *batch) packAbout(rows [][2]int64) error {
	names := make([]int64, 0, len(rows))
	for _, r := range rows {
		names = append(names, r[0])
	}
	have := map[int64][]aboutRun{}
	err := b.each("SELECT p.name_id, p.part, p.rows FROM json_each(?) j CROSS JOIN about_run p ON p.name_id = j.value", []any{list(slices.Compact(names))}, func(in *sql.Rows) error {
		var name int64
		var r aboutRun
		err := in.Scan(&name, &r.part, &r.packed)
		have[name] = append(have[name], r)
		return err
	})
	if err != nil {
		return err
	}
	var values []any
	for len(rows) > 0 {
		name := rows[0][0]
		var statements []int64
		for len(rows) > 0 && rows[0][0] == name {
			statements, rows = append(statements, rows[0][1]), rows[1:]
		}
		for _, r := range runsWith(have[name], statements) {
			values = append(values, name, r.part, r.packed)
		}
	}
	return b.bulk("INSERT OR REPLACE INTO about_run (name_id, part, rows) VALUES ", 3, values)
}

// runsWith adds rows to a name's runs, both in order, and gives those that changed.
func runsWith(runs []aboutRun, more []int64) []aboutRun {
	if len(runs) == 0 || more[0] < runs[0].part {
		runs = slices.Insert(runs, 0, aboutRun{})
	}
	var changed []aboutRun
	for i, r := range runs {
		n := len(more)
		if i+1 < len(runs) {
			n, _ = slices.BinarySearch(more, runs[i+1].part)
		}
		if n > 0 {
			rows := slices.Concat(r.rows(), more[:n])
			slices.Sort(rows)
			changed, more = append(changed, splitRun(r.part, slices.Compact(rows))...), more[n:]
		}
	}
	return changed
}

// splitRun makes runs of rows from part on. Where they are too many for one, each
// leaves room for what comes.
func splitRun(part int64, rows []int64) []aboutRun {
	most := mostInRun
	if len(rows) > most {
		most -= most / 4
	}
	var out []aboutRun
	for some := range slices.Chunk(rows, most) {
		out = append(out, aboutRun{part, packRun(part, some)})
		if n := len(out) * most; n < len(rows) {
			part = rows[n]
		}
	}
	return out
}

// dropAbout takes statements from under names.
func (b *batch) dropAbout(filed [][2]int64) error {
	if err := b.exec("DELETE FROM about WHERE (name_id, statement_id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))", list(filed)); err != nil {
		return err
	}
	for _, f := range filed {
		var r aboutRun
		found, err := b.find("SELECT part, rows FROM about_run WHERE name_id = ? AND part <= ? ORDER BY part DESC LIMIT 1", []any{f[0], f[1]}, &r.part, &r.packed)
		if err != nil {
			return err
		}
		rows := r.rows()
		at, held := slices.BinarySearch(rows, f[1])
		switch {
		case !found || !held:
		case len(rows) == 1:
			err = b.exec("DELETE FROM about_run WHERE name_id = ? AND part = ?", f[0], r.part)
		default:
			err = b.exec("UPDATE about_run SET rows = ? WHERE name_id = ? AND part = ?", packRun(r.part, slices.Delete(rows, at, at+1)), f[0], r.part)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
