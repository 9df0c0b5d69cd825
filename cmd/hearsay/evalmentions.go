package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/attribute"
	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/news"
)

func newEvalMentions() *cobra.Command {
	var wrong, fifth bool
	cmd := &cobra.Command{
		Use:   "mentions GOLD",
		Short: "Names found, of the right kind and at the right bytes",
		Long: `mentions compares the names found in texts with marked ones: files of Universal
NER, "# newdoc id", "# text" and a line of number, word and tag a token. The
whole of a text counts as body. Groups are no kind of such files and neither
help nor hurt. A folder is one of factRuEval-2016, in Russian.`,
		Args: oneArgument,
		RunE: func(cmd *cobra.Command, args []string) error {
			gold, find, err := readGold(args[0], fifth)
			if err != nil {
				return err
			}
			if wrong {
				printDifferences(cmd.OutOrStdout(), gold, find)
			}
			eval.FindMentions(gold, find).Print(cmd.OutOrStdout())
			return nil
		},
	}
	cmd.Flags().BoolVar(&wrong, "errors", false, "print every wrong case, one line each")
	cmd.Flags().BoolVar(&fifth, "fifth", false, "read every fifth document of a folder only: those the tagger is not trained on")
	return cmd
}

// readGold reads marked texts, English ones of a file, Russian ones of a folder.
func readGold(path string, fifth bool) ([]eval.Marked, eval.Finder, error) {
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		gold, err := readMarked(path)
		return gold, findNames, err
	}
	part := eval.AllFacts
	if fifth {
		part = eval.DevFacts
	}
	gold, err := eval.ReadFacts(os.DirFS(path), part)
	return gold, findRussianNames, err
}

func readMarked(path string) ([]eval.Marked, error) {
	f, err := openGold(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return eval.ReadMarked(f, path)
}

func printDifferences(w io.Writer, gold []eval.Marked, find eval.Finder) {
	for _, g := range gold {
		for _, line := range eval.Differences(g, find(g.Text)) {
			fmt.Fprintln(w, line)
		}
	}
}

// findNames finds the names of an English text that is body throughout,
// findRussianNames those of a Russian one.
func findNames(text string) []eval.Mark        { return namesIn(text, "en") }
func findRussianNames(text string) []eval.Mark { return namesIn(text, "ru") }

func namesIn(text, language string) []eval.Mark {
	a := &news.Article{Text: text, Language: language, Body: []news.Span{{Start: 0, End: len(text)}}}
	var out []eval.Mark
	for _, e := range attribute.Read(a).Entities {
		for _, m := range e.Mentions {
			out = append(out, eval.Mark{Span: m, Kind: e.Kind})
		}
	}
	return out
}
