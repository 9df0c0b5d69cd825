package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
)

// askCourses times the question for a claim's course, over all the archive, and
// that for the largest claim met by itself.
func (x *riverEval) askCourses(ctx context.Context, out io.Writer, a *store.Archive) error {
	var took []time.Duration
	largest, slowest := 0, time.Duration(0)
	asked := map[string]bool{}
	for q := range min(x.queries, x.articles) {
		id, err := claimIn(ctx, a, gen.ArticleID(q*x.articles/min(x.queries, x.articles)))
		if err != nil {
			return err
		}
		if id == "" || asked[id] {
			continue
		}
		asked[id] = true
		begin := time.Now()
		c, err := keep.Course(ctx, a, id)
		if err != nil {
			return err
		}
		if _, err := wire.NewCourse(c, wire.CoursePart{Limit: jsonStations}, func(id string) (string, error) { return a.Text(ctx, id) }); err != nil {
			return err
		}
		took = append(took, time.Since(begin))
		if n := c.Counts.All.Articles; n > largest {
			largest, slowest = n, took[len(took)-1]
		}
	}
	if slices.Sort(took); len(took) > 0 {
		fmt.Fprintf(out, "course of one claim: median %.1f ms, 95 %% within %.1f ms, of %d; of the largest, in %d articles, %.1f ms\n",
			millis(took[len(took)/2]), millis(took[len(took)*95/100]), len(took), largest, millis(slowest))
	}
	return nil
}

// claimIn is a claim of an article that something else tells too; "" when it has
// none.
func claimIn(ctx context.Context, a *store.Archive, article string) (string, error) {
	claims, err := a.ClaimsOf(ctx, article)
	if err != nil {
		return "", err
	}
	best := -1
	for number := range claims {
		if best < 0 || number < best {
			best = number
		}
	}
	if best < 0 {
		return "", nil
	}
	return claims[best][0].ID, nil
}
