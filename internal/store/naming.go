package store

import (
	"cmp"
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"math"
	"slices"

	"modernc.org/sqlite"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// mostUsesInRun is how many uses a row of naming_run holds: half a kilobyte.
const mostUsesInRun = 40

// namingRuns are uses of names, by lot.
var namingRuns = &runs{
	table: "naming", columns: useColumns, place: "lot", most: mostUsesInRun,
	scan: func(rows *sql.Rows) (filedRow, error) {
		u, err := scanUse(rows)
		return filedRow{u.name, u.lot, u.pack()}, err
	},
	rest: func(b []byte) int {
		_, size := unpackUse(b)
		return size
	},
}

// filedUse is a use of a name, as it is filed.
type filedUse struct {
	name, lot int64
	useRow
	roles resolve.Roles
	times int
}

const useColumns = "name_id, lot, article_id, roles, mentions, coalesce(first_start, -1), coalesce(first_end, -1)"

func scanUse(rows *sql.Rows) (u filedUse, err error) {
	var roles, times, start, end int64 // other integers are scanned by way of their digits
	err = rows.Scan(&u.name, &u.lot, &u.article, &roles, &times, &start, &end)
	u.roles, u.times, u.start, u.end = resolve.Roles(roles), int(times), int32(start), int32(end)
	return u, err
}

// pack writes what a use holds besides its name and lot: the article; one more than
// how long its first words are, 0 for none, with a bit that says whether roles and
// mentions follow, which are none and 1 as a rule; where the words start.
func (u *filedUse) pack() []byte {
	out := binary.AppendUvarint(make([]byte, 0, 8), uint64(u.article))
	head, rare := uint64(0), u.roles != 0 || u.times != 1
	if u.start != nowhere {
		head = uint64(u.end-u.start+1) << 1
	}
	if rare {
		head |= 1
	}
	out = binary.AppendUvarint(out, head)
	if rare {
		out = binary.AppendUvarint(binary.AppendUvarint(out, uint64(u.roles)), uint64(u.times))
	}
	if u.start != nowhere {
		out = binary.AppendUvarint(out, uint64(u.start))
	}
	return out
}

// unpackUse reads what pack wrote, and says how many bytes that takes; -1 where it
// does not read.
func unpackUse(b []byte) (u filedUse, size int) {
	next := func() uint64 {
		n, more := binary.Uvarint(b[max(size, 0):])
		if size += more; more <= 0 {
			size = -1 << 20
		}
		return n
	}
	u = filedUse{useRow: useRow{int64(next()), nowhere, nowhere}, times: 1}
	head := next()
	if head&1 != 0 {
		u.roles, u.times = resolve.Roles(next()), int(next())
	}
	if head>>1 != 0 {
		u.start = int32(next())
		u.end = u.start + int32(head>>1) - 1
	}
	return u, max(size, -1)
}

// namingFiled makes a query of both tables of uses, arm by arm: one as it is asked of
// either. It may ask for the columns name_id and article_id.
func namingFiled(query func(filed string) string) string {
	return query("naming") + " UNION ALL " + query(namingPacked)
}

// namingPacked are the uses of naming_run, one a row.
const namingPacked = "(SELECT p.name_id, i.value AS article_id FROM naming_run p CROSS JOIN json_each(hearsay_articles(p.rows)) i)"

// namingHolds tests whether a use is filed. Here and below inner tables are called as
// no query calls its own.
func namingHolds(name, lot, article string) string {
	return "(EXISTS (SELECT 1 FROM naming late WHERE late.name_id = " + name + " AND late.lot = " + lot + " AND late.article_id = " + article + ") OR EXISTS (SELECT 1 FROM (" + runOf(name, lot) +
		") run CROSS JOIN json_each(hearsay_articles(run.rows)) i WHERE i.value = " + article + "))"
}

// articleOfUse is the article of a name's use by its lot.
func articleOfUse(name, lot string) string {
	return "coalesce((SELECT late.article_id FROM naming late WHERE late.name_id = " + name + " AND late.lot = " + lot + " LIMIT 1), (SELECT hearsay_article(run.part, run.rows, " + lot + ") FROM (" + runOf(name, lot) + ") run))"
}

// runOf is the run a lot of a name is in.
func runOf(name, lot string) string {
	return "SELECT run.part, run.rows FROM naming_run run WHERE run.name_id = " + name + " AND run.part <= " + lot + " ORDER BY run.part DESC LIMIT 1"
}

// leastArticles are the articles, by lot, of the uses of a name in a sense, which are
// the query's arguments, so many of least lot.
func leastArticles(most int) string {
	const named = " g WHERE g.name_id = ?1 AND ?2 = "
	return "SELECT article_id FROM (SELECT * FROM (SELECT g.lot, g.article_id FROM naming" + named + senseOf("g.name_id", "g.article_id") + " ORDER BY 1, 2" + limitedTo(most) + `)
		UNION ALL SELECT hearsay_lot(part, rows, at), article_id FROM (SELECT p.part, p.rows, i.key AS at, i.value AS article_id FROM naming_run p CROSS JOIN json_each(hearsay_articles(p.rows)) i
			WHERE p.name_id = ?1 AND ?2 = ` + senseOf("p.name_id", "i.value") + " ORDER BY p.part, i.key" + limitedTo(most) + ")) ORDER BY lot, article_id" + limitedTo(most)
}

// usesFiled counts the uses of a name.
func usesFiled(name string) string {
	return "((SELECT count(*) FROM naming late WHERE late.name_id = " + name + ") + (SELECT coalesce(sum(hearsay_uses(run.rows)), 0) FROM naming_run run WHERE run.name_id = " + name + "))"
}

// nameUsed tests whether a name has uses.
func nameUsed(name string) string {
	return "(EXISTS (SELECT 1 FROM naming late WHERE late.name_id = " + name + ") OR EXISTS (SELECT 1 FROM naming_run run WHERE run.name_id = " + name + "))"
}

// namesUsed are the names that have uses.
const namesUsed = "SELECT name_id FROM naming UNION SELECT name_id FROM naming_run"

// hearsay_articles makes a JSON list of the articles of a run's uses, hearsay_uses
// counts them, hearsay_article is that of a lot, hearsay_lot the lot of the use of a
// number.
func init() {
	sqlite.MustRegisterDeterministicScalarFunction("hearsay_articles", 1, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		packed, _ := args[0].([]byte)
		var out numberList
		namingRuns.each(0, packed, func(_ int64, rest []byte) {
			article, _ := binary.Uvarint(rest)
			out.add(int64(article))
		})
		return out.String(), nil
	})
	sqlite.MustRegisterDeterministicScalarFunction("hearsay_uses", 1, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		packed, _ := args[0].([]byte)
		n := int64(0)
		namingRuns.each(0, packed, func(int64, []byte) { n++ })
		return n, nil
	})
	sqlite.MustRegisterDeterministicScalarFunction("hearsay_article", 3, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		part, _ := args[0].(int64)
		packed, _ := args[1].([]byte)
		lot, _ := args[2].(int64)
		var found driver.Value
		namingRuns.each(part, packed, func(place int64, rest []byte) {
			if place == lot && found == nil {
				article, _ := binary.Uvarint(rest)
				found = int64(article)
			}
		})
		return found, nil
	})
	sqlite.MustRegisterDeterministicScalarFunction("hearsay_lot", 3, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		part, _ := args[0].(int64)
		packed, _ := args[1].([]byte)
		number, _ := args[2].(int64)
		var lot driver.Value
		namingRuns.each(part, packed, func(place int64, _ []byte) {
			if number--; number == -1 {
				lot = place
			}
		})
		return lot, nil
	})
}

