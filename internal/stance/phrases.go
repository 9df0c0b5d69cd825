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
		return false
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
	for k := i; k < hi && k < i+nounLook && p.tokens[k].IsWordy() && !p.is(k, be|modal); k++ {
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

// readNothing takes "there is no truth to the rumours", "no evidence that P",
// "has nothing to do with P".
func (p *page) readNothing(i int) bool {
	switch {
	case p.reads(i+1, keysTruth):
		return p.readNoTruth(i)
	case p.reads(i, keysNothing):
		return p.readNothingToDo(i)
	}
	ph := none
	for k := i + 1; k < min(i+4, p.sentence(i).To); k++ {
		if f := p.longest(k, func(ph *phrase) bool { return ph.kind == "nothing" }); f != nil {
			ph = k
			break
		}
	}
	if ph == none || p.key(i) != keyNo {
		return false
	}
	return p.readNoEvidence(i, ph)
}

var keysTruth, keysNothing, keysWhatsoever = keysOf([]string{"truth"}), keysOf([]string{"nothing", "to", "do", "with"}), keysOf([]string{"whatsoever"})

func (p *page) readNoTruth(i int) bool {
	hi := p.sentence(i).To
	t := p.takerOf(i)
	at := text.Range{From: p.thereBefore(i), To: i + 2}
	if p.reads(at.To, keysWhatsoever) {
		at.To++
	}
	if !p.mayTake(t) || at.To+1 >= hi || !p.is(at.To, preposition) && p.key(at.To) != keyTo {
		return false
	}
	var of object
	var ok bool
	switch n := p.nounBehind(at.To+1, hi); {
	case n != none:
		of, ok = p.referent(n, hi, at, t)
	case p.is(at.To+1, pointing):
		of, ok = p.bare(at.To+1, at, t)
	default:
		var r text.Range
		r, ok = p.matter(at.To+1, hi)
		of = p.here(r, ruleObject)
	}
	if ok {
		p.take(news.RelDenies, at, t, of, ruleVerdict)
	}
	return ok
}

// thereBefore is the "there" of "there is" before token i, else i.
func (p *page) thereBefore(i int) int {
	k := i
	for k > p.sentence(i).From && (p.is(k-1, be|auxiliary) || p.key(k-1) == keyThere) {
		k--
	}
	return k
}

// readNoEvidence takes "there is no evidence that P".
func (p *page) readNoEvidence(i, noun int) bool {
	hi := p.sentence(i).To
	t := p.takerOf(i)
	if !p.mayTake(t) || noun+3 >= hi || p.isQuestion(i) {
		return false
	}
	at := text.Range{From: p.thereBefore(i), To: noun + 1}
	k := noun + 1
	if p.reads(k, keysWhatsoever) {
		k++
	}
	if p.is(k, be|auxiliary) { // "no evidence has been found that"
		for n := k; n < hi && n < k+foundLook; n++ {
			if p.key(n) == keyThat {
				k = n
				break
			}
		}
	}
	var r text.Range
	var ok bool
	switch {
	case p.key(k) == keyThat:
		r, ok = p.clause(k+1, hi)
	case at.From < i && p.tokens[k].IsWordy() && !p.is(k, preposition|be|modal) && p.key(k) != keyTo:
		r, ok = p.clause(k, hi)
	}
	if ok {
		p.take(news.RelDenies, at, t, p.here(r, ruleClause), ruleNoEvidence)
	}
	return ok
}

// foundLook bounds the words between "no evidence" and its "that".
const foundLook = 6

// readNothingToDo takes "P has nothing to do with Q".
func (p *page) readNothingToDo(i int) bool {
	hi := p.sentence(i).To
	t := p.takerOf(i)
	from := i
	if from > p.sentence(i).From && p.is(from-1, auxiliary) {
		from--
	}
	at := text.Range{From: from, To: i + 4}
	r, ok := p.matter(at.To, hi)
	if !ok || !p.mayTake(t) || from == i {
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
	if !p.reads(i+1, keysExist) || t.statement == news.Outermost || !p.mayTake(t) || p.isSupposed(i) || !p.parse(i) {
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
	if p.content(from, to) == 0 {
		return false
	}
	p.take(news.RelDenies, at, t, p.here(text.Range{From: from, To: to}, ruleObject), ruleVerdict)
	return true
}

var keysExist = keysOf([]string{"exist"})
