package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// retortWeight is the least weight of what a retort is about.
const retortWeight = 0.5

// readRetort takes "Not so, says the ministry", which is all that is said against what was told.
func (p *page) readRetort(i int, ph *phrase) bool {
	at := text.Range{From: i, To: i + len(ph.words)}
	from, whole := p.fragmentFrom(i)
	if !whole || !p.fragmentEnds(at.To) && !(at.To < len(p.tokens) && p.tokens[at.To].Kind == text.Comma) {
		return false
	}
	at.From = from
	t := p.takerOf(i)
	if t.statement == news.Outermost {
		t = p.saidBy(at.To)
	}
	if !p.mayTake(t) {
		return false
	}
	of, ok := p.bare(from, at, t)
	if ok = ok && of.weight >= retortWeight; ok {
		p.take(ph.relation, at, t, of, ruleFragment)
	}
	return ok
}

// saidBy is who says what ends before token k, named right behind: ", says the ministry".
func (p *page) saidBy(k int) taker {
	for n := k; n < min(k+cuesAtOnce, p.sentence(k-1).To); n++ {
		if s := p.cueOf(n); s != none {
			return p.named(s)
		}
		if p.isSaying(n) {
			if t, ok := p.namedFrom(n + 1); ok {
				return t
			}
		}
	}
	return taker{statement: news.Outermost}
}

// readSalt takes "take the report with a pinch of salt".
func (p *page) readSalt(i int, ph *phrase) bool {
	lo := p.sentence(i).From
	k := i - 1
	for k > lo && k > i-verbLook && p.tokens[k].IsWordy() && !p.among(k, "heeds") {
		k--
	}
	t, at := p.takerOf(i), text.Range{From: i, To: i + len(ph.words)}
	if k < lo || !p.among(k, "heeds") || p.is(k-1, negation) || !p.mayTake(t) || p.isQuestion(i) {
		return false
	}
	var of object
	var ok bool
	switch n := p.nounBehind(k+1, i); {
	case n != none:
		at.From = k
		of, ok = p.referent(n, i, at, t)
	case p.is(k+1, pointing) && k+2 == i:
		at.From = k
		of, ok = p.bare(k+1, at, t)
	case k+1 == i: // "must be taken with"
		v := predicate{from: k}
		p.verbGroup(&v, k-1, lo)
		at.From = k
		of, ok = p.subjectObject(v.from, text.Range{From: v.from, To: at.To}, t, false)
	}
	if ok {
		p.take(ph.relation, at, t, of, ruleVerdict)
	}
	return ok
}
