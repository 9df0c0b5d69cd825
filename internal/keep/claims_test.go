package keep_test

import (
	"testing"

	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// Of every two tellings of generated claims, as measured over the first articles
// of a seed: floors, a little below.
const (
	claimArticles       = 150
	leastClaimPrecision = .98
	leastClaimRecall    = .50
)

// TestGeneratedClaimsAreFound adds articles that make claims and take them up in
// other words, and asks of every two tellings whether they are one claim.
func TestGeneratedClaimsAreFound(t *testing.T) {
	a := open(t)
	var taken []gen.Taken
	var found []map[string]bool
	articles := map[string][]gen.Taken{}
	_, err := keep.Add(t.Context(), a, func(yield func(news.Blob, error) bool) {
		for x := range gen.New(7, gen.Config{ClaimEvery: 5}).Articles(claimArticles) {
			articles[x.ID] = x.Truth.Claims
			if !yield(x.Blob(), nil) {
				return
			}
		}
	}, keep.Watch{})
	if err != nil {
		t.Fatal(err)
	}
	for s, err := range a.Articles(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		refs, err := a.ClaimsOf(t.Context(), s.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range articles[s.ID] {
			taken, found = append(taken, x), append(found, claimsIn(s, refs, x.Sentence))
		}
	}
	right, wrong, missed := pairs(taken, found)
	precision, recall := float64(right)/float64(right+wrong), float64(right)/float64(right+missed)
	t.Logf("%d tellings: precision %.3f, recall %.3f of pairs", len(taken), precision, recall)
	if precision < leastClaimPrecision || recall < leastClaimRecall {
		t.Errorf("precision %.3f, recall %.3f of pairs, want %.2f and %.2f", precision, recall, leastClaimPrecision, leastClaimRecall)
	}
	whole(t, a)
}

// claimsIn are the claims of the statements that stand in a sentence.
func claimsIn(s *store.Stored, refs map[int][]store.ClaimRef, sentence news.Span) map[string]bool {
	out := map[string]bool{}
	for i := range s.Statements {
		for _, c := range s.Statements[i].Content {
			if c.Overlaps(sentence) {
				for _, r := range refs[i] {
					out[r.ID] = true
				}
			}
		}
	}
	return out
}

func pairs(taken []gen.Taken, found []map[string]bool) (right, wrong, missed int) {
	for i := range taken {
		for k := range i {
			one := false
			for id := range found[i] {
				one = one || found[k][id]
			}
			switch truly := taken[i].Claim == taken[k].Claim; {
			case one && truly:
				right++
			case one:
				wrong++
			case truly:
				missed++
			}
		}
	}
	return right, wrong, missed
}
