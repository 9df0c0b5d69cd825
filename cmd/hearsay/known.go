package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/store"
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
	l := listed[known.Entry]{command: "known", rows: "entries", read: known.ReadList, size: func(known.Entry) int { return 1 },
		most: known.MaxListed, sized: "entries", leaveOut: "leave out those that the archive's articles do not name"}
	var sum store.Enlisted
	return l.newAdd("Add the entries of lists to the archive, or renew them", func(ctx context.Context, a *store.Archive, file string, entries []known.Entry) error {
		n, err := keep.Enlist(ctx, a, entries, filepath.Base(file), keep.Watch{})
		sum.Added, sum.Renewed, sum.Known = sum.Added+n.Added, sum.Renewed+n.Renewed, sum.Known+n.Known
		return err
	}, func() string {
		return fmt.Sprintf("%d added, %d renewed, %d known already", sum.Added, sum.Renewed, sum.Known)
	})
}