func compareUses(a, b filedUse) int {
	return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.lot, b.lot), cmp.Compare(a.article, b.article))
}

// writeNaming files uses under their names.
func (b *batch) writeNaming(uses []filedUse) error {
	slices.SortFunc(uses, compareUses)
	const width = 7
	values := make([]any, 0, len(uses)*width)
	for i := range uses {
		u := &uses[i]
		values = append(values, u.name, u.lot, u.article, u.roles, u.times, nil, nil)
		if u.start != nowhere {
			values[len(values)-2], values[len(values)-1] = u.start, u.end
		}
	}
	if err := b.bulk("INSERT OR FAIL INTO naming (name_id, lot, article_id, roles, mentions, first_start, first_end) VALUES ", width, values); err != nil {
		return err
	}
	return namingRuns.thin(b)
}

// dropNaming takes an article from under its names, and gives those it was filed
// under.
func (b *batch) dropNaming(article int64) ([]int64, error) {
	out, err := b.ids("DELETE FROM naming WHERE (name_id, lot, article_id) IN (SELECT j.value, c.lot, c.article_id FROM "+namesIn+" WHERE c.article_id = ?) RETURNING name_id", article)
	if err != nil {
		return nil, err
	}
	var lot int64
	if found, err := b.find("SELECT lot FROM scene WHERE article_id = ?", []any{article}, &lot); err != nil || !found {
		return out, err
	}
	names, err := b.ids("SELECT j.value FROM "+namesIn+" WHERE c.article_id = ?", article)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		held, err := namingRuns.drop(b, name, lot, func(rest []byte) bool {
			u, _ := unpackUse(rest)
			return u.article == article
		})
		if err != nil {
			return nil, err
		}
		if held {
			out = append(out, name)
		}
	}
	return out, nil
}

