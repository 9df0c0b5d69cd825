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

// pictureLook bounds the words between a picture and what is said of it.
const pictureLook = 12

// readPictureReal takes "the photo was actually taken in Korv", of what a picture is told to show.
func (p *page) readPictureReal(i int, ph *phrase) bool {
	lo, hi := p.sentence(i).From, p.sentence(i).To
	t := p.takerOf(i)
	to := i + len(ph.words)
	if !p.mayTake(t) || p.isQuestion(i) || p.isSupposed(i) || to+1 >= hi {
		return false
	}
	if !p.among(to, "records") && (!p.is(to, be) || !p.is(to+1, preposition|determiner)) {
		return false
	}
	from := i
	for from > lo && (p.is(from-1, be|auxiliary) || p.isIntensive(from-1) && !p.is(from-1, determiner)) {
		from--
	}
	if p.is(from, modal) || p.is(from-1, modal) {
		return false
	}
	for n := from - 1; n >= lo && n > from-pictureLook; n-- {
		if p.pictureOf(n) == none || !p.is(n, artefact) {
			continue
		}
		of, ok := p.referent(n, from, text.Range{From: from, To: to + 1}, t)
		if ok = ok && (of.weight == 0 || of.weight >= weightNoun); ok {
			p.take(ph.relation, text.Range{From: from, To: to + 1}, t, of, ruleInFact)
		}
		return ok
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
