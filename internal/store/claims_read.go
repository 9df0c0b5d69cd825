package store

import (
	"context"
	"database/sql"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/news"
)

// claimRows is a claim's utterances as read for it.
type claimRows struct {
	head    int64
	members []int64 // the head among them
	dated   map[int64]match.Dated
	claims  map[int64]int64 // of an utterance: the head of its claim
}

// noSuchClaim is the error of an id that no claim goes by.
func noSuchClaim(id string) error {
	return news.Errorf(news.NotFound, id, "find it by its words: hearsay trace WORDS", "no claim in the archive goes by this id")
}

// utteranceOf is the utterance that an id leads to: the one it was handed out
// for, or whose own id it is.
func (a *Archive) utteranceOf(ctx context.Context, id string) (int64, error) {
	var u int64
	err := a.read.QueryRowContext(ctx, "SELECT c.utterance_id FROM claim_id c JOIN utterance u ON u.utterance_id = c.utterance_id WHERE c.id = ?", id).Scan(&u)
	if err != sql.ErrNoRows {
		return u, err
	}
	from, to, ok := claimRange(strings.ToLower(id))
	if !ok {
		return 0, noSuchClaim(id)
	}
	err = a.read.QueryRowContext(ctx, "SELECT utterance_id FROM utterance WHERE utterance_id >= ? AND utterance_id < ? ORDER BY utterance_id LIMIT 1", from, to).Scan(&u)
	if err == sql.ErrNoRows {
		return 0, noSuchClaim(id)
	}
	return u, err
}

// maxClaim bounds the utterances of a claim that are read: as many as are
// grouped at once.
const maxClaim = match.MaxComponent

// claimRows reads the utterances of the claim that one of them is of.
func (a *Archive) claimRows(ctx context.Context, utterance int64) (*claimRows, error) {
	c := &claimRows{dated: map[int64]match.Dated{}, claims: map[int64]int64{}}
	if err := a.read.QueryRowContext(ctx, "SELECT coalesce(claim, utterance_id) FROM utterance WHERE utterance_id = ?", utterance).Scan(&c.head); err != nil {
		return nil, err
	}
	if err := a.readUtterances(ctx, c, "SELECT utterance_id, gist, moment, claim FROM utterance WHERE claim = ?1 OR utterance_id = ?1 LIMIT ?2", c.head, maxClaim); err != nil {
		return nil, err
	}
	for id := range c.dated {
		c.members = append(c.members, id)
	}
	return c, nil
}

func (a *Archive) readUtterances(ctx context.Context, c *claimRows, query string, args ...any) error {
	rows, err := a.read.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var gist []byte
		var moment int64
		var claim sql.NullInt64
		if err := rows.Scan(&id, &gist, &moment, &claim); err != nil {
			return err
		}
		if c.dated[id], err = newDated(gist, moment); err != nil {
			return err
		}
		c.claims[id] = id
		if claim.Valid {
			c.claims[id] = claim.Int64
		}
	}
	return rows.Err()
}

// claimIDs are the ids of the claim that an utterance heads: its own first, then
// those it goes by besides, by age.
func (a *Archive) claimIDs(ctx context.Context, head int64) ([]string, error) {
	ids, err := a.column(ctx, `SELECT c.id FROM claim_id c WHERE c.utterance_id = ?1 OR c.utterance_id IN (SELECT utterance_id FROM utterance WHERE claim = ?1) ORDER BY c.number`, head)
	if err == nil && len(ids) == 0 {
		ids = []string{claimID(head)}
	}
	return ids, err
}

// Claim gives one claim by its id or an alias, with at most limit tellings: the
// first half of them and the last where there are more. The error is
// news.NotFound when no claim goes by the id.
func (a *Archive) Claim(ctx context.Context, id string, limit int) (*Claim, error) {
	u, err := a.utteranceOf(ctx, id)
	if err != nil {
		return nil, a.fault(err)
	}
	rows, err := a.claimRows(ctx, u)
	if err != nil {
		return nil, a.fault(err)
	}
	c, err := a.claim(ctx, rows, limit)
	return c, a.fault(err)
}

func (a *Archive) claim(ctx context.Context, rows *claimRows, limit int) (*Claim, error) {
	ids, err := a.claimIDs(ctx, rows.head)
	if err != nil {
		return nil, err
	}
	c := &Claim{ID: ids[0], Aliases: ids[1:]}
	if c.Tellings, c.More, err = a.tellingsOf(ctx, rows, rows.members, limit); err != nil {
		return nil, err
	}
	if err := a.explain(ctx, rows, c); err != nil {
		return nil, err
	}
	for i := range c.Tellings {
		if t := &c.Tellings[i]; t.utterance == rows.head {
			c.Words = strings.Join(t.Words, " … ")
			break
		}
	}
	if err := a.suggest(ctx, rows, c, limit); err != nil {
		return nil, err
	}
	err = a.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM claim_large WHERE utterance_id = ?)", rows.head).Scan(&c.Large)
	return c, err
}

