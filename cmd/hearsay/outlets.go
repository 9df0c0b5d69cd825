package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/owners"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

func newOutlets() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "outlets",
		Short: "Outlets that belong together, so that their copies count as one origin: add, list, remove",
		Long: `outlets keeps groups of outlets in the archive: of one owner, sister sites,
editions. What two outlets of a group print alike counts as one origin, also
where it is no more than a quotation or a passage.

A list is a file of JSON Lines, one group a line, outlets by their names as
articles print them or by their sites:

  {"group": "Lamp Media", "outlets": ["The Lowmoor Lamp", "lamp.example"]}

An outlet is in one group, the last one it was listed in. A line that is no group
is listed and left out.`,
	}
	cmd.Args, cmd.RunE = oneOf("outlets")
	cmd.AddCommand(newOutletsAdd(), newOutletsList(), newOutletsRemove())
	return cmd
}

func newOutletsAdd() *cobra.Command {
	var archive archiveFlag
	var failures string
	cmd := &cobra.Command{
		Use:   "add FILE|-…",
		Short: "Add the groups of lists to the archive",
		Args:  someArgs("outlets add", 1, maxFiles, "one file or more, or - for standard input"),
		RunE:  func(cmd *cobra.Command, files []string) error { return addOutlets(cmd, &archive, files, failures) },
	}
	cmd.Flags().StringVar(&failures, "failures", "", "write lines that are no groups to `FILE`, as JSON lines")
	archive.register(cmd)
	return cmd
}

func addOutlets(cmd *cobra.Command, archive *archiveFlag, files []string, failureFile string) (err error) {
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
	groups, outlets := 0, 0
	for _, file := range files {
		all, err := readOutlets(cmd, file, failed)
		if err == nil {
			err = a.AddOwners(cmd.Context(), all)
		}
		if err != nil {
			return err
		}
		groups += len(all)
		for _, g := range all {
			outlets += len(g.Outlets)
		}
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%s of %s added, %d failed in %s\n", many(groups, "group"), many(outlets, "outlet"), failed.count, a.Path())
	return failed.outcome()
}

// readOutlets reads the groups of a list and hands on what is none.
func readOutlets(cmd *cobra.Command, file string, failed *failures) ([]owners.Group, error) {
	in, name := cmd.InOrStdin(), "standard input"
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			failed.add(file, news.Errorf(news.NotFound, file, "name a list, see hearsay outlets --help", "cannot be read: %v", errors.Unwrap(err)))
			return nil, nil
		}
		defer f.Close()
		in, name = f, file
	}
	var out []owners.Group
	listed := 0
	for g, err := range owners.ReadList(name, in) {
		var fault *news.Error
		switch {
		case err == nil:
			out, listed = append(out, g), listed+len(g.Outlets)
		case errors.As(err, &fault):
			failed.add(fault.ID, err)
		default:
			return nil, err
		}
		if listed > owners.MaxListed {
			return nil, news.Errorf(news.TooLarge, name, "leave out outlets that no article is of", "over %d outlets", owners.MaxListed)
		}
	}
	return out, nil
}

func newOutletsList() *cobra.Command {
	var archive archiveFlag
	var format string
	cmd := &cobra.Command{
		Use:   "list",
		Short: "The groups, by name; as JSON Lines they can be added to another archive",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return listOutlets(cmd, &archive, format) },
	}
	cmd.Flags().StringVar(&format, "format", "table", "table or jsonl")
	archive.register(cmd)
	return cmd
}

func listOutlets(cmd *cobra.Command, archive *archiveFlag, format string) (err error) {
	if format != "table" && format != "jsonl" {
		return news.Errorf(news.Usage, "--format "+format, "take table or jsonl", "no such format")
	}
	a, err := archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	all, err := a.Owners(cmd.Context())
	if err != nil {
		return err
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	for _, g := range all {
		if format == "jsonl" {
			fmt.Fprintln(out, g.Line())
		} else {
			fmt.Fprintln(out, wire.Printable(g.Name+": "+strings.Join(g.Outlets, ", ")))
		}
	}
	return out.Flush()
}

func newOutletsRemove() *cobra.Command {
	var archive archiveFlag
	cmd := &cobra.Command{
		Use:   "remove GROUP",
		Short: "Remove a group by its name",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, words []string) (err error) {
			a, err := archive.open(cmd, false)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, a.Close()) }()
			return a.RemoveOwners(cmd.Context(), strings.Join(words, " "))
		},
	}
	archive.register(cmd)
	return cmd
}
