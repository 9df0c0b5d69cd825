package stance

import (
	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// inFactBack is how many sentences back what "in fact" puts right is told.
const inFactBack = 2

// readInFact takes "In fact, the dam was opened for cleaning", right behind what
// another tells of the dam.
func (p *page) readInFact(i int, ph *phrase) bool {
	if p.readPictureReal(i, ph) {
		return true
	}
	r := p.sentence(i)
	t := p.takerOf(i)
	if !p.mayTake(t) || p.isQuestion(i) {
		return false
	}
	for k := r.From; k < i; k++ {
		if p.tokens[k].IsWordy() && !p.reads(k, keyBut) {
			return p.readWithin(i, ph, t)
		}
	}
	at := text.Range{From: i, To: i + len(ph.words)}
	own := p.stems(at.To, r.To)
	told := p.corrected(at, own, t)
	if told == nil {
		told = p.allegedBefore(i, t)
	}
	if told == nil {
		return false
	}
	p.take(ph.relation, at, t, object{spans: told.spans, statement: told.statement, rule: ruleNoun}, ruleInFact)
	return true
}

// allegedBefore is what the outlet tells, right before the sentence of token i, with a
// word that keeps it at arm's length: "this was allegedly due to the weather".
func (p *page) allegedBefore(i int, t taker) (best *telling) {
	here := int(p.sentOf[i])
	near := p.near(here)
	for k := range near {
		o := &near[k]
		if o.statement == t.statement && o.tokens.To <= i && int(p.sentOf[o.tokens.From]) == here-1 && p.isAlleged(o.tokens) {
			best = o
		}
	}
	return best
}

func (p *page) isAlleged(r text.Range) bool {
	for k := r.From; k < r.To; k++ {
		switch p.word(k) {
		case "allegedly", "supposedly", "purportedly", "ostensibly":
			return true
		}
	}
	return false
}

// readWithin takes "it was actually opened for cleaning", of what another claims.
func (p *page) readWithin(i int, ph *phrase, t taker) bool {
	lo := p.sentence(i).From
	from := i
	for from > lo && (!p.tokens[from-1].IsWordy() || p.is(from-1, be|auxiliary)) {
		from--
	}
	if from >= i-1 && !p.is(i-1, be) || p.saysNo(lo, i+len(ph.words)+1) || p.isSupposed(from) || p.isAffirmed(i+len(ph.words)) {
		return false
	}
	for from < i && !p.is(from, be|auxiliary) {
		from++
	}
	var subject []string
	if from > lo && p.is(from-1, pointing|subjective) {
		if p.is(from-1, relative) || t.statement != news.Outermost {
			return false
		}
	} else {
		h := p.nounBefore(from)
		if h == none {
			return false
		}
		s := p.nominal(h)
		if subject = p.stems(s.From, min(s.To, from)); len(subject) == 0 {
			return false
		}
	}
	at := text.Range{From: from, To: i + len(ph.words)}
	told := p.claimedBefore(at, subject, t)
	if told == nil {
		return false
	}
	p.take(ph.relation, at, t, object{spans: told.spans, statement: told.statement, rule: ruleNoun}, ruleInFact)
	return true
}

// saysNo reports whether tokens [from, to) hold a negation.
func (p *page) saysNo(from, to int) bool {
	for k := from; k < min(to, len(p.tokens)); k++ {
		if p.is(k, negation) {
			return true
		}
	}
	return false
}

// affirmedLook bounds how far behind "actually" its "true" stands, in tokens.
const affirmedLook = 4

// isAffirmed reports whether what stands at token i says that it is so: "actually true".
func (p *page) isAffirmed(i int) bool {
	for k := i; k < min(i+affirmedLook, p.sentence(i-1).To); k++ {
		if p.longest(k, func(ph *phrase) bool { return ph.kind == "affirmed" }) != nil {
			return true
		}
	}
	return false
}

// claimedBefore is the nearest claim of another right before at that has all of the
// words of a subject, or any claim for a pronoun.
func (p *page) claimedBefore(at text.Range, subject []string, t taker) (best *telling) {
	holder := p.stemsOf(t)
	here := int(p.sentOf[at.From])
	near := p.near(here)
	for i := range near {
		o := &near[i]
		if o.tokens.To > at.From || here-int(p.sentOf[o.tokens.To-1]) > inFactBack || !p.claimed(o, t, holder) || len(o.stems) < leastWords || !p.hasVerb(o.tokens.From, o.tokens.To) {
			continue
		}
		if sorted.Common(o.stems, subject) == len(subject) {
			best = o
		}
	}
	return best
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
