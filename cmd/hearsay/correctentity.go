package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

func newCorrectMerge() *cobra.Command {
	return newDecision("merge ENTITY ENTITY | CLAIM CLAIM", "Two entities, or two claims, are one", someArgs("correct merge", 2, 2, "two entities, by name or id, or two claims by id"),
		func(ctx context.Context, a *store.Archive, args []string) (corrections.Entry, string, error) {
			if decide.IsClaim(args[0]) {
				return decide.MergeClaims(ctx, a, args)
			}
			one, err := decide.NameEntity(ctx, a, args[0])
			if err != nil {
				return corrections.Entry{}, "", err
			}
			other, err := decide.NameEntity(ctx, a, args[1])
			if err != nil {
				return corrections.Entry{}, "", err
			}
			if one.ID == other.ID {
				return decide.MergeSuggested(ctx, one, args)
			}
			return decide.Merge(ctx, one, other)
		})
}

func newCorrectSplit() *cobra.Command {
	var x deciding
	var article string
	cmd := &cobra.Command{
		Use:   "split ENTITY ALIAS… | --article ID | CLAIM ARTICLE#N…",
		Short: "Some of an entity's names, its mentions in one article, or tellings of a claim are of another",
		Args:  someArgs("correct split", 1, corrections.MaxAnchors, "an entity, and the names that are not its own; or a claim and its tellings that are another's"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return x.decide(cmd, func(a *store.Archive) (corrections.Entry, string, error) {
				if decide.IsClaim(args[0]) && len(args) > 1 {
					return decide.Tellings(cmd.Context(), a, corrections.Split, args[0], args[1:], "is of another claim than")
				}
				n, err := decide.NameEntity(cmd.Context(), a, args[0])
				if err != nil {
					return corrections.Entry{}, "", err
				}
				return decide.Split(cmd.Context(), n, args[1:], article)
			})
		},
	}
	cmd.Flags().StringVar(&article, "article", "", "the article whose mentions of it stand for another")
	x.register(cmd)
	return cmd
}

func newCorrectRename() *cobra.Command {
	return newDecision("rename ENTITY NAME…", "Show an entity by another name", someArgs("correct rename", 2, 64, "an entity and its new name"),
		func(ctx context.Context, a *store.Archive, args []string) (corrections.Entry, string, error) {
			n, err := decide.NameEntity(ctx, a, args[0])
			if err != nil {
				return corrections.Entry{}, "", err
			}
			e, err := n.Entry(ctx, corrections.Rename)
			e.Name = strings.Join(args[1:], " ")
			return e, n.Line() + " is shown as " + e.Name, err
		})
}

func newCorrectKind() *cobra.Command {
	return newDecision("kind ENTITY KIND", "An entity is a "+decide.EntityKinds+", or none: no name at all",
		someArgs("correct kind", 2, 2, "an entity and its kind: "+decide.EntityKinds+", or none"),
		func(ctx context.Context, a *store.Archive, args []string) (corrections.Entry, string, error) {
			n, err := decide.NameEntity(ctx, a, args[0])
			if err != nil {
				return corrections.Entry{}, "", err
			}
			if !corrections.IsKind(news.EntityKind(args[1])) {
				return corrections.Entry{}, "", news.Errorf(news.Usage, args[1], "take "+decide.EntityKinds+", or none", "there is no kind %q", args[1])
			}
			e, err := n.Entry(ctx, corrections.Kind)
			e.Kind = news.EntityKind(args[1])
			return e, fmt.Sprintf("%s is of the kind %s", n.Line(), e.Kind), err
		})
}
