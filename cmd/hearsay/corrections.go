package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

func newCorrections() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "corrections",
		Short: "The log of what people decided: list, export, import",
		Long: `corrections shows and carries the decisions made by hearsay correct and review.

A line of an export is one decision, as JSON:
  id        made of all the rest; the same decision has the same id everywhere
  decision  merge, split, rename, kind, speaker, hide, confirm, reject or undo
  target    statement, entity or decision
  anchors   where the target stands: a statement's first content, or mentions of
            an entity. sha256 is that of the article's text, start and end count
            its Unicode code points, words are those at this place (the first
            1000 code points), nth tells statements apart that begin with the same
            content, only limits a name to this article, article is its id
  others    merge: the other entity; split: the mentions that go; confirm, reject:
            the alias; speaker: the words that name the speaker
  name      rename: the new name; speaker: who said it, absent for nobody
  kind      person, organisation, place, group, or none for what is no name
  revokes   undo: the id of the decision that does not hold any more
  rules     the rules whose judgement was decided on
  by, at, reason   who decided, when (UTC), and why in their words

Import takes what the archive has not, in any order, and keeps authors and
times. A decision whose text is not in the archive waits until it is.`,
	}
	cmd.AddCommand(newCorrectionsList(), newCorrectionsExport(), newCorrectionsImport())
	return cmd
}

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
	out := bufio.NewWriter(cmd.OutOrStdout())
	for i := range log {
		l := &log[i]
		if s := l.Standing(); x.open && (s == store.Applies || s == store.TakenBack) {
			continue
		}
		if x.format == "table" {
			writeLogged(out, l)
		} else if err := wire.NewEncoder(out).Encode(newListed(l)); err != nil {
			return err
		}
	}
	return out.Flush()
}

// listed is the JSON of a decision in the list.
type listed struct {
	corrections.Entry
	Standing string        `json:"standing"`
	Places   []listedPlace `json:"places"`
}

type listedPlace struct {
	Article   string `json:"article"`
	Sought    string `json:"sought"`
	Found     bool   `json:"found"`
	Name      string `json:"name,omitempty"`
	Now       string `json:"now,omitempty"`
	Statement bool   `json:"statement,omitempty"`
}

func newListed(l *store.Logged) listed {
	out := listed{Entry: l.Entry, Standing: string(l.Standing()), Places: []listedPlace{}}
	for _, p := range l.Places {
		statement := p.Statement != corrections.None
		out.Places = append(out.Places, listedPlace{Article: p.Article, Sought: sought(l, &p), Found: statement || p.Name != "",
			Name: p.Name, Now: p.Now, Statement: statement})
	}
	return out
}

// sought are the words of the anchor that a place is of.
func sought(l *store.Logged, p *store.Place) string {
	list := l.Anchors
	if p.Other {
		list = l.Others
	}
	if p.Part >= len(list) {
		return ""
	}
	return list[p.Part].Words
}

func writeLogged(out io.Writer, l *store.Logged) {
	line := fmt.Sprintf("%s  %s  %s  %s", l.ID, l.At.Format("2006-01-02 15:04"), l.By, entryWords(&l.Entry))
	if l.Reason != "" {
		line += "  (" + l.Reason + ")"
	}
	fmt.Fprintln(out, wire.Printable(line))
	if l.Standing() != store.Applies {
		fmt.Fprintln(out, wire.Printable("    "+standingWords(l)))
	}
}

// entryWords say what was decided, in one line.
func entryWords(e *corrections.Entry) string {
	of := anchorWords(e.Anchors)
	switch e.Decision {
	case corrections.Speaker:
		if e.Name == "" {
			return of + " is nobody's"
		}
		return of + " is by " + e.Name
	case corrections.Merge:
		return of + " and " + anchorWords(e.Others) + " are one"
	case corrections.Split:
		return anchorWords(e.Others) + " is not " + of
	case corrections.Rename:
		return of + " is shown as " + e.Name
	case corrections.Kind:
		return of + " is of the kind " + string(e.Kind)
	case corrections.Hide:
		return of + " is left out"
	case corrections.Confirm:
		if e.Target == corrections.Statement {
			return of + " was read rightly"
		}
		return anchorWords(e.Others) + " is " + of
	case corrections.Reject:
		return anchorWords(e.Others) + " is not " + of
	}
	return "undoes " + e.Revokes
}

