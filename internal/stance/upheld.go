package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// readUpheld takes "this is not a hoax" and "she is no hoaxer" of one who is quoted: that
// somebody says so goes without saying.
func (p *page) readUpheld(i int, ph *phrase) bool {
	v := p.predicate(i, ph)
	t := p.takerOf(i)
	if !v.copula || !v.negated || v.hedged || v.as != none || t.statement == news.Outermost || !p.mayTake(t) || p.describes(v) || p.isSupposed(v.from) || p.isQuestion(i) {
		return false
	}
	no := i - 1
	for no > v.from && !p.is(no, negation) {
		no--
	}
	s := p.plainSubject(v.from)
	if no < v.from || p.is(no, nobody) || p.reads(no+1, keysOnly) || p.reads(no+1, keysJust) || p.saysOfHearer(s) {
		return false
	}
	spans := []news.Span{p.span(no+1, v.at.To)}
	if s.From < s.To {
		spans = []news.Span{p.span(s.From, s.To), spans[0]}
	}
	p.take(news.RelDenies, text.Range{From: v.from, To: v.at.To}, t, object{spans: spans, statement: untold, rule: ruleNegated}, ruleUpheld)
	return true
}

// saysOfHearer reports whether s is the "you" that is spoken to.
func (p *page) saysOfHearer(s text.Range) bool { return s.To == s.From+1 && p.reads(s.From, keysYou) }

// plainSubject is the subject of the verb that begins at from, a pronoun too.
func (p *page) plainSubject(from int) text.Range {
	if from > p.sentence(from).From && p.is(from-1, pointing|subjective) {
		return text.Range{From: from - 1, To: from}
	}
	h := p.nounBefore(from)
	if h == none || h >= from {
		return text.Range{}
	}
	r := p.nominal(h)
	r.From, r.To = p.trim(r.From, min(r.To, from))
	return r
}
