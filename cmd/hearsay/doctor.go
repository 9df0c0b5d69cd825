package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/keep"
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
		RunE: func(cmd *cobra.Command, _ []string) error { return doctor(cmd, &archive, format) },
	}
	cmd.Flags().StringVar(&format, "format", "table", "table or json")
	archive.register(cmd)
	return cmd
}

// checkup is the JSON of what doctor finds.
type checkup struct {
	Archive     string         `json:"archive"`
	Bytes       int64          `json:"bytes"`
	FreeBytes   int64          `json:"free_bytes"`
	Articles    int            `json:"articles"`
	Statements  int            `json:"statements"`
	Entities    int            `json:"entities"`
	Undated     int            `json:"articles_without_date"`
	NoOutlet    int            `json:"articles_without_outlet"`
	NoStatement int            `json:"articles_without_statement"`
	Failures    int            `json:"failures"`
	Outdated    int            `json:"outdated"`
	Waiting     int            `json:"waiting"`
	Forgotten   int            `json:"forgotten"`
	PurgeDue    bool           `json:"purge_due"`
	Decisions   map[string]int `json:"decisions"`
	Rules       []ruleHealth   `json:"rules"`
	NotApplying []listed       `json:"not_applying"`

	log []store.Logged
}

// ruleHealth is how a rule fares with people.
type ruleHealth struct {
	Rule    string `json:"rule"`
	Wrong   int    `json:"wrong"`
	Decided int    `json:"decided"`
	Uses    int    `json:"uses"` // statements and aliases it has a part in
}

func doctor(cmd *cobra.Command, archive *archiveFlag, format string) (err error) {
	if format != "table" && format != "json" {
		return news.Errorf(news.Usage, "--format "+format, "take table or json", "no such format")
	}
	a, err := archive.open(cmd, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	c, err := examine(cmd, a)
	if err != nil {
		return err
	}
	if format == "json" {
		return wire.NewEncoder(cmd.OutOrStdout()).Encode(c)
	}
	return c.write(cmd.OutOrStdout())
}

func examine(cmd *cobra.Command, a *store.Archive) (*checkup, error) {
	ctx := cmd.Context()
	h, err := a.Health(ctx)
	if err != nil {
		return nil, err
	}
	s, err := a.Stats(ctx)
	if err != nil {
		return nil, err
	}
	pending, err := keep.Unfinished(ctx, a)
	if err != nil {
		return nil, err
	}
	c := &checkup{Archive: a.Path(), Bytes: h.Bytes, FreeBytes: h.FreeBytes, Articles: s.Articles, Statements: s.Statements, Entities: s.Entities,
		Undated: h.Undated, NoOutlet: h.Outletless, NoStatement: h.Empty, Failures: pending.Failures, Outdated: pending.Outdated,
		Waiting: pending.Flagged + pending.Names + pending.Claims + pending.Copies, Forgotten: h.Buried, PurgeDue: h.PurgeDue, Decisions: map[string]int{}, Rules: []ruleHealth{}, NotApplying: []listed{}}
	return c, c.decisions(cmd, a)
}

func (c *checkup) decisions(cmd *cobra.Command, a *store.Archive) error {
	log, err := a.Log(cmd.Context())
	if err != nil {
		return err
	}
	for i := range log {
		l := &log[i]
		standing := l.Standing()
		c.Decisions[string(standing)]++
		if standing == store.NotFound || standing == store.NoText || standing == store.NoEffect {
			c.NotApplying, c.log = append(c.NotApplying, newListed(l)), append(c.log, *l)
		}
	}
	return c.rules(cmd, a, corrections.TallyRules(decide.Holding(log)))
}

func (c *checkup) rules(cmd *cobra.Command, a *store.Archive, tallies []corrections.Tally) error {
	if len(tallies) == 0 {
		return nil
	}
	names := make([]string, len(tallies))
	for i, t := range tallies {
		names[i] = t.Rule
	}
	uses, err := a.RuleUses(cmd.Context(), names)
	for _, t := range tallies {
		c.Rules = append(c.Rules, ruleHealth{t.Rule, t.Wrong, t.Decided, uses[t.Rule]})
	}
	return err
}

// mebibyte is the unit of sizes a person reads.
const mebibyte = 1 << 20

func (c *checkup) write(out io.Writer) error {
	fmt.Fprintf(out, "%s: %.1f MiB, %.1f of them free\n", c.Archive, float64(c.Bytes)/mebibyte, float64(c.FreeBytes)/mebibyte)
	fmt.Fprintf(out, "%d articles, %d statements, %d names of people, organisations and places\n", c.Articles, c.Statements, c.Entities)
	for _, note := range []struct {
		n     int
		words string
	}{
		{c.Undated, "%d articles have no date"},
		{c.NoOutlet, "%d articles have no outlet"},
		{c.NoStatement, "%d articles hold no statement by anybody"},
		{c.Failures, "%d inputs could not be read"},
		{c.Outdated, "%d articles were made by another version of a stage: hearsay redo"},
		{c.Waiting, "%d articles, names and tellings wait for the end of an interrupted run: hearsay redo"},
		{c.Forgotten, "%d articles were forgotten"},
	} {
		if note.n > 0 {
			fmt.Fprintf(out, "  "+note.words+"\n", note.n)
		}
	}
	if c.PurgeDue {
		fmt.Fprintln(out, "  forgotten words may still stand in the file: hearsay redo")
	}
	c.writeDecisions(out)
	return nil
}

func (c *checkup) writeDecisions(out io.Writer) {
	total := 0
	for _, n := range c.Decisions {
		total += n
	}
	fmt.Fprintf(out, "%d decisions: %d apply, %d taken back, %d about forgotten articles, %d do not apply\n", total, c.Decisions[string(store.Applies)],
		c.Decisions[string(store.TakenBack)], c.Decisions[string(store.AboutBuried)], len(c.log))
	for i := range c.log {
		writeLogged(indented{out}, &c.log[i])
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
