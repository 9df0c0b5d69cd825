package stance

import (
	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// readOpposite takes "is alive and well" where another tells of a death.
func (p *page) readOpposite(i int, ph *phrase) bool {
	v := p.predicate(i, ph)
	if !v.copula || !p.onlyStrong(v) || p.reads(v.from-1, keysYou) || p.reads(v.from-1, keysWe) || v.negated || v.hedged || p.isSupposed(v.from) || p.isQuestion(i) {
		return false
	}
	if p.wasSo(v.from) && p.is(v.at.To, preposition) && p.sentOf[min(v.at.To, len(p.tokens)-1)] == p.sentOf[i] {
		return false // "was alive during the talks"
	}
	t := p.takerOf(i)
	if !p.mayTake(t) {
		return false
	}
	at := text.Range{From: v.from, To: v.at.To}
	q := sought{at: at, from: v.from, holder: p.stemsOf(t), taker: t.statement, opposed: opposed}
	if ph.kind == "unharmed" {
		q.opposed = harmed
	}
	if h := p.nounBefore(v.from); h == none || !p.is(h, pointing|subjective) {
		q.stems = p.stems(max(p.sentence(i).From, v.from-subjectNear), v.from)
	}
	if ph.kind == "unharmed" && len(q.stems) == 0 && !p.isToldOf(v.from, t) {
		return false // "I am safe", of what befell another
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
		if !p.is(k, be|auxiliary) && !p.isIntensive(k) && !p.reads(k, keysDoing) {
			return false
		}
	}
	return true
}

// subjectNear bounds how far before its verb a subject's words are looked for.
const subjectNear = 8

var keysYou, keysDoing = keysOf([]string{"you"}), keysOf([]string{"doing"})

// isToldOf reports whether the subject of the verb that begins at from is an "I" of whom
// another tells by name that he came to harm.
func (p *page) isToldOf(from int, t taker) bool {
	if t.statement == news.Outermost || !p.reads(from-1, keysI) {
		return false
	}
	names := p.speakerStems(t.statement)
	near := p.near(int(p.sentOf[from]))
	for k := range near {
		if o := &near[k]; o.statement != t.statement && p.opposes(o.tokens, harmed) && sorted.Common(o.stems, names) > 0 {
			return true
		}
	}
	return false
}

// opposes reports whether r has a word of a class that "alive" or "safe" goes against.
func (p *page) opposes(r text.Range, c class) bool {
	for i := r.From; i < min(r.To, r.From+tellingLook); i++ {
		if p.is(i, c) {
			return true
		}
	}
	return false
}
