package api

import (
	"cmp"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/decide"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// StatementList is a page of found statements.
type StatementList struct {
	Statements []wire.Hit `json:"statements"`
	Articles   int        `json:"articles"` // that this page's statements stand in
	Origins    int        `json:"origins"`  // of those, independent ones
	Respelt    []Respelt  `json:"respelt"`
	Next       *string    `json:"next"` // null on the last page
}

// Respelt is a name asked for that nobody goes by, and those taken for it.
type Respelt struct {
	Asked string   `json:"asked"`
	Names []string `json:"names"`
}

func statements(c *call) (any, error) {
	q, err := store.ParseQuery(c.text("q"))
	if err != nil {
		return nil, err
	}
	found, err := c.archive.Search(c.Context(), q, store.Page{After: c.text("after"), Limit: c.number("limit"), Order: store.Order(c.text("order"))})
	if err != nil {
		return nil, err
	}
	out := StatementList{Statements: []wire.Hit{}, Respelt: []Respelt{}, Next: next(found.Next)}
	var ids []string
	singles := c.archive.Singles()
	for i := range found.Hits {
		one, err := singles.Speaks(c.Context(), &found.Hits[i])
		if err != nil {
			return nil, err
		}
		out.Statements = append(out.Statements, wire.NewHit(&found.Hits[i], one))
		ids = append(ids, found.Hits[i].Article.ID)
	}
	for _, r := range found.Respelt {
		out.Respelt = append(out.Respelt, Respelt{r.Asked, r.Names})
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	out.Articles = len(ids)
	out.Origins, err = c.archive.OriginsAmong(c.Context(), ids)
	return out, err
}

// next is null where there is no further page.
func next(after string) *string {
	if after == "" {
		return nil
	}
	return &after
}

// Facets counts what a search finds, of the newest counted.
type Facets struct {
	Found    int     `json:"found"`
	More     bool    `json:"more"` // there are older ones, which are not counted
	Speaker  []Count `json:"speaker"`
	About    []Count `json:"about"`
	Outlet   []Count `json:"outlet"`
	Language []Count `json:"language"`
	Kind     []Count `json:"kind"`
	Polarity []Count `json:"polarity"`
	Reviewed []Count `json:"reviewed"`
	Month    []Count `json:"month"`
	Copied   []Count `json:"origin_or_copy"`

	LeftSpeaker int `json:"speaker_left_out"` // names of people of one origin, not decided on
	LeftAbout   int `json:"about_left_out"`
}

// Count is how many of the found statements have a value.
type Count struct {
	Value string `json:"value"`
	N     int    `json:"n"`
}

func facets(c *call) (any, error) {
	q, err := store.ParseQuery(c.text("q"))
	if err != nil {
		return nil, err
	}
	f, err := c.archive.Facets(c.Context(), q, store.SearchedOf)
	if err != nil {
		return nil, err
	}
	return Facets{f.Found, f.More, counts(f.Speaker), counts(f.About), counts(f.Outlet), counts(f.Language), counts(f.Kind), counts(f.Polarity), counts(f.Reviewed), counts(f.Month), counts(f.Copied), f.LeftSpeaker, f.LeftAbout}, nil
}

func counts(all []store.Count) []Count {
	return each(all, func(c store.Count) Count { return Count{c.Value, c.N} })
}

// each is never nil: an empty list reads [].
func each[A, B any](in []A, f func(A) B) []B {
	out := make([]B, 0, len(in))
	for _, a := range in {
		out = append(out, f(a))
	}
	return out
}

// StatementShown is a statement with all that leads back to it.
type StatementShown struct {
	wire.Exported
	Title      string       `json:"title"`
	Outlet     string       `json:"outlet"`
	Language   string       `json:"language"`
	Translated bool         `json:"translated"`
	Published  string       `json:"published"`
	SHA256     string       `json:"sha256"`         // of the article's text
	Capture    string       `json:"capture_sha256"` // of the bytes it was read from
	MadeBy     []Maker      `json:"made_by"`
	Around     []wire.Quote `json:"around"`  // the lines it stands in and the ones beside them
	Address    *string      `json:"address"` // on the web, with a text fragment
	Citation   string       `json:"citation"`
	Refused    []Refused    `json:"refused,omitempty"`
}

// Maker is a stage that made something, at a version.
type Maker struct {
	Stage   string `json:"stage"`
	Version string `json:"version"`
}

// Refused is words that looked like a statement and were not taken.
type Refused struct {
	wire.Quote
	Reason wire.Reason `json:"reason"`
}

func statement(c *call) (any, error) {
	ctx := c.Context()
	id, n := c.text("article"), c.number("n")
	a, err := c.archive.Article(ctx, id)
	if err != nil {
		return nil, err
	}
	speakers, err := c.archive.Speakers(ctx, a)
	if err != nil {
		return nil, err
	}
	if err := c.archive.Withhold(ctx, a); err != nil {
		return nil, err
	}
	all := wire.NewStatements(a.Article, false)
	i := slices.IndexFunc(all, func(s wire.Statement) bool { return s.Index == n })
	if i < 0 {
		return nil, news.Errorf(news.NotFound, decide.StatementRef(id, n), "see the article's statements", "there is no such statement, or a person left it out")
	}
	claims, err := c.archive.ClaimsOf(ctx, id)
	if err != nil {
		return nil, err
	}
	s := &all[i]
	ref := wire.NewEntityRef(speakers[s.Number])
	one := false
	if ref != nil {
		if one, err = c.archive.OneOrigin(ctx, ref.ID); err != nil {
			return nil, err
		}
	}
	out := newShown(a, wire.NewExported(id, *s, ref, claims[s.Number], one))
	if c.flag("refused") {
		out.Refused, err = refusedNear(c, a, &a.Statements[s.Number])
	}
	return out, err
}

func newShown(a *store.Stored, e wire.Exported) StatementShown {
	of := &a.Statements[e.Number]
	out := StatementShown{Exported: e, Title: a.Title.Value, Outlet: a.Outlet.Value, Language: a.Language, Translated: a.Translated.Class != "", Published: a.Published.Value,
		SHA256: a.SHA256.String(), Capture: a.CaptureSHA256.String(), MadeBy: makersOf(a), Around: around(a, of)}
	cited := wire.Cited{Words: each(of.Content, func(s news.Span) string { return s.Of(a.Text) }), Outlet: out.Outlet, Title: out.Title, Published: wording.DateWords(a.Published),
		Address: wire.PlaceAddress(a.URL, a.Text, of.Content[0]), Article: a.ID, Number: e.Index + 1, SHA256: a.SHA256}
	switch {
	case of.Withheld != "":
		cited.Who = wire.WithheldWords(of.Withheld)
	case of.Speaker != nil:
		cited.Who = of.Speaker.Of(a.Text)
		if wire.Resolved(of.SpeakerName, cited.Who) {
			cited.Resolved = of.SpeakerName
		}
	}
	out.Address, out.Citation = next(cited.Address), cited.Line()
	return out
}

func makersOf(a *store.Stored) []Maker {
	var out []Maker
	for _, m := range []store.Maker{a.Makers.Clean, a.Makers.Attribute, a.Makers.Stance, a.Makers.Match} {
		if m.Stage != "" {
			out = append(out, Maker{m.Stage, m.Version})
		}
	}
	return out
}

// aroundLines is how many lines before and after a statement are shown with it.
const aroundLines = 1

func around(a *store.Stored, s *news.Statement) []wire.Quote {
	all := wire.Lines(a.Text)
	touched := func(l news.Span) bool { return slices.ContainsFunc(s.Content, l.Overlaps) }
	out := []wire.Quote{}
	ruler := news.NewRuler(a.Text)
	for i, l := range all {
		if slices.ContainsFunc(all[max(0, i-aroundLines):min(len(all), i+aroundLines+1)], touched) {
			out = append(out, wire.NewQuote(ruler, a.Text, l))
		}
	}
	return out
}

// refusedNear is what in the lines of a statement was not taken for one.
func refusedNear(c *call, a *store.Stored, s *news.Statement) ([]Refused, error) {
	all, err := keep.Refused(c.Context(), c.archive, a)
	if err != nil {
		return nil, err
	}
	var near []news.Span
	for _, l := range wire.Lines(a.Text) {
		if l.Overlaps(s.Content[0]) {
			near = append(near, l)
		}
	}
	out := []Refused{}
	ruler := news.NewRuler(a.Text)
	for _, x := range all {
		if slices.ContainsFunc(near, x.Span.Overlaps) {
			out = append(out, Refused{wire.NewQuote(ruler, a.Text, x.Span), wire.NewReason(x.Reason)})
		}
	}
	slices.SortStableFunc(out, func(a, b Refused) int { return cmp.Compare(a.Start, b.Start) })
	return out, nil
}
