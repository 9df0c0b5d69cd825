package syntax

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// dice weighs every feature by its hash, so that all parses differ.
type dice struct{ seed uint64 }

func (d dice) weighActions(s *Sentence, groups []asked) {
	from := 0
	for _, g := range groups {
		*g.weight = [actions]int32{}
		for _, f := range s.feats[from:g.end] {
			for a := range g.weight {
				g.weight[a] += int32(mix(uint64(a), f, d.seed, 0)>>40)%1000 - 500
			}
		}
		from = g.end
	}
}

func (d dice) nameArc(s *Sentence) Rel {
	return Rel(mix(9, s.feats[0], d.seed, 0) % 5)
}

func drawWords(t *rapid.T, most int) *Sentence {
	s := &Sentence{Words: rapid.SliceOfN(rapid.SampledFrom(strings.Fields("the minister denied it , Korva said \" that bridges fell .")), 1, most).Draw(t, "words")}
	smallModel().Tag(s)
	s.survey(smallModel())
	return s
}

// A search that drops nothing finds the parse of the highest score.
func TestWideSearchFindsTheBestParse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, w := drawWords(t, 3), dice{rapid.Uint64().Draw(t, "seed")}
		x := &search{width: widest, lead: 1 << 40}
		got := x.states[x.run(s, w)].score
		all := &search{}
		all.begin(s)
		if want := all.bestFrom(s, w, 0); got != want {
			t.Fatalf("%q: the search found %d, the best is %d", s.Words, got, want)
		}
	})
}

// bestFrom is the highest score of all parses that go on from a state.
func (x *search) bestFrom(s *Sentence, w weigher, at int32) int64 {
	if x.over(&x.states[at]) {
		return x.states[at].score
	}
	best := int64(-1 << 60)
	for _, a := range possible(&x.lattice, at) {
		st := &x.states[at]
		next := x.follow(s, w, step{st.score + int64(x.weigh(s, w, st)[a]), at, a})
		best = max(best, x.bestFrom(s, w, next))
	}
	return best
}

// What is remembered is what would be weighed anew.
func TestScoresAreThoseOfAllFeatures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, w := drawWords(t, 12), dice{rapid.Uint64().Draw(t, "seed")}
		x := &search{width: rapid.IntRange(1, widest).Draw(t, "width"), lead: rapid.Int64Range(0, 20000).Draw(t, "lead")}
		x.run(s, w)
		last := x.run(s, w) // again, with what is remembered of the first time
		for at := last; at > 0; at = x.states[at].from {
			st, before := &x.states[at], &x.states[x.states[at].from]
			want := int64(0)
			if before.top != none {
				s.feats = x.features(s, before, s.feats[:0])
				var weight [actions]int32
				w.weighActions(s, []asked{{len(s.feats), &weight}})
				want = int64(weight[st.taken])
			}
			if got := st.score - before.score; got != want {
				t.Fatalf("%q: action %d scored %d, its features weigh %d", s.Words, st.taken, got, want)
			}
		}
		if heads := headsOf(&x.lattice, last); slices.Contains(heads, -1) {
			t.Fatalf("%q: words without head in %v", s.Words, heads)
		}
	})
}
