package store

import (
	"context"
	"database/sql"
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// TakenUp is a sentence of an outlet's own that denies or corrects what is told.
type TakenUp struct {
	Hit
	Relation news.Relation
	Claims   []string // ids
}

// maxTakenFrom bounds the articles, an outlet's newest, whose sentences are looked
// through: what is read in a few milliseconds.
const maxTakenFrom = 500

// TakenUpBy gives what an outlet's newest articles deny or correct in its own
// words, the newest first, at most limit. What they report others as denying is
// not the outlet's, attributed or not.
func (a *Archive) TakenUpBy(ctx context.Context, outlet string, limit int) ([]TakenUp, error) {
	var order []int64
	of := map[int64]*TakenUp{}
	heads := map[int64][]int64{}
	err := a.eachRow(ctx, `SELECT s.statement_id, t.relation, coalesce(u.claim, u.utterance_id)
		FROM (SELECT article_id, day, place, statements FROM reading WHERE outlet_folded = ? ORDER BY day DESC`+limitedTo(maxTakenFrom)+`) r CROSS JOIN telling t ON t.article_id = r.article_id
		CROSS JOIN statement s ON `+numbered("t.statement")+` CROSS JOIN utterance u ON u.utterance_id = t.utterance_id
		WHERE t.relation IN (?, ?) AND s.voice = `+outletOwn+` AND NOT s.hidden
			AND NOT EXISTS (SELECT 1 FROM stance h WHERE h.article_id = t.article_id AND h.statement = t.statement AND h.holder_start IS NOT NULL)
		ORDER BY r.day DESC, s.statement_id DESC, t.number`,
		[]any{foldOutlet(outlet), string(news.RelDenies), string(news.RelCorrects)}, func(rows *sql.Rows) error {
			var row, head int64
			var relation news.Relation
			err := rows.Scan(&row, &relation, &head)
			if of[row] == nil {
				of[row] = &TakenUp{Relation: relation}
				order = append(order, row)
			}
			heads[row] = append(heads[row], head)
			return err
		})
	if err != nil {
		return nil, a.fault(err)
	}
	order = order[:min(limit, len(order))]
	hits, err := a.hitsAt(ctx, order)
	if err != nil {
		return nil, a.fault(err)
	}
	out := make([]TakenUp, 0, len(order))
	for _, row := range order {
		if hits[row] == nil { // forgotten since
			continue
		}
		of[row].Hit = *hits[row]
		for _, head := range slices.Compact(heads[row]) {
			id, err := a.firstID(ctx, head)
			if err != nil {
				return nil, a.fault(err)
			}
			of[row].Claims = append(of[row].Claims, id)
		}
		out = append(out, *of[row])
	}
	return out, nil
}

// hitsAt are the statements at some rows; those that are not there are left out.
func (a *Archive) hitsAt(ctx context.Context, rows []int64) (map[int64]*Hit, error) {
	out := map[int64]*Hit{}
	for part := range slices.Chunk(rows, MaxLimit) {
		found, of, err := a.scanHits(ctx, part)
		if err == nil {
			err = a.identify(ctx, found, of)
		}
		if err != nil {
			return nil, err
		}
		for i, row := range of {
			out[row] = &found[i]
		}
	}
	return out, nil
}
