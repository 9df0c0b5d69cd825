package match_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/match"
)

func nodes(orders ...int64) []match.Node {
	out := make([]match.Node, len(orders))
	for i, o := range orders {
		out[i] = match.Node{ID: int64(100 + i), Order: o}
	}
	return out
}

func TestGroup(t *testing.T) {
	tests := []struct {
		name  string
		nodes []match.Node
		edges []match.Edge
		ties  []match.Tie
		want  []int
	}{
		{"nothing", nil, nil, nil, nil},
		{"two alike", nodes(1, 2), []match.Edge{{A: 0, B: 1, Score: .9, Sure: true}}, nil, []int{0, 0}},
		{"the earlier heads", nodes(2, 1), []match.Edge{{A: 0, B: 1, Score: .9, Sure: true}}, nil, []int{1, 1}},
		{"a chain does not drift", nodes(1, 2, 3), []match.Edge{{A: 0, B: 1, Score: .8, Sure: true}, {A: 1, B: 2, Score: .8, Sure: true}}, nil, []int{0, 0, 2}},
		{"closely worded joins by one", nodes(1, 2, 3), []match.Edge{{A: 0, B: 1, Score: .8, Sure: true}, {A: 1, B: 2, Score: .9, Sure: true}}, nil, []int{0, 0, 0}},
		{"claims join by a late member", nodes(1, 2, 3), []match.Edge{{A: 0, B: 1, Score: .6}, {A: 0, B: 2, Score: .8, Sure: true}, {A: 1, B: 2, Score: .83, Sure: true}}, nil, []int{0, 0, 0}},
		{"two likenesses join", nodes(1, 2, 3), []match.Edge{{A: 0, B: 1, Score: .9, Sure: true}, {A: 1, B: 2, Score: .8, Sure: true}, {A: 0, B: 2, Score: .78, Sure: true}}, nil, []int{0, 0, 0}},
		{"a likely second joins", nodes(1, 2, 3), []match.Edge{{A: 0, B: 1, Score: .9, Sure: true}, {A: 1, B: 2, Score: .8, Sure: true}, {A: 0, B: 2, Score: .6}}, nil, []int{0, 0, 0}},
		{"another number does not", nodes(1, 2, 3), []match.Edge{{A: 0, B: 1, Score: .9, Sure: true}, {A: 1, B: 2, Score: .9, Sure: true}, {A: 0, B: 2, Score: .9, Off: true}}, nil, []int{0, 0, 2}},
		{"likely only", nodes(1, 2), []match.Edge{{A: 0, B: 1, Score: .7}}, nil, []int{0, 1}},
		{"parted by a person", nodes(1, 2), []match.Edge{{A: 0, B: 1, Score: .9, Sure: true}}, []match.Tie{{A: 1, B: 0}}, []int{0, 1}},
		{"tied by a person", nodes(1, 2), nil, []match.Tie{{A: 1, B: 0, Same: true}}, []int{0, 0}},
		{"the last word counts", nodes(1, 2), nil, []match.Tie{{A: 1, B: 0, Same: true}, {A: 0, B: 1}}, []int{0, 1}},
	}
	for _, c := range tests {
		if got := match.Group(c.nodes, c.edges, c.ties); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

// However nodes, edges and ties come, the same nodes stand together; who is tied
// does, who is parted and not tied by others does not.
func TestGroupInAnyOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(rt, "nodes")
		all := nodes(rapid.SliceOfN(rapid.Int64Range(1, 4), n, n).Draw(rt, "orders")...)
		pair := func(what string) (int, int) {
			a := rapid.IntRange(0, n-1).Draw(rt, what)
			return a, (a + rapid.IntRange(1, max(n-1, 1)).Draw(rt, what)) % n
		}
		met := map[[2]int]bool{}
		var edges []match.Edge
		var ties []match.Tie
		for range rapid.IntRange(0, 12).Draw(rt, "likenesses") {
			if a, b := pair("ends"); a != b && !met[[2]int{min(a, b), max(a, b)}] {
				met[[2]int{min(a, b), max(a, b)}] = true
				edges = append(edges, match.Edge{A: a, B: b, Score: rapid.Float64Range(.5, 1).Draw(rt, "score"), Sure: rapid.Bool().Draw(rt, "sure")})
			}
		}
		if a, b := pair("tied"); a != b {
			ties = append(ties, match.Tie{A: a, B: b, Same: rapid.Bool().Draw(rt, "same")})
		}
		want := match.Group(all, edges, ties)
		for _, x := range ties {
			if (want[x.A] == want[x.B]) != x.Same {
				rt.Errorf("%+v is not heeded: %v", x, want)
			}
		}
		at := rand.New(rand.NewPCG(7, uint64(n))).Perm(n)
		turned := make([]match.Node, n)
		for i, k := range at {
			turned[k] = all[i]
		}
		for i := range edges {
			edges[i].A, edges[i].B = at[edges[i].B], at[edges[i].A]
		}
		for i := range ties {
			ties[i].A, ties[i].B = at[ties[i].B], at[ties[i].A]
		}
		slices.Reverse(edges)
		got := match.Group(turned, edges, ties)
		for i := range all {
			if got[at[i]] != at[want[i]] {
				rt.Errorf("node %d heads %d, in another order %d", i, want[i], got[at[i]])
			}
		}
	})
}
