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
	One    bool   `json:"single_origin,omitempty"`
}

func (m mention) row() []string {
	return []string{m.Article, strconv.Itoa(m.Start), strconv.Itoa(m.End), m.Text, m.Entity, m.Status, strconv.FormatBool(m.One)}
}

// mentions prints the mentions of one article after another, each article's by
// start. What a person hid is no mention.
func (x *export) mentions(cmd *cobra.Command, a *store.Archive, put func(mention) error) exporter {
	return func(s *store.Stored) error {
		all, err := mentionsOf(cmd, a, s)
		if err != nil {
			return err
		}
		for _, m := range all {
			if m.One, err = x.singles.Has(cmd.Context(), m.Entity); err != nil {
				return err
			}
			if m.One && x.people == leavePeople {
				x.left++
				continue
			}
			if err := put(m); err != nil {
				return err
			}
		}
		return nil
	}
}

func mentionsOf(cmd *cobra.Command, a *store.Archive, s *store.Stored) ([]mention, error) {
	refs, err := a.Named(cmd.Context(), s)
	if err != nil {
		return nil, err
	}
	var all []mention
	for i, e := range wire.NewArticle(s.Article, wire.Choice{}).Entities {
		if refs[i].Hidden {
			continue
		}
		for _, q := range e.Mentions {
			all = append(all, mention{Article: s.ID, Quote: q, Entity: refs[i].ID, Status: wire.Status(refs[i].Confirmed)})
		}
	}
	slices.SortStableFunc(all, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Entity, b.Entity))
	})
	return all, nil
}
