package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"

	"github.com/hearsay-engine/hearsay/internal/keep"
)

// bar shows long work on standard error, when that is a terminal.
type bar struct {
	shown *mpb.Progress
	line  *mpb.Bar
	last  keep.Progress
}

func newBar(cmd *cobra.Command, what string) *bar {
	f, ok := cmd.ErrOrStderr().(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return &bar{}
	}
	b := &bar{shown: mpb.NewWithContext(cmd.Context(), mpb.WithOutput(f))}
	words := func(decor.Statistics) string {
		if b.last.Sweep != "" {
			return "  comparing " + b.last.Sweep
		}
		return fmt.Sprintf("  %d known already, %d failed", b.last.Skipped, b.last.Failed)
	}
	b.line = b.shown.New(0, mpb.SpinnerStyle(), mpb.PrependDecorators(decor.Name(what+" "), decor.CurrentNoUnit("%d"), decor.Name(" "),
		decor.AverageSpeed(0, "%.0f/s")), mpb.AppendDecorators(decor.Any(words)))
	return b
}

func (b *bar) show(p keep.Progress) {
	if b.line == nil {
		return
	}
	b.last = p
	b.line.SetCurrent(int64(p.Done))
}

func (b *bar) close() {
	if b.line == nil {
		return
	}
	b.line.Abort(true)
	b.shown.Wait()
}
