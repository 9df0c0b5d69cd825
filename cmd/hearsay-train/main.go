// Command hearsay-train makes the data files of hearsay's models, each byte for
// byte reproducible from data named here.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{
		Use:           "hearsay-train",
		Short:         "train the models hearsay ships",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(linesCommand(), syntaxCommand(), clustersCommand(), namesCommand(), russianCommand(), dictionariesCommand(), stemsCommand(), pgoCommand())
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "hearsay-train:", err)
		os.Exit(1)
	}
}
