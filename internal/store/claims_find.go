package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
)

// maxClaimHits bounds the statements that claims are looked for among, best first.
const maxClaimHits = 400

// Claims finds the claims whose tellings fit a query, best first. A claim is
// found by any telling; several that fit bring it forward.
func (a *Archive) Claims(ctx context.Context, q Query, limit int) ([]ClaimHead, error) {
	c, err := a.conditions(ctx, q.ofAllVoices())
	if err != nil {
		return nil, a.fault(err)
	}
	rows, _, err := a.foundRows(ctx, c, sequence{order: fitOrNewest(c), first: true, limit: maxClaimHits})
	if err != nil {
		return nil, a.fault(err)
	}
	sums, err := a.claimsOf(ctx, rows, true)
	if err != nil {
		return nil, a.fault(err)
	}
	out, err := a.claimHeads(ctx, sums[:min(limit, len(sums))])
	return out, a.fault(err)
}

func fitOrNewest(c *conditions) Order {
	if c.match == "" {
		return Newest
	}
	return Best
}

// statementsOfClaims tests whether a statement s tells one of claims, which are a JSON
// list of heads.
var statementsOfClaims = "s.statement_id IN (WITH head AS (SELECT value FROM json_each(?)) SELECT s.statement_id FROM " +
	spotsOf("u.utterance_id", "head j CROSS JOIN utterance u ON u.claim = j.value OR u.utterance_id = j.value") + " p" + tellingAt + tellingStatement + ")"

// claimCondition is met by what tells or takes up a claim.
func (a *Archive) claimCondition(ctx context.Context, id string) (string, []any, error) {
	u, err := a.utteranceOf(ctx, claimPrefix+strings.TrimPrefix(strings.ToLower(id), claimPrefix))
	if err != nil {
		return "", nil, err
	}
	c, err := a.claimRows(ctx, u)
	if err != nil {
		return "", nil, err
	}
	return statementsOfClaims, []any{list([]int64{c.head})}, nil
}

// rankOffset keeps the first few hits from outweighing all others (Cormack,
// Clarke and Büttcher 2009, "Reciprocal Rank Fusion").
const rankOffset = 60

// claimsOf are the claims that statements tell, best first. What only one article
// says in its own voice, and nobody takes up, is no claim. Those of one telling that
// nobody takes up are summed up where they are wanted.
func (a *Archive) claimsOf(ctx context.Context, statements []int64, once bool) ([]claimSum, error) {
	score, at := map[int64]float64{}, map[int64]int{}
	var out []claimSum
	// The rows come in the order of the statements and, of one, of its tellings.
	err := a.eachRow(ctx, `SELECT j.key, coalesce(u.claim, u.utterance_id), t.article_id, t.number, s.voice = `+attributed+` FROM json_each(?) j CROSS JOIN statement s ON s.statement_id = j.value
		CROSS JOIN telling t ON t.article_id = s.article_id AND t.statement = s.number CROSS JOIN utterance u ON u.utterance_id = t.utterance_id`, []any{list(statements)}, func(rows *sql.Rows) error {
		var rank int
		s := claimSum{tellings: 1, articles: 1, origins: 1}
		var heard bool
		if err := rows.Scan(&rank, &s.head, &s.article, &s.number, &heard); err != nil {
			return err
		}
		i, met := at[s.head]
		if !met {
			i = len(out)
			at[s.head], out = i, append(out, s)
		}
		out[i].heard = out[i].heard || heard
		score[s.head] += 1 / float64(rankOffset+rank)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := a.sumUp(ctx, out, at); err != nil {
		return nil, err
	}
	if once {
		if err := a.sumUpOnce(ctx, out); err != nil {
			return nil, err
		}
	}
	out = slices.DeleteFunc(out, func(s claimSum) bool { return !s.listed && !s.heard })
	slices.SortStableFunc(out, func(a, b claimSum) int { return cmp.Compare(score[b.head], score[a.head]) })
	return out, nil
}

// sumUp fills in what is counted of claims, which stand at their places.
func (a *Archive) sumUp(ctx context.Context, sums []claimSum, at map[int64]int) error {
	heads := make([]int64, len(sums))
	for i := range sums {
		heads[i] = sums[i].head
	}
	return a.eachRow(ctx, "SELECT "+sumColumns+" FROM json_each(?) j CROSS JOIN claim_tally y ON y.head = j.value", []any{list(heads)}, func(rows *sql.Rows) error {
		var s claimSum
		err := rows.Scan(s.targets()...)
		sums[at[s.head]] = s
		return err
	})
}

// sumUpOnce fills in when a claim is told that is told once and not taken up.
func (a *Archive) sumUpOnce(ctx context.Context, sums []claimSum) error {
	var once [][2]int64
	for i := range sums {
		if s := &sums[i]; !s.listed && s.heard {
			once = append(once, [2]int64{int64(i), s.article})
		}
	}
	return a.eachRow(ctx, "SELECT j.value ->> 0, coalesce(c.at, ?) FROM json_each(?) j LEFT JOIN copied c ON c.article_id = j.value ->> 1", []any{int64(neverKnown), list(once)}, func(rows *sql.Rows) error {
		var i int
		var moment int64
		err := rows.Scan(&i, &moment)
		s := &sums[i]
		if s.first, s.last = moment, moment; moment == neverKnown {
			s.last = untallied
		}
		return err
	})
}

// ClaimsOf gives, by number of the article's statements, the claims they are of
// that something else tells too.
func (a *Archive) ClaimsOf(ctx context.Context, article string) (map[int][]ClaimRef, error) {
	out := map[int][]ClaimRef{}
	err := a.eachRow(ctx, `SELECT t.statement, `+relationOf+`, u.opposed, coalesce(u.claim, u.utterance_id), coalesce(c.id, '') FROM article a JOIN telling t ON t.article_id = a.article_id
		JOIN utterance u ON u.utterance_id = t.utterance_id LEFT JOIN claim_tally y ON y.head = coalesce(u.claim, u.utterance_id) LEFT JOIN claim_id c ON c.number = y.id
		WHERE a.id = ? AND t.statement IS NOT NULL
		AND (u.claim IS NOT NULL OR EXISTS (SELECT 1 FROM told_again m WHERE m.utterance_id = t.utterance_id))
		ORDER BY t.number`, []any{article}, func(rows *sql.Rows) error {
		var statement int
		var ref ClaimRef
		var opposed bool
		var head int64
		if err := rows.Scan(&statement, &ref.Relation, &opposed, &head, &ref.ID); err != nil {
			return err
		}
		ref.ID, ref.Relation = cmp.Or(ref.ID, claimID(head)), turned(ref.Relation, opposed)
		if !slices.Contains(out[statement], ref) {
			out[statement] = append(out[statement], ref)
		}
		return nil
	})
	return out, a.fault(err)
}
