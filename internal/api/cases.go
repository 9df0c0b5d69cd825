package api

import (
	"github.com/hearsay-engine/hearsay/internal/cases"
	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/wire"
)

// CaseList is all cases, in the order they were opened in.
type CaseList struct {
	Cases []wire.Case `json:"cases"`
}

func caseList(c *call) (any, error) {
	all, err := c.archive.Cases(c.Context())
	return CaseList{each(all, func(x cases.Case) wire.Case { return wire.NewCase(&x) })}, err
}

func caseOf(c *call) (any, error) {
	found, err := c.archive.Case(c.Context(), c.text("id"))
	if err != nil {
		return nil, err
	}
	items, err := c.archive.Selected(c.Context(), found)
	if err != nil {
		return nil, err
	}
	said, err := c.archive.HitsOf(c.Context(), items)
	if err != nil {
		return nil, err
	}
	return wire.NewCaseView(found, items, said), nil
}

func changeCase(c *call) (any, error) {
	var w decide.CaseWanted
	if err := c.readBody(&w); err != nil {
		return nil, err
	}
	e, effect, err := decide.MakeCase(c.Context(), c.archive, &w)
	if err != nil {
		return nil, err
	}
	if w.Try {
		return Decided{Effect: effect}, nil
	}
	return record(c, e, effect, w.Reason)
}
