package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// readFragment takes a verdict that is all that is said: “Nonsense,” “Not true.”,
// "Verdict: false", and the one that heads a claim: "Hoax: P".
func (p *page) readFragment(v predicate) bool {
	if v.negated != (v.kind == "affirmed") || v.kind == "small" || v.relation != news.RelDenies {
		return false
	}
	if p.readBlock(v) {
		return true
	}
	if v.hedged {
		return false
	}
	if p.readHeading(v) {
		return true
	}
	from, whole := p.fragmentFrom(v.at.From)
	t := p.takerOf(v.at.From)
	if !whole || !p.fragmentEnds(v.at.To) || !p.mayTake(t) || t.statement == news.Outermost && !p.labelled(from) {
		return false
	}
	at := text.Range{From: from, To: v.at.To}
	of, ok := p.claimBefore(from)
	if !ok {
		of, ok = p.bare(from, at, t)
	}
	if !ok && p.labelled(from) { // a rating is of what the article is about
		of, ok = p.elsewhere(sought{at: at, from: from, holder: p.stemsOf(t), taker: t.statement}, ruleNoun)
	}
	if ok {
		p.take(v.relation, at, t, of, ruleFragment)
	}
	return ok
}

// fragmentFrom is where the words before a verdict begin, and whether they only make
// it stronger: "absolutely not".
func (p *page) fragmentFrom(i int) (int, bool) {
	lo := p.sentence(i).From
	k := i
	for k > lo && (p.isIntensive(k-1) && !p.is(k-1, preposition) || p.is(k-1, negation) || p.reads(k-1, keysAnd) || p.tokens[k-1].Kind == text.Comma) {
		k--
	}
	for k < i && !p.tokens[k].IsWordy() {
		k++
	}
	return k, k == lo || p.tokens[k-1].IsQuote() || p.tokens[k-1].Kind == text.Colon || p.labelled(k)
}

// fragmentEnds reports whether what was said ends before token k.
func (p *page) fragmentEnds(k int) bool {
	if k >= len(p.tokens) || p.sentOf[k] != p.sentOf[k-1] || p.tokens[k].Kind == text.Stop {
		return true
	}
	if p.tokens[k].IsQuote() { // not the "phony" of “a phony ‘lottery’”
		return k+1 >= len(p.tokens) || !p.tokens[k+1].IsWordy() || p.cueWithin(k+1, min(k+1+cueLook, p.sentence(k).To))
	}
	return p.tokens[k].Kind == text.Comma && (k+1 >= len(p.tokens) || p.tokens[k+1].IsQuote() || p.sentOf[k+1] != p.sentOf[k])
}

// labelled reports whether a label stands before token k: "Verdict:".
func (p *page) labelled(k int) bool {
	return k > 1 && p.tokens[k-1].Kind == text.Colon && p.is(k-2, label)
}

// claimBefore is the claim of the sentence before that of token i, which a label heads:
// "Claim: P", before "Rating: false".
func (p *page) claimBefore(i int) (object, bool) {
	s := int(p.sentOf[i])
	if s == 0 || !p.labelled(i) {
		return object{}, false
	}
	q := p.sents[s-1]
	k := p.behindLabel(q)
	if k == q.From {
		return object{}, false
	}
	r, ok := p.clause(k, q.To)
	return p.here(r, ruleClause), ok
}

// headingWords is the least a heading's claim has of telling words.
const headingWords = 3

// readHeading takes "Hoax: P" and "FALSE: P".
func (p *page) readHeading(v predicate) bool {
	r := p.sentence(v.at.From)
	if v.at.From != r.From || v.kind != "verdict" || !p.tokens[r.From].Capital() || v.at.To >= r.To || p.saidIn[r.From] != none {
		return false
	}
	k := v.at.To
	for k < r.To && p.is(k, claimNoun) {
		k++
	}
	if k >= r.To || p.tokens[k].Kind != text.Colon {
		return false
	}
	of, ok := p.clause(k+1, r.To)
	if !ok || p.content(of.From, of.To) < headingWords {
		return false
	}
	p.take(v.relation, text.Range{From: r.From, To: k}, taker{statement: news.Outermost}, p.here(of, ruleClause), ruleFragment)
	return true
}

