package keep

import (
	"context"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/store"
)

// decideClaims tells the sweep over claims what the log says of them by now.
func decideClaims(ctx context.Context, a *store.Archive) error {
	have, want, err := decisionsOnClaims(ctx, a)
	if err != nil || slices.Equal(have, want) {
		return err
	}
	return a.SetClaimTies(ctx, want)
}

// decisionsOnClaims are those that claims are grouped by, and those of the log.
func decisionsOnClaims(ctx context.Context, a *store.Archive) (have, want []store.ClaimTie, err error) {
	if have, err = a.ClaimTies(ctx); err != nil {
		return nil, nil, err
	}
	log, err := a.Log(ctx)
	if err != nil {
		return nil, nil, err
	}
	for i := range log {
		l := &log[i]
		if l.Target != corrections.Claim || l.OfCase() || !l.Found() {
			continue
		}
		of, err := utterances(ctx, a, l, false)
		if err != nil {
			return nil, nil, err
		}
		others, err := utterances(ctx, a, l, true)
		if err != nil {
			return nil, nil, err
		}
		want = append(want, claimTies(l, of, others)...)
	}
	return have, want, nil
}

// utterances are what the anchors of one side tell, in order, each once.
func utterances(ctx context.Context, a *store.Archive, l *store.Logged, other bool) ([]int64, error) {
	list := l.Anchors
	if other {
		list = l.Others
	}
	var out []int64
	for _, p := range l.Places {
		if p.Other != other || p.Statement == corrections.None || p.Part >= len(list) {
			continue
		}
		u, err := a.UtteranceAt(ctx, p.Article, p.Statement, list[p.Part].Words)
		if err != nil {
			return nil, err
		}
		if u != 0 && !slices.Contains(out, u) {
			out = append(out, u)
		}
	}
	return out, nil
}

// claimTies are the ties of a decision: what is joined goes to the first wording
// of the claim, what is parted stands apart from all of them.
func claimTies(l *store.Logged, of, others []int64) []store.ClaimTie {
	var out []store.ClaimTie
	if len(of) == 0 {
		return nil
	}
	tie := func(some []int64, other int64, same bool) {
		for _, u := range some {
			if u != other {
				out = append(out, store.ClaimTie{Utterance: u, Other: other, Same: same, Moved: l.Decision == corrections.Move, By: l.ID})
			}
		}
	}
	switch l.Decision {
	case corrections.Merge:
		for _, u := range slices.Concat(of[1:], others) {
			tie(of[:1], u, true)
		}
	case corrections.Confirm, corrections.Move:
		for _, u := range others {
			tie(of[:1], u, true)
		}
	default:
		for i, u := range others {
			tie(of, u, false)
			if l.Decision == corrections.Split && i > 0 {
				tie(others[:1], u, true)
			}
		}
	}
	return out
}
