package store

import (
	"cmp"
	"context"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/news"
)

const (
	// maxSuggested bounds the utterances that are shown as perhaps of a claim.
	maxSuggested = 100
	// maxLooked bounds those that are looked at for it.
	maxLooked = 4 * maxSuggested
)

// nearClaim is an utterance that may be of a claim: it is like one that is.
type nearClaim struct {
	other, of int64
	score     float64
}

// suggest adds what may be of the claim and is not: the most alike first. Of a
// claim that is shown in part it looks at what is like that part.
func (a *Archive) suggest(ctx context.Context, rows *claimRows, c *Claim, limit int) error {
	from := rows.members
	if c.More > 0 {
		from = utterancesOf(c.Tellings)
	}
	found, err := a.nearClaims(ctx, rows, from)
	if err != nil || len(found) == 0 {
		return err
	}
	of, others := map[int64]int64{}, make([]int64, len(found))
	for i, p := range found {
		of[p.other], others[i] = p.of, p.other
	}
	read := slices.Clone(others)
	for _, p := range found {
		read = append(read, p.of)
	}
	if err := a.readGists(ctx, rows, read); err != nil {
		return err
	}
	if c.Suggested, c.MoreSuggested, err = a.tellingsOf(ctx, rows, others, limit); err != nil {
		return err
	}
	ids := map[int64]string{}
	for i := range c.Suggested {
		t := &c.Suggested[i]
		head := rows.claims[t.utterance]
		if ids[head] == "" {
			var err error
			if ids[head], err = a.firstID(ctx, head); err != nil {
				return err
			}
		}
		t.Certainty, t.Claim = news.Suggested, ids[head]
		t.Reasons = match.Explain(rows.dated[t.utterance], rows.dated[of[t.utterance]]).Reasons
	}
	return nil
}

// nearClaims are utterances that some of a claim are like and that are not of it,
// less those that a person parted from it.
func (a *Archive) nearClaims(ctx context.Context, c *claimRows, from []int64) ([]nearClaim, error) {
	best := map[int64]nearClaim{}
	err := a.alikeTo(ctx, from, func(id, other int64, score float64) {
		if b, met := best[other]; !c.holds(other) && (!met || score > b.score || score == b.score && id < b.of) {
			best[other] = nearClaim{other, id, score}
		}
	})
	if err != nil {
		return nil, err
	}
	found := make([]nearClaim, 0, len(best))
	for _, p := range best {
		found = append(found, p)
	}
	slices.SortFunc(found, func(a, b nearClaim) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.other, b.other)) })
	found = found[:min(maxLooked, len(found))]
	ids := make([]int64, len(found))
	for i, p := range found {
		ids[i] = p.other
	}
	parted := map[int64]bool{}
	err = a.eachTie(ctx, ids, "NOT t.same", func(id, other int64, _ string) { parted[id] = parted[id] || c.holds(other) })
	found = slices.DeleteFunc(found, func(p nearClaim) bool { return parted[p.other] })
	return found[:min(maxSuggested, len(found))], err
}
