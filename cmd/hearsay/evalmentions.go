package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/attribute"
	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/news"
)

func newEvalMentions() *cobra.Command {
	var wrong bool
	cmd := &cobra.Command{
		Use:   "mentions GOLD",
		Short: "Names found, of the right kind and at the right bytes",
		Long: `mentions compares the names found in texts with marked ones: files of Universal
NER, "# newdoc id", "# text" and a line of number, word and tag a token. The
whole of a text counts as body. Groups are no kind of such files and neither
help nor hurt.`,
		Args: oneArgument,
		RunE: func(cmd *cobra.Command, args []string) error {
			gold, err := readMarked(args[0])
			if err != nil {
				return err
			}
			if wrong {
				printDifferences(cmd.OutOrStdout(), gold)
			}
			eval.FindMentions(gold, findNames).Print(cmd.OutOrStdout())
			return nil
		},
	}
	cmd.Flags().BoolVar(&wrong, "errors", false, "print every wrong case, one line each")
	return cmd
}

func readMarked(path string) ([]eval.Marked, error) {
	f, err := openGold(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return eval.ReadMarked(f, path)
}

func printDifferences(w io.Writer, gold []eval.Marked) {
	for _, g := range gold {
		for _, line := range eval.Differences(g, findNames(g.Text)) {
			fmt.Fprintln(w, line)
		}
	}
}

// findNames finds the names of an English text that is body throughout.
func findNames(text string) []eval.Mark {
	a := &news.Article{Text: text, Language: "en", Body: []news.Span{{Start: 0, End: len(text)}}}
	var out []eval.Mark
	for _, e := range attribute.Read(a).Entities {
		for _, m := range e.Mentions {
			out = append(out, eval.Mark{Span: m, Kind: e.Kind})
		}
	}
	return out
}
