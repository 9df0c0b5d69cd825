package store

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"math"
	"slices"
)

// runs are rows filed under names, in two tables: what came of late stands row by
// row in one, and what stood there for a while is packed in the other, which is
// named after it. Rows of a name lie between those of all others, so that each
// transaction would write nearly every page of one large table anew; they are moved
// some thousands at once, in order.
type runs struct {
	table, columns string // of rows of late: a name, a place among the name's rows, and what else they hold
	place          string // its column
	most           int    // rows of a run
	scan           func(*sql.Rows) (filedRow, error)
	rest           func([]byte) int // how many bytes what else a row holds takes, at their beginning
}

// mostRecent is how many rows stand one by one. They are so few that a transaction
// writes few pages of them, and so many that many of those moved at once, an eighth,
// come to one page of runs.
const mostRecent = 250_000

// filedRow is a row under a name.
type filedRow struct {
	name, place int64
	rest        []byte // what else it holds
}

func compareFiled(a, b filedRow) int {
	return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.place, b.place), bytes.Compare(a.rest, b.rest))
}

// packedRun is a packed row: rows of a name from part, which never changes, up to the next
// run's part. A name's first run has part 0, unless nothing was left in that one.
// Rows of one place are in one run.
type packedRun struct {
	part   int64
	packed []byte
}

// packRun writes rows that are in order, their places as differences, the first from
// part.
func packRun(part int64, rows []filedRow) packedRun {
	out := make([]byte, 0, (8+len(rows[0].rest))*len(rows))
	at := part
	for _, r := range rows {
		out = append(binary.AppendUvarint(out, uint64(r.place-at)), r.rest...)
		at = r.place
	}
	return packedRun{part, out}
}

// each calls do with the rows of a run, as far as they read.
func (k *runs) each(part int64, packed []byte, do func(place int64, rest []byte)) {
	for len(packed) > 0 {
		more, size := binary.Uvarint(packed)
		if size <= 0 {
			return
		}
		part, packed = part+int64(more), packed[size:]
		if size = k.rest(packed); size < 0 {
			return
		}
		do(part, packed[:size])
		packed = packed[size:]
	}
}

func (k *runs) rows(name int64, r packedRun) (out []filedRow) {
	k.each(r.part, r.packed, func(place int64, rest []byte) { out = append(out, filedRow{name, place, rest}) })
	return out
}

// split makes runs of a name's rows from part on. Where they are too many for one,
// each leaves room for what comes.
func (k *runs) split(part int64, rows []filedRow) (out []packedRun) {
	most := k.most
	if len(rows) > most {
		most -= most / 4
	}
	for len(rows) > 0 {
		n := min(most, len(rows))
		for n < len(rows) && rows[n].place == rows[n-1].place {
			n++
		}
		out = append(out, packRun(part, rows[:n]))
		if rows = rows[n:]; len(rows) > 0 {
			part = rows[0].place
		}
	}
	return out
}

// with adds rows to a name's runs, both in order, and gives those that changed.
func (k *runs) with(have []packedRun, more []filedRow) (changed []packedRun) {
	if len(have) == 0 || more[0].place < have[0].part {
		have = slices.Insert(have, 0, packedRun{})
	}
	for i, r := range have {
		n := len(more)
		if i+1 < len(have) {
			n, _ = slices.BinarySearchFunc(more, have[i+1].part, func(r filedRow, part int64) int { return cmp.Compare(r.place, part) })
		}
		if n > 0 {
			rows := slices.Concat(k.rows(more[0].name, r), more[:n])
			slices.SortFunc(rows, compareFiled)
			rows = slices.CompactFunc(rows, func(a, b filedRow) bool { return compareFiled(a, b) == 0 })
			changed, more = append(changed, k.split(r.part, rows)...), more[n:]
		}
	}
	return changed
}

// thin moves some rows into runs where too many stand one by one: those that follow
// what was moved last, so that all have their turn.
func (k *runs) thin(b *batch) error {
	var held int
	if _, err := b.find("SELECT count(*) FROM "+k.table, nil, &held); err != nil || held <= b.memory.mostRecent {
		return err
	}
	from, to := b.memory.moved[k.table], [2]int64{math.MaxInt64, math.MaxInt64}
	key := "(name_id, " + k.place + ")"
	more, err := b.find("SELECT name_id, "+k.place+" FROM "+k.table+" WHERE "+key+" > (?, ?) ORDER BY name_id, "+k.place+" LIMIT 1 OFFSET ?",
		[]any{from[0], from[1], max(b.memory.mostRecent/8, held-b.memory.mostRecent) - 1}, &to[0], &to[1])
	if err != nil {
		return err
	}
	if b.memory.moved[k.table] = to; !more {
		delete(b.memory.moved, k.table)
	}
	var rows []filedRow
	some := []any{from[0], from[1], to[0], to[1]}
	err = b.each("SELECT "+k.columns+" FROM "+k.table+" WHERE "+key+" > (?, ?) AND "+key+" <= (?, ?) ORDER BY name_id, "+k.place, some, func(in *sql.Rows) error {
		r, err := k.scan(in)
		rows = append(rows, r)
		return err
	})
	if err == nil {
		err = k.pack(b, rows)
	}
	if err != nil {
		return err
	}
	return b.exec("DELETE FROM "+k.table+" WHERE "+key+" > (?, ?) AND "+key+" <= (?, ?)", some...)
}

