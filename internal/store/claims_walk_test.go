package store

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestListsOfClaimsGoOnWhereTheyEnded walks every list by pages, of claims many of
// which are alike in what they are ordered by.
func TestListsOfClaimsGoOnWhereTheyEnded(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	x := newTellings(t, nil)
	const most = 60
	x.must(func(b *batch) error {
		for head := range most {
			err := b.exec("INSERT INTO claim_tally (head, tellings, articles, origins, denials, corrected, first, last, first_article, first_number, id, heard, asks) VALUES (?, 3, 3, ?, ?, ?, ?, ?, 1, 1, 0, ?, 0)",
				head-most/2, r.IntN(4), r.IntN(3), r.IntN(2), r.IntN(5), r.IntN(5)-2, r.IntN(8) > 0)
			if err != nil {
				return err
			}
		}
		return nil
	})
	for only, orders := range walks {
		for order := range orders {
			whole, page, err := x.claimsKept(t.Context(), ClaimList{Order: order, Only: only, Limit: most})
			if err != nil || page.Next != "" || page.Found != len(whole) || page.Found < 5 {
				t.Fatalf("%s, %s: %d of %d claims, then %q: %v", only, order, len(whole), page.Found, page.Next, err)
			}
			for _, limit := range []int{1, 7, page.Found} {
				var got []claimSum
				for l := (ClaimList{Order: order, Only: only, Limit: limit}); ; {
					part, page, err := x.claimsKept(t.Context(), l)
					if err != nil || len(part) == 0 || len(got) > most {
						t.Fatalf("%s, %s, after %q: %d claims: %v", only, order, l.After, len(part), err)
					}
					got = append(got, part...)
					if l.After = page.Next; l.After == "" {
						break
					}
				}
				if !slices.Equal(got, whole) {
					t.Errorf("%s, %s by pages of %d: %v, at once %v", only, order, limit, got, whole)
				}
			}
		}
	}
	for _, wrong := range []string{"x", "0", "7.1.1", "-1.1.1", "0.1", "0.1.1.1.1", "0.?.1"} {
		if _, _, err := x.claimsKept(t.Context(), ClaimList{Order: ClaimsNewest, Only: ClaimsTold, After: wrong, Limit: 5}); err == nil {
			t.Errorf("%q is a place", wrong)
		}
	}
}
