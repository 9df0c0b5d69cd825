package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

type who struct {
	archive archiveFlag
	format  string
	limit   int
}

func newWho() *cobra.Command {
	var x who
	cmd := &cobra.Command{
		Use:   "who NAME",
		Short: "One person, organisation or place: names with reasons, what it said, what is said about it",
		Long: `who finds the entity that goes by NAME, or that has NAME as its id, such as
person:ada-quill. Where several go by it, they are listed, best first. Where
nobody does, those are found who go by it in another script or spelling, and
marked so.`,
		RunE: func(cmd *cobra.Command, words []string) error { return x.run(cmd, strings.Join(words, " ")) },
	}
	cmd.Flags().StringVar(&x.format, "format", "table", "table or json")
	cmd.Flags().IntVar(&x.limit, "limit", 10, "at most this many statements by and about it, in the table")
	x.archive.register(cmd)
	return cmd
}

func (x *who) run(cmd *cobra.Command, name string) (err error) {
	if strings.TrimSpace(name) == "" {
		return news.Errorf(news.Usage, "who", "give a name: hearsay who NAME", "nobody to look for")
	}
	if x.format != "table" && x.format != "json" {
		return news.Errorf(news.Usage, "--format "+x.format, "take table or json", "no such format")
	}
	a, err := x.archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	id, candidates, err := a.Find(cmd.Context(), name)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	switch {
	case x.format == "json":
		err = writeWho(wire.NewEncoder(out), id, candidates)
	case id == nil:
		writeCandidates(out, candidates)
	default:
		err = x.table(cmd, a, out, id)
	}
	return errors.Join(err, out.Flush())
}

func writeWho(enc *json.Encoder, id *store.Identity, candidates []store.Candidate) error {
	if id != nil {
		return enc.Encode(wire.NewIdentity(id))
	}
	return enc.Encode(wire.NewCandidates(candidates))
}

func writeCandidates(out io.Writer, candidates []store.Candidate) {
	if store.Partly(candidates) {
		fmt.Fprintln(out, "Nobody goes by this name; some of its words are in these; ask by id:")
	} else {
		fmt.Fprintln(out, "Several go by this name; ask by id:")
	}
	for _, c := range candidates {
		line := fmt.Sprintf("  %s  %s, %s, articles: %d", c.ID, c.Name, kindWords(c.Kind), c.Articles)
		if !c.Confirmed {
			line += ", suggested, not reviewed"
		}
		if c.One {
			line += ", one origin"
		}
		if c.Found != nil && !c.Found.Part {
			line += fmt.Sprintf(", found by another spelling: “%s”", c.Found.Name)
		}
		fmt.Fprintln(out, wire.Printable(line))
	}
}

func kindWords(k news.EntityKind) string {
	if k == "" {
		return "kind unknown"
	}
	return string(k)
}

func (x *who) table(cmd *cobra.Command, a *store.Archive, out io.Writer, id *store.Identity) error {
	fmt.Fprintln(out, wire.Printable(fmt.Sprintf("%s  (%s, %s)", id.Name, kindWords(id.Kind), id.ID)))
	for _, note := range standingOf(id) {
		fmt.Fprintln(out, wire.Printable("  "+note))
	}
	for _, l := range wire.NewAliases(id.Aliases) {
		fmt.Fprintln(out, wire.Printable(fmt.Sprintf("  %s · %s · articles: %d, origins: %d", l.Name, aliasStatus(l), l.Articles, l.Origins)))
		for _, r := range l.Reasons {
			fmt.Fprintln(out, wire.Printable("    "+r.Says))
		}
		if len(l.Printed) > 0 {
			fmt.Fprintln(out, wire.Printable("    also printed as “"+strings.Join(l.Printed, "”, “")+"”"))
		}
		if l.Seen != nil {
			how := "printed"
			if l.Seen.Said {
				how = "named for"
			}
			fmt.Fprintln(out, wire.Printable(fmt.Sprintf("    %s “%s” in %s, characters %d to %d", how, l.Seen.Text, l.Seen.Article, l.Seen.Start, l.Seen.End)))
		}
	}
	fmt.Fprintf(out, "\nis reported as saying, %d in all:\n\n", id.Said)
	if err := x.statements(cmd, a, out, store.Term{Operator: store.Speaker, Value: id.ID, Phrase: true}); err != nil {
		return err
	}
	if err := x.suggested(cmd, a, out, id.SaidSuggested, store.Term{Operator: store.Speaker, Value: id.ID, Phrase: true, Suggested: true}); err != nil {
		return err
	}
	fmt.Fprintf(out, "is named in what others are reported as saying, %d in all:\n\n", id.About)
	if err := x.statements(cmd, a, out, store.Term{Operator: store.About, Value: id.ID, Phrase: true}); err != nil {
		return err
	}
	return x.suggested(cmd, a, out, id.AboutSuggested, store.Term{Operator: store.About, Value: id.ID, Phrase: true, Suggested: true})
}

// suggested prints n statements by or about names that are only suggested.
func (x *who) suggested(cmd *cobra.Command, a *store.Archive, out io.Writer, n int, t store.Term) error {
	if n == 0 {
		return nil
	}
	fmt.Fprintf(out, "by names machine-suggested, not reviewed: %d\n\n", n)
	return x.statements(cmd, a, out, t)
}

// standingOf says what a person should know before they pass it on.
func standingOf(id *store.Identity) []string {
	var out []string
	if f := wire.NewFoundBy(id.Found); f != nil {
		out = append(out, fmt.Sprintf("found by another spelling: “%s” (%s)", f.Name, f.Reasons[0].Says))
	}
	if id.Hidden {
		out = append(out, "hidden by decision: left out of lists and exports (hearsay corrections list)")
	}
	if id.One {
		out = append(out, "one origin: one text only names this person; left out of lists and exports of people until something is decided (hearsay correct --help)")
	}
	if id.Decided {
		out = append(out, "people have decided something about this one (hearsay corrections list)")
	}
	return out
}

func aliasStatus(l wire.Alias) string {
	switch {
	case l.By != "":
		return "confirmed by " + l.By + ", " + l.On
	case l.Confirmed && l.Parted != "":
		return "kept apart from another by " + l.Parted + ", " + l.PartedOn
	case l.Confirmed:
		return "the same by rule, not reviewed"
	}
	return "machine-suggested, not reviewed"
}

func (x *who) statements(cmd *cobra.Command, a *store.Archive, out io.Writer, t store.Term) error {
	if x.limit <= 0 {
		return nil
	}
	r, err := a.Search(cmd.Context(), store.Query{Terms: []store.Term{t}}, store.Page{Limit: x.limit})
	if err != nil {
		return err
	}
	w, err := newHitWriter(out, "table", columns(cmd))
	if err != nil {
		return err
	}
	for i := range r.Hits {
		if err := w.hit(&r.Hits[i], false); err != nil {
			return err
		}
	}
	return w.close()
}
