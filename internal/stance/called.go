package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// callLook bounds how far before its verdict a verb of calling stands, in tokens.
const callLook = 24

// readCalled takes "called the report false", "dismissed it as a hoax".
func (p *page) readCalled(v predicate) bool {
	if v.negated != (v.kind == "affirmed") || v.kind == "small" || v.relation != news.RelDenies || p.describes(v) {
		return false
	}
	lo := p.sentence(v.at.From).From
	for k := v.at.From - 1; k >= lo && k >= v.at.From-callLook; k-- {
		if ph := p.longest(k, isCall); ph != nil && !(ph.form == base && p.is(k, homonym) && !p.isVerb(k, k+1)) {
			return p.readCall(k, ph, v)
		}
		if p.tokens[k].Kind == text.Semicolon || p.tokens[k].Kind == text.OpenBracket || p.tokens[k].Kind == text.Dash || p.tokens[k].Kind == text.Comma && p.is(k+1, subjective) && !p.is(k+1, relative) && p.is(k+2, be|auxiliary) {
			return false // "calling herself Korva, she was"
		}
	}
	return false
}

func (p *page) readCall(k int, ph *phrase, v predicate) bool {
	if p.lifted(k) {
		return false
	}
	passive := p.isPassive(k, ph)
	t := p.takerOfVerb(k, passive)
	if h, ok := p.agentBehind(v.at.To); ok {
		t = taker{statement: news.Outermost, holder: &h}
	}
	at := text.Range{From: k, To: v.at.To}
	hi := v.at.From
	if v.as != none {
		hi = v.as
	}
	for hi > k+1 && (p.isIntensive(hi-1) && !p.is(hi-1, pointing) || p.tokens[hi-1].IsQuote()) {
		hi-- // "the report a lie"
	}
	of, ok := p.calledObject(k+len(ph.words), hi, v, at, t)
	if !ok && !passive && hi <= k+len(ph.words) {
		of, ok = p.relativeObject(text.Range{From: k, To: v.at.To}, t) // "a claim the guild rated false"
	}
	if !ok && passive {
		a := k
		for a > p.sentence(k).From && p.is(a-1, be|auxiliary|intensive) && !p.is(a-1, determiner|pointing) {
			a--
		}
		if of, ok = p.subjectObject(a, at, t, true); !ok && p.isMade(v.at.From) {
			if of, ok = p.artefactObject(a, at, t); !ok {
				of, ok = p.claimantObject(a)
			}
		}
	}
	if ok {
		p.take(v.relation, at, t, of, ruleCalled)
	}
	return ok
}

// agentBehind is who calls it so, named behind the verdict: "rubbish" by X.
func (p *page) agentBehind(i int) (news.Span, bool) {
	hi := p.sentence(i - 1).To
	for i < hi && p.tokens[i].IsQuote() {
		i++
	}
	if i+1 >= hi || p.key(i) != keyBy {
		return news.Span{}, false
	}
	r, ok := p.matter(i+1, min(hi, i+nounLook))
	if !ok {
		return news.Span{}, false
	}
	return p.span(r.From, r.To), true
}

var (
	keysPercent = keysOf([]string{"percent"})
	keyPercent  = text.KeyOf("%")
)

// isMade reports whether the verdict at i says that a thing is made up.
func (p *page) isMade(i int) bool {
	return p.longest(i, func(ph *phrase) bool { return ph.kind == "made" }) != nil
}

// calledObject is what is called something: between the verb and the verdict, or
// behind both.
func (p *page) calledObject(from, hi int, v predicate, at text.Range, t taker) (object, bool) {
	for k := from; k < hi; k++ {
		if p.tokens[k].Kind == text.Number && p.reads(k+1, keysPercent) || p.key(k) == keyPercent {
			return object{}, false // "rated 32% of claims false" tells of no one claim
		}
		if p.is(k, claimNoun) && !p.is(k+1, claimNoun) {
			return p.referent(k, hi, at, t)
		}
		if k == from && p.is(k, pointing) && (k+1 >= hi || p.is(k+1, intensive)) {
			return p.bare(k, at, t)
		}
	}
	if from < hi {
		r, ok := p.matter(from, hi)
		return p.here(r, ruleObject), ok && p.isMade(v.at.From) && r.To-r.From < nounLook && p.content(r.From, r.To) > 1
	}
	end := p.sentence(v.at.From).To
	for k := v.at.To; (v.as != none || p.is(v.at.To, determiner)) && k < end && k < v.at.To+nounLook; k++ {
		if p.is(k, claimNoun) && !p.is(k+1, claimNoun) {
			return p.referent(k, end, at, t)
		}
	}
	return object{}, false
}
