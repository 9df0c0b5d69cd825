package store

import (
	"database/sql"
	"encoding/hex"
	"fmt"

	"github.com/hearsay-engine/hearsay/internal/match"
)

// tellings checks that an article is filed under what it tells.
func (v *verifier) tellings(where string, row int64, s *Stored) error {
	var want []string
	if s.Makers.Match.Version != "" {
		for i, t := range match.Tell(s.Article, s.Stances) {
			r := newTellingRow(s.Article, i, &t)
			want = append(want, hex.EncodeToString(r.gist)+" "+fmt.Sprint(r.row...))
		}
	}
	var have []string
	rows, err := v.archive.read.QueryContext(v.ctx, `SELECT lower(hex(u.gist)), t.number, t.utterance_id, t.statement, t.told, t.relation, t.cue_start, t.cue_end, t.spans
		FROM telling t LEFT JOIN utterance u ON u.utterance_id = t.utterance_id WHERE t.article_id = ? ORDER BY t.number`, row)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var gist sql.NullString
		var number, utterance int64
		var statement, told, start, end any
		var relation, spans string
		if err := rows.Scan(&gist, &number, &utterance, &statement, &told, &relation, &start, &end, &spans); err != nil {
			return err
		}
		have = append(have, gist.String+" "+fmt.Sprint(number, utterance, statement, told, relation, start, end, spans))
	}
	for i := range max(len(want), len(have)) {
		if i >= len(want) || i >= len(have) || want[i] != have[i] {
			v.problem(where, "telling %d is not what it says", i)
			break
		}
	}
	return rows.Err()
}

// claims checks that every utterance is told, is compared and grouped or waits
// to be, and that its claim has a head.
func (v *verifier) claims() error {
	const waits = " AND NOT EXISTS (SELECT 1 FROM touched_utterance w WHERE w.utterance_id = u.utterance_id) LIMIT 20"
	for _, c := range []struct{ query, words string }{
		{"SELECT u.utterance_id FROM utterance u LEFT JOIN telling t ON t.article_id = " + articleAt("u.spot") + " AND t.number = " + numberAt("u.spot") + " WHERE t.utterance_id IS NOT u.utterance_id" + waits, "nobody tells what %s names"},
		{"SELECT u.utterance_id FROM told_again u LEFT JOIN telling t ON t.article_id = " + articleAt("u.spot") + " AND t.number = " + numberAt("u.spot") + " WHERE t.utterance_id IS NOT u.utterance_id" + waits, "nobody tells what %s names once more"},
		{"SELECT u.utterance_id FROM telling t JOIN utterance u ON u.utterance_id = t.utterance_id WHERE NOT " + hasSpot + waits, "what %s names is told where it is not noted"},
		{"SELECT u.utterance_id FROM utterance u WHERE u.claim IS NOT NULL AND NOT EXISTS (SELECT 1 FROM utterance h WHERE h.utterance_id = u.claim AND h.claim = h.utterance_id)" + waits, "the claim of %s has no first telling"},
		{`SELECT u.utterance_id FROM utterance u WHERE u.claim = u.utterance_id AND NOT EXISTS (SELECT 1 FROM claim_id i JOIN utterance m ON m.utterance_id = i.utterance_id
			WHERE m.claim = u.claim)` + waits, "the claim of %s was never given an id"},
		{"SELECT u.utterance_id FROM likeness l JOIN utterance u ON u.utterance_id = l.utterance_id WHERE NOT EXISTS (SELECT 1 FROM likeness b WHERE b.utterance_id = l.other_id AND b.other_id = l.utterance_id AND b.score = l.score)" + waits,
			"%s is like another that is not like it"},
	} {
		err := v.list("claims", c.query, func(rows *sql.Rows) (string, error) {
			var id int64
			err := rows.Scan(&id)
			return fmt.Sprintf(c.words, claimID(id)), err
		})
		if err != nil {
			return err
		}
	}
	if err := v.countedClaims(); err != nil {
		return err
	}
	return v.filedClaims()
}

// filedClaims checks that the index holds the keys of every utterance that was
// compared, and of no others but those that are gone.
func (v *verifier) filedClaims() error {
	held, err := v.held(claimPostings)
	if err != nil {
		return err
	}
	err = v.archive.eachRow(v.ctx, "SELECT u.utterance_id, u.gist FROM utterance u WHERE NOT EXISTS (SELECT 1 FROM touched_utterance w WHERE w.utterance_id = u.utterance_id AND w.layer = ?)", []any{toFile}, func(rows *sql.Rows) error {
		var id int64
		var gist sql.RawBytes
		if err := rows.Scan(&id, &gist); err != nil {
			return err
		}
		d, err := newDated(new(match.Shelf), gist, neverKnown)
		if err != nil {
			v.problem(claimID(id), "%v", err)
			return nil
		}
		if n := len(d.Keys()); held[claimRow(id)] < n {
			v.problem(claimID(id), "the index holds %d of its %d keys", held[claimRow(id)], n)
		}
		delete(held, claimRow(id))
		return nil
	})
	if err != nil {
		return err
	}
	err = v.archive.eachRow(v.ctx, "SELECT row FROM claim_gone", nil, func(rows *sql.Rows) error {
		var row int64
		err := rows.Scan(&row)
		delete(held, row)
		return err
	})
	if len(held) > 0 {
		v.problem("claims", "the index holds keys of %d tellings that are nowhere", len(held))
	}
	return err
}
