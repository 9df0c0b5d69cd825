package keep_test

import (
	"fmt"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/read"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/trace"
	"github.com/hearsay-engine/hearsay/internal/wire"
)

// TestCoursesOfTheExamples puts every claim that the examples' words lead to on
// its course: what is shown stands in the texts, and the counts agree.
func TestCoursesOfTheExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles are read again and again")
	}
	a := open(t)
	add(t, a, collect(t, read.Paths(t.Context(), []string{"../../examples"}, nil, read.Options{}))...)
	seen := map[string]bool{}
	for _, words := range []string{"dam", "tap", "gates", "guard", "false", "water", "troops"} {
		q, err := store.ParseQuery(words)
		if err != nil {
			t.Fatal(err)
		}
		found, err := a.Claims(t.Context(), q, 50)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range found {
			if !seen[h.ID] {
				seen[h.ID] = true
				checkCourse(t, a, h)
			}
		}
	}
	if len(seen) < 20 {
		t.Errorf("%d claims found", len(seen))
	}
}

func checkCourse(t *testing.T, a *store.Archive, h store.ClaimHead) {
	t.Helper()
	c, err := keep.Course(t.Context(), a, h.ID)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	text := func(id string) (string, error) {
		got, err := a.Text(t.Context(), id)
		texts[id] = got
		return got, err
	}
	form, err := wire.NewCourse(c, wire.CoursePart{Suggested: true}, text)
	if err != nil {
		t.Fatal(err)
	}
	check := func(id, words string, q trace.Quote) {
		if got := q.Of(texts[id]); got != words {
			t.Errorf("%s of %s: %q is shown as %q", h.ID, id, got, words)
		}
	}
	for i := range c.Stations {
		if s := &c.Stations[i]; s.Telling != nil {
			for _, list := range [][]trace.Quote{s.Telling.Content, s.Telling.Says} {
				for _, q := range list {
					check(s.Article.ID, q.Words, q)
				}
			}
			for _, q := range []*trace.Quote{s.Telling.Speaker, s.Telling.Cue, s.Telling.Takes} {
				if q != nil {
					check(s.Article.ID, q.Words, *q)
				}
			}
			for _, n := range s.Telling.Names {
				check(s.Article.ID, n.Words, n.Quote)
			}
		}
	}
	if form.Counts.All.Articles < h.Articles || form.Counts.All.Origins > form.Counts.All.Articles || len(form.Stations) < h.Tellings {
		t.Errorf("%s: %s, the claim has %d tellings in %d articles", h.ID, fmt.Sprint(form.Counts.All), h.Tellings, h.Articles)
	}
}
