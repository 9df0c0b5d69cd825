package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// barredLook bounds the words of whoever could not have: "for these three injuries to have".
const barredLook = 8

// readBarred takes "it is impossible that P" and "it would be impossible for the dam to
// have burst".
func (p *page) readBarred(i int, ph *phrase) bool {
	v, t := p.predicate(i, ph), p.takerOf(i)
	hi := p.sentence(i).To
	if !v.copula || v.negated || v.hedged || v.from == 0 || p.key(v.from-1) != keyIt || !p.mayTake(t) || p.isSupposed(v.from) || p.isQuestion(i) {
		return false
	}
	from := v.at.To + 1
	switch {
	case v.at.To+2 >= hi || (p.is(from, objective) || p.reads(from, keysYou)) && p.key(v.at.To) != keyThat:
		return false
	case p.key(v.at.To) == keyThat:
	case !p.reads(v.at.To, keysFor) || !p.hasBeen(from, hi):
		return false
	}
	r, ok := p.clause(from, hi)
	if ok {
		p.take(ph.relation, text.Range{From: v.from, To: v.at.To}, t, p.here(r, ruleClause), ruleBarred)
	}
	return ok
}

// hasBeen reports whether "to have" leads what somebody, from token k on, did: what is
// impossible for him to do is no claim.
func (p *page) hasBeen(k, hi int) bool {
	for n := k; n+1 < min(hi, k+barredLook); n++ {
		if p.key(n) == keyTo {
			return p.reads(n+1, keysHave)
		}
	}
	return false
}

// readPictured takes "the photo does not show the burst dam", where the dam is told to
// have burst.
func (p *page) readPictured(i int) bool {
	t := p.takerOf(i)
	hi := p.sentence(i).To
	if !p.is(i+1, depicts) || p.is(i+2, asking|relative) || !p.is(i-1, auxiliary) || !p.mayTake(t) || p.isSupposed(i) || p.isQuestion(i) {
		return false
	}
	if h := p.nounBefore(i - 1); h == none || !p.is(h, artefact) {
		return false
	}
	at := text.Range{From: i - 1, To: i + 2}
	r, ok := p.matter(at.To, hi)
	if !ok || p.toldOfIt(at, p.stems(r.From, r.To), t) == nil {
		return false
	}
	p.take(news.RelDenies, at, t, p.here(r, ruleObject), rulePictured)
	return true
}
