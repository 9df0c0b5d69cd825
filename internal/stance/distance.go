package stance

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/sorted"
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
	of, ok := p.subjectObject(from, at, t, false)
	if ok && p.mayTake(t) {
		p.take(ph.relation, at, t, of, ruleSatirical)
		return true
	}
	return false
}

// originLook bounds the words between "came from" and what a claim is from.
const originLook = 12

// readDistances takes "the so-called miracle" where somebody is found to deny or
// doubt the miracle or something in the same sentence, or a claim noun leads it; else it may be a mere name.
func (p *page) readDistances() {
	var claims []string
	for i := range p.found {
		for _, of := range p.found[i].Of {
			r := p.tokensOf(of)
			claims = append(claims, p.stems(r.From, r.To)...)
		}
	}
	for i := range p.collect() {
		if t := &p.tellings[i]; t.noun != "" {
			claims = append(claims, t.stems...)
		}
	}
	taken := map[int32]bool{} // the sentences in which somebody denies or doubts
	for i := range p.found {
		if k := p.tokenAt(p.found[i].Cue.Start); k < len(p.tokens) && p.found[i].Relation != news.RelAsks {
			taken[p.sentOf[k]] = true
		}
	}
	slices.Sort(claims)
	claims = slices.Compact(claims)
	for i := range p.tokens {
		if ph := p.longest(i, func(ph *phrase) bool { return ph.kind == "distance" }); ph != nil {
			p.readDistance(i, ph, claims, taken[p.sentOf[i]])
		}
	}
}

func (p *page) readDistance(i int, ph *phrase, claims []string, taken bool) {
	hi := p.sentence(i).To
	from := i + len(ph.words)
	to := from
	for to < hi && to < from+distanceLook && (p.tokens[to].IsQuote() || p.tokens[to].IsWordy() && !p.is(to, function)) {
		to++
		if p.tokens[to-1].IsQuote() && to-1 > from {
			break
		}
	}
	a, b := p.trim(from, to)
	t := p.takerOf(i)
	stems := p.stems(a, b)
	if len(stems) == 0 || !taken && sorted.Common(stems, claims) < len(stems) || !p.mayTake(t) {
		return
	}
	o := p.here(text.Range{From: a, To: b}, ruleObject)
	if a > from && b < to { // with its marks
		o.spans = []news.Span{p.span(from, to)}
	}
	p.take(ph.relation, text.Range{From: i, To: from}, t, o, ruleDistance)
}

// distanceLook bounds the words that are held off.
const distanceLook = 6
