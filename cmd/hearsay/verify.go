package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

func newVerify() *cobra.Command {
	var archive archiveFlag
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Check that the archive is whole and every finding stands where it says",
		Long: `verify checks the file itself, the SHA-256 of every capture and text, every span
against its words, and every index. It names what is wrong and exits with 1.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return verify(cmd, &archive) },
	}
	archive.register(cmd)
	return cmd
}

func verify(cmd *cobra.Command, archive *archiveFlag) (err error) {
	a, err := archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	out := cmd.OutOrStdout()
	v, pending, err := keep.Verify(cmd.Context(), a, func(p store.Problem) { fmt.Fprintln(out, wire.Printable(p.String())) })
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%d captures, %d articles, %d statements checked\n", v.Captures, v.Articles, v.Statements)
	for _, note := range pendingWords(pending) {
		fmt.Fprintln(out, note)
	}
	if v.Problems > 0 {
		return news.Errorf(news.Damaged, a.Path(), "restore it from a backup; if the captures are whole, hearsay redo --all mends the rest", "%d faults", v.Problems)
	}
	return nil
}

func pendingWords(p keep.Pending) []string {
	var out []string
	note := func(n int, words string) {
		if n > 0 {
			out = append(out, fmt.Sprintf(words, n))
		}
	}
	note(p.Outdated, "%d articles were made by another version of a stage: hearsay redo")
	note(p.Flagged+p.Names+p.Claims+p.Copies, "%d articles, names and tellings wait for the end of an interrupted run: hearsay redo")
	note(p.Failures, "%d inputs could not be read")
	return out
}
