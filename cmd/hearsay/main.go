// Command hearsay reads news and answers who said what, about what, where it
// was said first, who repeated it and who denied it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/news"
)

// Exit codes, as the command's help states them.
const (
	exitGood        = 0
	exitSomeFailed  = 1
	exitUsage       = 2
	exitInterrupted = 130
)

func main() {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is an error of the write, so that archives are closed too
	boundMemory()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is main without the process: what a person types and what they read.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	cmd, err := root.ExecuteContextC(ctx)
	if ctx.Err() != nil {
		fmt.Fprintln(errs, "hearsay:", interruptedWords(cmd))
		return exitInterrupted
	}
	return exitCode(err, errs)
}

// interruptedWords say what is left of the work of a command: what works on an
// archive keeps what it finished.
func interruptedWords(cmd *cobra.Command) string {
	if cmd.Flags().Lookup("archive") != nil {
		return "interrupted; what was finished is kept"
	}
	return "interrupted; what was printed is not all"
}

// errSomeFailed ends a command whose failures have been listed already.
var errSomeFailed = errors.New("some inputs failed")

func exitCode(err error, errs io.Writer) int {
	switch {
	case err == nil:
		return exitGood
	case errors.Is(err, errSomeFailed):
		return exitSomeFailed
	case errors.Is(err, syscall.EPIPE):
		return exitGood // the reader has read enough
	}
	fmt.Fprintln(errs, "hearsay:", err)
	var fault *news.Error
	var system *fs.PathError // of a write, as on a full disk
	if errors.As(err, &fault) && fault.Fault != news.Usage || errors.As(err, &system) {
		return exitSomeFailed
	}
	return exitUsage
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "hearsay",
		Short: "Who said what, about what, where it was said first, who repeated it and who denied it",
		Long: `hearsay reads news and answers who said what, every answer a verbatim span of a
stored page. It says who asserts and who denies, never what is true.

Exit codes: 0 good, 1 some inputs failed (listed on standard error), 2 usage,
130 interrupted.`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		words, _, _ := strings.Cut(err.Error(), ": strconv.")
		return errors.New(words + " (" + cmd.CommandPath() + " --help lists them)")
	})
	root.AddCommand(newExtract(), newAdd(), newSearch(), newWho(), newExport(), newRedo(), newVerify(), newServe(),
		newCorrect(), newCorrections(), newCase(), newReview(), newForget(), newDoctor(), newAccount(), newEval(), newKnown(), newTrace(), newCopies(), newSpread(), newOutlets(), newVersion())
	return root
}
