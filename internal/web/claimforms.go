package web

import (
	"context"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/store"
)

// claimForms are the decisions on claims that pages offer.
var claimForms = map[string]form{
	"claim-merge": func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.MergeClaims(ctx, a, []string{field("claim"), field("other")})
	},
	"claim-split":   onTelling(corrections.Split, "claim", "is of another claim than"),
	"claim-confirm": onTelling(corrections.Confirm, "claim", "is of"),
	"claim-reject":  onTelling(corrections.Reject, "claim", "is not of"),
	"claim-move":    onTelling(corrections.Move, "other", "goes to"),
}

// onTelling decides on one telling and the claim that a field names.
func onTelling(d corrections.Decision, claim, verb string) form {
	return func(ctx context.Context, a *store.Archive, field func(string) string) (corrections.Entry, string, error) {
		return decide.Tellings(ctx, a, d, field(claim), []string{field("telling")}, verb)
	}
}
