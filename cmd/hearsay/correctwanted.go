package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// wanting is the decision that a command's arguments ask for.
type wanting func(args []string) (decide.Wanted, error)

// on wants a decision on all arguments.
func on(d corrections.Decision) wanting {
	return func(args []string) (decide.Wanted, error) { return decide.Wanted{Decision: d, Of: args}, nil }
}

// newDecision is a command that makes the decision its arguments ask for.
func newDecision(use, short string, args cobra.PositionalArgs, want wanting) *cobra.Command {
	var x deciding
	cmd := &cobra.Command{
		Use: use, Short: short, Args: args,
		RunE: func(cmd *cobra.Command, args []string) error { return x.decideWanted(cmd, want, args) },
	}
	x.register(cmd)
	return cmd
}

func (x *deciding) decideWanted(cmd *cobra.Command, want wanting, args []string) error {
	return x.decide(cmd, func(a *store.Archive) (corrections.Entry, string, error) {
		w, err := want(args)
		if err != nil {
			return corrections.Entry{}, "", err
		}
		return decide.Make(cmd.Context(), a, &w)
	})
}

func newCorrectMerge() *cobra.Command {
	return newDecision("merge ENTITY ENTITY | CLAIM CLAIM", "Two entities, or two claims, are one",
		someArgs("correct merge", 2, 2, "two entities, by name or id, or two claims by id"), on(corrections.Merge))
}

func newCorrectSplit() *cobra.Command {
	var article string
	cmd := newDecision("split ENTITY ALIAS… | --article ID | CLAIM ARTICLE#N…", "Some of an entity's names, its mentions in one article, or tellings of a claim are of another",
		someArgs("correct split", 1, corrections.MaxAnchors, "an entity, and the names that are not its own; or a claim and its tellings that are another's"),
		func(args []string) (decide.Wanted, error) {
			return decide.Wanted{Decision: corrections.Split, Of: args, Article: article}, nil
		})
	cmd.Flags().StringVar(&article, "article", "", "the article whose mentions of it stand for another")
	return cmd
}

func newCorrectRename() *cobra.Command {
	return newDecision("rename ENTITY NAME…", "Show an entity by another name", someArgs("correct rename", 2, 64, "an entity and its new name"),
		func(args []string) (decide.Wanted, error) {
			return decide.Wanted{Decision: corrections.Rename, Of: args[:1], Name: strings.Join(args[1:], " ")}, nil
		})
}

func newCorrectKind() *cobra.Command {
	return newDecision("kind ENTITY KIND", "An entity is a "+decide.EntityKinds+", or none: no name at all",
		someArgs("correct kind", 2, 2, "an entity and its kind: "+decide.EntityKinds+", or none"),
		func(args []string) (decide.Wanted, error) {
			return decide.Wanted{Decision: corrections.Kind, Of: args[:1], Kind: news.EntityKind(args[1])}, nil
		})
}

func newCorrectSpeaker() *cobra.Command {
	var nobody bool
	var kind string
	cmd := newDecision("speaker ARTICLE#N NAME… | --nobody", "A statement is somebody else's, or nobody's", someArgs("correct speaker", 1, 64, "a statement and a name: ARTICLE#N NAME"),
		func(args []string) (decide.Wanted, error) {
			w := decide.Wanted{Decision: corrections.Speaker, Of: args[:1], Name: strings.Join(args[1:], " "), Kind: news.EntityKind(kind)}
			if (strings.TrimSpace(w.Name) == "") != nobody {
				return w, news.Errorf(news.Usage, "correct speaker", "give a name, or --nobody", "it is not said whose the statement is")
			}
			return w, nil
		})
	cmd.Long = `speaker gives the statement to NAME. Where the article has the name, the mention
next to the statement shows who is meant; any other name is taken as you write
it, and --kind says what it is.`
	cmd.Flags().BoolVar(&nobody, "nobody", false, "the text names nobody for it")
	cmd.Flags().StringVar(&kind, "kind", string(news.Person), "what a name is that the article does not have: "+decide.EntityKinds)
	return cmd
}

func newCorrectHide() *cobra.Command {
	return newDecision("hide ARTICLE#N | ENTITY", "Leave a statement out of lists, counts and exports, or an entity out of those of names and of speakers",
		oneArg("correct hide", "a statement as ARTICLE#N, or an entity"), on(corrections.Hide))
}

func newCorrectConfirm() *cobra.Command {
	return newDecision("confirm ARTICLE#N | ENTITY ALIAS | CLAIM ARTICLE#N", "A statement's speaker, a suggested alias, or a suggested telling is right",
		someArgs("correct confirm", 1, 2, "a statement as ARTICLE#N, an entity and its suggested alias, or a claim and its suggested telling"), on(corrections.Confirm))
}

func newCorrectReject() *cobra.Command {
	return newDecision("reject ENTITY ALIAS | ENTITY ENTITY | CLAIM ARTICLE#N", "A suggested alias, or a telling, is wrong; two entities are not one",
		someArgs("correct reject", 2, 2, "an entity and its suggested alias, two entities, or a claim and a telling"), on(corrections.Reject))
}

func newCorrectMove() *cobra.Command {
	return newDecision("move ARTICLE#N CLAIM", "A telling is of this claim, and of no other",
		someArgs("correct move", 2, 2, "a telling as ARTICLE#N and a claim by its id"), on(corrections.Move))
}

func newCorrectUndo() *cobra.Command {
	return newDecision("undo ID | last", "Take a decision back, by its id or the last that holds; an undo can be undone too",
		oneArg("correct undo", "the decision's id, or last"), on(corrections.Undo))
}
