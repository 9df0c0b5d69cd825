package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/cases"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// caseView is what list and show share.
type caseView struct {
	archive archiveFlag
	format  string
}

func (x *caseView) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&x.format, "format", "table", "table or json")
	x.archive.register(cmd)
}

func (x *caseView) run(cmd *cobra.Command, show func(*store.Archive, io.Writer) error) (err error) {
	if x.format != "table" && x.format != "json" && x.format != "jsonl" {
		return news.Errorf(news.Usage, "--format "+x.format, "take table or json", "no such format")
	}
	a, err := x.archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	out := bufio.NewWriter(cmd.OutOrStdout())
	return errors.Join(show(a, out), out.Flush())
}

func newCaseList() *cobra.Command {
	var x caseView
	cmd := &cobra.Command{
		Use: "list", Short: "The cases of the archive", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return x.run(cmd, func(a *store.Archive, out io.Writer) error { return x.list(cmd, a, out) })
		},
	}
	x.register(cmd)
	return cmd
}

func (x *caseView) list(cmd *cobra.Command, a *store.Archive, out io.Writer) error {
	all, err := a.Cases(cmd.Context())
	if err != nil {
		return err
	}
	if len(all) == 0 {
		tellNone(cmd, "no case was begun yet: hearsay case new NAME")
	}
	enc := wire.NewEncoder(out)
	for i := range all {
		c := &all[i]
		if x.format != "table" {
			err = enc.Encode(wire.NewCase(c))
		} else {
			_, err = fmt.Fprintln(out, wire.Printable(caseLine(c)))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// caseLine tells a case in a line.
func caseLine(c *cases.Case) string {
	line := fmt.Sprintf("%s  %s  %s, opened %s by %s", c.ID, c.Name, wording.Count(len(c.Picks), "item"), c.At.Format("2006-01-02"), c.By)
	if c.Closed != nil {
		line += fmt.Sprintf(", closed %s by %s", c.Closed.At.Format("2006-01-02"), c.Closed.By)
	}
	return line + marksLine("  #", c.Tags)
}

func marksLine(lead string, all []cases.Mark) string {
	var b strings.Builder
	for _, m := range all {
		b.WriteString(lead + m.Words)
	}
	return b.String()
}

func newCaseShow() *cobra.Command {
	var x caseView
	cmd := &cobra.Command{
		Use: "show CASE", Short: "A case: its items as they stand now, its notes and tags", Args: oneArg("case show", "a case by its name or id"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return x.run(cmd, func(a *store.Archive, out io.Writer) error { return x.show(cmd, a, out, args[0]) })
		},
	}
	x.register(cmd)
	return cmd
}

func (x *caseView) show(cmd *cobra.Command, a *store.Archive, out io.Writer, name string) error {
	c, err := a.Case(cmd.Context(), name)
	if err != nil {
		return err
	}
	items, err := a.Selected(cmd.Context(), c)
	if err != nil {
		return err
	}
	said, err := a.HitsOf(cmd.Context(), items)
	if err != nil {
		return err
	}
	if x.format == "table" {
		writeCase(out, c, items, said)
		return nil
	}
	return wire.NewEncoder(out).Encode(wire.NewCaseView(c, items, said))
}

func writeCase(out io.Writer, c *cases.Case, items []store.Selected, said map[string]*store.Hit) {
	line := func(indent, words string) { fmt.Fprintln(out, indent+wire.Printable(words)) }
	line("", caseLine(c))
	for _, n := range c.Notes {
		line("  ", noteLine(n))
	}
	for i := range items {
		s := &items[i]
		line("", fmt.Sprintf("%3d. %s  %s %s%s", i+1, wire.ItemRef(s, said[s.IDs[0]]), s.Target, decide.PickWords(&s.Pick), marksLine("  #", s.Tags)))
		if h := said[s.IDs[0]]; h != nil {
			line("     ", speakerWords(h)+" · "+placeWords(h))
		}
		if words := wire.ItemStanding(s); words != "" {
			line("     ", words)
		}
		for _, n := range s.Notes {
			line("     ", noteLine(n))
		}
	}
	if c.Lost > 0 {
		line("", wording.Count(c.Lost, "item")+" of forgotten articles")
	}
}

func noteLine(n cases.Mark) string {
	return fmt.Sprintf("note, %s, %s: %s", n.By, n.At.Format("2006-01-02"), n.Words)
}
