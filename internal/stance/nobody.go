package stance

import (
	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// readNobody takes "no guard opened the dam" and "there is no leak" where another tells
// that a guard did, or of a leak.
func (p *page) readNobody(i int) bool {
	t := p.takerOf(i)
	if p.reads(i, keysNoneOf) && t.statement != news.Outermost && p.mayTake(t) {
		return p.readNoneOf(i, t)
	}
	if p.key(i) != keyNo || !p.mayTake(t) || p.isSupposed(i) || p.isQuestion(i) {
		return false
	}
	lo, hi := p.sentence(i).From, p.sentence(i).To
	from := p.groupStart(i)
	if p.key(from) == keyThere {
		return p.readNone(i, from, t)
	}
	if t.statement == news.Outermost || from < i || i > lo && p.tokens[i-1].IsWordy() && p.key(i-1) != keyThat && p.cueOf(i-1) == none {
		return false
	}
	r, ok := p.clause(i+1, p.secondVerb(i+1, p.commaFrom(i+1, hi)))
	v := p.groupFrom(r)
	if !ok || v == none || p.is(v, modal) || p.unsaid(text.Range{From: v, To: r.To}) {
		return false
	}
	own := p.stems(r.From, r.To)
	if only := p.weighty(r.From, r.To); len(only) == 1 && p.is(v, be|auxiliary) && !p.is(i+1, claimNoun|empty) && p.tagged(r.To-1, &parts().participle) {
		return p.takeNobody(text.Range{From: i, To: i + 1}, r, only, 1, t) // "no one had been arrested"
	}
	return p.takeNobody(text.Range{From: i, To: i + 1}, r, own, max(restatedLess, (2*len(own)+2)/3), t)
}

// readNoneOf takes "none of them were sold" where another tells that some were.
func (p *page) readNoneOf(i int, t taker) bool {
	v := i + len(keysNoneOf)
	for v < p.sentence(i).To && p.is(v, pointing|objective|determiner) {
		v++
	}
	if v == i+len(keysNoneOf) || !p.is(v, be|auxiliary) || p.isSupposed(i) || p.isQuestion(i) {
		return false
	}
	r, ok := p.clause(v+1, p.secondVerb(v+1, p.commaFrom(v+1, p.sentence(i).To)))
	own := p.weighty(r.From, r.To)
	return ok && len(own) > 0 && p.takeNobody(text.Range{From: i, To: v + 1}, r, own, max(min(len(own), restatedLess), (2*len(own)+2)/3), t)
}

var keysNoneOf = keysOf([]string{"none", "of"})

// readNone takes "there is no leak", whose verb begins at from.
func (p *page) readNone(i, from int, t taker) bool {
	if t.statement == news.Outermost || p.reads(i+1, keysOne) {
		return false
	}
	hi := i + 1
	for hi < p.sentence(i).To && !p.reads(hi, keysAnd) {
		hi++ // "no leak and the mayor has"
	}
	r, ok := p.matter(i+1, hi)
	own := p.weighty(r.From, r.To)
	return ok && len(own) > 0 && p.takeNobody(text.Range{From: from, To: i + 1}, r, own, max(min(len(own), restatedLess), (2*len(own)+2)/3), t)
}

var keysOne = keysOf([]string{"one"})

// readIdle takes "nothing is imminent" of what another tells is coming.
func (p *page) readIdle(i int, ph *phrase) bool {
	v := p.predicate(i, ph)
	t := p.takerOf(i)
	k := p.noneBefore(v.from)
	if !v.copula || k == none || !p.reads(k, keysNothing[:1]) || !p.ends(v.at.To) && !p.is(v.at.To, preposition) || t.statement == news.Outermost || !p.mayTake(t) || p.isSupposed(k) || p.isQuestion(i) {
		return false
	}
	at := text.Range{From: k, To: v.at.To}
	of, ok := p.bare(k, at, t)
	if ok && of.statement != t.statement {
		p.take(news.RelDenies, at, t, of, ruleRestated)
	}
	return ok
}

// takeNobody takes what another claims with at least least of the stems.
func (p *page) takeNobody(at, r text.Range, own []string, least int, t taker) bool {
	here := int(p.sentOf[at.From])
	holder := p.stemsOf(t)
	near := p.ahead(here)
	var told *telling
	for k := range near {
		o := &near[k]
		if p.claimed(o, t, holder) && (o.tokens.To <= at.From || here < leadSentences && o.tokens.From >= p.sents[here].To) && sorted.Common(o.stems, own) >= least && (told == nil || o.weight > told.weight) {
			told = o
		}
	}
	if told == nil {
		return false
	}
	of := p.here(r, ruleNegated)
	if all := p.stems(r.From, r.To); sorted.Common(told.stems, all) < len(all) && len(own) < len(all) {
		of = object{spans: told.spans, statement: told.statement, rule: ruleNoun} // "no formal process"
	}
	p.take(news.RelDenies, at, t, of, ruleRestated)
	return true
}

// groupFrom is the first verb with a form of "be" or the like, or that the parser calls
// one, of a clause; none where it has none.
func (p *page) groupFrom(r text.Range) int {
	for k := r.From + 1; k < r.To; k++ {
		if p.is(k, be|auxiliary|modal) || p.tagged(k, &parts().finite) {
			return k
		}
	}
	return none
}
