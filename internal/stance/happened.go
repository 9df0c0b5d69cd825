package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// negatedGroup is the verb of a phrase at i with what stands before it, when it
// tells of a fact and says no: "never happened", "did not take place", and not
// "would not happen".
func (p *page) negatedGroup(i int, ph *phrase) (predicate, bool) {
	v := predicate{phrase: ph, at: text.Range{From: i, To: i + len(ph.words)}, from: i, as: none}
	p.verbGroup(&v, i-1, p.sentence(i).From)
	if k := p.noneBefore(v.from); k != none && !v.negated && (k == v.from-1 || p.reads(k+1, keysOf1) && p.is(k+2, pointing|determiner)) {
		v.negated, v.from = true, k
	}
	for k := v.from; k < i; k++ {
		if p.is(k, modal) && !p.reads(k, keysWill) && !p.reads(k, keysWo) || p.key(k) == keyTo {
			return v, false
		}
	}
	return v, v.negated && !p.isSupposed(v.from) && !p.isQuestion(i)
}

var keysLike = keysOf([]string{"like"})

var keysWill, keysWo = keysOf([]string{"will"}), keysOf([]string{"wo"})

// ends reports whether a clause ends before token i.
func (p *page) ends(i int) bool {
	return i >= len(p.tokens) || p.sentOf[i] != p.sentOf[i-1] || !p.tokens[i].IsWordy() || p.reads(i, keysAnd) || p.reads(i, keyBut) || p.cueOf(i) != none
}

// readHappened takes "that never happened" and "the landing did not take place".
func (p *page) readHappened(i int, ph *phrase) bool {
	v, ok := p.negatedGroup(i, ph)
	t := p.takerOf(i)
	if !ok || !p.mayTake(t) {
		return false
	}
	at := text.Range{From: v.from, To: v.at.To}
	if !p.ends(v.at.To) || p.isPerfect(v) && t.statement == news.Outermost || v.from > 1 && p.key(v.from-1) == keyThat && p.tagged(v.from-2, &parts().noun) {
		return false
	}
	of, ok := p.toldSubject(v, at, t)
	if !ok && !p.foretells(v) {
		of, ok = p.subjectObject(v.from, at, t, false)
	}
	if ok {
		p.take(ph.relation, at, t, of, ruleHappened)
	}
	return ok
}

// isPerfect reports whether a verb says what has not come about so far.
func (p *page) isPerfect(v predicate) bool {
	for k := v.from; k < v.at.From; k++ {
		if p.reads(k, keysHas) || p.reads(k, keysHave) {
			return true
		}
	}
	return false
}

var keysHas, keysHave = keysOf([]string{"has"}), keysOf([]string{"have"})

// toldSubject is the subject of a verb that begins at v.from, where its words are told
// by another: "the landing never took place".
func (p *page) toldSubject(v predicate, at text.Range, t taker) (object, bool) {
	h := p.nounBefore(v.from)
	if h == none || h >= v.from || p.is(h, pointing|subjective) || p.is(at.From, nobody) {
		return object{}, false
	}
	r := p.nominal(h)
	from, to := p.trim(r.From, min(r.To, v.from))
	if from >= to {
		return object{}, false
	}
	if stems := p.stems(from, to); len(stems) == 0 || p.toldElsewhere(at, stems, len(stems), t) == nil {
		return object{}, false
	}
	return p.here(text.Range{From: from, To: to}, ruleObject), true
}

// readUttered takes "I never said that".
func (p *page) readUttered(i int, ph *phrase) bool {
	v, ok := p.negatedGroup(i, ph)
	t := p.takerOf(i)
	if !ok || p.foretells(v) || !p.mayTake(t) || t.statement == news.Outermost || v.from == 0 || !p.is(v.from-1, subjective) || !p.ends(v.at.To) || p.is(v.from-1, relative) || p.reads(v.from-2, keysLike) {
		return false
	}
	at := text.Range{From: v.from, To: v.at.To}
	of, ok := p.bare(v.from, at, t)
	if ok {
		p.take(ph.relation, at, t, of, ruleUttered)
	}
	return ok
}

