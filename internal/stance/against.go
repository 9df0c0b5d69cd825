package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// readAgainst takes "contrary to reports that P" and "contrary to reports, she has
// not been captured".
func (p *page) readAgainst(i int, ph *phrase) bool {
	hi := p.sentence(i).To
	n := p.nounBehind(i+len(ph.words), hi)
	if n == none {
		return p.readAgainstWhat(i, ph)
	}
	t := p.takerOf(i)
	if !p.mayTake(t) {
		return false
	}
	at := text.Range{From: i, To: n + 1}
	if r, ok := p.complement(n, p.commaFrom(n, hi)); ok && ph.kind == "against" {
		p.take(news.RelDenies, at, t, p.here(r, ruleComplement), ruleAgainst)
		return true
	}
	if ph.kind == "despite" && p.readDespiteBehind(i, n, t) {
		return true
	}
	no := p.negationFrom(p.commaFrom(n, hi), hi)
	if no == none || ph.kind == "against" && (p.key(no) == keyNo || p.owned(n)) {
		if ph.kind != "against" {
			return false
		}
		of, ok := p.referent(n, n+1, at, t)
		if ok {
			p.take(news.RelDenies, at, t, of, ruleAgainst)
		}
		return ok
	}
	r, ok := p.clause(no+1, p.secondVerb(no+1, hi))
	if !ok {
		return false
	}
	if ph.kind == "against" {
		at.To = no + 1
	} else {
		at = text.Range{From: no, To: no + 1}
	}
	p.take(news.RelDenies, at, t, p.here(r, ruleNegated), ruleAgainst)
	return true
}

// readDespiteBehind takes "she has not been captured, despite reports to the contrary".
func (p *page) readDespiteBehind(i, n int, t taker) bool {
	lo, to := p.sentence(i).From, i
	for to > lo && !p.tokens[to-1].IsWordy() {
		to--
	}
	no := p.negationFrom(lo, to)
	if no == none || p.is(no-1, modal) || p.owned(n) {
		return false
	}
	if f := len(p.found); f > 0 && p.found[f-1].Cue.Start >= p.tokens[lo].Start && p.found[f-1].Relation == news.RelDenies {
		return true // the negation was taken itself
	}
	at := text.Range{From: i, To: n + 1}
	from := lo
	if s := p.saidIn[no]; s != none {
		from = max(from, p.tokensOf(p.article.Statements[s].Content[0]).From)
	}
	of, ok := p.negated(from, no, to)
	if ok {
		p.take(news.RelDenies, at, t, of, ruleAgainst)
	}
	return ok
}

// readAgainstWhat takes "contrary to what the paper reported".
func (p *page) readAgainstWhat(i int, ph *phrase) bool {
	at := text.Range{From: i, To: i + len(ph.words)}
	hi := p.commaFrom(at.To, p.sentence(i).To)
	t := p.takerOf(i)
	if ph.kind != "against" || !p.reads(at.To, keysWhat) || !p.mayTake(t) {
		return false
	}
	if no := p.negationFrom(hi, p.sentence(i).To); hi < p.sentence(i).To && no != none && p.key(no) != keyNo {
		of, ok := p.negated(hi, no, p.sentence(i).To)
		if ok {
			p.take(news.RelDenies, text.Range{From: i, To: at.To + 1}, t, of, ruleAgainst)
		}
		return ok
	}
	q := sought{at: text.Range{From: i, To: hi}, from: i, holder: p.stemsOf(t), taker: t.statement}
	q.stems = p.stems(at.To, hi)
	q.source = q.stems
	of, ok := p.elsewhere(q, ruleNoun)
	if ok {
		p.take(news.RelDenies, text.Range{From: i, To: at.To + 1}, t, of, ruleAgainst)
	}
	return ok
}

var keysWhat = keysOf([]string{"what"})

// owned reports whether the claim noun at n says whose it is: "the mayor's report".
func (p *page) owned(n int) bool {
	for k := n - 1; k > n-nounLook && k > p.sentence(n).From; k-- {
		if p.key(k) == keyS {
			return true
		}
	}
	return false
}

// secondVerb is where a second verb of the clause from token i on begins: "not left
// and had not planned to".
func (p *page) secondVerb(i, hi int) int {
	for k := i; k+1 < min(hi, i+clauseLook); k++ {
		if (p.reads(k, keysAnd) || p.reads(k, keyBut)) && p.is(k+1, auxiliary|be|modal) {
			return k
		}
	}
	return hi
}

// nounBehind is the claim noun that a phrase from token i on leads to.
func (p *page) nounBehind(i, hi int) int {
	for k := i; k < hi && k < i+nounLook && (p.tokens[k].IsWordy() || p.tokens[k].IsQuote()) && !p.is(k, be|modal); k++ {
		if p.is(k, claimNoun) && !p.is(k+1, claimNoun) {
			return k
		}
	}
	return none
}

// commaFrom is the first comma or dash from token i on, hi when there is none.
func (p *page) commaFrom(i, hi int) int {
	for to := min(hi, i+clauseLook); i < to; i++ {
		if k := p.tokens[i].Kind; k == text.Comma || k == text.Dash {
			return i
		}
	}
	return hi
}

// negatedLook bounds how far behind a clause's beginning its "not" stands, in tokens.
const negatedLook = 14

// negationFrom is the first negation of the clause from token i on.
func (p *page) negationFrom(i, hi int) int {
	for k := i; k < hi && k < i+negatedLook; k++ {
		if p.is(k, negation) {
			return k
		}
	}
	return none
}
