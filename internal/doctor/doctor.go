// Package doctor tells how an archive is: what it lacks, what a later run has
// still to do, how the decisions in its log apply, and which rules people found
// wrong. It reads only.
package doctor

import (
	"context"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
)

// Checkup is what it finds.
type Checkup struct {
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
	Rules       []RuleHealth   `json:"rules"`
	NotApplying []wire.Logged  `json:"not_applying"`

	Log []store.Logged `json:"-"` // those of NotApplying
}

// RuleHealth is how a rule fares with people.
type RuleHealth struct {
	Rule    string `json:"rule"`
	Wrong   int    `json:"wrong"`
	Decided int    `json:"decided"`
	Uses    int    `json:"uses"` // statements and aliases it has a part in
}

// Examine looks an archive over.
func Examine(ctx context.Context, a *store.Archive) (*Checkup, error) {
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
	c := &Checkup{Archive: a.Path(), Bytes: h.Bytes, FreeBytes: h.FreeBytes, Articles: s.Articles, Statements: s.Statements, Entities: s.Entities,
		Undated: h.Undated, NoOutlet: h.Outletless, NoStatement: h.Empty, Failures: pending.Failures, Outdated: pending.Outdated,
		Waiting: pending.Flagged + pending.Names + pending.Claims + pending.Copies, Forgotten: h.Buried, PurgeDue: h.PurgeDue, Decisions: map[string]int{}, Rules: []RuleHealth{}, NotApplying: []wire.Logged{}}
	return c, c.decisions(ctx, a)
}

func (c *Checkup) decisions(ctx context.Context, a *store.Archive) error {
	log, err := a.Log(ctx)
	if err != nil {
		return err
	}
	for i := range log {
		l := &log[i]
		standing := l.Standing()
		c.Decisions[string(standing)]++
		if standing == store.NotFound || standing == store.NoText || standing == store.NoEffect {
			c.NotApplying, c.Log = append(c.NotApplying, wire.NewLogged(l)), append(c.Log, *l)
		}
	}
	return c.rules(ctx, a, corrections.TallyRules(decide.Holding(log)))
}

func (c *Checkup) rules(ctx context.Context, a *store.Archive, tallies []corrections.Tally) error {
	if len(tallies) == 0 {
		return nil
	}
	names := make([]string, len(tallies))
	for i, t := range tallies {
		names[i] = t.Rule
	}
	uses, err := a.RuleUses(ctx, names)
	for _, t := range tallies {
		c.Rules = append(c.Rules, RuleHealth{t.Rule, t.Wrong, t.Decided, uses[t.Rule]})
	}
	return err
}
