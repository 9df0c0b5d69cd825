package store

import (
	"database/sql"
	"encoding/json"

	"github.com/hearsay-engine/hearsay/internal/corrections"
)

// ofCase tests a decision d for being about a case: nothing is derived otherwise
// for it.
const ofCase = "(d.entry ->> 'case' IS NOT NULL OR d.entry ->> 'target' = 'case')"

// bindPicks finds out what the anchors of changed decisions on cases stand for by
// now. Of other decisions this is found when their articles are derived again,
// which a pick need not wait for.
func (b *batch) bindPicks(changed string) error {
	if err := b.exec(`DELETE FROM bound WHERE decision_id IN (SELECT d.decision_id FROM decision d JOIN json_each(?) j ON d.id = j.value AND `+ofCase+")", changed); err != nil {
		return err
	}
	picks := map[int64][]corrections.Entry{} // by article
	var articles []int64
	err := b.each(`SELECT DISTINCT r.article_id, d.entry FROM json_each(?) j JOIN decision d ON d.id = j.value AND `+ofCase+`
		JOIN decision_text t ON t.decision_id = d.decision_id JOIN reading r ON r.sha256 = t.sha256
		WHERE d.decision_id NOT IN (SELECT decision_id FROM revoked) ORDER BY r.article_id, d.at, d.id`, []any{changed}, func(rows *sql.Rows) error {
		var article int64
		var line string
		var e corrections.Entry
		if err := rows.Scan(&article, &line); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			return err
		}
		if picks[article] == nil {
			articles = append(articles, article)
		}
		picks[article] = append(picks[article], e)
		return nil
	})
	for _, article := range articles {
		if err == nil {
			err = b.bindIn(article, picks[article])
		}
	}
	return err
}

func (b *batch) bindIn(article int64, picks []corrections.Entry) error {
	s, _, err := readArticle(b.ctx, b.conn, "SELECT "+articleColumns+" WHERE a.article_id = ?", article)
	if err != nil {
		return err
	}
	for _, x := range corrections.Apply(s.Article, picks) {
		if err := b.insertBound(x, article); err != nil {
			return err
		}
	}
	return nil
}