// anchorWords are what was decided on: the different words of the anchors.
func anchorWords(anchors []corrections.Anchor) string {
	var words []string
	seen := map[string]bool{}
	for _, a := range anchors {
		if !seen[a.Words] {
			seen[a.Words] = true
			words = append(words, "“"+short(a.Words)+"”")
		}
	}
	if len(words) == 0 {
		return "(forgotten)"
	}
	return strings.Join(words, ", ")
}

// standingWords say why a decision does not apply.
func standingWords(l *store.Logged) string {
	switch l.Standing() {
	case store.TakenBack:
		return "taken back"
	case store.AboutBuried:
		return "does not apply: its article was forgotten"
	case store.NoText:
		return "does not apply: no article of this archive has its text"
	}
	for _, p := range l.Places {
		if p.Statement == corrections.None && p.Name == "" {
			now := "nothing is read there now"
			if p.Now != "" {
				now = "there now: “" + short(p.Now) + "”"
			}
			return fmt.Sprintf("does not apply: sought “%s” in %s; %s", short(sought(l, &p)), p.Article, now)
		}
	}
	return "does not apply: a part of it is in no article of this archive"
}

// shortWidth is how many columns of a text's words a line shows.
const shortWidth = 60

func short(s string) string { return snip(s, shortWidth) }

func snip(s string, width int) string {
	return text.Snip(strings.Join(strings.Fields(s), " "), width, "…")
}

func newCorrectionsExport() *cobra.Command {
	var archive archiveFlag
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Print the log as JSON Lines, in its order; what is about forgotten articles is left out",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return exportCorrections(cmd, &archive) },
	}
	archive.register(cmd)
	return cmd
}

func exportCorrections(cmd *cobra.Command, archive *archiveFlag) (err error) {
	a, err := archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	log, err := a.Log(cmd.Context())
	if err != nil {
		return err
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	enc := wire.NewEncoder(out)
	var entries []corrections.Entry
	for i := range log {
		if log[i].Standing() != store.AboutBuried {
			entries = append(entries, log[i].Entry)
		}
	}
	for _, e := range corrections.Resign(entries) {
		if err := enc.Encode(e); err != nil {
			return err
		}
	}
	return out.Flush()
}

func newCorrectionsImport() *cobra.Command {
	var archive archiveFlag
	cmd := &cobra.Command{
		Use:   "import FILE|-",
		Short: "Take decisions of another archive over; those it has already are left alone",
		Args:  oneArg("corrections import", "one file, or - for standard input"),
		RunE:  func(cmd *cobra.Command, args []string) error { return importCorrections(cmd, &archive, args[0]) },
	}
	archive.register(cmd)
	return cmd
}

func importCorrections(cmd *cobra.Command, archive *archiveFlag, file string) (err error) {
	entries, err := readCorrections(cmd, file)
	if err != nil {
		return err
	}
	a, err := archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	n, err := keep.Import(cmd.Context(), a, entries, keep.Watch{})
	if err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%d taken over, %d known already, %d about forgotten articles left out\n", n.Added, n.Known, n.Forgotten)
	return nil
}

// readCorrections reads a whole file: of one with a wrong line nothing is taken.
func readCorrections(cmd *cobra.Command, file string) ([]corrections.Entry, error) {
	in := cmd.InOrStdin()
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, news.Errorf(news.NotFound, file, "name a file that hearsay corrections export wrote", "cannot be read: %v", err)
		}
		defer f.Close()
		in = f
	}
	var out []corrections.Entry
	for e, err := range corrections.Read(file, in) {
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}
