package store

import (
	"testing"

	"pgregory.net/rapid"
)

// TestPartsAreComponents holds what was joined pair by pair, in rounds, against
// what spreads from neighbour to neighbour.
func TestPartsAreComponents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(1, 40).Draw(t, "utterances")
		r := &reaching{gathering: gathering{at: map[int64]int{}}, least: 0.8}
		for id := range n {
			r.at[id], r.nodes = len(r.nodes), append(r.nodes, uttered{id: id})
			r.up, r.size = append(r.up, int(id)), append(r.size, 1)
		}
		end := rapid.Int64Range(0, n-1)
		want := make([]int64, n) // the least of each component
		for id := range want {
			want[id] = int64(id)
		}
		inside := map[liking]bool{}
		for range rapid.IntRange(0, 40).Draw(t, "likenesses") {
			l := liking{end.Draw(t, "a"), end.Draw(t, "b"), rapid.SampledFrom([]float64{0.6, 0.8, 1}).Draw(t, "score"), rapid.Bool().Draw(t, "sure"), false}
			r.like(l)
			inside[l] = true
			if rapid.Bool().Draw(t, "join now") {
				r.join()
			}
		}
		for range want {
			for l := range inside {
				if l.sure && l.score >= r.least {
					least := min(want[l.a], want[l.b])
					want[l.a], want[l.b] = least, least
				}
			}
		}
		r.join()
		whole, large := r.parts()
		met := int64(0)
		for _, g := range whole {
			for _, x := range g.nodes {
				if met++; want[x.id] != want[g.nodes[0].id] {
					t.Fatal(x.id, "and", g.nodes[0].id, "are of one part and not of one component")
				}
			}
			for _, e := range g.edges {
				if a, b := g.nodes[e.A].id, g.nodes[e.B].id; !inside[liking{a, b, e.Score, e.Sure, e.Off}] {
					t.Fatal("an edge that nobody gave:", a, b)
				}
			}
		}
		heads := map[int64]bool{}
		for _, w := range want {
			heads[w] = true
		}
		if met != n || len(whole) != len(heads) || len(large) > 0 {
			t.Fatal(met, "of", n, "in", len(whole), "parts, not", len(heads))
		}
	})
}
