package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/hearsay-engine/hearsay/internal/clean"
	"github.com/hearsay-engine/hearsay/internal/flow"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/when"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

type copying struct {
	archive  archiveFlag
	format   string
	limit    int
	passages int
	input    inputFlags
}

func newCopies() *cobra.Command {
	var x copying
	cmd := &cobra.Command{
		Use:   "copies FILE|ID|-",
		Short: "Which articles of the archive a text shares words with, side by side",
		Long: `copies compares an article of the archive, named by its id, or a text that is not
in it, a file or standard input ("-"), with all articles of the archive that
share words with it. It says of each what is shared: the text republished, an
excerpt, the same quotations only, the same text in other words; which of the two
had the words first and by what that is told, or that it is not known; how much
of either is the other's, in quotation marks and outside them; and prints the
shared passages side by side, the earlier article on the left.

Articles that are one text count as one origin.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				return nil
			}
			return news.Errorf(news.Usage, "copies", "give one article's id, one file, or - for standard input", "%s given", wording.Count(len(args), "argument"))
		},
		RunE: func(cmd *cobra.Command, args []string) error { return x.run(cmd, args[0]) },
	}
	cmd.Flags().StringVar(&x.format, "format", "table", "table, json or jsonl (a line each)")
	cmd.Flags().IntVar(&x.limit, "limit", 10, "at most this many articles")
	cmd.Flags().IntVar(&x.passages, "passages", 3, "at most this many passages of each, in the table; 0 for all")
	x.input.register(cmd)
	x.archive.register(cmd)
	return cmd
}

// maxCopies bounds --limit: no text is compared with more.
const maxCopies = 100

func (x *copying) run(cmd *cobra.Command, what string) (err error) {
	switch {
	case x.format != "table" && x.format != "json" && x.format != "jsonl":
		return news.Errorf(news.Usage, "--format "+x.format, "take table, json or jsonl", "no such format")
	case x.limit < 1 || x.limit > maxCopies:
		return news.Errorf(news.Usage, "--limit", fmt.Sprintf("take 1 to %d", maxCopies), "no such number of articles")
	}
	a, err := x.archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	out := bufio.NewWriter(cmd.OutOrStdout())
	s, err := a.Article(cmd.Context(), what)
	switch {
	case err == nil:
		found, err := a.Meetings(cmd.Context(), what, x.limit)
		if err != nil {
			return err
		}
		err = x.print(cmd, out, a, s.Article, found)
		return errors.Join(err, out.Flush())
	case news.FaultOf(err) != news.NotFound:
		return err
	}
	return errors.Join(x.files(cmd, a, what, out), out.Flush())
}

// files compares the texts of a file.
func (x *copying) files(cmd *cobra.Command, a *store.Archive, path string, out io.Writer) error {
	if _, err := os.Stat(path); err != nil && path != "-" {
		return news.Errorf(news.NotFound, path, "name an article's id as search prints it, a file, or - for standard input", "no such article in the archive, and no such file")
	}
	failed, err := newFailures(cmd.ErrOrStderr(), "")
	if err != nil {
		return err
	}
	for b, err := range x.input.blobs(cmd, []string{path}) {
		if err == nil {
			err = x.file(cmd, a, b, out)
			if err == nil {
				continue
			}
		}
		if cmd.Context().Err() != nil || b.ID == "" {
			return err
		}
		failed.add(b.ID, err)
	}
	return failed.outcome()
}

func (x *copying) file(cmd *cobra.Command, a *store.Archive, b news.Blob, out io.Writer) error {
	art, err := flow.Guarded(clean.Article)(b)
	if err != nil {
		return err
	}
	found, err := a.MeetingsOf(cmd.Context(), art, when.Seen(art.Dates, art.Fetched).Interval, x.limit)
	if err != nil {
		return err
	}
	return x.print(cmd, out, a, art, found)
}

func (x *copying) print(cmd *cobra.Command, out io.Writer, a *store.Archive, of *news.Article, found []store.Meeting) error {
	ids := make([]string, len(found))
	for i := range found {
		ids[i] = found[i].Other.ID
	}
	origins, err := a.OriginsAmong(cmd.Context(), ids)
	if err != nil {
		return err
	}
	switch x.format {
	case "json":
		return wire.NewEncoder(out).Encode(wire.NewCompared(of, found, origins))
	case "jsonl":
		enc := wire.NewEncoder(out)
		for i := range found {
			if err := enc.Encode(wire.NewMeeting(of, &found[i])); err != nil {
				return err
			}
		}
		return nil
	}
	t := sideTable{out: out, of: of, width: max(columns(cmd), wire.Narrowest)}
	t.layout = wire.Sides{Width: t.width, Passages: x.passages, Marked: onTerminal(cmd)}
	return t.print(found, origins)
}

// onTerminal reports whether a person looks at what is printed.
func onTerminal(cmd *cobra.Command) bool {
	f, ok := cmd.OutOrStdout().(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// sideTable prints what a text shares as a person reads it.
type sideTable struct {
	out    io.Writer
	of     *news.Article
	width  int
	layout wire.Sides
}

func (t *sideTable) print(found []store.Meeting, origins int) error {
	if len(found) == 0 {
		_, err := fmt.Fprintln(t.out, wire.Printable(t.of.ID+": no article in this collection shares words with it, by these rules"))
		return err
	}
	t.wrapped("", fmt.Sprintf("%s shares words with %s in this collection, %s", t.of.ID, wording.Count(len(found), "article"), wording.Count(origins, "origin")))
	for i := range found {
		if err := t.meeting(i+1, &found[i]); err != nil {
			return err
		}
	}
	return nil
}

func (t *sideTable) meeting(n int, m *store.Meeting) error {
	h := &m.Other
	parts := []string{h.Title, h.Outlet, wording.DateWords(h.Published), h.ID}
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	fmt.Fprintln(t.out)
	t.wrapped(fmt.Sprintf("%d  ", n), strings.Join(parts, " · "))
	earlier := m.To == t.of.ID && m.From == h.ID
	from, to := m.Text, t.of.Text
	if !earlier {
		from, to = to, from
	}
	t.wrapped("   ", t.says(m, earlier))
	t.wrapped("   ", fmt.Sprintf("%s · %s: %s", m.Kind, m.Certainty, t.shares(m, earlier)))
	if m.Articles > 1 {
		t.wrapped("   ", fmt.Sprintf("%s in this collection, 1 origin, are that text", wording.Count(m.Articles, "article")))
	}
	for _, r := range m.Reasons {
		t.wrapped("   - ", wording.Of(r))
	}
	if earlier {
		fmt.Fprintln(t.out, "   left: that article; right: "+wire.Printable(t.of.ID))
	} else {
		fmt.Fprintln(t.out, "   left: "+wire.Printable(t.of.ID)+"; right: that article")
	}
	return t.layout.WriteSides(t.out, m.Copy, from, to)
}

// says is who carries whose words.
func (t *sideTable) says(m *store.Meeting, earlier bool) string {
	if !m.Directed || earlier {
		return t.of.ID + " " + wording.Copy(m.Copy)
	}
	return "it " + wording.Copy(m.Copy) + "; this text is the earlier"
}

// shares tells how much of this text the other has.
func (t *sideTable) shares(m *store.Meeting, earlier bool) string {
	here, plain, there := m.Shares.To, m.Shares.ToPlain, m.Shares.From
	if !earlier {
		here, plain, there = m.Shares.From, m.Shares.FromPlain, m.Shares.To
	}
	return fmt.Sprintf("%.0f %% of this text's words stand there (%.0f %% of those outside quotation marks), %.0f %% of its words here", 100*here, 100*plain, 100*there)
}

// wrapped prints words behind a lead, further lines as far in.
func (t *sideTable) wrapped(lead, words string) {
	wide := text.StringWidth(lead)
	for i, l := range strings.Split(text.WrapSoft(wire.Printable(words), t.width-wide), "\n") {
		if i > 0 {
			lead = strings.Repeat(" ", wide)
		}
		fmt.Fprintln(t.out, lead+strings.TrimSpace(l))
	}
}
