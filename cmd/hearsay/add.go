package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/keep"
)

type addition struct {
	archive  archiveFlag
	input    inputFlags
	failures string
	again    bool
}

func newAdd() *cobra.Command {
	var x addition
	cmd := &cobra.Command{
		Use:   "add PATH…",
		Short: "Read files and folders into the archive",
		Long: `add keeps the captures whole and everything found in them, in one file, made on
first use. What the archive knows already is skipped; an id with other bytes is a
new version. Interrupted, it keeps what was finished; run it again to go on. What
was forgotten (hearsay forget) is refused, with the reason.

It takes all processors and gives way to other programs (on Linux, as nice does),
so that pages are answered meanwhile.`,
		Args: needPaths,
		RunE: func(cmd *cobra.Command, paths []string) error { return x.run(cmd, paths) },
	}
	cmd.Flags().StringVar(&x.failures, "failures", "", "write inputs that failed to `FILE`, as JSON lines")
	cmd.Flags().BoolVar(&x.again, "again", false, "also what was forgotten: it comes back")
	x.archive.register(cmd)
	x.input.register(cmd)
	return cmd
}

func (x *addition) run(cmd *cobra.Command, paths []string) (err error) {
	giveWay()
	roomToRead()
	a, err := x.archive.open(cmd, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	failed, err := newFailures(cmd.ErrOrStderr(), x.failures)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, failed.close()) }()
	blobs := x.input.blobs(cmd, paths)
	add := keep.Add
	if x.again {
		add = keep.AddAgain
	}
	p, err := watched(cmd, "adding", failed, func(w keep.Watch) (keep.Progress, error) { return add(cmd.Context(), a, blobs, w) })
	fmt.Fprintf(cmd.ErrOrStderr(), "%s in %s\n", progressWords(p), a.Path())
	if err != nil {
		return err
	}
	return failed.outcome()
}

// watched runs long work with a bar and a list of what failed.
func watched(cmd *cobra.Command, what string, failed *failures, work func(keep.Watch) (keep.Progress, error)) (keep.Progress, error) {
	b := newBar(cmd, what)
	defer b.close()
	return work(keep.Watch{Progress: b.show, Failed: failed.add})
}

func progressWords(p keep.Progress) string {
	return fmt.Sprintf("%d added, %d renewed, %d known already, %d failed", p.Added, p.Renewed, p.Skipped, p.Failed)
}
