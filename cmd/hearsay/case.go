package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

func newCase() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "case",
		Short: "Named selections: pick statements, articles, claims and entities, note, tag, report",
		Long: `A case is a named selection with notes and tags. An item is a statement as
ARTICLE#N, an article or a claim by its id, or an entity by a name or its id. What
is picked is keyed to its words, so that it is found again after a redo; what is
not found any more is listed as such.

A case is named by its name or its id. case:NAME in a query finds the picked
statements, those of picked articles and of picked claims, and what picked
entities say. All of it is written to the log of decisions: hearsay correct undo
takes any of it back, hearsay corrections export carries it elsewhere.`,
	}
	cmd.Args, cmd.RunE = oneOf("case")
	cmd.AddCommand(newCaseNew(), newCaseList(), newCaseShow(), newCasePick(), newCaseUnpick(), newCasePlace(), newCaseNote(), newCaseTag(),
		newCaseReport(), newCaseOf("rename CASE NAME", "Give a case another name", 2, decideRename), newCaseOf("close CASE", "Say that a case is done with", 1, decideClose),
		newCaseOf("reopen CASE", "Open a closed case again", 1, decideReopen))
	return cmd
}

// onCase makes a decision of a command's arguments.
type onCase func(*cobra.Command, *store.Archive, []string) (corrections.Entry, string, error)

// newCaseOf is a command that takes so many arguments and makes one decision.
func newCaseOf(use, short string, args int, make onCase) *cobra.Command {
	var x deciding
	name, what, _ := strings.Cut(use, " ")
	cmd := &cobra.Command{
		Use: use, Short: short, Args: someArgs("case "+name, args, args, what),
		RunE: func(cmd *cobra.Command, args []string) error { return x.decideCase(cmd, make, args) },
	}
	x.register(cmd)
	return cmd
}

func (x *deciding) decideCase(cmd *cobra.Command, make onCase, args []string) error {
	return x.decide(cmd, func(a *store.Archive) (corrections.Entry, string, error) { return make(cmd, a, args) })
}

func newCaseNew() *cobra.Command {
	return newCaseOf("new NAME", "Begin a case", 1, func(cmd *cobra.Command, a *store.Archive, args []string) (corrections.Entry, string, error) {
		return decide.OpenCase(cmd.Context(), a, args[0])
	})
}

func decideRename(cmd *cobra.Command, a *store.Archive, args []string) (corrections.Entry, string, error) {
	return decide.RenameCase(cmd.Context(), a, args[0], args[1])
}

func decideClose(cmd *cobra.Command, a *store.Archive, args []string) (corrections.Entry, string, error) {
	return decide.CloseCase(cmd.Context(), a, args[0])
}

func decideReopen(cmd *cobra.Command, a *store.Archive, args []string) (corrections.Entry, string, error) {
	return decide.ReopenCase(cmd.Context(), a, args[0])
}

// mostItems bounds the items of one command line.
const mostItems = 1000

// newCaseEach is a command that makes a decision on each of several items.
func newCaseEach(use, short string, make func(*cobra.Command, *store.Archive, string, string) (corrections.Entry, string, error)) *cobra.Command {
	var x deciding
	name, what, _ := strings.Cut(use, " ")
	cmd := &cobra.Command{
		Use: use, Short: short, Args: someArgs("case "+name, 2, mostItems, what),
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, item := range args[1:] {
				if err := x.decide(cmd, func(a *store.Archive) (corrections.Entry, string, error) { return make(cmd, a, args[0], item) }); err != nil {
					return err
				}
			}
			return nil
		},
	}
	x.register(cmd)
	return cmd
}

func newCasePick() *cobra.Command {
	return newCaseEach("pick CASE ITEM…", "Take statements, articles, claims or entities into a case", func(cmd *cobra.Command, a *store.Archive, name, item string) (corrections.Entry, string, error) {
		return decide.Pick(cmd.Context(), a, name, item)
	})
}

func newCaseUnpick() *cobra.Command {
	return newCaseEach("unpick CASE ITEM…", "Take items out of a case again, by name or by the id of the pick", func(cmd *cobra.Command, a *store.Archive, name, item string) (corrections.Entry, string, error) {
		return decide.Unpick(cmd.Context(), a, name, item)
	})
}

func newCasePlace() *cobra.Command {
	return newCaseOf("place CASE ITEM N", "Put an item at a place of its case, counted from 1", 3, func(cmd *cobra.Command, a *store.Archive, args []string) (corrections.Entry, string, error) {
		n, err := strconv.Atoi(args[2])
		if err != nil {
			return corrections.Entry{}, "", news.Errorf(news.Usage, args[2], "give a place such as 1", "this is no number")
		}
		return decide.PlaceItem(cmd.Context(), a, args[0], args[1], n)
	})
}

// marking is a note or a tag.
type marking struct {
	deciding
	on     string
	remove bool
}

func newCaseNote() *cobra.Command {
	var x marking
	cmd := &cobra.Command{
		Use: "note CASE WORDS…", Short: "Put a note on a case, or with --on on an item of it", Args: someArgs("case note", 2, mostItems, "a case and the note"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return x.decideCase(cmd, func(cmd *cobra.Command, a *store.Archive, args []string) (corrections.Entry, string, error) {
				return decide.Mark(cmd.Context(), a, corrections.Note, args[0], x.on, strings.Join(args[1:], " "))
			}, args)
		},
	}
	cmd.Flags().StringVar(&x.on, "on", "", "the `ITEM` that the note is on")
	x.register(cmd)
	return cmd
}

func newCaseTag() *cobra.Command {
	var x marking
	cmd := &cobra.Command{
		Use: "tag CASE TAG…", Short: "Tag a case, or with --on an item of it", Args: someArgs("case tag", 2, mostItems, "a case and the tag"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return x.decideCase(cmd, func(cmd *cobra.Command, a *store.Archive, args []string) (corrections.Entry, string, error) {
				words := strings.Join(args[1:], " ")
				if x.remove {
					return decide.Untag(cmd.Context(), a, args[0], x.on, words)
				}
				return decide.Mark(cmd.Context(), a, corrections.Tag, args[0], x.on, words)
			}, args)
		},
	}
	cmd.Flags().StringVar(&x.on, "on", "", "the `ITEM` that is tagged")
	cmd.Flags().BoolVar(&x.remove, "remove", false, "take the tag away")
	x.register(cmd)
	return cmd
}
