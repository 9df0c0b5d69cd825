package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/store"
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
	cmd.Args, cmd.RunE = oneOf("known")
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
