package keep

import (
	"context"
	"maps"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/trace"
	"github.com/hearsay-engine/hearsay/internal/when"
	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of what is read for one course, so that it is there within a tenth of a
// second whatever the claim: more tellings and copies are counted as not read.
const (
	maxTellings = 120  // of one claim, the first and the last
	maxOnCourse = 400  // articles, those that only carry the words too
	maxEdges    = 2000 // copies among them

	longCourse = 30 // stations from which it is kept for who asks next
)

// Course reads a claim, by its id or an alias, and puts it on its course. It may be
// shared: nobody may change it.
func Course(ctx context.Context, a *store.Archive, id string) (*trace.Course, error) {
	return store.Recall(ctx, a, "course of "+id, func() (c *trace.Course, large bool, err error) {
		c, err = courseOf(ctx, a, id)
		return c, err == nil && len(c.Stations)+len(c.Suggested) >= longCourse, err
	})
}

func courseOf(ctx context.Context, a *store.Archive, id string) (*trace.Course, error) {
	c, err := a.Claim(ctx, id, maxTellings)
	if err != nil {
		return nil, err
	}
	x := course{a: a, words: map[string][]trace.Quote{}, claim: trace.Claim{ID: c.ID, Aliases: c.Aliases, Unread: c.More}}
	for _, step := range []func(context.Context, *store.Claim) error{x.tellings, x.copies, x.articles, x.missing} {
		if err := step(ctx, c); err != nil {
			return nil, err
		}
	}
	return trace.Of(&x.claim), nil
}

// course is a claim in the making.
type course struct {
	a     *store.Archive
	claim trace.Claim
	words map[string][]trace.Quote // the claim's, by article
	also  []string                 // articles that are named only: whose words a translation is
}

func (x *course) tellings(ctx context.Context, c *store.Claim) error {
	x.claim.MoreSuggested = c.MoreSuggested
	for _, list := range [][]store.Telling{c.Tellings, c.Suggested} {
		for i := range list {
			t, err := x.telling(ctx, &list[i])
			if err != nil {
				return err
			}
			x.claim.Tellings = append(x.claim.Tellings, t)
			id := t.Article
			if t.Certainty == news.Confirmed {
				x.words[id] = append(x.words[id], t.Content...)
			} else if _, known := x.words[id]; !known {
				x.also = append(x.also, id)
			}
		}
	}
	return nil
}

func (x *course) telling(ctx context.Context, t *store.Telling) (trace.Telling, error) {
	s := &t.Statement
	out := trace.Telling{Article: t.Article.ID, Number: t.Index, Voice: s.Voice, Name: s.SpeakerName, Polarity: s.Polarity,
		Relation: t.Relation, Certainty: t.Certainty, Reasons: t.Reasons, Content: quotes(t.Content, t.Words)}
	if s.Speaker != nil {
		out.Speaker = &trace.Quote{Span: *s.Speaker, Words: t.Speaker}
	}
	if s.Cue != nil {
		out.Cue = &trace.Quote{Span: *s.Cue, Words: t.Cue}
	}
	for _, r := range t.Reasons {
		if r.Rule == match.RuleDecided {
			out.By = r.Words
		}
	}
	if t.Identity != nil {
		out.Entity = &trace.Entity{ID: t.Identity.ID, Name: t.Identity.Name, Confirmed: t.Identity.Confirmed}
	}
	if t.Stance != nil {
		out.Takes = &trace.Quote{Span: t.Stance.Span, Words: t.Stance.Words}
	}
	if t.Stance == nil && s.Within == news.Outermost || t.Number == news.Outermost {
		return out, nil
	}
	around, err := x.a.Around(ctx, t.Article.ID, t.Number)
	if err == nil && len(around) > 0 {
		own := len(around) - 1
		out.Via = via(around[:own])
		if t.Stance != nil {
			out.Says = quotes(around[own].Statement.Content, around[own].Content)
		}
	}
	return out, err
}

func quotes(spans []news.Span, words []string) []trace.Quote {
	out := make([]trace.Quote, len(spans))
	for i, at := range spans {
		out[i] = trace.Quote{Span: at, Words: words[i]}
	}
	return out
}

// via is through whom words came that stand in these statements.
func via(around []store.Hit) (out []trace.Speaker) {
	for i := range around {
		s := &around[i].Statement
		if s.Voice == news.OutletOwn {
			continue
		}
		v := trace.Speaker{Name: s.SpeakerName}
		if s.Speaker != nil {
			v.Words = &trace.Quote{Span: *s.Speaker, Words: around[i].Speaker}
		}
		out = append(out, v)
	}
	return out
}

// copies follows the claim's words from article to article along the copies.
func (x *course) copies(ctx context.Context, _ *store.Claim) error {
	met := map[[2]string]bool{}
	for ends := slices.Sorted(maps.Keys(x.words)); len(ends) > 0 && len(met) < maxEdges; {
		edges, err := x.a.CopiesAt(ctx, ends, maxEdges-len(met))
		if err != nil {
			return err
		}
		ends = nil
		for i := range edges {
			e := &edges[i]
			if met[[2]string{e.From, e.To}] {
				continue
			}
			met[[2]string{e.From, e.To}] = true
			x.claim.Copies = append(x.claim.Copies, *e)
			ends = append(ends, x.follow(e)...)
		}
	}
	return nil
}

// follow takes in the other end of an edge when it has words of the claim, and
// the one a translation is of in any case.
func (x *course) follow(e *news.Copy) (reached []string) {
	for _, id := range [2]string{e.From, e.To} {
		other := e.To
		if id == e.To {
			other = e.From
		}
		if x.words[id] == nil || x.words[other] != nil {
			continue
		}
		if at, found := trace.Through(x.words[id], e, id); found && len(x.words) < maxOnCourse {
			x.words[other] = []trace.Quote{at}
			reached = append(reached, other)
		} else if e.Kind == news.Retranslated && id == e.To {
			x.also = append(x.also, other)
		}
	}
	return reached
}

// articles reads the records of all that are on the course, and with them what
// the tellings name and date.
func (x *course) articles(ctx context.Context, _ *store.Claim) error {
	ids := slices.Sorted(maps.Keys(x.words))
	for _, id := range x.also {
		if x.words[id] == nil && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	records, err := x.a.Records(ctx, ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if r := records[id]; r != nil {
			x.claim.Articles = append(x.claim.Articles, newTraced(r))
		}
	}
	var asked []store.NameAt
	for i := range x.claim.Tellings {
		t := &x.claim.Tellings[i]
		if r := records[t.Article]; r != nil {
			t.Dates = datesIn(t, r.Times)
			asked = append(asked, namesIn(t, r.Entities)...)
		}
	}
	meant, err := x.a.NamesMean(ctx, asked)
	if err != nil {
		return err
	}
	for i := range x.claim.Tellings {
		if t := &x.claim.Tellings[i]; records[t.Article] != nil {
			t.Names = named(t, records[t.Article].Entities, meant)
		}
	}
	return nil
}

func newTraced(r *store.Record) trace.Article {
	return trace.Article{ID: r.ID, Title: r.Title.Value, Opening: r.Opening, Outlet: r.Outlet.Value, Group: r.Owner, URL: r.URL, Language: r.Language,
		Translated: r.Translated.Class != "", SHA256: r.SHA256, Seen: when.Seen(r.Dates, r.Fetched)}
}

// inContent cuts a span out of a telling's content, if it stands there.
func inContent(t *trace.Telling, s news.Span) (trace.Quote, bool) {
	for _, q := range t.Content {
		if q.Holds(s) {
			return trace.Quote{Span: s, Words: q.Words[s.Start-q.Start : s.End-q.Start]}, true
		}
	}
	return trace.Quote{}, false
}

func datesIn(t *trace.Telling, times []news.Told) (out []trace.Told) {
	for _, d := range times {
		if q, ok := inContent(t, d.Span); ok {
			out = append(out, trace.Told{Told: d, Words: q.Words})
		}
	}
	return out
}

func namesIn(t *trace.Telling, all []news.Entity) (out []store.NameAt) {
	for i := range all {
		if slices.ContainsFunc(all[i].Mentions, func(s news.Span) bool { _, ok := inContent(t, s); return ok }) {
			out = append(out, store.NameAt{Article: t.Article, Kind: all[i].Kind, Name: all[i].Name})
		}
	}
	return out
}

func named(t *trace.Telling, all []news.Entity, meant map[store.NameAt]string) (out []trace.Name) {
	for i := range all {
		who := meant[store.NameAt{Article: t.Article, Kind: all[i].Kind, Name: all[i].Name}]
		for _, s := range all[i].Mentions {
			if q, ok := inContent(t, s); ok {
				out = append(out, trace.Name{Quote: q, Who: who})
			}
		}
	}
	return out
}

// missing says what the archive has not compared, so that more may be of the
// claim than is there.
func (x *course) missing(ctx context.Context, c *store.Claim) error {
	if c.Large {
		x.claim.Gaps = append(x.claim.Gaps, news.Reason{Rule: trace.GapLarge})
	}
	n, err := x.a.Waiting(ctx)
	if n > 0 {
		x.claim.Gaps = append(x.claim.Gaps, news.Reason{Rule: trace.GapUnswept, Figure: float64(n)})
	}
	return err
}
