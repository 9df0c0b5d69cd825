package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/news"
)

// SuggestedTelling is a telling that may be of a claim, not reviewed.
type SuggestedTelling struct {
	Claim   string // its id
	Words   string // of the claim
	Telling Telling
}

// ClaimAsked is a claim of several wordings that others may be of.
type ClaimAsked struct{ head int64 }

// ClaimsAsked lists claims of several wordings that others may be of, those with
// the most alike first, at most limit. What is alike for certain and yet apart
// comes last.
func (a *Archive) ClaimsAsked(ctx context.Context, limit int) ([]ClaimAsked, error) {
	var out []ClaimAsked
	met := map[int64]bool{}
	for _, sure := range []bool{false, true} {
		err := a.eachRow(ctx, "SELECT utterance_id FROM likeness INDEXED BY likeness_asked WHERE asks = 1 AND confirmed = ? ORDER BY score DESC, utterance_id, other_id", []any{sure}, func(rows *sql.Rows) error {
			if len(out) >= limit {
				return errEnough
			}
			var head int64
			err := rows.Scan(&head)
			if !met[head] {
				met[head] = true
				out = append(out, ClaimAsked{head})
			}
			return err
		})
		if err != nil && err != errEnough {
			return nil, a.fault(err)
		}
	}
	return out, nil
}

// errEnough ends a list that is long enough.
var errEnough = errors.New("enough")

// CountClaimsAsked counts what ClaimsAsked lists.
func (a *Archive) CountClaimsAsked(ctx context.Context) (n int, err error) {
	err = a.read.QueryRowContext(ctx, "SELECT asked FROM claim_count").Scan(&n)
	return n, a.fault(err)
}

// SuggestedTelling gives a telling that may be of a claim: the first of those that
// are like the words that head it, with the reasons of the most alike. It is nil
// when nothing is, and when the first is of no statement, so that nobody can point
// at it.
func (a *Archive) SuggestedTelling(ctx context.Context, of ClaimAsked) (*SuggestedTelling, error) {
	s, err := a.suggestedTelling(ctx, of.head)
	return s, a.fault(err)
}

func (a *Archive) suggestedTelling(ctx context.Context, head int64) (*SuggestedTelling, error) {
	others, err := columnOf[int64](a.read.QueryContext(ctx, fmt.Sprintf("SELECT other_id FROM likeness WHERE utterance_id = ? AND asks ORDER BY score DESC, other_id LIMIT %d", maxSuggested), head))
	if err != nil || len(others) == 0 {
		return nil, err
	}
	sums := []claimSum{{head: head}}
	if err := a.sumUp(ctx, sums, map[int64]int{head: 0}); err != nil {
		return nil, err
	}
	heads, err := a.claimHeads(ctx, sums)
	if err != nil {
		return nil, err
	}
	rows := &claimRows{head: head, members: []int64{head}, dated: map[int64]match.Dated{}, claims: map[int64]int64{}}
	slices.Sort(others)
	told, _, err := a.tellingsOf(ctx, rows, others, 1)
	if err != nil || len(told) == 0 || told[0].Number == news.Outermost {
		return nil, err
	}
	t := told[0]
	t.Certainty, t.Reasons = news.Suggested, match.Explain(rows.dated[t.utterance], rows.dated[head]).Reasons
	return &SuggestedTelling{heads[0].ID, heads[0].Words, t}, nil
}