// readNo takes "No, the dam did not burst" and the "No." behind a question.
func (p *page) readNo(i int) bool {
	r := p.sentence(i)
	if i > r.From+1 && (p.isSaying(i-1) || p.reads(i-1, keysSay)) && p.ends(i+1) && p.sentOf[i] > 0 {
		return p.answersNo(text.Range{From: i - 1, To: i + 1}, p.takerOfVerb(i-1, false)) // "will it close? Ministry says no"
	}
	lead := i == r.From && p.tokens[i].Capital()
	if p.saidIn[i] != none || !lead && !p.isAnswer(r.From, i) && !(p.tokens[i].Capital() && i > r.From && i-r.From <= labelWords && p.tokens[i-1].Kind == text.Colon) {
		return false
	}
	t := taker{statement: news.Outermost}
	if i+1 < r.To && p.tokens[i+1].Kind == text.Comma {
		no := p.negationFrom(i+2, r.To)
		if no != none && no > i+2 && (!p.is(i+2, subjective) || p.is(i+2, determiner) && p.tagged(i+3, &parts().noun)) {
			return p.takeNegated(i, i+2, no, t)
		}
	}
	if !p.ends(i+1) || r.From == 0 || int(p.sentOf[i]) == 0 {
		return false
	}
	return p.answersNo(text.Range{From: i, To: i + 1}, t)
}

// labelWords bounds a label and its colon before "No": "Fact check: No, the dam did not burst".
const labelWords = 3

// isAnswer reports whether [from, i) is "the short answer is".
func (p *page) isAnswer(from, i int) bool {
	if i-from < 2 || i-from > 4 || !p.is(i-1, be) && p.tokens[i-1].Kind != text.Colon {
		return false
	}
	return p.word(i-2) == "answer"
}

// askedLook bounds the words before the verb of what is asked: "so why would".
const askedLook = 4

// answersNo takes the words at as the outlet's no to what it asks in the sentence before.
func (p *page) answersNo(at text.Range, t taker) bool {
	q := p.sents[p.sentOf[at.From]-1]
	verb := q.From
	for verb < min(q.To, q.From+askedLook) && !p.is(verb, be|auxiliary|modal) {
		verb++
	}
	if !p.isQuestion(q.From) || !p.is(verb, be|auxiliary|modal) || p.saidIn[q.From] != none {
		return false
	}
	from, to := p.trim(verb+1, q.To)
	if comma := p.commaFrom(from, to); p.key(comma+1) == keyAs && comma < to {
		from, to = p.trim(from, comma) // "as a paper reports"
	}
	if p.content(from, to) < headingWords || p.is(from, subjective) {
		return false
	}
	p.take(news.RelDenies, at, t, p.here(text.Range{From: from, To: to}, ruleClause), ruleNo)
	return true
}

// readNotSo takes the "It's not." behind a question.
func (p *page) readNotSo(i int) bool {
	r := p.sentence(i)
	from := i
	for from > r.From && p.is(from-1, be|auxiliary) {
		from--
	}
	if from == i || from == r.From || !p.ends(i+1) || int(p.sentOf[i]) == 0 || p.saidIn[i] != none || !p.is(from-1, subjective) {
		return false
	}
	if from-1 > r.From && p.tokens[from-2].Kind != text.Colon {
		return false
	}
	return p.answersNo(text.Range{From: from - 1, To: i + 1}, taker{statement: news.Outermost})
}

// takeNegated takes a clause from token from on whose negation stands at no.
func (p *page) takeNegated(i, from, no int, t taker) bool {
	of, ok := p.negated(from, no, p.sentence(i).To)
	if ok {
		p.take(news.RelDenies, text.Range{From: i, To: i + 1}, t, of, ruleNo)
	}
	return ok
}

// negated is what the clause from token from on says, less the negation at no.
func (p *page) negated(from, no, hi int) (object, bool) {
	r, ok := p.clause(no+1, p.secondVerb(no+1, hi))
	if !ok {
		return object{}, false
	}
	to := no
	for to > from && p.is(to-1, auxiliary|be|modal) {
		to--
	}
	a, b := p.trim(from, to)
	spans := []news.Span{p.span(r.From, r.To)}
	if a < b {
		spans = []news.Span{p.span(a, b), spans[0]}
	}
	return object{spans: spans, statement: untold, rule: ruleNegated}, true
}
