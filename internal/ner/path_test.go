package ner

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// sumOf is what labels weigh together, and whether they make whole names.
func sumOf(labels []Label, s []scores, t *turns) (sum int32, whole bool) {
	if labels[0].continues() || labels[len(labels)-1].goesOn() {
		return 0, false
	}
	for i, l := range labels {
		sum += s[i][l]
		if i > 0 {
			sum += t[labels[i-1]][l]
			if !follows(labels[i-1], l) {
				return 0, false
			}
		}
	}
	return sum, true
}

// namesShut reports whether labels have a word that is shut in a name.
func (p *path) namesShut(labels []Label) bool {
	for i, l := range labels {
		if p.shut[i] && l != outside {
			return true
		}
	}
	return false
}

// each calls take with every sequence of n labels.
func each(n int, take func([]Label)) {
	seq := make([]Label, n)
	var next func(int)
	next = func(i int) {
		if i == n {
			take(seq)
			return
		}
		for l := range Label(labels) {
			seq[i] = l
			next(i + 1)
		}
	}
	next(0)
}

// The path found is the best of all that make whole names, and what a word leans
// to is the lead of the best path with it in a name of the kind.
func TestBestPathOfAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, turns := &path{}, &turns{}
		p.reset(rapid.IntRange(1, 3).Draw(t, "words"))
		small := rapid.Int32Range(-50, 50)
		for i := range p.scores {
			for l := 1; l < labels; l++ {
				p.scores[i][l] = small.Draw(t, "score")
			}
		}
		for i := range p.shut {
			p.shut[i] = rapid.IntRange(0, 2).Draw(t, "shut") == 0
		}
		for a := range turns {
			for b := range turns[a] {
				turns[a][b] = small.Draw(t, "turn")
			}
		}
		best := int32(-1 << 30)
		lead := make([][kinds]int32, len(p.scores))
		for i := range lead {
			for k := range lead[i] {
				lead[i][k] = -1 << 30
			}
		}
		each(len(p.scores), func(seq []Label) {
			sum, whole := sumOf(seq, p.scores, turns)
			if !whole || p.namesShut(seq) {
				return
			}
			best = max(best, sum)
			for i, l := range seq {
				lead[i][l.kind()] = max(lead[i][l.kind()], sum)
			}
		})
		if got, whole := sumOf(p.best(turns), p.scores, turns); !whole || got != best {
			t.Fatalf("a path of %d, whole %v, want %d", got, whole, best)
		}
		out := make([][kinds]int32, len(p.scores))
		p.lean(turns, out)
		for i := range lead {
			for k := Kind(1); k < kinds && !p.shut[i]; k++ {
				if want := lead[i][k] - lead[i][None]; out[i][k] != want {
					t.Fatalf("word %d leans to %d by %d, want %d", i, k, out[i][k], want)
				}
			}
		}
	})
}

func TestLabelsOfNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var want []Name
		n := 0
		for range rapid.IntRange(0, 5).Draw(t, "names") {
			from := n + rapid.IntRange(0, 2).Draw(t, "gap")
			n = from + rapid.IntRange(1, 4).Draw(t, "words")
			want = append(want, Name{from, n, Kind(rapid.IntRange(1, int(kinds)-1).Draw(t, "kind"))})
		}
		if got := names(labelled(want, n+1), 0, nil); !slices.Equal(got, want) {
			t.Fatalf("names %v, want %v", got, want)
		}
	})
}
