package syntax

import "sync"

// searches are those of no sentence now: each is room of some 60 kB.
var searches = sync.Pool{New: func() any { return new(search) }}

// attach fills s.Heads for tagged words.
func (m *Model) attach(s *Sentence) {
	s.size(len(s.Words))
	s.survey(m)
	x := searches.Get().(*search)
	x.width, x.lead = beamWidth, m.lead
	s.settle(x, x.run(s, m))
	searches.Put(x)
}

// size makes room for a tree of n words, whose relations are not known yet.
func (s *Sentence) size(n int) {
	s.Heads, s.sketched, s.rels = sized(s.Heads, n), sized(s.sketched, n), sized(s.rels, n)
	clear(s.rels)
	s.known = nil
}

// beamWidth is the most parses followed side by side; on the dev parts twice as many
// find little more.
const beamWidth = 8

func (m *Model) weighActions(s *Sentence, groups []asked) { m.action.score(s.feats, groups, &s.found) }

func (m *Model) nameArc(s *Sentence) Rel {
	return Rel(m.sketch.best(s.feats, &s.found, &s.score))
}
