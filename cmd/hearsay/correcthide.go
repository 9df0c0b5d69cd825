package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/store"
)

// making makes a decision of a command's arguments, and says what it does.
type making = func(ctx context.Context, a *store.Archive, args []string) (corrections.Entry, string, error)

// newDecision is a command that records what make makes of its arguments.
func newDecision(use, short string, args cobra.PositionalArgs, make making) *cobra.Command {
	var x deciding
	cmd := &cobra.Command{
		Use: use, Short: short, Args: args,
		RunE: func(cmd *cobra.Command, args []string) error {
			return x.decide(cmd, func(a *store.Archive) (corrections.Entry, string, error) { return make(cmd.Context(), a, args) })
		},
	}
	x.register(cmd)
	return cmd
}

func newCorrectHide() *cobra.Command {
	return newDecision("hide ARTICLE#N | ENTITY", "Leave a statement out of lists, counts and exports, or an entity out of those of names and of speakers",
		oneArg("correct hide", "a statement as ARTICLE#N, or an entity"), decide.Hide)
}

func newCorrectConfirm() *cobra.Command {
	return newDecision("confirm ARTICLE#N | ENTITY ALIAS | CLAIM ARTICLE#N", "A statement's speaker, a suggested alias, or a suggested telling is right",
		someArgs("correct confirm", 1, 2, "a statement as ARTICLE#N, an entity and its suggested alias, or a claim and its suggested telling"), decide.Confirm)
}

func newCorrectReject() *cobra.Command {
	return newDecision("reject ENTITY ALIAS | CLAIM ARTICLE#N", "A suggested alias, or a telling, is wrong",
		someArgs("correct reject", 2, 2, "an entity and its suggested alias, or a claim and a telling"),
		func(ctx context.Context, a *store.Archive, args []string) (corrections.Entry, string, error) {
			if decide.IsClaim(args[0]) {
				return decide.Tellings(ctx, a, corrections.Reject, args[0], args[1:], "is not of")
			}
			return decide.Alias(ctx, a, corrections.Reject, args)
		})
}
