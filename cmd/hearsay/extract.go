package main

import (
	"bufio"
	"errors"
	"os"
	"runtime"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/hearsay-engine/hearsay"
	"github.com/hearsay-engine/hearsay/internal/flow"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

type extraction struct {
	format   string
	choice   wire.Choice
	failures string
	input    inputFlags
}

func newExtract() *cobra.Command {
	var x extraction
	cmd := &cobra.Command{
		Use:   "extract FILE|DIR|-…",
		Short: "Who said what in these files; nothing is kept",
		Long: `extract reads .txt, .html and .jsonl files, folders of them, and standard input
("-"), and prints every statement with its speaker, cue, verbatim content, kind
and voice. It keeps nothing.`,
		Args: needPaths,
		RunE: func(cmd *cobra.Command, paths []string) error { return x.run(cmd, paths) },
	}
	cmd.Flags().StringVar(&x.format, "format", "table", wire.Formats)
	cmd.Flags().BoolVar(&x.choice.Outlet, "outlet", false, "the outlet's own sentences too")
	cmd.Flags().BoolVar(&x.choice.Explain, "explain", false, "the reasons of each statement, what was refused and why")
	cmd.Flags().StringVar(&x.failures, "failures", "", "write inputs that failed to `FILE`, as JSON lines")
	x.input.register(cmd)
	return cmd
}

func (x *extraction) run(cmd *cobra.Command, paths []string) (err error) {
	out := bufio.NewWriter(cmd.OutOrStdout())
	w, err := wire.NewWriter(out, x.format, x.choice, columns(cmd))
	if err != nil {
		return err
	}
	failed, err := newFailures(cmd.ErrOrStderr(), x.failures)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, failed.close()) }()
	flow.Prepare()
	blobs := x.input.blobs(cmd, paths)
	for r := range flow.Each(cmd.Context(), blobs, runtime.GOMAXPROCS(0), flow.Guarded(hearsay.Read)) {
		if r.Err != nil {
			failed.add(r.Blob.ID, r.Err)
			continue
		}
		if err := w.Article(r.Made); err != nil {
			return err
		}
	}
	return errors.Join(w.Close(), out.Flush(), failed.outcome())
}

func needPaths(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return nil
	}
	return news.Errorf(news.Usage, cmd.Name(), "give files or folders, or - for standard input", "nothing to read")
}

// pipedColumns is the width of tables that go to a file or a pipe.
const pipedColumns = 100

// columns is how wide tables may be.
func columns(cmd *cobra.Command) int {
	if f, ok := cmd.OutOrStdout().(*os.File); ok {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil {
			return w
		}
	}
	return pipedColumns
}
