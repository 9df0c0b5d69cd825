package store

import (
	"database/sql"
	"fmt"
)

// doubts checks that the statements of an article are filed under the doubtful
// rules that had a part in them.
func (v *verifier) doubts(where string, row int64, s *Stored) error {
	return v.archive.eachRow(v.ctx, "SELECT s.number, s.doubt FROM reading r CROSS JOIN statement s ON "+ofReading+" WHERE r.article_id = ? ORDER BY s.statement_id DESC", []any{row}, func(rows *sql.Rows) error {
		var i int
		var have int64
		err := rows.Scan(&i, &have)
		if err == nil && i < len(s.Statements) && have != doubtIn(&s.Statements[i]) {
			v.problem(where, "statement %d is not filed under the rules that had a part in it", i)
		}
		return err
	})
}

// doubtTally checks how many statements each mix of doubtful rules had a part in.
func (v *verifier) doubtTally() error {
	return v.list("statements", `SELECT coalesce(d.doubt, s.doubt) FROM (SELECT doubt, count(*) AS n FROM statement WHERE doubt <> 0 AND corrections = '' GROUP BY doubt) s
		FULL JOIN doubt_tally d ON d.doubt = s.doubt WHERE d.statements IS NOT s.n LIMIT 20`, func(rows *sql.Rows) (string, error) {
		var bits int64
		err := rows.Scan(&bits)
		return fmt.Sprintf("those by doubtful rules (%b) are counted wrongly", bits), err
	})
}
