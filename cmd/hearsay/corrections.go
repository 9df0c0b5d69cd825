package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

func newCorrections() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "corrections",
		Short: "The log of what people decided: list, export, import",
		Long: `corrections shows and carries the decisions made by hearsay correct and review.

A line of an export is one decision, as JSON:
  id        made of all the rest; the same decision has the same id everywhere
  decision  merge, split, rename, kind, speaker, hide, confirm, reject, move or undo;
            of a case open, pick, place, note, tag, rename or close
  target    statement, entity, claim, article, case or decision
  anchors   where the target stands: a statement's first content, or mentions of
            an entity. sha256 is that of the article's text, start and end count
            its Unicode code points, words are those at this place (the first
            1000 code points), nth tells statements apart that begin with the same
            content, only limits a name to this article, article is its id
  others    merge: the other entity; split: the mentions that go; confirm, reject:
            the alias; speaker: the words that name the speaker
  name      rename, open: the new name; speaker: who said it, absent for nobody
  case      what is decided of a case: the id of the decision that opened it
  words     note, tag: its words
  place     place: the item's place in its case, counted from 1
  kind      person, organisation, place, group, or none for what is no name
  revokes   undo: the id of the decision that does not hold any more
  rules     the rules whose judgement was decided on
  by, at, reason   who decided, when (UTC), and why in their words

Import takes what the archive has not, in any order, and keeps authors and
times. A decision whose text is not in the archive waits until it is.`,
	}
	cmd.Args, cmd.RunE = oneOf("corrections")
	cmd.AddCommand(newCorrectionsList(), newCorrectionsExport(), newCorrectionsImport())
	return cmd
}

func newCorrectionsExport() *cobra.Command {
	var archive archiveFlag
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Print the log as JSON Lines, in its order; what is about forgotten articles is left out",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return exportCorrections(cmd, &archive) },
	}
	archive.register(cmd)
	return cmd
}

func exportCorrections(cmd *cobra.Command, archive *archiveFlag) (err error) {
	a, err := archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	log, err := a.Log(cmd.Context())
	if err != nil {
		return err
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	enc := wire.NewEncoder(out)
	for _, e := range corrections.Resign(carried(log)) {
		if err := enc.Encode(e); err != nil {
			return err
		}
	}
	return out.Flush()
}

// carried is the log less what is about forgotten articles, and less what
// undoes such.
func carried(log []store.Logged) []corrections.Entry {
	left := map[string]bool{}
	var out []corrections.Entry
	for i := range log {
		l := &log[i]
		if l.Standing() == store.AboutBuried || left[l.Revokes] {
			left[l.ID] = true
			continue
		}
		out = append(out, l.Entry)
	}
	return out
}

func newCorrectionsImport() *cobra.Command {
	var archive archiveFlag
	var failures string
	cmd := &cobra.Command{
		Use:   "import FILE|-",
		Short: "Take decisions of another archive over; those it has already are left alone",
		Args:  oneArg("corrections import", "one file, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return importCorrections(cmd, &archive, args[0], failures)
		},
	}
	cmd.Flags().StringVar(&failures, "failures", "", "write lines that are no decisions to `FILE`, as JSON lines")
	archive.register(cmd)
	return cmd
}

func importCorrections(cmd *cobra.Command, archive *archiveFlag, file, failureFile string) (err error) {
	failed, err := newFailures(cmd.ErrOrStderr(), failureFile)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, failed.close()) }()
	entries, err := readCorrections(cmd, file, failed)
	if err != nil {
		return err
	}
	a, err := archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	n, err := keep.Import(cmd.Context(), a, entries, keep.Watch{})
	if err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%d taken over, %d known already, %d about forgotten articles left out, %d failed\n", n.Added, n.Known, n.Forgotten, failed.count)
	return failed.outcome()
}

// readCorrections reads a whole file and hands on lines that are no decisions;
// of a file over a bound, or that cannot be read to its end, nothing is taken.
func readCorrections(cmd *cobra.Command, file string, failed *failures) ([]corrections.Entry, error) {
	in := cmd.InOrStdin()
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, news.Errorf(news.NotFound, file, "name a file that hearsay corrections export wrote", "cannot be read: %v", err)
		}
		defer f.Close()
		in = f
	}
	var out []corrections.Entry
	for e, err := range corrections.Read(file, in) {
		var fault *news.Error
		switch {
		case errors.As(err, &fault) && fault.Fault == news.Malformed:
			failed.add(fault.ID, err)
		case err != nil:
			return nil, err
		default:
			out = append(out, e)
		}
	}
	return out, nil
}
