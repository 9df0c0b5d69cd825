package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/keep"
)

type again struct {
	archive  archiveFlag
	all      bool
	failures string
}

func newRedo() *cobra.Command {
	var x again
	cmd := &cobra.Command{
		Use:   "redo",
		Short: "Derive again what an earlier version of a stage made",
		Long: `redo reads the stored captures again, where a stage has changed since, and tries
again what an earlier version failed on. Captures stay as they are.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return x.run(cmd) },
	}
	cmd.Flags().BoolVar(&x.all, "all", false, "everything, changed or not")
	cmd.Flags().StringVar(&x.failures, "failures", "", "write captures that failed to `FILE`, as JSON lines")
	x.archive.register(cmd)
	return cmd
}

func (x *again) run(cmd *cobra.Command) (err error) {
	roomToRead()
	a, err := x.archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	failed, err := newFailures(cmd.ErrOrStderr(), x.failures)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, failed.close()) }()
	p, err := watched(cmd, "deriving", failed, func(w keep.Watch) (keep.Progress, error) { return keep.Redo(cmd.Context(), a, x.all, w) })
	fmt.Fprintf(cmd.ErrOrStderr(), "%d derived again, %d failed in %s\n", p.Again+p.Added, p.Failed, a.Path())
	if err != nil {
		return err
	}
	return failed.outcome()
}
