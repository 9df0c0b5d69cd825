package main

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
)

// mention is a name in an article and the entity it stands for across
// articles; start and end are code points.
type mention struct {
	Article string `json:"article"`
	wire.Quote
	Entity string `json:"entity"`
	Status string `json:"status"`
}

func (m mention) row() []string {
	return []string{m.Article, strconv.Itoa(m.Start), strconv.Itoa(m.End), m.Text, m.Entity, m.Status}
}

// eachMention calls do with the mentions of an article, by start.
func eachMention(cmd *cobra.Command, a *store.Archive, s *store.Stored, do func(mention) error) error {
	refs, err := a.Named(cmd.Context(), s)
	if err != nil {
		return err
	}
	var all []mention
	for i, e := range wire.NewArticle(s.Article, wire.Choice{}).Entities {
		for _, q := range e.Mentions {
			all = append(all, mention{s.ID, q, refs[i].ID, status(refs[i].Confirmed)})
		}
	}
	slices.SortStableFunc(all, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Entity, b.Entity))
	})
	for _, m := range all {
		if err := do(m); err != nil {
			return err
		}
	}
	return nil
}

func status(confirmed bool) string {
	if confirmed {
		return "confirmed"
	}
	return "suggested"
}
