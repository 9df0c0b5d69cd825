package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/owners"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
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
	l := listed[owners.Group]{command: "outlets", rows: "groups", read: owners.ReadList, size: func(g owners.Group) int { return len(g.Outlets) },
		most: owners.MaxListed, sized: "outlets", leaveOut: "leave out outlets that no article is of"}
	groups, outlets := 0, 0
	return l.newAdd("Add the groups of lists to the archive", func(ctx context.Context, a *store.Archive, _ string, all []owners.Group) error {
		groups += len(all)
		for _, g := range all {
			outlets += len(g.Outlets)
		}
		return a.AddOwners(ctx, all)
	}, func() string {
		return fmt.Sprintf("%s of %s added", wording.Count(groups, "group"), wording.Count(outlets, "outlet"))
	})
}

func newOutletsList() *cobra.Command {
	return newLister("The groups, by name; as JSON Lines they can be added to another archive", "no outlets are listed: hearsay outlets add FILE",
		func(ctx context.Context, a *store.Archive) ([]owners.Group, error) { return a.Owners(ctx) },
		func(g *owners.Group) string { return g.Line() },
		func(out io.Writer, g *owners.Group) {
			fmt.Fprintln(out, wire.Printable(g.Name+": "+strings.Join(g.Outlets, ", ")))
		})
}

func newOutletsRemove() *cobra.Command {
	var archive archiveFlag
	cmd := &cobra.Command{
		Use:   "remove GROUP",
		Short: "Remove a group by its name",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, words []string) error {
			return withArchive(cmd, &archive, func(a *store.Archive) error { return a.RemoveOwners(cmd.Context(), strings.Join(words, " ")) })
		},
	}
	archive.register(cmd)
	return cmd
}
