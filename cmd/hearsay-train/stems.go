package main

import (
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/match"
)

const stemsFolder = "internal/match/data"

func stemsCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "stems",
		Short: "make the lists by whose numbers archives tell the stems of frequent words",
		Long: `stems makes the lists of the words that are shipped now. Archives tell stems by
their numbers there, so that a file that was ever shipped must stay as it is.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			for _, language := range []string{"en", "ru"} {
				if err := os.WriteFile(filepath.Join(out, language+".stems"), match.UsualStems(language), 0o644); err != nil {
					return err
				}
			}
			return nil
		},
	}
	c.Flags().StringVar(&out, "out", stemsFolder, "the folder to write to")
	return c
}
