package keep_test

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/gen"
	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/news"
)

// someOf yields articles in an order.
func someOf(all []gen.Article, order []int) iter.Seq2[news.Blob, error] {
	return func(yield func(news.Blob, error) bool) {
		for _, i := range order {
			if !yield(all[i].Blob(), nil) {
				return
			}
		}
	}
}

// forest is what copies an archive has found, one line an edge.
func forest(t *testing.T, a *store.Archive) []string {
	t.Helper()
	var out []string
	err := a.EachCopy(t.Context(), func(c news.Copy) error {
		origin, err := a.Origins(t.Context(), []string{c.To})
		out = append(out, fmt.Sprintf("%+v in the family of %s", c, origin[c.To]))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestCopiesAreTheSameInAnyOrder(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles are read again and again")
	}
	all := slices.Collect(gen.New(11, gen.Config{Window: 40, Bytes: 800}).Articles(150))
	var want []string
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 5))
		order := r.Perm(len(all))
		if seed == 0 {
			slices.Sort(order)
		}
		a := open(t)
		for len(order) > 0 {
			n := min(len(order), 1+r.IntN(60))
			if _, err := keep.Add(t.Context(), a, someOf(all, order[:n]), keep.Watch{}); err != nil {
				t.Fatal(err)
			}
			order = order[n:]
		}
		got := forest(t, a)
		if seed == 0 {
			want = got
			found := 0
			for _, x := range all {
				if x.Truth.CopyOf != "" {
					found++
				}
			}
			t.Logf("%d edges, %d copies", len(got), found)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("in order %d there are %d edges, else %d; %s", seed, len(got), len(want), firstOther(got, want))
		}
	}
}

func firstOther(a, b []string) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[i] + "\n is not \n" + b[i]
		}
	}
	return "one has more"
}
