package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

type traced struct {
	archive   archiveFlag
	format    string
	limit     int
	after     int
	suggested bool
	best      bool
}

// Stations that are shown when nobody says how many: what a person reads, and
// what a program takes at a time.
const (
	tableStations = 40
	jsonStations  = 1000
	mostClaims    = 10 // that a query may mean
)

func newTrace() *cobra.Command {
	x := traced{limit: -1}
	cmd := &cobra.Command{
		Use:   "trace QUERY…|ID",
		Short: "The course of a claim: where it is first held, who said it, who carried it, who denied it and when",
		Long: `trace shows one claim's course in time: where this collection holds it first, who
said it, in whose voice and how far removed, who only carried another's words,
who denied, corrected or doubted it, each in their own words; what changed in
the wording, and what is not known. It says who tells and who denies, never what
is so. Beside every count of articles stands that of their origins: a copy is no
source.

The claim is named by its id, such as claim:k3v9x0t2ma, or found by a query as
search takes it. Where several fit, they are listed, best first.
docs/trace.md documents the JSON.`,
		DisableFlagsInUseLine: true,
		RunE:                  func(cmd *cobra.Command, words []string) error { return x.run(cmd, strings.Join(words, " ")) },
	}
	f := cmd.Flags()
	f.StringVar(&x.format, "format", "table", "table or json")
	f.IntVar(&x.limit, "limit", x.limit, fmt.Sprintf("at most this many stations, the first and the last of them; 0 for all (default %d, in JSON %d)", tableStations, jsonStations))
	f.IntVar(&x.after, "after", 0, "in JSON, begin with this station: next of the part before")
	f.BoolVar(&x.suggested, "suggested", false, "show too, apart, what is machine-suggested and not reviewed")
	f.BoolVar(&x.best, "best", false, "where several claims fit, take the best")
	x.archive.register(cmd)
	return cmd
}

func (x *traced) run(cmd *cobra.Command, words string) (err error) {
	if err := x.check(words); err != nil {
		return err
	}
	a, err := x.archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	out := bufio.NewWriter(cmd.OutOrStdout())
	id, fitting, err := x.find(cmd, a, words)
	switch {
	case err != nil:
		return err
	case id == "":
		err = x.candidates(out, fitting)
	default:
		err = x.course(cmd, a, out, id)
	}
	return errors.Join(err, out.Flush())
}

func (x *traced) check(words string) error {
	switch {
	case strings.TrimSpace(words) == "":
		return news.Errorf(news.Usage, "trace", "name a claim or give its words: hearsay trace QUERY", "nothing to look for")
	case x.format != "table" && x.format != "json":
		return news.Errorf(news.Usage, "--format "+x.format, "take table or json", "no such format")
	case x.limit < -1 || x.after < 0:
		return news.Errorf(news.Usage, "--limit, --after", "count from 0", "below nothing")
	}
	return nil
}

// find gives the id of the claim that is meant or, where several fit, all that do.
func (x *traced) find(cmd *cobra.Command, a *store.Archive, words string) (string, []store.ClaimHead, error) {
	if id := strings.TrimSpace(words); strings.HasPrefix(id, "claim:") && !strings.ContainsAny(id, " \t") {
		return id, nil, nil
	}
	q, err := store.ParseQuery(words)
	if err != nil {
		return "", nil, err
	}
	fitting, err := a.Claims(cmd.Context(), q, mostClaims)
	switch {
	case err != nil:
		return "", nil, err
	case len(fitting) == 0:
		return "", nil, news.Errorf(news.NotFound, words, "try fewer words, or see what is there: hearsay search WORDS", "no claim found by these rules")
	case len(fitting) == 1 || x.best:
		return fitting[0].ID, nil, nil
	}
	return "", fitting, nil
}

func (x *traced) candidates(out io.Writer, fitting []store.ClaimHead) error {
	if x.format == "json" {
		return wire.NewEncoder(out).Encode(wire.NewClaimCandidates(fitting))
	}
	fmt.Fprintln(out, "Several claims fit, best first; ask by id, or take the first: --best")
	for _, h := range fitting {
		fmt.Fprintln(out)
		fmt.Fprintln(out, wire.Printable("  "+h.ID+"  "+claimWords(&h)))
		fmt.Fprintln(out, wire.Printable("  "+wire.Quoted(h.Words)))
	}
	return nil
}

func claimWords(h *store.ClaimHead) string {
	words := fmt.Sprintf("articles: %d", h.Articles)
	if h.Denials > 0 {
		words += fmt.Sprintf(" · denials: %d", h.Denials)
	}
	return words
}

func (x *traced) course(cmd *cobra.Command, a *store.Archive, out io.Writer, id string) error {
	c, err := keep.Course(cmd.Context(), a, id)
	if err != nil {
		return err
	}
	if x.format == "table" {
		return wire.WriteCourse(out, c, wire.Timeline{Width: columns(cmd), Limit: x.shown(tableStations), Suggested: x.suggested})
	}
	part := wire.CoursePart{After: x.after, Limit: x.shown(jsonStations), Suggested: x.suggested}
	form, err := wire.NewCourse(c, part, func(id string) (string, error) { return a.Text(cmd.Context(), id) })
	if err != nil {
		return err
	}
	return wire.NewEncoder(out).Encode(form)
}

func (x *traced) shown(usual int) int {
	if x.limit < 0 {
		return usual
	}
	return x.limit
}