// readFails takes "the story does not add up".
func (p *page) readFails(i int, ph *phrase) bool {
	v, ok := p.negatedGroup(i, ph)
	t := p.takerOf(i)
	if !ok || p.foretells(v) || !p.mayTake(t) {
		return false
	}
	return p.takeOfSubject(&v, t)
}

// readStrains takes "the claim that P defies logic".
func (p *page) readStrains(i int, ph *phrase) bool {
	v := predicate{phrase: ph, at: text.Range{From: i, To: i + len(ph.words)}, from: i, as: none}
	p.verbGroup(&v, i-1, p.sentence(i).From)
	t := p.takerOf(i)
	if v.negated || !p.mayTake(t) || p.isSupposed(v.from) || p.isQuestion(i) {
		return false
	}
	return p.takeOfSubject(&v, t)
}

// takeOfSubject takes what a predicate says of what its subject tells.
func (p *page) takeOfSubject(v *predicate, t taker) bool {
	at := text.Range{From: v.from, To: v.at.To}
	of, ok := p.subjectObject(v.from, at, t, true)
	if ok {
		p.take(v.relation, at, t, of, ruleVerdict)
	}
	return ok
}

// readNoSuch takes "no such landing took place" of a landing told elsewhere.
func (p *page) readNoSuch(i int) bool {
	hi := p.sentence(i).To
	t := p.takerOf(i)
	if !p.mayTake(t) || i+2 >= hi || p.isQuestion(i) || p.isSupposed(i) {
		return false
	}
	to := i + 2
	for to < hi && to < i+2+nounLook && p.tokens[to].IsWordy() && !p.is(to, function) && !p.is(to-1, claimNoun|empty) {
		to++
	}
	at := text.Range{From: i, To: max(to, i+2)}
	if p.is(to-1, claimNoun|empty) && p.content(i+2, to) == 0 {
		if p.key(to) == keyAs {
			return false
		}
		of, ok := p.bare(i, at, t)
		if ok {
			p.take(news.RelDenies, at, t, of, ruleNoSuch)
		}
		return ok
	}
	told := p.toldElsewhere(at, p.stems(i+2, to), 1, t)
	if told == nil && p.content(i+2, to) == 1 && p.ends(to) && p.key(p.groupStart(i)) == keyThere {
		of, ok := p.bare(i, at, t) // "there had been no such theft"
		if ok {
			p.take(news.RelDenies, at, t, of, ruleNoSuch)
		}
		return ok
	}
	if told == nil {
		return false
	}
	p.take(news.RelDenies, at, t, object{spans: told.spans, statement: told.statement, rule: ruleNoun}, ruleNoSuch)
	return true
}

// readNeverSaid takes "I never said that P", of what somebody is told to have said.
func (p *page) readNeverSaid(i int) bool {
	v, hi := i+1, p.sentence(i).To
	if v+2 >= hi || p.key(i) == keyNo || !p.isSaying(v) && !p.reads(v, keysSay) && !p.is(v, claims) {
		return false
	}
	from := i
	for from > p.sentence(i).From && p.is(from-1, auxiliary|be|modal) {
		from--
	}
	t := p.takerOf(i)
	if from == p.sentence(i).From || !p.mayTake(t) || p.is(from, modal) || !p.reads(i, keysNever) && (t.statement == news.Outermost || !p.reads(from, keysDid) || !p.is(from-1, subjective)) || p.is(from-1, relative) || p.isSupposed(i) || p.isQuestion(i) {
		return false
	}
	k := v + 1
	if p.key(k) == keyThat {
		k++
	} else if !p.bareLead(k, hi) {
		return false
	}
	if k >= hi || p.is(k, be|modal|preposition) {
		return false
	}
	r, ok := p.clause(k, hi)
	if ok = ok && p.hasVerb(r.From, r.To); ok {
		p.take(news.RelDenies, text.Range{From: from, To: v + 1}, t, p.here(r, ruleClause), ruleUttered)
	}
	return ok
}

var keysDid = keysOf([]string{"did"})
