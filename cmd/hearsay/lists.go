package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// listed is a kind of lists that a person adds to an archive: what known and
// outlets share.
type listed[T any] struct {
	command  string // "known"
	rows     string // what a line is: "entries"
	read     func(file string, in io.Reader) iter.Seq2[T, error]
	size     func(T) int // how much of most a row takes
	most     int
	sized    string // what is counted: "outlets"
	leaveOut string // the mend of too many
}

// maxFiles bounds how many lists, ids or names one command takes.
const maxFiles = 1000

// newAdd is the command that adds lists; add takes the rows of a file, and what
// it made of them is said at the end.
func (l listed[T]) newAdd(short string, add func(ctx context.Context, a *store.Archive, file string, rows []T) error, said func() string) *cobra.Command {
	var archive archiveFlag
	var failures string
	cmd := &cobra.Command{
		Use:   "add FILE|-…",
		Short: short,
		Args:  someArgs(l.command+" add", 1, maxFiles, "one file or more, or - for standard input"),
		RunE: func(cmd *cobra.Command, files []string) (err error) {
			failed, err := newFailures(cmd.ErrOrStderr(), failures)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, failed.close()) }()
			a, err := archive.open(cmd, true)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, a.Close()) }()
			for _, file := range files {
				rows, err := l.readFile(cmd, file, failed)
				if err == nil {
					err = add(cmd.Context(), a, file, rows)
				}
				if err != nil {
					return err
				}
			}
			fmt.Fprintf(cmd.ErrOrStderr(), "%s, %d failed in %s\n", said(), failed.count, a.Path())
			return failed.outcome()
		},
	}
	cmd.Flags().StringVar(&failures, "failures", "", "write lines that are no "+l.rows+" to `FILE`, as JSON lines")
	archive.register(cmd)
	return cmd
}

// readFile reads the rows of a list and hands on what is none.
func (l listed[T]) readFile(cmd *cobra.Command, file string, failed *failures) ([]T, error) {
	in, name := cmd.InOrStdin(), "standard input"
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			failed.add(file, news.Errorf(news.NotFound, file, "name a list, see hearsay "+l.command+" --help", "cannot be read: %v", errors.Unwrap(err)))
			return nil, nil
		}
		defer f.Close()
		in, name = f, file
	}
	var out []T
	size := 0
	for row, err := range l.read(name, in) {
		var fault *news.Error
		switch {
		case err == nil:
			out, size = append(out, row), size+l.size(row)
		case errors.As(err, &fault):
			failed.add(fault.ID, err)
		default:
			return nil, err
		}
		if size > l.most {
			return nil, news.Errorf(news.TooLarge, name, l.leaveOut, "over %d %s", l.most, l.sized)
		}
	}
	return out, nil
}

// newLister is the command that lists what all gives, each row written for a
// person or as the line it was read from; none is said where there is nothing.
func newLister[T any](short, none string, all func(context.Context, *store.Archive) ([]T, error), line func(*T) string, write func(io.Writer, *T)) *cobra.Command {
	var archive archiveFlag
	var format string
	cmd := &cobra.Command{
		Use:   "list",
		Short: short,
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if format != "table" && format != "jsonl" {
				return news.Errorf(news.Usage, "--format "+format, "take table or jsonl", "no such format")
			}
			return withArchive(cmd, &archive, func(a *store.Archive) error {
				rows, err := all(cmd.Context(), a)
				if err != nil {
					return err
				}
				if len(rows) == 0 {
					tellNone(cmd, none)
				}
				out := bufio.NewWriter(cmd.OutOrStdout())
				for i := range rows {
					if format == "jsonl" {
						fmt.Fprintln(out, line(&rows[i]))
					} else {
						write(out, &rows[i])
					}
				}
				return out.Flush()
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table or jsonl")
	archive.register(cmd)
	return cmd
}

// tellNone says why nothing is printed.
func tellNone(cmd *cobra.Command, none string) { fmt.Fprintln(cmd.ErrOrStderr(), "hearsay:", none) }
