package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

type correctionsList struct {
	archive archiveFlag
	format  string
	open    bool
}

func newCorrectionsList() *cobra.Command {
	var x correctionsList
	cmd := &cobra.Command{
		Use:   "list",
		Short: "Every decision, and whether it applies",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return x.run(cmd) },
	}
	cmd.Flags().StringVar(&x.format, "format", "table", "table or jsonl")
	cmd.Flags().BoolVar(&x.open, "not-applying", false, "those only that do not apply, and were not taken back")
	x.archive.register(cmd)
	return cmd
}

func (x *correctionsList) run(cmd *cobra.Command) (err error) {
	if x.format != "table" && x.format != "jsonl" && x.format != "json" {
		return news.Errorf(news.Usage, "--format "+x.format, "take table or jsonl", "no such format")
	}
	a, err := x.archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	log, err := a.Log(cmd.Context())
	if err != nil {
		return err
	}
	if x.open {
		log = slices.DeleteFunc(log, func(l store.Logged) bool { return l.Standing() == store.Applies || l.Standing() == store.TakenBack })
	}
	if len(log) == 0 {
		tellNone(cmd, x.noneWords())
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	for i := range log {
		l := &log[i]
		if x.format == "table" {
			writeLogged(out, l)
		} else if err := wire.NewEncoder(out).Encode(wire.NewLogged(l)); err != nil {
			return err
		}
	}
	return out.Flush()
}

func (x *correctionsList) noneWords() string {
	if x.open {
		return "every decision applies, or was taken back"
	}
	return "nothing was decided yet: hearsay correct --help, hearsay review"
}

func writeLogged(out io.Writer, l *store.Logged) {
	line := fmt.Sprintf("%s  %s  %s  %s", l.ID, l.At.Format("2006-01-02 15:04"), l.By, decide.EntryWords(&l.Entry))
	if l.Reason != "" {
		line += "  (" + l.Reason + ")"
	}
	fmt.Fprintln(out, wire.Printable(line))
	if l.Standing() != store.Applies {
		fmt.Fprintln(out, wire.Printable("    "+standingWords(l)))
	}
}
