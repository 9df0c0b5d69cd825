package store

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/match"
	"github.com/hearsay-engine/hearsay/news"
)

// TestTellingsAreFoundByWhatTheyTell has articles that tell some of a few things come,
// go, and come with others: every telling is found by what it tells, once.
func TestTellingsAreFoundByWhatTheyTell(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 9))
	var things []match.Telling
	for range 6 {
		things = append(things, inventedTelling(r))
	}
	a := emptyArchive(t)
	rapid.Check(t, func(rt *rapid.T) {
		articles := rapid.IntRange(1, 5)
		err := a.change(t.Context(), func(b *batch) error {
			for range rapid.IntRange(1, 6).Draw(rt, "changes") {
				article := int64(articles.Draw(rt, "article"))
				if err := b.exec("INSERT OR IGNORE INTO article (article_id, id) VALUES (?, ?)", article, fmt.Sprint(article)); err != nil {
					return err
				}
				if err := b.clearTellings(article); err != nil {
					return err
				}
				var some []match.Telling
				for _, i := range rapid.SliceOfN(rapid.IntRange(0, len(things)-1), 0, 5).Draw(rt, "tells") {
					some = append(some, things[i])
				}
				if err := b.putTellings(&Packed{tellings: packTellings(&news.Article{}, some)}, article); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			rt.Fatal(err)
		}
		if rapid.Bool().Draw(rt, "swept") {
			for left := 1; left > 0 && err == nil; {
				left, err = a.SweepClaims(t.Context())
			}
		}
		want, err2 := a.column(t.Context(), "SELECT t.utterance_id || ' at ' || "+spotOfTelling+" FROM telling t ORDER BY t.utterance_id, 1")
		got, err3 := a.column(t.Context(), "SELECT p.utterance_id || ' at ' || p.spot FROM "+spotsOf("u.utterance_id", "utterance u")+" p ORDER BY p.utterance_id, 1")
		if err != nil || err2 != nil || err3 != nil || !slices.Equal(got, want) {
			rt.Fatalf("%v, %v, %v\n got %v\nwant %v", err, err2, err3, got, want)
		}
	})
}
