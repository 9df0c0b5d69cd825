package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/flow"
)

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of hearsay and of each stage",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			fmt.Fprintln(cmd.OutOrStdout(), "hearsay", buildVersion())
			for _, s := range flow.Stages() {
				fmt.Fprintf(cmd.OutOrStdout(), "  %-10s %s\n", s.Name, s.Version)
			}
			return nil
		},
	}
}

func buildVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(unversioned build)"
}
