package syntax

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// What an arc's relation is told by, the finished tree gives as the search saw it.
func TestArcsAreToldAsTheyWereMade(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, w := drawWords(t, 12), dice{rapid.Uint64().Draw(t, "seed")}
		x := &search{width: beamWidth, lead: maxLead}
		last := x.run(s, w)
		s.size(len(s.Words))
		s.settle(x, last)
		for i := last; i > 0; i = x.states[i].from {
			st := &x.states[i]
			if st.taken == shift {
				continue
			}
			h, d := x.arc(&x.states[st.from], st.taken)
			want := labelFeatures(s, &x.nodes[h], &x.nodes[d], nil)
			head, dep := s.arc(int(x.nodes[d].word))
			if got := labelFeatures(s, &head, &dep, nil); !slices.Equal(got, want) {
				t.Fatalf("%q, heads %v: the arc to word %d is told from %+v and %+v, it was made of %+v and %+v", s.Words, s.Heads, x.nodes[d].word, head, dep, x.nodes[h], x.nodes[d])
			}
		}
	})
}

func TestRelationsAreRemembered(t *testing.T) {
	m := remembering(smallModel())
	s := Sentence{Words: []string{"the", "minister", "denied", "it"}}
	for range 2 {
		m.Parse(&s)
		rel := m.Rel(&s, 1)
		if got := s.known.words[1].rel.Load(); got != uint32(rel)+1 {
			t.Errorf("relation %d is remembered as %d", rel, got)
		}
		if got := s.known.words[0].rel.Load(); got != 0 {
			t.Errorf("a relation nobody asked for is remembered: %d", got)
		}
	}
}
