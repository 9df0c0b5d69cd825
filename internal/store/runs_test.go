package store

import (
	"cmp"
	"slices"
	"testing"
)

// Many rows of a name are packed in several runs, which split as more come; those of
// one place stay together.
func TestRunsSplit(t *testing.T) {
	var have []packedRun
	var want []filedRow
	for i := range 40 {
		var more []filedRow
		for k := range 30 {
			more = append(more, filedRow{1, int64(k*1000 + i*7919%1000), nil})
		}
		want = append(want, more...)
		for _, r := range aboutRuns.with(have, more) {
			have = slices.DeleteFunc(have, func(o packedRun) bool { return o.part == r.part })
			have = append(have, r)
		}
		slices.SortFunc(have, func(a, b packedRun) int { return cmp.Compare(a.part, b.part) })
	}
	slices.SortFunc(want, compareFiled)
	var got []filedRow
	for _, r := range have {
		rows := aboutRuns.rows(1, r)
		if len(rows) > aboutRuns.most {
			t.Errorf("%d statements in one run", len(rows))
		}
		got = append(got, rows...)
	}
	if !slices.EqualFunc(got, want, func(a, b filedRow) bool { return compareFiled(a, b) == 0 }) {
		t.Errorf("%d statements, want %d", len(got), len(want))
	}

	var uses []filedRow
	for i := range 200 {
		u := filedUse{name: 1, lot: int64(i / 50), useRow: useRow{int64(i), nowhere, nowhere}, times: 1}
		uses = append(uses, filedRow{1, u.lot, u.pack()})
	}
	for _, r := range namingRuns.split(0, uses) {
		if rows := namingRuns.rows(1, r); len(rows) != 50 {
			t.Errorf("%d uses of %d to %d in one run, want the 50 of one lot", len(rows), rows[0].place, rows[len(rows)-1].place)
		}
	}
}
