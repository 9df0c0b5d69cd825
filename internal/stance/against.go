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
	to := p.commaFrom(n, hi)
	if p.is(to+1, relative) {
		to = hi // "spread by the guild, who claimed to have P"
	}
	if r, ok := p.complement(n, to); ok && ph.kind == "against" {
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
	no := to - 1
	for no >= max(lo, to-negatedLook) && !p.is(no, negation) {
		no--
	}
	if no < lo || !p.is(no, negation) || p.is(no-1, modal) || p.owned(n) {
		return false
	}
	if f := len(p.found); f > 0 && p.found[f-1].Cue.Start >= p.tokens[lo].Start && p.found[f-1].Relation == news.RelDenies {
		return true // the negation was taken itself
	}
	at := text.Range{From: i, To: n + 1}
	if !p.is(no, determiner) { // "has not", and not "no cases"
		at = text.Range{From: no, To: no + 1}
		for at.From > lo && p.is(at.From-1, be|auxiliary) {
			at.From--
		}
	}
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

// readAsTold takes "he did not, as some papers report, P" and "he did not P, as has been
// claimed".
func (p *page) readAsTold(i int) bool {
	lo, hi := p.sentence(i).From, p.sentence(i).To
	t := p.takerOf(i)
	if p.is(i, determiner) || p.is(i-1, modal) || !p.mayTake(t) || p.isSupposed(i) || p.isQuestion(i) {
		return false
	}
	from := i
	for from > lo && p.is(from-1, be|auxiliary) {
		from--
	}
	at := text.Range{From: from, To: i + 1}
	k := p.commaFrom(i+1, hi)
	if k+2 >= hi || p.key(k+1) != keyAs {
		return false
	}
	end := p.commaFrom(k+2, hi)
	if !p.tellsOf(k+2, end) {
		return false
	}
	r, ok := p.clause(i+1, k)
	if k == i+1 {
		r, ok = p.clause(end+1, hi)
	} else if ok = ok && p.anybody(k+2, end); ok && p.unsaid(r) {
		return false
	}
	if ok {
		p.take(news.RelDenies, at, t, p.here(r, ruleNegated), ruleAgainst)
	}
	return ok
}

// toldLook bounds the words of who tells in "as some papers report".
const toldLook = 8

// tellsOf reports whether [from, to) has a verb of telling: "as some papers report".
func (p *page) tellsOf(from, to int) bool {
	for k := from; k < min(to, from+toldLook); k++ {
		if p.is(k, tells) || p.isSaying(k) || p.reads(k, keysTold) || p.cueOf(k) != none || p.is(k, claimNoun) && (k == to-1 || p.isVerbal(k)) {
			return true
		}
	}
	return false
}

var keysTold = keysOf([]string{"told"})

// anybody reports whether [from, to) tells of no one by name, as what is agreed with is
// told by: "as has been claimed", and not "as the mayor said".
func (p *page) anybody(from, to int) bool {
	if p.is(from, be|auxiliary|tells) || p.isIntensive(from) && !p.is(from, determiner) {
		return true
	}
	switch p.word(from) {
	case "some", "many", "several", "certain", "others", "rumors", "rumours", "reports":
		return true
	}
	return false
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
