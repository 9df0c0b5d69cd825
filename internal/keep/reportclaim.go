package keep

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/report"
	"github.com/hearsay-engine/hearsay/internal/trace"
	"github.com/hearsay-engine/hearsay/internal/wire"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// voicesOf is how many who repeat a claim, and how many who take it up, a report
// lists: what stands on a page beside a statement.
const voicesOf = 8

// claim is a claim with who tells it and who takes it up. One that a statement
// tells, relation being what it is to it, is left out where nobody else does.
func (x *reporting) claim(ctx context.Context, id, relation string) (*report.Claim, error) {
	c := x.courses[id]
	if c == nil {
		var err error
		if c, err = Course(ctx, x.a, id); err != nil {
			return nil, err
		}
		x.courses[id] = c
	}
	if relation != "" && len(c.Stations) < 2 {
		return nil, nil
	}
	out := &report.Claim{ID: c.ID, Words: c.LabelWords(), Relation: relation, May: []report.Early{}, Counts: []string{}, Repeats: []report.Voice{}, Against: []report.Voice{}, Unknown: []string{}}
	var may []int
	out.First, may = wire.FirstWords(c)
	for _, i := range may {
		a := c.Stations[i].Article
		out.May = append(out.May, report.Early{When: wording.Seen(a.Seen), Outlet: a.Outlet})
	}
	for _, n := range c.Counts.By {
		out.Counts = append(out.Counts, fmt.Sprintf("%s: %s, %s, of these only carried: %d", relationName(n.Relation), wording.Count(n.Origins, "origin"), wording.Count(n.Articles, "article"), n.Copies))
	}
	if err := x.voices(ctx, c, out); err != nil {
		return nil, err
	}
	if relation == "" {
		for _, g := range c.Gaps {
			out.Unknown = append(out.Unknown, wire.GapWords(g))
		}
	}
	return out, nil
}

// relationName is what is done with a claim, as the tables of its page name it.
func relationName(r news.Relation) string {
	if r == news.RelRepeats {
		return "tells it"
	}
	return string(r) + " it"
}

// voices lists the first telling of each who tells the claim in own words, or
// takes it up; those who do before those who only repeat.
func (x *reporting) voices(ctx context.Context, c *trace.Course, out *report.Claim) error {
	for i := range c.Voices {
		v := &c.Voices[i]
		s := &c.Stations[v.First]
		list := &out.Repeats
		if v.Relation != news.RelRepeats {
			list = &out.Against
		}
		if len(*list) == voicesOf {
			out.More++
			continue
		}
		page, err := x.page(ctx, s.Article.ID)
		if err != nil {
			return err
		}
		t := s.Telling
		words := t.Content
		if len(t.Says) > 0 {
			words = t.Says
		}
		*list = append(*list, report.Voice{Relation: relationName(v.Relation), Who: voiceName(v), Remove: remove(t), Words: trace.Words(words), Page: page})
	}
	return nil
}

func voiceName(v *trace.Voice) string {
	if v.Own {
		return cmp.Or(v.Who, "an outlet that is not known") + ", in its own voice"
	}
	return cmp.Or(v.Who, "nobody named")
}

func remove(t *trace.Telling) string {
	if t.Remove() != trace.QuotedVia {
		return string(t.Remove())
	}
	var via []string
	for _, v := range t.Via {
		name := v.Name
		if name == "" && v.Words != nil {
			name = v.Words.Words
		}
		via = append(via, cmp.Or(name, "nobody named"))
	}
	return "quoted via " + strings.Join(via, " via ")
}