// pack adds rows, which are in order, to the runs of their names. Of these it reads
// what lies between a name's first row and its last.
func (k *runs) pack(b *batch, rows []filedRow) error {
	var between [][3]int64 // a name, its first place, its last
	for _, r := range rows {
		if n := len(between); n > 0 && between[n-1][0] == r.name {
			between[n-1][2] = r.place
		} else {
			between = append(between, [3]int64{r.name, r.place, r.place})
		}
	}
	have := map[int64][]packedRun{}
	err := b.each("SELECT p.name_id, p.part, p.rows FROM json_each(?) j CROSS JOIN "+k.table+"_run p ON p.name_id = j.value ->> 0 AND p.part <= j.value ->> 2 AND p.part >= coalesce((SELECT max(h.part) FROM "+
		k.table+"_run h WHERE h.name_id = j.value ->> 0 AND h.part <= j.value ->> 1), 0)", []any{list(between)}, func(in *sql.Rows) error {
		var name int64
		var r packedRun
		err := in.Scan(&name, &r.part, &r.packed)
		have[name] = append(have[name], r)
		return err
	})
	if err != nil {
		return err
	}
	var values []any
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && rows[n].name == rows[0].name {
			n++
		}
		for _, r := range k.with(have[rows[0].name], rows[:n]) {
			values = append(values, rows[0].name, r.part, r.packed)
		}
		rows = rows[n:]
	}
	return b.bulk("INSERT OR REPLACE INTO "+k.table+"_run (name_id, part, rows) VALUES ", 3, values)
}

// drop takes a row out of its name's runs, which is the one that is asks for of
// those of a place. held is false where there was none.
func (k *runs) drop(b *batch, name, place int64, is func(rest []byte) bool) (held bool, err error) {
	var r packedRun
	found, err := b.find("SELECT part, rows FROM "+k.table+"_run WHERE name_id = ? AND part <= ? ORDER BY part DESC LIMIT 1", []any{name, place}, &r.part, &r.packed)
	if err != nil || !found {
		return false, err
	}
	rows := k.rows(name, r)
	at := slices.IndexFunc(rows, func(r filedRow) bool { return r.place == place && is(r.rest) })
	switch {
	case at < 0:
		return false, nil
	case len(rows) == 1:
		return true, b.exec("DELETE FROM "+k.table+"_run WHERE name_id = ? AND part = ?", name, r.part)
	}
	return true, b.exec("UPDATE "+k.table+"_run SET rows = ? WHERE name_id = ? AND part = ?", packRun(r.part, slices.Delete(rows, at, at+1)).packed, name, r.part)
}

// packAll is a migration: all rows of a table are packed.
func (k *runs) packAll(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, "CREATE TABLE "+k.table+"_run (name_id INTEGER NOT NULL, part INTEGER NOT NULL, rows BLOB NOT NULL, PRIMARY KEY (name_id, part)) WITHOUT ROWID"); err != nil {
		return err
	}
	put, err := tx.PrepareContext(ctx, "INSERT INTO "+k.table+"_run (name_id, part, rows) VALUES (?, ?, ?)")
	if err != nil {
		return err
	}
	defer put.Close()
	var held []filedRow
	write := func() error {
		for _, r := range k.split(0, held) {
			if _, err := put.ExecContext(ctx, held[0].name, r.part, r.packed); err != nil {
				return err
			}
		}
		held = held[:0]
		return nil
	}
	rows, err := tx.QueryContext(ctx, "SELECT "+k.columns+" FROM "+k.table+" ORDER BY name_id, "+k.place)
	err = eachOf(rows, err, func(rows *sql.Rows) error {
		r, err := k.scan(rows)
		if err == nil && len(held) > 0 && held[0].name != r.name {
			err = write()
		}
		held = append(held, r)
		return err
	})
	if err == nil {
		err = write()
	}
	if err == nil {
		_, err = tx.ExecContext(ctx, "DELETE FROM "+k.table)
	}
	return err
}
