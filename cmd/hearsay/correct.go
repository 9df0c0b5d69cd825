package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/user"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// deciding is what all commands share that record a decision.
type deciding struct {
	archive archiveFlag
	by      string
	reason  string
	format  string
}

func newCorrect() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "correct",
		Short: "Decide: who said it, which names are one, what is the same claim, what is left out; undo",
		Long: `correct records a decision of yours in the archive's log and applies it at once.
Nothing in the log is ever changed: a decision is taken back by another one
(hearsay correct undo ID). It is applied again after every redo, and can be
exported and imported: hearsay corrections --help.

A statement is named ARTICLE#N, as hearsay search prints it, N being the "index"
of hearsay export; an entity by a name or by an id such as person:ada-quill; a claim
by its id, such as claim:2gmhknr6k0, and a telling of it as the statement, or as
ARTICLE#sN where the outlet's own sentences are counted too. The author is --by,
else HEARSAY_AUTHOR, else the name you are logged in by.`,
	}
	cmd.Args, cmd.RunE = oneOf("correct")
	cmd.AddCommand(newCorrectMerge(), newCorrectSplit(), newCorrectRename(), newCorrectKind(), newCorrectSpeaker(), newCorrectHide(),
		newCorrectConfirm(), newCorrectReject(), newCorrectMove(), newCorrectUndo())
	return cmd
}

func (x *deciding) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&x.by, "by", "", "the author of the decision")
	flags.StringVar(&x.reason, "reason", "", "why, in your words")
	flags.StringVar(&x.format, "format", "table", "table or json: the entry of the log")
	x.archive.register(cmd)
}

// author is who decides.
func (x *deciding) author() (string, error) {
	if by := cmp.Or(x.by, os.Getenv("HEARSAY_AUTHOR")); by != "" {
		return by, nil
	}
	u, err := user.Current()
	if err != nil || u.Username == "" {
		return "", news.Errorf(news.Usage, "--by", "name yourself: --by NAME", "the author of the decision is not known")
	}
	return u.Username, nil
}

// decide opens the archive, lets make say what is decided and in which words,
// records it and applies it.
func (x *deciding) decide(cmd *cobra.Command, make func(*store.Archive) (corrections.Entry, string, error)) (err error) {
	if x.format != "table" && x.format != "json" {
		return news.Errorf(news.Usage, "--format "+x.format, "take table or json", "no such format")
	}
	by, err := x.author()
	if err != nil {
		return err
	}
	a, err := x.archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	e, effect, err := make(a)
	if err != nil {
		return err
	}
	e.By, e.Reason = by, x.reason
	if e, err = keep.Decide(cmd.Context(), a, e, keep.Watch{}); err != nil {
		return err
	}
	return x.tell(cmd, a, e, effect)
}

func (x *deciding) tell(cmd *cobra.Command, a *store.Archive, e corrections.Entry, effect string) error {
	if x.format == "json" {
		return wire.NewEncoder(cmd.OutOrStdout()).Encode(e)
	}
	_, err := fmt.Fprintln(cmd.OutOrStdout(), wire.Printable(e.ID+": "+effect))
	if err != nil {
		return err
	}
	l, err := a.Decision(cmd.Context(), e.ID)
	if err == nil && l.Standing() != store.Applies {
		fmt.Fprintln(cmd.ErrOrStderr(), "hearsay: it does not apply in this archive as it stands:", wire.Printable(standingWords(l)))
	}
	return err
}

// oneOf is what a command does that only its subcommands do anything: it tells
// its help, or that there is no such subcommand.
func oneOf(command string) (cobra.PositionalArgs, func(*cobra.Command, []string) error) {
	none := func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		return news.Errorf(news.Usage, command+" "+args[0], "take "+strings.Join(commandsOf(cmd), ", ")+"; see hearsay "+command+" --help", "there is no such command")
	}
	return none, func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
}

// commandsOf are the names of a command's subcommands.
func commandsOf(cmd *cobra.Command) (names []string) {
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return names
}

// oneArg wants one argument and says what it is.
func oneArg(command, what string) cobra.PositionalArgs { return someArgs(command, 1, 1, what) }

func someArgs(command string, least, most int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return news.Errorf(news.Usage, command, "give "+what, "%s given", wording.Count(len(args), "argument"))
		}
		return nil
	}
}
