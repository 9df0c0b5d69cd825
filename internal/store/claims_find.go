package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/news"
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
	heads, err := a.headsOf(ctx, rows)
	if err != nil {
		return nil, a.fault(err)
	}
	var out []ClaimHead
	for _, h := range heads[:min(limit, len(heads))] {
		x, err := a.claimHead(ctx, h)
		if err != nil {
			return nil, a.fault(err)
		}
		out = append(out, x)
	}
	return out, nil
}

func fitOrNewest(c *conditions) Order {
	if c.match == "" {
		return Newest
	}
	return Best
}

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
	return `s.statement_id IN (SELECT x.statement_id FROM utterance u CROSS JOIN telling t ON t.utterance_id = u.utterance_id
		CROSS JOIN statement x ON x.article_id = t.article_id AND x.number = t.statement WHERE u.claim = ? OR u.utterance_id = ?)`, []any{c.head, c.head}, nil
}

// rankOffset keeps the first few hits from outweighing all others (Cormack,
// Clarke and Büttcher 2009, "Reciprocal Rank Fusion").
const rankOffset = 60

// headsOf are the heads of the claims that statements tell, best first. What
// only one article says in its own voice, and nobody takes up, is no claim.
func (a *Archive) headsOf(ctx context.Context, statements []int64) ([]int64, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT j.key, coalesce(u.claim, u.utterance_id) AS head, s.voice = `+attributed+` OR EXISTS (SELECT 1 FROM telling o JOIN utterance x ON x.utterance_id = o.utterance_id
			WHERE (x.claim = u.claim OR x.utterance_id = u.utterance_id) AND (o.article_id <> t.article_id OR o.relation <> 'repeats'))
		FROM json_each(?) j CROSS JOIN statement s ON s.statement_id = j.value JOIN telling t ON t.article_id = s.article_id AND t.statement = s.number
		JOIN utterance u ON u.utterance_id = t.utterance_id ORDER BY j.key, t.number`, list(statements))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	score := map[int64]float64{}
	var heads []int64
	for rows.Next() {
		var rank int
		var head int64
		var founds bool
		if err := rows.Scan(&rank, &head, &founds); err != nil {
			return nil, err
		}
		if !founds {
			continue
		}
		if _, met := score[head]; !met {
			heads = append(heads, head)
		}
		score[head] += 1 / float64(rankOffset+rank)
	}
	slices.SortStableFunc(heads, func(a, b int64) int { return cmp.Compare(score[b], score[a]) })
	return heads, rows.Err()
}

func (a *Archive) claimHead(ctx context.Context, head int64) (ClaimHead, error) {
	var h ClaimHead
	ids, err := a.claimIDs(ctx, head)
	if err != nil {
		return h, err
	}
	h.ID = ids[0]
	c, err := a.claimRows(ctx, head)
	if err != nil {
		return h, err
	}
	first, _, err := a.tellingsOf(ctx, c, []int64{head}, 1)
	if err != nil {
		return h, err
	}
	for _, t := range first {
		h.Words, h.Article = strings.Join(t.Words, " … "), t.Article
		h.Own = t.Statement.Voice == news.OutletOwn
		if t.Statement.Withheld == "" && !h.Own {
			h.Speaker = cmp.Or(t.Statement.SpeakerName, t.Speaker)
		}
	}
	if err := a.readGists(ctx, c, c.members); err != nil {
		return h, err
	}
	rows, err := a.read.QueryContext(ctx, "SELECT t.utterance_id, t.relation, m.id FROM json_each(?) j CROSS JOIN telling t ON t.utterance_id = j.value JOIN article m ON m.article_id = t.article_id", list(c.members))
	if err != nil {
		return h, err
	}
	defer rows.Close()
	articles := map[string]bool{}
	for rows.Next() {
		var u int64
		var relation, article string
		if err := rows.Scan(&u, &relation, &article); err != nil {
			return h, err
		}
		if !articles[article] {
			articles[article] = true
			h.in = append(h.in, article)
		}
		h.Tellings++
		if c.relation(u, news.Relation(relation)) == news.RelDenies {
			h.Denials++
		}
	}
	h.Articles = len(articles)
	return h, rows.Err()
}

// ClaimsOf gives, by number of the article's statements, the claims they are of
// that something else tells too.
func (a *Archive) ClaimsOf(ctx context.Context, article string) (map[int][]ClaimRef, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT t.statement, t.utterance_id, t.relation FROM article a JOIN telling t ON t.article_id = a.article_id
		JOIN utterance u ON u.utterance_id = t.utterance_id WHERE a.id = ? AND t.statement IS NOT NULL
		AND (u.claim IS NOT NULL OR EXISTS (SELECT 1 FROM telling o WHERE o.utterance_id = t.utterance_id AND (o.article_id <> t.article_id OR o.number <> t.number)))
		ORDER BY t.number`, article)
	if err != nil {
		return nil, a.fault(err)
	}
	defer rows.Close()
	type told struct {
		statement int
		utterance int64
		relation  string
	}
	var all []told
	for rows.Next() {
		var t told
		if err := rows.Scan(&t.statement, &t.utterance, &t.relation); err != nil {
			return nil, a.fault(err)
		}
		all = append(all, t)
	}
	if err := rows.Err(); err != nil {
		return nil, a.fault(err)
	}
	rows.Close()
	out := map[int][]ClaimRef{}
	for _, t := range all {
		ref, err := a.claimRef(ctx, t.utterance, news.Relation(t.relation))
		if err != nil {
			return nil, a.fault(err)
		}
		if !slices.Contains(out[t.statement], ref) {
			out[t.statement] = append(out[t.statement], ref)
		}
	}
	return out, nil
}

func (a *Archive) claimRef(ctx context.Context, utterance int64, relation news.Relation) (ClaimRef, error) {
	c := &claimRows{claims: map[int64]int64{}, dated: map[int64]match.Dated{}}
	if err := a.read.QueryRowContext(ctx, "SELECT coalesce(claim, utterance_id) FROM utterance WHERE utterance_id = ?", utterance).Scan(&c.head); err != nil {
		return ClaimRef{}, err
	}
	ids, err := a.claimIDs(ctx, c.head)
	if err != nil {
		return ClaimRef{}, err
	}
	err = a.readGists(ctx, c, []int64{utterance, c.head})
	return ClaimRef{ID: ids[0], Relation: c.relation(utterance, relation)}, err
}
