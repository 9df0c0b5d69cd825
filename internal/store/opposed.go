package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/news"
)

// Opposed are two statements reported of one speaker, one that tells a claim and
// one that denies it: the earliest of each.
type Opposed struct {
	Claim string // id
	Says  Hit
	Other Hit
}

// Bounds of what is looked through for one speaker.
const (
	maxOpposedFrom = 1000 // statements, the newest
	maxOpposed     = 20   // pairs
)

// Opposed finds pairs of statements of an entity on one claim, one telling and one
// denying it, at most limit.
func (a *Archive) Opposed(ctx context.Context, entity string, limit int) ([]Opposed, error) {
	return Recall(ctx, a, fmt.Sprintf("%d opposed of %s", limit, entity), func() ([]Opposed, bool, error) { return a.opposed(ctx, entity, limit) })
}

// manyTold is of how many claims a speaker tells for the pairs to be recalled.
const manyTold = 100

func (a *Archive) opposed(ctx context.Context, entity string, limit int) (out []Opposed, large bool, err error) {
	c, err := a.conditions(ctx, Query{}.With(Term{Operator: Speaker, Value: entity, Phrase: true}))
	if err != nil {
		return nil, false, a.fault(err)
	}
	told, heads, err := a.toldBy(ctx, c)
	if err != nil {
		return nil, false, a.fault(err)
	}
	for _, head := range heads {
		if len(out) == min(limit, maxOpposed) {
			break
		}
		pair, err := a.opposedIn(ctx, head, told[head])
		if err != nil {
			return nil, false, a.fault(err)
		}
		if pair != nil {
			out = append(out, *pair)
		}
	}
	return out, len(told) >= manyTold, nil
}

// toldOnce is a statement that tells an utterance.
type toldOnce struct {
	row, utterance int64
	relation       news.Relation
}

// toldBy gives what the newest statements found tell, by claim, in the order of
// time, and the heads of claims that more than one of them is about.
func (a *Archive) toldBy(ctx context.Context, c *conditions) (map[int64][]toldOnce, []int64, error) {
	told := map[int64][]toldOnce{}
	var order []int64
	query := `WITH mine AS MATERIALIZED (SELECT s.statement_id AS row` + c.from() + c.where() + c.newest(maxOpposedFrom) + `)
		SELECT s.statement_id, t.utterance_id, ` + relationOf + `, coalesce(u.claim, u.utterance_id) FROM mine m CROSS JOIN statement s ON s.statement_id = m.row
		JOIN telling t ON t.article_id = s.article_id AND t.statement = s.number JOIN utterance u ON u.utterance_id = t.utterance_id
		LEFT JOIN copied c ON c.article_id = t.article_id ORDER BY coalesce(c.at, ?), s.statement_id`
	err := a.eachRow(ctx, query, append(c.args(), int64(neverKnown)), func(rows *sql.Rows) error {
		var t toldOnce
		var head int64
		if err := rows.Scan(&t.row, &t.utterance, &t.relation, &head); err != nil {
			return err
		}
		if told[head] = append(told[head], t); len(told[head]) == 2 {
			order = append(order, head)
		}
		return nil
	})
	return told, order, err
}

// opposedIn finds the pair of one claim; nil when all say alike.
func (a *Archive) opposedIn(ctx context.Context, head int64, told []toldOnce) (*Opposed, error) {
	c := &claimRows{head: head, claims: map[int64]int64{}, dated: map[int64]match.Dated{}}
	ids := []int64{head}
	for _, t := range told {
		ids = append(ids, t.utterance)
	}
	if err := a.readGists(ctx, c, ids); err != nil {
		return nil, err
	}
	// Only what is told in so many words to be denied: that a wording is negated is
	// the machine's guess, and no pair is made of a person's words by a guess.
	first := map[news.Relation]int64{}
	for _, t := range told {
		if match.Opposed(c.dated[t.utterance].Gist, c.dated[head].Gist) {
			continue
		}
		if _, met := first[t.relation]; !met {
			first[t.relation] = t.row
		}
	}
	tells, denies := first[news.RelRepeats], first[news.RelDenies]
	if tells == 0 || denies == 0 || tells == denies {
		return nil, nil
	}
	name, err := a.firstID(ctx, head)
	if err != nil {
		return nil, err
	}
	hits, rows, err := a.scanHits(ctx, []int64{max(tells, denies), min(tells, denies)})
	if err != nil || len(rows) < 2 {
		return nil, err
	}
	if err := a.identify(ctx, hits, rows); err != nil {
		return nil, err
	}
	// In the order of time: the one that came first among what was told.
	if slices.IndexFunc(told, func(t toldOnce) bool { return t.row == rows[0] }) > slices.IndexFunc(told, func(t toldOnce) bool { return t.row == rows[1] }) {
		slices.Reverse(hits)
	}
	return &Opposed{Claim: name, Says: hits[0], Other: hits[1]}, nil
}
