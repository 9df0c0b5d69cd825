package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay"
	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

func newEval() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "eval",
		Short: "How well hearsay reads, measured against annotated texts",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newEvalAttribution(), newEvalSpeakers(), newEvalNames(), newEvalMentions(), newEvalBodies(), newEvalLines(), newEvalBoilerplate(), newEvalCopies(), newEvalClaims(), newEvalStories(), newEvalDenials(), newEvalAll(), newEvalGenerate(), newEvalCrowd(), newEvalRiver(), newEvalReaders())
	return cmd
}

type attributionEval struct {
	predictions string
	scope       string
	rules       eval.Rules
	boot        int
	mistakes    int
	format      string
}

func newEvalAttribution() *cobra.Command {
	var x attributionEval
	cmd := &cobra.Command{
		Use:   "attribution GOLD…",
		Short: "Statements with their speakers: precision, recall, F1 by type",
		Long: `attribution compares statements with annotated ones: JSON lines of {"id","text",
"statements"}, offsets in code points. Statements are aligned one to one by
their content's words; a pair matches from a Dice of the threshold. The
headline is matched content whose speaker overlaps.

Without --predictions the gold files' texts are read here and now.`,
		Args: needPaths,
		RunE: func(cmd *cobra.Command, golds []string) error {
			return x.run(cmd.OutOrStdout(), cmd.ErrOrStderr(), golds)
		},
	}
	f := cmd.Flags()
	f.StringVar(&x.predictions, "predictions", "", "judge `FILE`, as extract --format jsonl prints it, in place of reading anew")
	f.StringVar(&x.scope, "scope", "", "speech: gold of any other scope neither helps nor hurts")
	f.BoolVar(&x.rules.Outer, "outer", false, "outermost statements only")
	f.Float64Var(&x.rules.Threshold, "threshold", eval.DefaultThreshold, "least Dice of content words for a match")
	f.IntVar(&x.boot, "boot", 0, "resamples of the documents for 95 % intervals; 500 is usual")
	f.IntVar(&x.mistakes, "errors", 0, "print so many wrong cases, one JSON line each")
	f.StringVar(&x.format, "format", "table", "table or json")
	return cmd
}

func (x *attributionEval) run(out, errs io.Writer, golds []string) error {
	if x.scope != "" && x.scope != "speech" {
		return news.Errorf(news.Usage, "--scope", "leave it out, or say speech", "no scope is called %q", x.scope)
	}
	if x.format != "table" && x.format != "json" {
		return news.Errorf(news.Usage, "--format", "say table or json", "no format is called %q", x.format)
	}
	x.rules.SpeechOnly = x.scope == "speech"
	for _, path := range golds {
		if err := x.one(out, errs, path, len(golds) > 1); err != nil {
			return err
		}
	}
	return nil
}

func (x *attributionEval) one(out, errs io.Writer, path string, named bool) error {
	gold, err := readDocuments(path)
	if err != nil {
		return err
	}
	pred, err := predictionsFor(errs, gold, x.predictions)
	if err != nil {
		return err
	}
	report := eval.Attribution(gold, pred, x.rules)
	warn(errs, "documents of the gold have no prediction and count as empty, the first", report.Absent)
	warn(errs, "predicted documents are not in the gold, the first", report.Unknown)
	if x.format == "json" {
		return wire.NewEncoder(out).Encode(report.Figures(path, x.boot))
	}
	if named {
		fmt.Fprintln(out, path)
	}
	report.Print(out, x.boot)
	return eval.PrintMistakes(out, report.Mistakes(x.mistakes))
}

func warn(errs io.Writer, words string, ids []string) {
	if n := len(ids); n > 0 {
		fmt.Fprintf(errs, "hearsay: %d %s %s\n", n, words, ids[0])
	}
}

// predictionsFor reads the file of predictions, or the gold's texts when none
// is named. Texts that cannot be read are told of and left out.
func predictionsFor(errs io.Writer, gold []eval.Document, path string) ([]eval.Document, error) {
	if path != "" {
		return readDocuments(path)
	}
	pred, refused := eval.Predict(gold, hearsay.Read)
	for _, err := range refused {
		fmt.Fprintln(errs, "hearsay:", err)
	}
	return pred, nil
}

func readDocuments(path string) ([]eval.Document, error) {
	f, err := openGold(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return eval.Documents(f, path)
}

func openGold(path string) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, news.Errorf(news.NotFound, path, "give the path of a file that can be read", "cannot be opened: %v", err)
	}
	return f, nil
}