// leastUses are the uses of least lot of names, at most so many of each, in order.
func (b *batch) leastUses(ids []int64, most int) ([]filedUse, error) {
	out, err := b.leastPacked(ids, most)
	if err != nil {
		return nil, err
	}
	err = b.each("SELECT "+useColumns+` FROM json_each(?) j CROSS JOIN naming ON name_id = j.value
		AND lot <= coalesce((SELECT h.lot FROM naming h WHERE h.name_id = j.value ORDER BY h.lot, h.article_id LIMIT 1 OFFSET ?), ?)`,
		[]any{list(ids), most - 1, int64(math.MaxInt64)}, func(rows *sql.Rows) error {
			u, err := scanUse(rows)
			out = append(out, u)
			return err
		})
	slices.SortFunc(out, compareUses)
	n, name := 0, int64(0)
	return slices.DeleteFunc(out, func(u filedUse) bool {
		if u.name != name {
			n, name = 0, u.name
		}
		n++
		return n > most
	}), err
}

// leastPacked are uses of naming_run, at least so many of each name that has them,
// those of least lot. Names of which too few were read are asked for again.
func (b *batch) leastPacked(ids []int64, most int) (out []filedUse, err error) {
	for runs := 1 + 2*most/mostUsesInRun; len(ids) > 0 && err == nil; runs *= 4 {
		var again []int64
		var name int64
		start, read := 0, 0
		err = b.each(`SELECT p.name_id, p.part, p.rows FROM json_each(?) j CROSS JOIN naming_run p ON p.name_id = j.value
			AND p.part <= coalesce((SELECT h.part FROM naming_run h WHERE h.name_id = j.value ORDER BY h.part LIMIT 1 OFFSET ?), ?)`,
			[]any{list(ids), runs - 1, int64(math.MaxInt64)}, func(rows *sql.Rows) error {
				var id, part int64
				var packed sql.RawBytes
				err := rows.Scan(&id, &part, &packed)
				if id != name {
					name, start, read = id, len(out), 0
				}
				namingRuns.each(part, packed, func(lot int64, rest []byte) {
					u, _ := unpackUse(rest)
					u.name, u.lot = id, lot
					out = append(out, u)
				})
				if read++; read == runs && len(out)-start < most {
					again, out = append(again, id), out[:start]
				}
				return err
			})
		ids = again
	}
	return out, err
}
