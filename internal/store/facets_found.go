package store

import (
	"cmp"
	"context"
	"database/sql"
	"math"
	"slices"
)

// statementFacts is what facets count of a statement.
type statementFacts struct {
	article, traits, named int64
	about                  string // a JSON list of names
}

const statementFactColumns = "s.statement_id, s.article_id, " + traitsOf + ", coalesce(s.named, 0), coalesce(s.about, '')"

// scanner reads statementFactColumns.
type scanner struct {
	row   int64
	about sql.RawBytes
}

func (c *scanner) scan(rows *sql.Rows) (*statementFacts, error) {
	x := &statementFacts{}
	err := rows.Scan(&c.row, &x.article, &x.traits, &x.named, &c.about)
	x.about = string(c.about)
	return x, err
}

// eachFound calls do with the newest that are found, n at most. Where only words are
// asked for, the index of words has them and the statements themselves, which lie
// scattered, are read where they are not known: a page of a word took half its time
// to read two thousand of them.
func (a *Archive) eachFound(ctx context.Context, c *conditions, n, age int, do func(row int64, x *statementFacts)) error {
	if c.worded {
		rows, facts, err := a.foundWorded(ctx, c, n, age)
		for i, row := range rows {
			do(row, facts[i])
		}
		return err
	}
	var each scanner
	return a.eachRow(ctx, "SELECT "+statementFactColumns+c.from()+c.where()+c.newest(n), c.args(), func(rows *sql.Rows) error {
		x, err := each.scan(rows)
		do(each.row, x)
		return err
	})
}

// foundWorded gives the newest n attributed statements that have the words asked
// for, and what is known of them.
func (a *Archive) foundWorded(ctx context.Context, c *conditions, n, age int) (rows []int64, facts []*statementFacts, err error) {
	for below := int64(math.MaxInt64); ; {
		some, err := a.wordedBelow(ctx, c, below, n)
		if err != nil {
			return nil, nil, err
		}
		known, err := a.saidFacts(ctx, some, age)
		if err != nil {
			return nil, nil, err
		}
		for i, x := range known {
			if x != nil && x.attributed() && len(rows) < n {
				rows, facts = append(rows, some[i]), append(facts, x)
			}
		}
		if len(rows) == n || len(some) < n {
			return rows, facts, nil
		}
		below = some[len(some)-1]
	}
}

// wordedBelow gives the newest n rows below one that have the words asked for, of
// whatever voice, as the index of words has them.
func (a *Archive) wordedBelow(ctx context.Context, c *conditions, below int64, n int) ([]int64, error) {
	var all sql.RawBytes
	var rows []int64
	err := a.eachRow(ctx, "SELECT json_group_array(row) FROM (SELECT f.rowid AS row FROM statement_fts f WHERE f.statement_fts MATCH ? AND f.rowid < ? AND f.rowid NOT IN ("+hiddenRows+") ORDER BY f.rowid DESC"+limitedTo(n)+")",
		[]any{c.match, below}, func(r *sql.Rows) error {
			err := r.Scan(&all)
			eachNumber(all, func(row int64) { rows = append(rows, row) })
			return err
		})
	slices.SortFunc(rows, func(a, b int64) int { return cmp.Compare(b, a) }) // as they are in, which SQLite does not promise
	return rows, err
}

// saidFacts gives what facets count of statements, nothing of those that are gone.
func (a *Archive) saidFacts(ctx context.Context, rows []int64, age int) ([]*statementFacts, error) {
	return factsKept(&a.kept, &a.kept.said, age, len(rows) >= keptFrom, rows, func(missing []int64, found map[int64]*statementFacts) error {
		var each scanner
		return a.eachRow(ctx, "SELECT "+statementFactColumns+" FROM json_each(?) j CROSS JOIN statement s ON s.statement_id = j.value", []any{list(missing)}, func(r *sql.Rows) error {
			x, err := each.scan(r)
			found[each.row] = x
			return err
		})
	})
}
