package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/flow"
	"github.com/hearsay-engine/hearsay/internal/resolve"
)

func newVersion() *cobra.Command {
	var licences bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the version of hearsay and of each stage",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if licences {
				return writeLicences(cmd.OutOrStdout())
			}
			fmt.Fprintln(cmd.OutOrStdout(), "hearsay", buildVersion())
			for _, s := range flow.Stages() {
				fmt.Fprintf(cmd.OutOrStdout(), "  %-10s %s\n", s.Name, s.Version)
			}
			fmt.Fprintf(cmd.OutOrStdout(), "  %-10s %s\n", "resolve", resolve.Version())
			return nil
		},
	}
	cmd.Flags().BoolVar(&licences, "licences", false, "the licences and notices of the program and of every list and model in it")
	return cmd
}

func buildVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(unversioned build)"
}
