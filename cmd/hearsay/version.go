package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/doctor"
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
			v := doctor.ProgramVersion()
			fmt.Fprintln(cmd.OutOrStdout(), "hearsay", v.Version)
			for _, s := range v.Stages {
				fmt.Fprintf(cmd.OutOrStdout(), "  %-10s %s\n", s.Stage, s.Version)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&licences, "licences", false, "the licences and notices of the program and of every list and model in it")
	return cmd
}
