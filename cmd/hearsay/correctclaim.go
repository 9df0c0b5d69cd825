package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/store"
)

func newCorrectMove() *cobra.Command {
	return newDecision("move ARTICLE#N CLAIM", "A telling is of this claim, and of no other", someArgs("correct move", 2, 2, "a telling as ARTICLE#N and a claim by its id"),
		func(ctx context.Context, a *store.Archive, args []string) (corrections.Entry, string, error) {
			return decide.Tellings(ctx, a, corrections.Move, args[1], args[:1], "goes to")
		})
}
