package store

import (
	"database/sql"
	"fmt"

	"github.com/hearsay-engine/hearsay/internal/match"
)

// claimSums counts claims as claim_tally has them, over their tellings.
var claimSums = `SELECT x.head, count(*) AS tellings, count(DISTINCT x.article_id) AS articles, count(DISTINCT x.root) AS origins, sum(x.relation = 'denies') AS denials,
	sum(x.relation = 'corrects') AS corrected, min(x.at) AS first, max(CASE WHEN x.at < ?1 THEN x.at ELSE ?2 END) AS last,
	sum(x.relation <> 'repeats') AS takings, count(DISTINCT x.article_id) > 1 OR sum(x.wrote <> 'repeats') > 0 OR sum(x.named) > 0 AS heard
	FROM (SELECT coalesce(u.claim, u.utterance_id) AS head, t.article_id, coalesce(c.root, t.article_id) AS root, coalesce(c.at, ?1) AS at, ` + relationOf + ` AS wrote, coalesce(s.voice = ` + attributed + `, 0) AS named,
		CASE WHEN NOT u.opposed THEN ` + relationOf + ` WHEN t.relation = '' THEN 'denies' WHEN t.relation = 'denies' THEN 'repeats' ELSE t.relation END AS relation
		FROM utterance u JOIN telling t ON t.utterance_id = u.utterance_id LEFT JOIN copied c ON c.article_id = t.article_id
		LEFT JOIN reading r INDEXED BY reading_of ON r.article_id = t.article_id LEFT JOIN statement s ON ` + numbered("t.statement") + `) x GROUP BY x.head`

// countedClaims checks what is counted of claims, and of which a review asks,
// where none waits to be counted.
func (v *verifier) countedClaims() error {
	var waits bool
	err := v.archive.read.QueryRowContext(v.ctx, "SELECT EXISTS (SELECT 1 FROM claim_due) OR EXISTS (SELECT 1 FROM touched_utterance)").Scan(&waits)
	if err != nil || waits {
		return err
	}
	for _, c := range []struct {
		query, words string
		args         []any
	}{
		{`WITH x AS MATERIALIZED (SELECT * FROM (` + claimSums + `) WHERE tellings > 1 OR takings > 0)
			SELECT coalesce(x.head, y.head) FROM x FULL JOIN claim_tally y ON y.head = x.head WHERE (x.tellings, x.articles, x.origins, x.denials, x.corrected, x.first, x.last, x.heard)
			IS NOT (y.tellings, y.articles, y.origins, y.denials, y.corrected, y.first, y.last, y.heard) LIMIT 20`, "the tellings of %s are counted wrongly", []any{int64(neverKnown), int64(untallied)}},
		{`SELECT y.head FROM claim_tally y WHERE (y.first_article, y.first_number) IS NOT (SELECT ` + articleAt("p.spot") + ", " + numberAt("p.spot") + " FROM " +
			spotsOf("u.utterance_id", "(SELECT utterance_id, spot FROM utterance WHERE utterance_id = y.head) u") + " p LEFT JOIN copied c ON c.article_id = " + articleAt("p.spot") + `
			LEFT JOIN reading r ON r.article_id = ` + articleAt("p.spot") + " ORDER BY coalesce(c.at, ?1), r.sha256, " + numberAt("p.spot") + ", p.spot LIMIT 1) LIMIT 20", "%s begins elsewhere", []any{int64(neverKnown)}},
		{"SELECT y.head FROM claim_tally y WHERE y.id <> coalesce((SELECT min(c.number) FROM claim_id c JOIN utterance u ON u.utterance_id = c.utterance_id WHERE u.claim = y.head OR u.utterance_id = y.head), 0) LIMIT 20", "%s goes by another id", nil},
		{`SELECT l.utterance_id FROM likeness l JOIN utterance u ON u.utterance_id = l.utterance_id JOIN utterance o ON o.utterance_id = l.other_id
			WHERE l.asks <> (u.claim IS u.utterance_id AND o.claim IS NOT u.claim AND NOT EXISTS (SELECT 1 FROM claim_tie t JOIN utterance m ON m.utterance_id IN (t.utterance_id, t.other_id)
				WHERE NOT t.same AND l.other_id IN (t.utterance_id, t.other_id) AND m.utterance_id <> l.other_id AND m.claim = u.claim)) LIMIT 20`, "of what is like %s other is asked than waits", nil},
		{"SELECT y.head FROM claim_tally y WHERE y.asks <> (SELECT count(*) FROM likeness l WHERE l.utterance_id = y.head AND l.asks) LIMIT 20", "what is asked of %s is counted wrongly", nil},
		{`SELECT told FROM claim_count WHERE (told, denied, corrected, asked) IS NOT (SELECT coalesce(sum(heard), 0), coalesce(sum(heard AND denials > 0), 0), coalesce(sum(heard AND corrected > 0), 0), coalesce(sum(asks > 0), 0) FROM claim_tally)`,
			"how many claims there are is counted wrongly beside %s", nil},
	} {
		err := v.archive.eachRow(v.ctx, c.query, c.args, func(rows *sql.Rows) error {
			var id int64
			err := rows.Scan(&id)
			v.problem("claims", c.words, claimID(id))
			return err
		})
		if err != nil {
			return err
		}
	}
	return v.opposedClaims()
}

// opposedClaims checks of which tellings it is noted that they are negated where
// their claim is not, or the other way round.
func (v *verifier) opposedClaims() error {
	var at int64
	var head match.Dated
	return v.archive.eachRow(v.ctx, `SELECT h.utterance_id, h.gist, u.utterance_id, u.gist, u.opposed FROM utterance h JOIN utterance u ON u.claim = h.utterance_id
		WHERE h.claim = h.utterance_id ORDER BY h.utterance_id`, nil, func(rows *sql.Rows) error {
		var of, id int64
		var claim, told sql.RawBytes
		var opposed bool
		err := rows.Scan(&of, &claim, &id, &told, &opposed)
		if err == nil && of != at {
			at = of
			head, err = newDated(new(match.Shelf), claim, 0)
		}
		if err != nil {
			return err
		}
		d, err := newDated(new(match.Shelf), told, 0)
		if err == nil && opposed != match.Opposed(d.Gist, head.Gist) {
			v.problem(claimID(id), "that it is opposed to its claim is noted wrongly: %s", fmt.Sprint(opposed))
		}
		return err
	})
}
