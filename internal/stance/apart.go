package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// readNothingToDo takes "P has nothing to do with Q".
func (p *page) readNothingToDo(i int) bool {
	hi := p.sentence(i).To
	t := p.takerOf(i)
	from := i
	if from > p.sentence(i).From && p.is(from-1, auxiliary) {
		from--
	}
	at := text.Range{From: from, To: i + 4}
	if !p.mayTake(t) || from == i {
		return false
	}
	if p.is(from-1, subjective) && t.statement != news.Outermost {
		return p.readHadNoPart(at, hi, t)
	}
	r, ok := p.matter(at.To, hi)
	if !ok {
		return false
	}
	if t.statement == news.Outermost && p.toldOfIt(at, p.stems(r.From, r.To), t) == nil {
		return false
	}
	of := p.here(r, ruleObject)
	lo := p.sentence(i).From
	a := from
	for a > lo && a > from-nounLook && p.tokens[a-1].IsWordy() && !p.is(a-1, be|modal) && p.key(a-1) != keyThat && !p.cueWithin(a-1, a) {
		a--
	}
	if a == from || p.content(a, from) == 0 {
		return false
	}
	of.spans = append([]news.Span{p.span(a, from)}, of.spans...)
	p.take(news.RelDenies, at, t, of, ruleApart)
	return true
}

// readOrder takes "Ignore the reports that P".
func (p *page) readOrder(i int, ph *phrase) bool {
	for k := i - 1; k >= p.sentence(i).From; k-- {
		if p.tokens[k].IsWordy() {
			return false
		}
	}
	hi := p.sentence(i).To
	n := p.nounBehind(i+len(ph.words), hi)
	if n == none {
		return false
	}
	t, at := p.takerOf(i), text.Range{From: i, To: n + 1}
	of, ok := p.referent(n, hi, at, t)
	if ok {
		p.take(ph.relation, at, t, of, ruleDenies)
	}
	return ok
}

// readAbsent takes "said that P does not exist".
func (p *page) readAbsent(i int) bool {
	t := p.takerOf(i)
	if !p.reads(i+1, keysExist) || p.key(i+2) == keyTo || !p.mayTake(t) || p.isSupposed(i) || !p.parse(i) {
		return false
	}
	h := p.nounBefore(i + 1)
	if h == none {
		h = p.subject(i + 1)
	}
	if h == none || h > i || p.is(h, pointing|subjective) {
		return false
	}
	r := p.nominal(h)
	from, to := p.trim(r.From, min(r.To, i))
	at := text.Range{From: i, To: i + 2}
	for at.From > to && p.is(at.From-1, auxiliary|modal) {
		at.From--
	}
	if p.content(from, to) == 0 || t.statement == news.Outermost && p.toldOfIt(at, p.stems(from, to), t) == nil {
		return false
	}
	p.take(news.RelDenies, at, t, p.here(text.Range{From: from, To: to}, ruleObject), ruleVerdict)
	return true
}

var keysExist = keysOf([]string{"exist"})

// readHadNoPart takes "she had nothing to do with the fire", of what another tells of it.
func (p *page) readHadNoPart(at text.Range, hi int, t taker) bool {
	if p.key(at.From-1) == keyIt || p.is(at.From-1, pointing) && !p.reads(at.From-1, keysThey) || p.isQuestion(at.From) || p.isSupposed(at.From) {
		return false
	}
	if p.is(at.To, pointing) && p.stands(at.To, hi) {
		of, ok := p.bare(at.To, at, t)
		if ok {
			p.take(news.RelDenies, at, t, of, ruleApart)
		}
		return ok
	}
	r, ok := p.matter(at.To, hi)
	if !ok || p.toldOfIt(at, p.stems(r.From, r.To), t) == nil {
		return false
	}
	p.take(news.RelDenies, at, t, p.here(r, ruleObject), ruleApart)
	return true
}
