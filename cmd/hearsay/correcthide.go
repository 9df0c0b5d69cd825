package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/store"
)

// making makes a decision of a command's arguments, and says what it does.
type making = func(cmd *cobra.Command, a *store.Archive, args []string) (corrections.Entry, string, error)

// newDecision is a command that records what make makes of its arguments.
func newDecision(use, short string, args cobra.PositionalArgs, make making) *cobra.Command {
	var x deciding
	cmd := &cobra.Command{
		Use: use, Short: short, Args: args,
		RunE: func(cmd *cobra.Command, args []string) error {
			return x.decide(cmd, func(a *store.Archive) (corrections.Entry, string, error) { return make(cmd, a, args) })
		},
	}
	x.register(cmd)
	return cmd
}

func newCorrectHide() *cobra.Command {
	return newDecision("hide ARTICLE#N | ENTITY", "Leave a statement out of lists, counts and exports, or an entity out of those of names and of speakers",
		oneArg("correct hide", "a statement as ARTICLE#N, or an entity"), makeHide)
}

func makeHide(cmd *cobra.Command, a *store.Archive, args []string) (corrections.Entry, string, error) {
	if !isStatement(args[0]) {
		n, err := nameEntity(cmd, a, args[0])
		if err != nil {
			return corrections.Entry{}, "", err
		}
		e, err := n.entry(cmd, corrections.Hide)
		return e, n.words() + " is left out of lists, counts and exports of names, and withheld as the speaker of statements; what others say of it stays as printed: hide what you want left out, ARTICLE#N", err
	}
	p, err := pointAt(cmd, a, args[0])
	if err != nil {
		return corrections.Entry{}, "", err
	}
	return p.entry(corrections.Hide), fmt.Sprintf("%s %s is left out", p.ref, p.words()), nil
}

func newCorrectConfirm() *cobra.Command {
	return newDecision("confirm ARTICLE#N | ENTITY ALIAS | CLAIM ARTICLE#N", "A statement's speaker, a suggested alias, or a suggested telling is right",
		someArgs("correct confirm", 1, 2, "a statement as ARTICLE#N, an entity and its suggested alias, or a claim and its suggested telling"), makeConfirm)
}

func makeConfirm(cmd *cobra.Command, a *store.Archive, args []string) (corrections.Entry, string, error) {
	if len(args) == 2 && isClaim(args[0]) {
		return decideTelling(cmd, a, corrections.Confirm, args[0], args[1:], "is of")
	}
	if len(args) == 2 {
		return makeAlias(cmd, a, corrections.Confirm, args)
	}
	p, err := pointAt(cmd, a, args[0])
	if err != nil {
		return corrections.Entry{}, "", err
	}
	return p.entry(corrections.Confirm), fmt.Sprintf("%s %s is by %s, confirmed", p.ref, p.words(), p.speaker()), nil
}

func newCorrectReject() *cobra.Command {
	return newDecision("reject ENTITY ALIAS | CLAIM ARTICLE#N", "A suggested alias, or a telling, is wrong",
		someArgs("correct reject", 2, 2, "an entity and its suggested alias, or a claim and a telling"),
		func(cmd *cobra.Command, a *store.Archive, args []string) (corrections.Entry, string, error) {
			if isClaim(args[0]) {
				return decideTelling(cmd, a, corrections.Reject, args[0], args[1:], "is not of")
			}
			return makeAlias(cmd, a, corrections.Reject, args)
		})
}

func makeAlias(cmd *cobra.Command, a *store.Archive, d corrections.Decision, args []string) (corrections.Entry, string, error) {
	n, err := nameEntity(cmd, a, args[0])
	if err != nil {
		return corrections.Entry{}, "", err
	}
	on, err := n.listed(args[1:], true)
	if err != nil {
		return corrections.Entry{}, "", err
	}
	e, err := n.aliasEntry(cmd, d, on)
	verb := " is "
	if d == corrections.Reject {
		verb = " is not "
	}
	return e, args[1] + verb + n.words(), err
}
