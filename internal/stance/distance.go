package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// readSatirical takes "the story came from a satirical website".
func (p *page) readSatirical(i int, ph *phrase) bool {
	r := p.sentence(i)
	at := text.Range{From: i, To: i + len(ph.words)}
	for at.To < r.To && p.is(at.To, site) {
		at.To++
	}
	if at.To == i+len(ph.words) || p.isQuestion(i) {
		return false
	}
	from := none
	for k := i - 1; k > r.From && k >= i-originLook && from == none; k-- {
		switch {
		case p.is(k, negation):
			return false
		case p.is(k, origin) && !p.is(k, function):
			from = k
		}
	}
	if from == none {
		return false
	}
	for from > r.From && p.is(from-1, be|auxiliary|intensive) && !p.is(from-1, determiner|pointing) {
		from--
	}
	t := p.takerOf(i)
	at.From = from
	of, ok := p.subjectObject(from, at, t, true)
	if ok && p.mayTake(t) {
		p.take(ph.relation, at, t, of, ruleSatirical)
		return true
	}
	return false
}

// originLook bounds the words between "came from" and what a claim is from.
const originLook = 10

// readDistance takes "the so-called miracle" where a miracle is told of.
func (p *page) readDistance(i int, ph *phrase) bool {
	hi := p.sentence(i).To
	from := i + len(ph.words)
	to := from
	for to < hi && to < from+distanceLook && (p.tokens[to].IsQuote() || p.tokens[to].IsWordy() && !p.is(to, function|tells&^claimNoun)) {
		to++
		if p.tokens[to-1].IsQuote() && to-1 > from {
			break
		}
	}
	a, b := p.trim(from, to)
	t := p.takerOf(i)
	if p.content(a, b) == 0 || !p.mayTake(t) {
		return false
	}
	o := p.here(text.Range{From: a, To: b}, ruleObject)
	if a > from && b < to { // with its marks
		o.spans = []news.Span{p.span(from, to)}
	}
	p.take(ph.relation, text.Range{From: i, To: from}, t, o, ruleDistance)
	return true
}

// distanceLook bounds the words that are held off.
const distanceLook = 6
