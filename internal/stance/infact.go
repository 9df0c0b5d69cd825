package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// inFactBack is how many sentences back what "in fact" puts right is told.
const inFactBack = 2

// readInFact takes "In fact, the dam was opened for cleaning", right behind what
// another tells of the dam.
func (p *page) readInFact(i int, ph *phrase) bool {
	r := p.sentence(i)
	t := p.takerOf(i)
	for k := r.From; k < i; k++ {
		if p.tokens[k].IsWordy() && !p.reads(k, keyBut) {
			return false
		}
	}
	if !p.mayTake(t) || p.isQuestion(i) {
		return false
	}
	at := text.Range{From: i, To: i + len(ph.words)}
	own := p.stems(at.To, r.To)
	told := p.corrected(at, own, t)
	if told == nil {
		return false
	}
	p.take(ph.relation, at, t, object{spans: told.spans, statement: told.statement, rule: ruleNoun}, ruleInFact)
	return true
}

var keysInFact = keysOf([]string{"in", "fact"})

// corrected is what another tells right before at of the same thing.
func (p *page) corrected(at text.Range, own []string, t taker) (best *telling) {
	here := int(p.sentOf[at.From])
	holder := p.stemsOf(t)
	most := 0
	near := p.near(here)
	for i := range near {
		o := &near[i]
		if o.tokens.To > at.From || here-int(p.sentOf[o.tokens.To-1]) > inFactBack || o.statement == news.Outermost && o.weight < weightNoun || o.taking {
			continue
		}
		if p.reads(at.From, keysInFact) && o.noun == "" && !p.isNegated(text.Range{From: at.To, To: p.sentence(at.From).To}) {
			continue // it may as well go on with what was said
		}
		if n := p.shares(o, at, own, holder, t); n > most {
			best, most = o, n
		}
	}
	return best
}
