package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/doctor"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

func newDoctor() *cobra.Command {
	var archive archiveFlag
	var format string
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "How the archive is: what is missing, what waits, which rules people found wrong",
		Long: `doctor counts what an archive lacks, what a later run has still to do, how the
decisions in its log apply, and for each rule how often people decided against
it: “wrong 7 of 20” are 20 decisions on what the rule had a part in, 7 of them
against it. It reads only; hearsay verify checks every hash and every span.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return examine(cmd, &archive, format) },
	}
	cmd.Flags().StringVar(&format, "format", "table", "table or json")
	archive.register(cmd)
	return cmd
}

func examine(cmd *cobra.Command, archive *archiveFlag, format string) (err error) {
	if format != "table" && format != "json" {
		return news.Errorf(news.Usage, "--format "+format, "take table or json", "no such format")
	}
	a, err := archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	c, err := doctor.Examine(cmd.Context(), a)
	if err != nil {
		return err
	}
	if format == "json" {
		return wire.NewEncoder(cmd.OutOrStdout()).Encode(c)
	}
	return writeCheckup(cmd.OutOrStdout(), c)
}

// mebibyte is the unit of sizes a person reads.
const mebibyte = 1 << 20

func writeCheckup(out io.Writer, c *doctor.Checkup) error {
	fmt.Fprintf(out, "%s: %.1f MiB, %.1f of them free\n", c.Archive, float64(c.Bytes)/mebibyte, float64(c.FreeBytes)/mebibyte)
	fmt.Fprintf(out, "%d articles, %d statements, %d names of people, organisations and places\n", c.Articles, c.Statements, c.Entities)
	for _, note := range []struct {
		n     int
		words string
	}{
		{c.Undated, "articles without a date: %d"},
		{c.NoOutlet, "articles without an outlet: %d"},
		{c.NoStatement, "articles with no statement by anybody: %d"},
		{c.Failures, "inputs that could not be read: %d"},
		{c.Outdated, "articles made by another version of a stage: %d (hearsay redo)"},
		{c.Waiting, "articles, names and tellings that wait for the end of an interrupted run: %d (hearsay redo)"},
		{c.Forgotten, "articles forgotten: %d"},
	} {
		if note.n > 0 {
			fmt.Fprintf(out, "  "+note.words+"\n", note.n)
		}
	}
	if c.PurgeDue {
		fmt.Fprintln(out, "  forgotten words may still stand in the file: hearsay redo")
	}
	writeDecisions(out, c)
	return nil
}

func writeDecisions(out io.Writer, c *doctor.Checkup) {
	total := 0
	for _, n := range c.Decisions {
		total += n
	}
	fmt.Fprintf(out, "%d decisions: %d apply, %d taken back, %d about forgotten articles, %d do not apply\n", total, c.Decisions[string(store.Applies)],
		c.Decisions[string(store.TakenBack)], c.Decisions[string(store.AboutBuried)], len(c.Log))
	for i := range c.Log {
		writeLogged(indented{out}, &c.Log[i])
	}
	for _, r := range c.Rules {
		fmt.Fprintf(out, "  rule %s: wrong %d of %d; it has a part in %d findings\n      %s\n", r.Rule, r.Wrong, r.Decided, r.Uses,
			wording.OfRule(r.Rule))
	}
}

// indented writes each line two columns further in.
type indented struct{ io.Writer }

func (w indented) Write(line []byte) (int, error) {
	if _, err := io.WriteString(w.Writer, "  "); err != nil {
		return 0, err
	}
	return w.Writer.Write(line)
}
