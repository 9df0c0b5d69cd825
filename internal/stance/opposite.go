package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
)

// readOpposite takes "is alive and well" where another tells of a death.
func (p *page) readOpposite(i int, ph *phrase) bool {
	v := p.predicate(i, ph)
	if !v.copula || !p.onlyStrong(v) || p.reads(v.from-1, keysYou) || p.reads(v.from-1, keysWe) || v.negated || v.hedged || p.isSupposed(v.from) || p.isQuestion(i) {
		return false
	}
	t := p.takerOf(i)
	if !p.mayTake(t) {
		return false
	}
	at := text.Range{From: v.from, To: v.at.To}
	q := sought{at: at, from: v.from, holder: p.stemsOf(t), taker: t.statement, opposed: true}
	if h := p.nounBefore(v.from); h == none || !p.is(h, pointing|subjective) {
		q.stems = p.stems(max(p.sentence(i).From, v.from-subjectNear), v.from)
	}
	of, ok := p.elsewhere(q, ruleNoun)
	if ok {
		p.take(ph.relation, at, t, of, ruleOpposite)
	}
	return ok
}

// onlyStrong reports whether only words that make it stronger stand between a verb
// and its verdict: "is very much alive", and not "was burned alive".
func (p *page) onlyStrong(v predicate) bool {
	for k := v.from; k < v.at.From; k++ {
		if !p.is(k, be|auxiliary) && !p.isIntensive(k) {
			return false
		}
	}
	return true
}

// subjectNear bounds how far before its verb a subject's words are looked for.
const subjectNear = 8

var keysYou = keysOf([]string{"you"})

// opposes reports whether r has a word that "alive" goes against.
func (p *page) opposes(r text.Range) bool {
	for i := r.From; i < min(r.To, r.From+tellingLook); i++ {
		if p.is(i, opposed) {
			return true
		}
	}
	return false
}
