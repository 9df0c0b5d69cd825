package api

import (
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

// NameList is a page of people, organisations and places.
type NameList struct {
	Names []wire.Candidate `json:"names"`
	Next  *string          `json:"next"`
}

// kindNames are the kinds of what is named.
func kindNames() []string {
	return each(news.EntityKinds, func(k news.EntityKind) string { return string(k) })
}

func names(c *call) (any, error) {
	all, after, err := c.archive.Entities(c.Context(), news.EntityKind(c.text("kind")), c.text("after"), c.number("limit"), c.flag("all"))
	return NameList{wire.NewCandidates(all).Candidates, next(after)}, err
}

// Person is an entity with what it said and denied, and what is said about it.
type Person struct {
	wire.Identity
	Denied  int     `json:"denied"`
	Months  []Count `json:"months"`  // of what it said, the latest first
	Queries Queries `json:"queries"` // that find them
}

// Queries are searches that find an entity's statements.
type Queries struct {
	Said   string `json:"said"`
	About  string `json:"about"`
	Denied string `json:"denied"`
}

func who(c *call) (any, error) {
	id, several, err := c.archive.Find(c.Context(), c.text("name"))
	if err != nil {
		return nil, err
	}
	if id == nil {
		return wire.NewCandidates(several), nil
	}
	said := store.Query{}.With(store.Term{Operator: store.Speaker, Value: id.ID, Phrase: true})
	about := store.Query{}.With(store.Term{Operator: store.About, Value: id.ID, Phrase: true})
	denied := said.With(store.Term{Operator: store.Polarity, Value: "denies"})
	all, err := c.archive.Counts(c.Context(), said, store.CountedOf)
	if err != nil {
		return nil, err
	}
	no := all.Denials()
	if all.More { // there may be others among the older ones
		if no, err = c.archive.CountFound(c.Context(), denied, store.CountedOf); err != nil {
			return nil, err
		}
	}
	return Person{wire.NewIdentity(id), no, counts(all.Month), Queries{said.String(), about.String(), denied.String()}}, nil
}
