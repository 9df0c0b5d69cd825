package syntax

import "sync"

// searches are those of no sentence now: each is room of some 60 kB.
var searches = sync.Pool{New: func() any { return new(search) }}

// attach fills s.Heads and s.Rels for tagged words.
func (m *Model) attach(s *Sentence) {
	s.Heads, s.Rels = sized(s.Heads, len(s.Words)), sized(s.Rels, len(s.Words))
	s.survey(m)
	x := searches.Get().(*search)
	x.width, x.lead = beamWidth, m.lead
	m.settle(s, x, x.run(s, m))
	searches.Put(x)
}

// beamWidth is the most parses followed side by side; on the dev parts twice as many
// find little more.
const beamWidth = 8

func (m *Model) weighActions(s *Sentence) [actions]int32 { return m.action.score(s.feats, &s.found) }

func (m *Model) nameArc(s *Sentence) Rel {
	return Rel(m.sketch.best(s.feats, &s.found, &s.score))
}
