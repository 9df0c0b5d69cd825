package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

func newKnown() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "known",
		Short: "People, organisations and places known by several names: add, list, find, remove",
		Long: `known keeps lists of who and what goes by which names, in the archive. Names of
one entry are one entity wherever articles print them. States, capitals, cities
and well-known organisations are known from the start.

A list is a file of JSON Lines, one entry a line:

  {"names": ["Orla Venn", "Орла Венн", "O. Venn"], "kind": "person",
   "ids": {"wikidata": "Q999999999"}, "note": "mayor of Karsk since 2031"}

  names  in any script, the one to be shown first
  kind   person, organisation, place or group
  ids    in other collections, may be left out
  note   for people, may be left out

(here broken in two; in a file an entry is one line). An entry of the same
Wikidata id, or without one of the same kind and first name, takes the place of
the earlier one. A line that is no entry is listed and left out.`,
	}
	cmd.AddCommand(newKnownAdd(), newKnownList(), newKnownFind(), newKnownRemove())
	return cmd
}

func newKnownAdd() *cobra.Command {
	var archive archiveFlag
	var failures string
	cmd := &cobra.Command{
		Use:   "add FILE|-…",
		Short: "Add the entries of lists to the archive, or renew them",
		Args:  someArgs("known add", 1, maxFiles, "one file or more, or - for standard input"),
		RunE:  func(cmd *cobra.Command, files []string) error { return addKnown(cmd, &archive, files, failures) },
	}
	cmd.Flags().StringVar(&failures, "failures", "", "write lines that are no entries to `FILE`, as JSON lines")
	archive.register(cmd)
	return cmd
}

// maxFiles bounds how many lists, ids or names one command takes.
const maxFiles = 1000

func addKnown(cmd *cobra.Command, archive *archiveFlag, files []string, failureFile string) (err error) {
	failed, err := newFailures(cmd.ErrOrStderr(), failureFile)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, failed.close()) }()
	a, err := archive.open(cmd, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	var sum store.Enlisted
	for _, file := range files {
		entries, err := readKnown(cmd, file, failed)
		if err != nil {
			return err
		}
		n, err := keep.Enlist(cmd.Context(), a, entries, filepath.Base(file), keep.Watch{})
		if err != nil {
			return err
		}
		sum.Added, sum.Renewed, sum.Known = sum.Added+n.Added, sum.Renewed+n.Renewed, sum.Known+n.Known
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%d added, %d renewed, %d known already, %d failed in %s\n", sum.Added, sum.Renewed, sum.Known, failed.count, a.Path())
	return failed.outcome()
}

// readKnown reads the entries of a list and hands on what is none.
func readKnown(cmd *cobra.Command, file string, failed *failures) ([]known.Entry, error) {
	in, name := cmd.InOrStdin(), "standard input"
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			failed.add(file, news.Errorf(news.NotFound, file, "name a list, see hearsay known --help", "cannot be read: %v", errors.Unwrap(err)))
			return nil, nil
		}
		defer f.Close()
		in, name = f, file
	}
	var out []known.Entry
	for e, err := range known.ReadList(name, in) {
		var fault *news.Error
		switch {
		case err == nil:
			out = append(out, e)
		case errors.As(err, &fault):
			failed.add(fault.ID, err)
		default:
			return nil, err
		}
		if len(out) > known.MaxListed {
			return nil, news.Errorf(news.TooLarge, name, "leave out those that the archive's articles do not name", "over %d entries", known.MaxListed)
		}
	}
	return out, nil
}

func newKnownList() *cobra.Command {
	var archive archiveFlag
	var format string
	cmd := &cobra.Command{
		Use:   "list",
		Short: "What was added, by id; as JSON Lines it can be added to another archive",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return listKnown(cmd, &archive, format) },
	}
	cmd.Flags().StringVar(&format, "format", "table", "table or jsonl")
	archive.register(cmd)
	return cmd
}

