package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/store"
)

// outcome counts copies of one kind by what the archive makes of them.
type outcome struct {
	copies int
	joined int // in one family with the origin
	edge   int // with an edge to the origin, or in its family
	right  int // of those edges with a direction, from the origin to the copy
	wrong  int
}

// judgedAtOnce is how many articles the archive is asked for together.
const judgedAtOnce = 500

// judge holds the archive's copies against the truth, by kind. A copy by the
// origin's own outlet is of a series and left out.
func (x *riverEval) judge(ctx context.Context, out io.Writer, a *store.Archive, river *gen.Archive) error {
	kinds, sum := map[gen.CopyKind]*outcome{}, edgeCount{}
	step := max(1, x.articles/maxJudged)
	for from := 0; from < x.articles; from += judgedAtOnce * step {
		var part []gen.Article
		var ids []string
		for n := from; n < min(from+judgedAtOnce*step, x.articles); n += step {
			art := river.Article(n)
			part, ids = append(part, art), append(ids, art.ID, art.Truth.CopyOf)
		}
		root, err := a.Origins(ctx, ids)
		if err != nil {
			return err
		}
		for _, art := range part {
			if err := x.judgeOne(ctx, a, river, art, root, kinds, &sum); err != nil {
				return err
			}
		}
	}
	for _, k := range slices.Sorted(maps.Keys(kinds)) {
		o := kinds[k]
		fmt.Fprintf(out, "%-12s %6d copies, found %.4f, in the origin's family %.4f; direction told %d, rightly %d\n", k, o.copies,
			float64(o.edge)/float64(o.copies), float64(o.joined)/float64(o.copies), o.right+o.wrong, o.right)
	}
	fmt.Fprintf(out, "edges to what is carried: %d, of them %d between articles of no common origin, %d of these of one claim\n", sum.edges, sum.wrong, sum.claim)
	return nil
}

// edgeCount counts edges to what is carried.
type edgeCount struct {
	edges int
	wrong int // between articles of no common origin
	claim int // of wrong, between two that take up one claim, in the same words
}

// maxJudged bounds the articles that are judged: of more, one in so many.
const maxJudged = 50_000

func (x *riverEval) judgeOne(ctx context.Context, a *store.Archive, river *gen.Archive, art gen.Article, root map[string]string, kinds map[gen.CopyKind]*outcome, sum *edgeCount) error {
	found, err := a.CopiesOf(ctx, art.ID)
	if err != nil {
		return err
	}
	origin := art.Truth.CopyOf
	met, o := false, &outcome{}
	for _, c := range found {
		if c.From == origin || c.To == origin {
			met = true
			if c.Directed && c.From == origin {
				o.right++
			} else if c.Directed {
				o.wrong++
			}
		}
		if c.To == art.ID && c.Kind != "shared-quotation" {
			sum.edges++
			if sourceOf(river, c.From) != sourceOf(river, c.To) {
				sum.wrong++
				sum.claim += oneClaim(art, river.ArticleOf(c.From))
			}
		}
	}
	if origin == "" || river.ArticleOf(origin).Given.Outlet == art.Given.Outlet {
		return nil
	}
	k := kinds[art.Truth.Kind]
	if k == nil {
		k = &outcome{}
		kinds[art.Truth.Kind] = k
	}
	same := root[art.ID] == root[origin]
	k.copies++
	if same {
		k.joined++
	}
	if met || same {
		k.edge++
	}
	k.right, k.wrong = k.right+o.right, k.wrong+o.wrong
	return nil
}

// oneClaim is 1 where both articles take up one claim.
func oneClaim(a, b gen.Article) int {
	for _, c := range a.Truth.Claims {
		if slices.ContainsFunc(b.Truth.Claims, func(d gen.Taken) bool { return c.Claim == d.Claim }) {
			return 1
		}
	}
	return 0
}

// sourceOf is the id of the article that the truth says is carried, or the
// article's own.
func sourceOf(river *gen.Archive, id string) string {
	if of := river.ArticleOf(id).Truth.CopyOf; of != "" {
		return of
	}
	return id
}
