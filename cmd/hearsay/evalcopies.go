package main

import (
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/copies"
	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/news"
)

func newEvalCopies() *cobra.Command {
	var data, predictions string
	cmd := &cobra.Command{
		Use:   "copies --data DIR",
		Short: "Copies among articles: republications, re-translations, false pairs",
		Long: `copies reads the folder, and the folders in it, that have one of two forms:

  bodies.jsonl {"id","text"}, stories.jsonl {"story","body_ids"} and
  reuse_pairs.jsonl {"id1","id2","label"}: of the labelled pairs republications
  against the rest, and pairs of different stories taken for copies;
  docs.jsonl {"doc","pair","version","kind","lang","text"}: versions of one
  article in one language, recall at a precision of .99.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if data == "" {
				return news.Errorf(news.Usage, "eval copies", "say --data DIR, a folder of the form the help tells", "no data folder is named")
			}
			report, err := eval.ReadCopies(os.DirFS(data), findCopies)
			if err == nil && predictions != "" {
				err = writeTo(predictions, report.WriteDecisions)
			}
			return printed(cmd, report, err)
		},
	}
	cmd.Flags().StringVar(&data, "data", "", "the `DIR` with the sets")
	cmd.Flags().StringVar(&predictions, "predictions", "", "write every decision to `FILE`, {\"id1\",\"id2\",\"kind\",\"direction\",\"score\"} a line")
	return cmd
}

// findCopies finds copies among texts of which nothing but the words is known.
func findCopies(in []eval.CopyText) []eval.Copy {
	texts := make([]*copies.Text, len(in))
	for i, t := range in {
		texts[i] = copies.New(t.Text, []news.Span{{Start: 0, End: len(t.Text)}})
	}
	edges := copies.Among(texts)
	out := make([]eval.Copy, len(edges))
	for i, e := range edges {
		a, b := sideOf(in[e.A].Text, texts[e.A]), sideOf(in[e.B].Text, texts[e.B])
		direction, _ := copies.Direct(a, b, e.Overlap)
		out[i] = eval.Copy{A: e.A, B: e.B, Kind: string(e.Kind), Direction: string(direction), Score: e.Score}
	}
	return out
}

func sideOf(full string, t *copies.Text) copies.Side {
	return copies.Side{Text: t, Full: full, Credits: copies.Credits(full)}
}

// writeTo makes the file at path of what write writes.
func writeTo(path string, write func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return news.Errorf(news.Usage, path, "name a file that can be written", "cannot be written: %v", err)
	}
	if err := write(f); err != nil {
		f.Close()
		return news.Errorf(news.Usage, path, "see that there is room", "cannot be written: %v", err)
	}
	return f.Close()
}
