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
	leastClaimB3        = .80
)

// b3 is the B³ F1 of tellings: of each, the share of those found to be of one
// claim with it that are, and of those that are how many are found. (Bagga and
// Baldwin 1998, "Algorithms for scoring coreference chains".)
func b3(taken []gen.Taken, found []map[string]bool) float64 {
	var precision, recall float64
	for i := range taken {
		both, as, truth := 1, 1, 1
		for k := range taken {
			if k == i {
				continue
			}
			one := false
			for id := range found[i] {
				one = one || found[k][id]
			}
			truly := taken[i].Claim == taken[k].Claim
			both, as, truth = both+count(one && truly), as+count(one), truth+count(truly)
		}
		precision += float64(both) / float64(as)
		recall += float64(both) / float64(truth)
	}
	n := float64(len(taken))
	return 2 * precision / n * recall / n / (precision/n + recall/n)
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// TestGeneratedClaimsAreFound adds articles that make claims and take them up in
// other words, and asks of every two tellings whether they are one claim.
func TestGeneratedClaimsAreFound(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles are read again and again")
	}
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
	f1 := b3(taken, found)
	t.Logf("%d tellings: precision %.3f, recall %.3f of pairs; B³ F1 %.3f", len(taken), precision, recall, f1)
	if precision < leastClaimPrecision || recall < leastClaimRecall || f1 < leastClaimB3 {
		t.Errorf("precision %.3f, recall %.3f of pairs, B³ F1 %.3f, want %.2f, %.2f, %.2f", precision, recall, f1, leastClaimPrecision, leastClaimRecall, leastClaimB3)
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