func listKnown(cmd *cobra.Command, archive *archiveFlag, format string) (err error) {
	if format != "table" && format != "jsonl" {
		return news.Errorf(news.Usage, "--format "+format, "take table or jsonl", "no such format")
	}
	a, err := archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	all, err := a.Listed(cmd.Context())
	if err != nil {
		return err
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	for i := range all {
		if format == "jsonl" {
			fmt.Fprintf(out, "%s\n", all[i].Line())
		} else {
			writeKnown(out, &all[i].Entry, all[i].File)
		}
	}
	return out.Flush()
}

// shownNames is how many names of an entry a line shows.
const shownNames = 8

// writeKnown prints an entry on a line, its note on another.
func writeKnown(out io.Writer, e *known.Entry, from string) {
	kind := string(e.Kind)
	if e.Role != 0 {
		kind = e.Role.String()
	}
	names := strings.Join(e.Names[:min(len(e.Names), shownNames)], ", ")
	if more := len(e.Names) - shownNames; more > 0 {
		names += fmt.Sprintf(" and %d more", more)
	}
	fmt.Fprintln(out, wire.Printable(fmt.Sprintf("%s  %s  %s  (%s)", e.ID, kind, names, from)))
	if e.Note != "" {
		fmt.Fprintln(out, wire.Printable("    "+e.Note))
	}
}

func newKnownFind() *cobra.Command {
	var archive archiveFlag
	cmd := &cobra.Command{
		Use:   "find NAME",
		Short: "What goes by a name: what was added first, then what is known from the start",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, words []string) error {
			return findKnown(cmd, &archive, strings.Join(words, " "))
		},
	}
	archive.register(cmd)
	return cmd
}

func findKnown(cmd *cobra.Command, archive *archiveFlag, name string) error {
	out := bufio.NewWriter(cmd.OutOrStdout())
	found, err := listedAs(cmd, archive, name)
	if err != nil {
		return err
	}
	for i := range found {
		writeKnown(out, &found[i].Entry, found[i].File)
	}
	base := known.Named(name)
	for i := range base {
		writeKnown(out, &base[i], "known from the start")
	}
	if len(found)+len(base) == 0 {
		return news.Errorf(news.NotFound, name, "add it in a list: hearsay known add FILE", "nobody and nothing is known by this name")
	}
	return out.Flush()
}

// listedAs gives what was added by a name; an archive that is not there holds
// nothing.
func listedAs(cmd *cobra.Command, archive *archiveFlag, name string) ([]store.Listed, error) {
	a, err := archive.open(cmd, false)
	if news.FaultOf(err) == news.NotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	found, err := a.ListedAs(cmd.Context(), name)
	return found, errors.Join(err, a.Close())
}

func newKnownRemove() *cobra.Command {
	var archive archiveFlag
	cmd := &cobra.Command{
		Use:   "remove ID|NAME…",
		Short: "Take back what was added, by id or by a name that only one entry has",
		Args:  someArgs("known remove", 1, maxFiles, "an id or a name, see hearsay known list"),
		RunE:  func(cmd *cobra.Command, words []string) error { return removeKnown(cmd, &archive, words) },
	}
	archive.register(cmd)
	return cmd
}

func removeKnown(cmd *cobra.Command, archive *archiveFlag, words []string) (err error) {
	a, err := archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	var ids []string
	for _, w := range words {
		id, err := knownID(cmd, a, w)
		if err != nil {
			return err
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if err := keep.Strike(cmd.Context(), a, ids, keep.Watch{}); err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%d removed from %s\n", len(ids), a.Path())
	return nil
}

// knownID is the id of what goes by a name; what no entry goes by is taken for
// an id.
func knownID(cmd *cobra.Command, a *store.Archive, word string) (string, error) {
	found, err := a.ListedAs(cmd.Context(), word)
	switch {
	case err != nil:
		return "", err
	case len(found) == 0:
		return word, nil
	case len(found) == 1:
		return found[0].ID, nil
	}
	var ids []string
	for _, l := range found {
		ids = append(ids, l.ID)
	}
	return "", news.Errorf(news.Usage, word, "take one of the ids "+strings.Join(ids, ", "), "several go by this name")
}