// explain says why each telling is of the claim.
func (a *Archive) explain(ctx context.Context, rows *claimRows, c *Claim) error {
	why := map[int64][]news.Reason{}
	for i := range c.Tellings {
		t := &c.Tellings[i]
		t.Certainty, t.Claim = news.Confirmed, c.ID
		reasons, known := why[t.utterance]
		if !known {
			var err error
			if reasons, err = a.reasonsFor(ctx, rows, t.utterance); err != nil {
				return err
			}
			why[t.utterance] = reasons
		}
		t.Reasons = reasons
		if t.utterance == rows.head && i > 0 {
			t.Reasons = []news.Reason{{Rule: match.RuleSameWords}}
		}
	}
	return nil
}

// reasonsFor compares an utterance with that of its claim it is most like, after
// what a person decided of it.
func (a *Archive) reasonsFor(ctx context.Context, c *claimRows, id int64) ([]news.Reason, error) {
	out, err := a.decidedFor(ctx, c, id)
	if err != nil {
		return nil, err
	}
	if id == c.head {
		return append(out, news.Reason{Rule: match.RuleFirst}), nil
	}
	var other int64
	err = a.read.QueryRowContext(ctx, `SELECT l.other_id FROM likeness l JOIN utterance u ON u.utterance_id = l.other_id AND (u.claim = ?2 OR u.utterance_id = ?2)
		WHERE l.utterance_id = ?1 ORDER BY l.score DESC, l.other_id LIMIT 1`, id, c.head).Scan(&other)
	if err == sql.ErrNoRows {
		return out, nil
	}
	if err != nil {
		return nil, err
	}
	return append(out, match.Explain(c.dated[id], c.dated[other]).Reasons...), nil
}

// decidedFor is the reason that a person gave, nil when nobody did.
func (a *Archive) decidedFor(ctx context.Context, c *claimRows, id int64) ([]news.Reason, error) {
	by, err := a.column(ctx, `SELECT d.entry ->> 'by' FROM claim_tie t JOIN decision d ON d.id = t.correction
		JOIN utterance u ON u.utterance_id = iif(t.utterance_id = ?1, t.other_id, t.utterance_id) AND (u.claim = ?2 OR u.utterance_id = ?2)
		WHERE t.same AND ?1 IN (t.utterance_id, t.other_id) ORDER BY t.number DESC LIMIT 1`, id, c.head)
	if err != nil || len(by) == 0 {
		return nil, err
	}
	return []news.Reason{{Rule: match.RuleDecided, Words: by[0]}}, nil
}

// maxSuggested bounds the utterances that are shown as perhaps of a claim.
const maxSuggested = 100

// suggest adds what may be of the claim and is not: the most alike first.
func (a *Archive) suggest(ctx context.Context, rows *claimRows, c *Claim, limit int) error {
	type pair struct{ other, of int64 }
	var found []pair
	near, err := a.read.QueryContext(ctx, `SELECT l.other_id, l.utterance_id, max(l.score) AS score FROM utterance m JOIN likeness l ON l.utterance_id = m.utterance_id
		JOIN utterance o ON o.utterance_id = l.other_id WHERE (m.claim = ?1 OR m.utterance_id = ?1) AND coalesce(o.claim, o.utterance_id) <> ?1
		AND NOT EXISTS (SELECT 1 FROM claim_tie t JOIN utterance x ON x.utterance_id = iif(t.utterance_id = o.utterance_id, t.other_id, t.utterance_id)
			WHERE NOT t.same AND o.utterance_id IN (t.utterance_id, t.other_id) AND (x.claim = ?1 OR x.utterance_id = ?1))
		GROUP BY l.other_id ORDER BY score DESC, l.other_id LIMIT ?2`, rows.head, maxSuggested)
	if err != nil {
		return err
	}
	defer near.Close()
	for near.Next() {
		var p pair
		var score float64
		if err := near.Scan(&p.other, &p.of, &score); err != nil {
			return err
		}
		found = append(found, p)
	}
	if err := near.Err(); err != nil || len(found) == 0 {
		return err
	}
	near.Close()
	of, others := map[int64]int64{}, make([]int64, len(found))
	for i, p := range found {
		of[p.other], others[i] = p.of, p.other
	}
	if err := a.readUtterances(ctx, rows, "SELECT utterance_id, gist, moment, claim FROM utterance WHERE utterance_id IN (SELECT value FROM json_each(?))", list(others)); err != nil {
		return err
	}
	if c.Suggested, _, err = a.tellingsOf(ctx, rows, others, limit); err != nil {
		return err
	}
	ids := map[int64]string{}
	for i := range c.Suggested {
		t := &c.Suggested[i]
		head := rows.claims[t.utterance]
		if ids[head] == "" {
			all, err := a.claimIDs(ctx, head)
			if err != nil {
				return err
			}
			ids[head] = all[0]
		}
		t.Certainty, t.Claim = news.Suggested, ids[head]
		t.Reasons = match.Explain(rows.dated[t.utterance], rows.dated[of[t.utterance]]).Reasons
	}
	return nil
}
