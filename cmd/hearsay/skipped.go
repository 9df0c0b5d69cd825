package main

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/read"
	"github.com/hearsay-engine/hearsay/news"
)

// blobs reads paths with what the flags state, and tells in the end how many
// files of folders were left alone, and which given dates are none.
func (f *inputFlags) blobs(cmd *cobra.Command, paths []string) iter.Seq2[news.Blob, error] {
	return func(yield func(news.Blob, error) bool) {
		skipped := map[read.Why]int{}
		var dates undated
		defer func() { dates.tell(cmd.ErrOrStderr()) }()
		o := read.Options{Given: f.given, Charset: f.charset, Stated: dates.look, Skipped: func(_ string, why read.Why) { skipped[why]++ }}
		for b, err := range read.Paths(cmd.Context(), paths, cmd.InOrStdin(), o) {
			if !yield(b, err) {
				return
			}
		}
		tellSkipped(cmd.ErrOrStderr(), skipped)
	}
}

// tellSkipped says what a person may have wanted read. Hidden files and sidecars
// nobody does.
func tellSkipped(w io.Writer, skipped map[read.Why]int) {
	var parts []string
	for _, why := range []read.Why{read.Other, read.Link, read.Special} {
		if n := skipped[why]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d", why, n))
		}
	}
	if len(parts) > 0 {
		fmt.Fprintf(w, "hearsay: left alone in folders: %s\n", strings.Join(parts, ", "))
	}
}
