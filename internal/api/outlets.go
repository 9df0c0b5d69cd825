package api

import (
	"cmp"

	"github.com/hearsay-engine/hearsay/internal/owners"
	"github.com/hearsay-engine/hearsay/internal/spread"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/news"
)

// OutletList is the outlets with most articles.
type OutletList struct {
	Outlets []Outlet `json:"outlets"`
	More    bool     `json:"more"` // there are others with fewer
}

// Outlet is an outlet in a list.
type Outlet struct {
	Name       string `json:"name"`
	Articles   int    `json:"articles"`
	Statements int    `json:"statements"`
	First      string `json:"first"` // day of the earliest article, "" when none has a date
	Last       string `json:"last"`
}

func outlets(c *call) (any, error) {
	all, err := c.archive.Outlets(c.Context())
	return OutletList{each(all, func(o store.OutletRow) Outlet { return Outlet(o) }), len(all) == store.MaxOutlets}, err
}

// OutletShown is an outlet with its newest articles, what it has to do with
// others, and what it denies or corrects itself.
type OutletShown struct {
	Outlet
	Newest  []ArticleHead `json:"newest"`
	Group   *OutletGroup  `json:"group"`   // of outlets that belong together, null where it is in none
	Months  []Count       `json:"months"`  // of attributed statements in it, the latest first
	Words   []WordsOf     `json:"words"`   // how many articles carry words of its, or its of others
	Denies  []TakenUp     `json:"denies"`  // in its own words, the newest first
	Queries OutletQueries `json:"queries"` // that find more
}

// WordsOf counts articles that carry words from an outlet or to it.
type WordsOf struct {
	Side      string `json:"side" enum:"given taken alike"` // alike: which had them first is not known
	Way       string `json:"way" enum:"credited uncredited by-words"`
	Articles  int    `json:"articles"`
	Suggested int    `json:"suggested"` // more of them, machine-suggested, not reviewed
}

// TakenUp is a sentence of an outlet's own that denies or corrects what is told.
type TakenUp struct {
	Statement wire.Hit      `json:"statement"`
	Relation  news.Relation `json:"relation"`
	Claims    []string      `json:"claims"` // ids of what it denies
}

// OutletQueries are searches that find an outlet's statements.
type OutletQueries struct {
	Reports string `json:"reports"`
	Denials string `json:"denials"` // by others, that it reports
	Own     string `json:"own"`
}

func outletOf(c *call) (any, error) {
	o, err := c.archive.Outlet(c.Context(), c.text("name"))
	if err != nil {
		return nil, err
	}
	heads, err := c.archive.ArticlesOf(c.Context(), o.Name, c.number("limit"))
	if err != nil {
		return nil, err
	}
	q := store.Query{}.With(store.Term{Operator: store.Outlet, Value: o.Name, Phrase: true})
	out := OutletShown{Outlet: Outlet(o), Newest: each(heads, newHead), Queries: OutletQueries{q.String(),
		q.With(store.Term{Operator: store.Polarity, Value: string(news.Denies)}).String(), q.With(store.Term{Operator: store.Voice, Value: string(news.OutletOwn)}).String()}}
	address := ""
	for _, h := range heads {
		address = cmp.Or(address, h.URL)
	}
	group, sisters, err := c.archive.SistersOf(c.Context(), o.Name, address)
	if err != nil {
		return nil, err
	}
	if group != "" {
		out.Group = &OutletGroup{group, each(sisters, func(s store.Sister) string { return s.Name })}
	}
	return out, c.relate(&out, q)
}

