package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

func (b *batch) insertStances(article int64, stances []news.Stance) error {
	for i, s := range stances {
		start, end := ends(s.Holder)
		err := b.exec(`INSERT INTO stance (article_id, number, statement, holder_start, holder_end, relation, cue_start, cue_end, spans, told, reasons)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			article, i, s.Statement, start, end, string(s.Relation), s.Cue.Start, s.Cue.End, flat(s.Of), s.Told, packReasons(s.Reasons))
		if err != nil {
			return err
		}
	}
	return nil
}

func stances(ctx context.Context, a querier, article int64) ([]news.Stance, error) {
	rows, err := a.QueryContext(ctx, `SELECT statement, holder_start, holder_end, relation, cue_start, cue_end, spans, told, reasons
		FROM stance WHERE article_id = ? ORDER BY number`, article)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []news.Stance
	for rows.Next() {
		s, err := scanStance(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

func scanStance(rows *sql.Rows) (s news.Stance, err error) {
	var start, end sql.NullInt64
	var relation, spans, reasons string
	if err := rows.Scan(&s.Statement, &start, &end, &relation, &s.Cue.Start, &s.Cue.End, &spans, &s.Told, &reasons); err != nil {
		return s, err
	}
	s.Relation, s.Holder = news.Relation(relation), span(start, end)
	if s.Of, err = unflat(spans); err != nil {
		return s, err
	}
	s.Reasons, err = unpackReasons(reasons)
	return s, err
}

var relations = []news.Relation{news.RelDenies, news.RelCorrects, news.RelDoubts, news.RelAsks, news.RelDistances}

// stanceFault says what is wrong with the stances of an article but for their
// spans.
func stanceFault(a *news.Article) string {
	known := func(i int) bool { return news.Outermost <= i && i < len(a.Statements) }
	for i := range a.Stances {
		s := &a.Stances[i]
		switch {
		case !slices.Contains(relations, s.Relation):
			return fmt.Sprintf("stance %d is of no known relation: %q", i, s.Relation)
		case len(s.Of) == 0:
			return fmt.Sprintf("stance %d is about nothing", i)
		case !known(s.Statement) || !known(s.Told):
			return fmt.Sprintf("stance %d is taken or told by a statement that is not there", i)
		}
	}
	return ""
}
