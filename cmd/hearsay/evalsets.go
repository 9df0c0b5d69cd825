package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay"
	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/news"
)

func newEvalSpeakers() *cobra.Command {
	var predictions string
	var only []string
	var wrong bool
	cmd := &cobra.Command{
		Use:   "speakers GOLD",
		Short: "Statements with the right resolved speaker name",
		Args:  oneArgument,
		RunE: func(cmd *cobra.Command, args []string) error {
			gold, err := readDocuments(args[0])
			if err != nil {
				return err
			}
			pred, err := predictionsFor(cmd.ErrOrStderr(), gold, predictions)
			if err != nil {
				return err
			}
			names := eval.ResolvedNames(gold, pred, only...)
			if wrong {
				for _, line := range names.Wrong() {
					fmt.Fprintln(cmd.OutOrStdout(), " ", line)
				}
			}
			fmt.Fprintln(cmd.OutOrStdout(), names)
			return nil
		},
	}
	cmd.Flags().StringVar(&predictions, "predictions", "", "judge `FILE`, as extract --format jsonl prints it, in place of reading anew")
	cmd.Flags().StringSliceVar(&only, "only", nil, "documents whose id begins so")
	cmd.Flags().BoolVar(&wrong, "wrong", false, "list every error")
	return cmd
}

func newEvalBodies() *cobra.Command {
	return &cobra.Command{
		Use:   "bodies FOLDER",
		Short: "Article bodies of whole pages, by four-word shingles",
		Long:  "bodies reads html/ITEM.html.gz of the folder and compares bodies with ground-truth.json,\n{\"ITEM\":{\"articleBody\":…}}.",
		Args:  oneArgument,
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := eval.ReadBodies(os.DirFS(args[0]), hearsay.Read)
			return printed(cmd, b, err)
		},
	}
}

func newEvalLines() *cobra.Command {
	return &cobra.Command{
		Use:   "lines FILE",
		Short: "Lines kept of pages flattened to bare lines",
		Long:  "lines reads JSON lines of {\"page\",\"lines\",\"keep\"} and compares the lines that cleaning keeps with\nthose labelled 1.",
		Args:  oneArgument,
		RunE:  readerCommand(eval.ReadLines),
	}
}

func newEvalBoilerplate() *cobra.Command {
	return &cobra.Command{
		Use:   "boilerplate GOLD",
		Short: "Annotated boilerplate left out, and the rest of the body kept",
		Args:  oneArgument,
		RunE:  readerCommand(eval.ReadBoilerplate),
	}
}

// readerCommand runs a scorer over the file named by the argument.
func readerCommand[T fmt.Stringer](score func(io.Reader, string, eval.Reader) (T, error)) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		f, err := openGold(args[0])
		if err != nil {
			return err
		}
		defer f.Close()
		figures, err := score(f, args[0], hearsay.Read)
		return printed(cmd, figures, err)
	}
}

func printed(cmd *cobra.Command, figures fmt.Stringer, err error) error {
	if err == nil {
		fmt.Fprintln(cmd.OutOrStdout(), figures)
	}
	return err
}

func oneArgument(cmd *cobra.Command, args []string) error {
	if len(args) == 1 {
		return nil
	}
	return news.Errorf(news.Usage, cmd.Name(), "see hearsay eval "+cmd.Name()+" --help", "one path is wanted, not %d", len(args))
}
