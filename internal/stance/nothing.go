package stance

import (
	"math"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// lackLook bounds the words between a "no" and what there is none of: "no credible
// evidence", "not a shred of truth".
const lackLook = 5

// readNothing takes "there is no truth to the rumours", "no evidence that P", "no
// plans to P", "has nothing to do with P", "no such landing".
func (p *page) readNothing(i int) bool {
	if p.reads(i, keysNothing) {
		return p.readNothingToDo(i)
	}
	if p.reads(i, keysNothing[:2]) && p.is(i+2, bears|points) {
		return p.readNothingTo(i)
	}
	if p.reads(i+1, keysSuch) {
		return p.readNoSuch(i)
	}
	if p.key(i) != keyNo && p.key(i) != keyNot && !p.reads(i, keysNt) {
		return false
	}
	hi := p.sentence(i).To
	for k := i + 1; k < min(i+lackLook, hi); k++ {
		if ph := p.longest(k, func(ph *phrase) bool { return ph.kind == "lacks" }); ph != nil && p.readLack(i, k, k+len(ph.words)) {
			return true
		}
		if p.key(i) != keyNo {
			if p.is(k, determiner|piece) || p.reads(k, keysOf1) || p.reads(k, keysSingle) {
				continue
			}
			return p.readUnseen(i)
		}
		if ph := p.longest(k, func(ph *phrase) bool { return ph.kind == "nothing" }); ph != nil {
			return p.readNoEvidence(i, k, p.doubtful(i, k))
		}
		if ph := p.longest(k, func(ph *phrase) bool { return ph.kind == "planned" }); ph != nil {
			return p.readNoPlans(i, k, k+len(ph.words))
		}
	}
	return p.key(i) != keyNo && p.readUnseen(i)
}

var (
	keysNothing    = keysOf([]string{"nothing", "to", "do", "with"})
	keysWhatsoever = keysOf([]string{"whatsoever"})
	keysSuch       = keysOf([]string{"such"})
	keysSingle     = keysOf([]string{"single"})
	keysNt         = keysOf([]string{"n't"})
)

// readLack takes what there is none of at [k, to): "there is no truth to the report",
// "the report has no basis in fact".
func (p *page) readLack(i, k, to int) bool {
	hi := p.sentence(i).To
	t := p.takerOf(i)
	from := p.groupStart(i)
	at := text.Range{From: from, To: to}
	if !p.mayTake(t) || p.isSupposed(from) || p.isQuestion(i) {
		return false
	}
	if at.To < hi && p.reads(at.To, keysWhatsoever) {
		at.To++
	}
	var of object
	var ok bool
	switch {
	case from < i && p.key(from) != keyThere && !p.is(i-1, be): // "the report has no basis"
		of, ok = p.subjectObject(from, at, t, true)
	case at.To+1 < hi && (p.is(at.To, preposition) || p.key(at.To) == keyTo):
		of, ok = p.lacking(at, t)
	}
	if ok {
		p.take(news.RelDenies, at, t, of, ruleVerdict)
	}
	return ok
}

// lacking is what stands behind "no truth to".
func (p *page) lacking(at text.Range, t taker) (object, bool) {
	hi := p.sentence(at.From).To
	switch n := p.nounBehind(at.To+1, hi); {
	case n != none:
		return p.referent(n, hi, at, t)
	case p.is(at.To+1, pointing|determiner) && (p.stands(at.To+1, hi) || p.content(at.To, min(at.To+splitLook, hi)) == 0):
		return p.bare(at.To+1, at, t)
	}
	r, ok := p.matter(at.To+1, hi)
	return p.here(r, ruleObject), ok && p.reads(at.To-1, keysTruth)
}

var keysTruth = keysOf([]string{"truth"})

// groupStart is where "there is", "has" or the like begins before token i, else i.
func (p *page) groupStart(i int) int {
	k := i
	for k > p.sentence(i).From && (p.is(k-1, be|auxiliary|modal) || p.key(k-1) == keyThere || p.isIntensive(k-1) && k < i) {
		k--
	}
	for k < i && p.is(k, intensive) && p.key(k) != keyThere {
		k++
	}
	return k
}

// soughtLook bounds the words between a negation and the evidence that was not found: "have not
// at this time seen any".
const soughtLook = 8

// readUnseen takes "have not seen any evidence that P".
func (p *page) readUnseen(i int) bool {
	found := false
	for k := i + 1; k < min(i+soughtLook, p.sentence(i).To) && p.tokens[k].IsWordy(); k++ {
		if ph := p.longest(k, func(ph *phrase) bool { return ph.kind == "nothing" }); ph != nil && found {
			return p.key(k-1) != keyTo && p.key(k-1) != keyThe && p.readNoEvidence(i, k, true)
		}
		found = found || p.is(k, finds|offers)
		if p.is(k, claimNoun|be) || p.key(k) == keyThat {
			return false
		}
	}
	return false
}

// doubtful reports whether that there is no evidence only makes a doubt: "no conclusive evidence",
// "offered no evidence".
func (p *page) doubtful(i, noun int) bool {
	for k := i + 1; k < noun; k++ {
		if p.is(k, vague) {
			return true
		}
	}
	return p.is(i-1, offers)
}

// readNothingTo takes "there is nothing to suggest that P".
func (p *page) readNothingTo(i int) bool {
	hi := p.sentence(i).To
	t := p.takerOf(i)
	if !p.mayTake(t) || i+4 >= hi || p.isQuestion(i) || p.isSupposed(i) {
		return false
	}
	at := text.Range{From: p.groupStart(i), To: i + 3}
	of, ok := p.borneOut(i+3, hi, at, t)
	if k := i + 3; p.key(k) == keyThat && p.hasVerb(k+1, hi) || !ok && p.bareLead(k, hi) {
		if p.key(k) == keyThat {
			k++
		}
		r, told := p.clause(k, hi)
		of, ok = p.here(r, ruleClause), told
	}
	relation := news.RelDenies
	if p.is(i+2, bears) {
		relation = news.RelDoubts
	}
	if ok {
		p.take(relation, at, t, of, ruleNoEvidence)
	}
	return ok
}

// bareLead reports whether a clause that no "that" leads begins at token k.
func (p *page) bareLead(k, hi int) bool {
	if p.startsClause(k, hi) {
		return true
	}
	_, ok := p.bareClause(k, hi)
	return ok
}

// readNoEvidence takes "there is no evidence that P".
func (p *page) readNoEvidence(i, noun int, doubtful bool) bool {
	hi := p.sentence(i).To
	t := p.takerOf(i)
	if !p.mayTake(t) || noun+3 >= hi || p.isQuestion(i) {
		return false
	}
	at := text.Range{From: p.groupStart(i), To: noun + 1}
	k := noun + 1
	if p.reads(k, keysWhatsoever) {
		k++
	}
	for k < hi && (p.is(k, dated) || p.is(k, preposition) && p.is(k+1, dated)) && p.key(k) != keyThat {
		k++ // "no sign on Friday that"
	}
	if p.is(k, be|auxiliary) { // "no evidence has been found that"
		for n := k; n < hi && n < k+foundLook; n++ {
			if p.key(n) == keyThat {
				k = n
				break
			}
		}
	}
	relation := news.RelDenies
	if doubtful {
		relation = news.RelDoubts
	}
	var r text.Range
	var ok bool
	switch {
	case (p.key(k) == keyThat || p.key(k) == keyTo) && p.is(k+1, bears|points):
		of, told := p.borneOut(k+2, hi, at, t)
		if !told && p.key(k+2) == keyThat {
			r, told = p.clause(k+3, hi)
			of = p.here(r, ruleClause)
		} else if !told && p.bareLead(k+2, hi) {
			r, told = p.clause(k+2, hi)
			of = p.here(r, ruleClause)
		}
		if told {
			p.take(relation, at, t, of, ruleNoEvidence)
		}
		return told
	case p.reads(k, keysFor) && p.nounBehind(k+1, hi) != none:
		of, told := p.referent(p.nounBehind(k+1, hi), hi, at, t)
		if told {
			p.take(relation, at, t, of, ruleNoEvidence)
		}
		return told
	case p.key(k) == keyThat:
		r, ok = p.clause(k+1, hi)
	case p.reads(k, keysOf1) && !p.is(k+1, relative):
		if r, ok = p.matter(k+1, hi); ok {
			stems := p.stems(r.From, r.To)
			ok = p.toldElsewhere(at, stems, max(1, (2*len(stems)+1)/3), t) != nil
		}
	case p.is(k, claiming):
		r, ok = p.clause(k+1, hi)
	case at.From < i && p.tokens[k].IsWordy() && !p.is(k, preposition|be|modal) && p.key(k) != keyTo:
		r, ok = p.clause(k, hi)
	}
	if !ok {
		return false
	}
	of := p.here(r, ruleClause)
	if c := p.heldTrue(r); c != none {
		if o, told := p.referent(c, c+1, at, t); told {
			of = o
		}
	}
	p.take(relation, at, t, of, ruleNoEvidence)
	return true
}

// borneOut is what evidence would speak for, from token k on.
func (p *page) borneOut(k, hi int, at text.Range, t taker) (object, bool) {
	if n := p.nounBehind(k, hi); n != none {
		return p.referent(n, hi, at, t)
	}
	if p.is(k, pointing) && p.stands(k, hi) {
		return p.bare(k, at, t)
	}
	return object{}, false
}

// heldTrue is the claim noun of which r says that it is true: "the reports are true". none
// where it says more.
func (p *page) heldTrue(r text.Range) int {
	n := p.nounBehind(r.From, min(r.To, r.From+lackLook))
	if n == none || !p.is(n+1, be|auxiliary) {
		return none
	}
	for k := n + 1; k < r.To; k++ {
		if ph := p.longest(k, func(ph *phrase) bool { return ph.kind == "affirmed" }); ph != nil {
			return n
		}
		if !p.is(k, be|auxiliary) && !p.isIntensive(k) {
			return none
		}
	}
	return none
}

// foundLook bounds the words between "no evidence" and its "that".
const foundLook = 6

// plannedShare is the part of its words that a plan nobody has shares with what
// another tells.
const plannedShare = 2.0 / 3

// readNoPlans takes "has no plans to P" where another tells that P.
func (p *page) readNoPlans(i, k, to int) bool {
	hi := p.sentence(i).To
	t := p.takerOf(i)
	if !p.mayTake(t) || t.statement == news.Outermost && p.wasSo(p.groupStart(i)) || p.isQuestion(i) || p.isSupposed(i) || to+1 >= hi || p.key(to) != keyTo && !p.reads(to, keysOf1) && !p.reads(to, keysFor) {
		return false
	}
	at := text.Range{From: p.groupStart(i), To: to}
	r, ok := p.clause(to+1, hi)
	if !ok {
		return false
	}
	stems := p.stems(r.From, r.To)
	if len(stems) == 0 || p.toldElsewhere(at, stems, max(1, int(math.Ceil(plannedShare*float64(len(stems))))), t) == nil {
		return false
	}
	p.take(news.RelDenies, at, t, p.here(r, ruleNegated), ruleRestated)
	return true
}

// wasSo reports whether the verb group at i tells of what was: the outlet's "there were
// no plans" goes against nobody.
func (p *page) wasSo(i int) bool {
	for ; p.is(i, be|auxiliary|modal) || p.key(i) == keyThere; i++ {
		switch p.word(i) {
		case "was", "were", "had":
			return true
		}
	}
	return false
}

var keysFor = keysOf([]string{"for"})