// relate fills in what an outlet has to do with others.
func (c *call) relate(out *OutletShown, q store.Query) error {
	found, err := c.archive.Counts(c.Context(), q, store.CountedOf)
	if err != nil {
		return err
	}
	out.Months = counts(found.Month)
	of, err := c.archive.Spread(c.Context(), store.SpreadOf{Outlets: []string{out.Name}})
	if err != nil {
		return err
	}
	out.Words = wordsOf(spread.SidesOf(of.Counts, of.Asked[0]))
	taken, err := c.archive.TakenUpBy(c.Context(), out.Name, c.number("limit"))
	// its own words: no person says them
	out.Denies = each(taken, func(x store.TakenUp) TakenUp { return TakenUp{wire.NewHit(&x.Hit, false), x.Relation, x.Claims} })
	return err
}

func wordsOf(s spread.Sides) []WordsOf {
	out := []WordsOf{}
	add := func(side string, way spread.Way, t spread.Tally) {
		if t.All() > 0 {
			out = append(out, WordsOf{side, way.Name(), t.Articles, t.Suggested})
		}
	}
	for way := range spread.ByWords {
		add("given", way, s.Given[way])
		add("taken", way, s.Taken[way])
	}
	add("alike", spread.ByWords, s.Alike)
	return out
}

// GroupList is the groups of outlets.
type GroupList struct {
	Groups []OutletGroup `json:"groups"`
}

// OutletGroup is outlets that belong together; of one outlet's, the others.
type OutletGroup struct {
	Group   string   `json:"group"`
	Outlets []string `json:"outlets"`
}

func groups(c *call) (any, error) {
	all, err := c.archive.Owners(c.Context())
	return GroupList{each(all, func(g owners.Group) OutletGroup { return OutletGroup{g.Name, g.Outlets} })}, err
}

func wayNames() []string {
	return each(spread.Ways, func(w spread.Way) string { return w.Name() })
}

// spreadAsked reads of which copies who carried whose words is asked, and the
// groups there are where outlets of one owner are one.
func (c *call) spreadAsked() (of store.SpreadOf, groups []owners.Group, err error) {
	of = store.SpreadOf{After: c.text("after"), Before: c.text("before"), Sure: c.flag("confirmed")}
	if w, known := spread.WayNamed(c.text("way")); known {
		of.Ways = []spread.Way{w}
	}
	if c.flag("owners") {
		if groups, err = c.archive.Owners(c.Context()); err != nil {
			return of, nil, err
		}
	}
	if name := c.text("outlet"); name != "" {
		of.Outlets = owners.Members(groups, name)
	}
	of.Query, err = store.ParseQuery(c.text("q"))
	return of, groups, err
}

func spreadOf(c *call) (any, error) {
	of, _, err := c.spreadAsked()
	if err != nil {
		return nil, err
	}
	found, err := c.archive.Spread(c.Context(), of)
	if err != nil {
		return nil, err
	}
	var o spread.Options
	if c.flag("owners") {
		o.Groups = found.Groups
	}
	return wire.NewSpread(found, spread.Of(found.Counts, o), c.number("limit")), nil
}

// CarriedList is articles that carry words of others, the newest first.
type CarriedList struct {
	Copies []Carried `json:"copies"`
	More   bool      `json:"more"` // there are older ones
}

// Carried is an article that carries another's words.
type Carried struct {
	From   ArticleHead    `json:"from"`
	To     ArticleHead    `json:"to"`
	Kind   news.CopyKind  `json:"kind"`
	Way    string         `json:"way" enum:"credited uncredited by-words"`
	Status news.Certainty `json:"status"`
}

func carried(c *call) (any, error) {
	of, groups, err := c.spreadAsked()
	if err != nil {
		return nil, err
	}
	all, err := c.archive.CarriedBetween(c.Context(), owners.Members(groups, c.text("from")), owners.Members(groups, c.text("to")), of)
	return CarriedList{each(all, newCarried), len(all) == store.MaxCarried}, err
}

func newCarried(x store.Carried) Carried {
	status := news.Suggested
	if x.Sure {
		status = news.Confirmed
	}
	return Carried{newHead(x.From), newHead(x.To), x.Kind, x.Way.Name(), status}
}
