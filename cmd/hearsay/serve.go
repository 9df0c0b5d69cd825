package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/cli/browser"
	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/web"
)

// defaultAddr is this machine only, on a port few programs take.
const defaultAddr = "127.0.0.1:8474"

type serving struct {
	archive archiveFlag
	input   inputFlags
	addr    string
	open    bool
}

func newServe() *cobra.Command {
	var x serving
	cmd := &cobra.Command{
		Use:   "serve [PATH…]",
		Short: "The pages, on this machine; reads PATHs into the archive first",
		Long: `serve shows the archive as pages on 127.0.0.1: statements to search, articles with
their voices marked, names with what they said. Given PATHs, it adds them first,
as add does. It answers this machine only and asks nothing of any other.`,
		RunE: func(cmd *cobra.Command, paths []string) error { return x.run(cmd, paths) },
	}
	cmd.Flags().StringVar(&x.addr, "addr", defaultAddr, "the `ADDRESS` to answer on; port 0 takes any")
	cmd.Flags().BoolVar(&x.open, "open", false, "open the pages in the browser")
	x.archive.register(cmd)
	x.input.register(cmd)
	return cmd
}

func (x *serving) run(cmd *cobra.Command, paths []string) (err error) {
	l, err := web.Listen(x.addr)
	if err != nil {
		return err
	}
	defer l.Close()
	a, err := x.archive.open(cmd, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	if err := x.add(cmd, a, paths); err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), &slog.HandlerOptions{Level: slog.LevelWarn}))
	s, err := web.New(cmd.Context(), a, log)
	if err != nil {
		return err
	}
	address := "http://" + l.Addr().String() + "/"
	fmt.Fprintf(cmd.OutOrStdout(), "%s shows %s; stop with Ctrl-C\n", address, a.Path())
	if x.open {
		openBrowser(cmd, address)
	}
	return s.Serve(cmd.Context(), l)
}

// add reads paths into the archive. Inputs that fail are listed and do not keep
// the pages from being shown.
func (x *serving) add(cmd *cobra.Command, a *store.Archive, paths []string) error {
	if len(paths) == 0 {
		return nil
	}
	failed, err := newFailures(cmd.ErrOrStderr(), "")
	if err != nil {
		return err
	}
	blobs := x.input.blobs(cmd, paths)
	p, err := watched(cmd, "adding", failed, func(w keep.Watch) (keep.Progress, error) { return keep.Add(cmd.Context(), a, blobs, w) })
	fmt.Fprintf(cmd.ErrOrStderr(), "%s in %s\n", progressWords(p), a.Path())
	return err
}

func openBrowser(cmd *cobra.Command, address string) {
	browser.Stdout, browser.Stderr = io.Discard, io.Discard
	if err := browser.OpenURL(address); err != nil {
		fmt.Fprintln(cmd.ErrOrStderr(), "no browser could be started; open the address above yourself")
	}
}
