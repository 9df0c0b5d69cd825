package stance

import (
	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// pleaLook bounds the words between "maintained" and "innocence", in tokens.
const pleaLook = 4

// readPlea takes "maintained her innocence" and "pleaded not guilty to charges of P", of what
// the speaker is accused of.
func (p *page) readPlea(i int, ph *phrase) bool {
	v, hi := p.pleads(i), p.sentence(i).To
	if v == none || p.lifted(v) || p.isSupposed(v) {
		return false
	}
	t, at := p.takerOfVerb(v, false), text.Range{From: v, To: i + len(ph.words)}
	if !p.mayTake(t) {
		return false
	}
	of, ok := object{}, false
	if at.To+1 < hi && p.key(at.To) == keyTo {
		if n := p.nounBehind(at.To+1, hi); n != none {
			of, ok = p.referent(n, hi, at, t)
		} else if r, told := p.matter(at.To+1, hi); told {
			of, ok = p.here(r, ruleObject), true
		}
	}
	if !ok {
		of, ok = p.elsewhere(sought{at: at, from: p.clauseFrom(at.From, t), holder: p.stemsOf(t), taker: t.statement, noun: accusation}, ruleNoun)
		ok = ok && of.weight >= pleaWeight
	}
	if ok {
		p.take(ph.relation, at, t, of, ruleDenies)
	}
	return ok
}

// pleaWeight is that of what somebody is told to be accused of.
const pleaWeight = 1.2

// pleads is the verb of the plea at token i, none where it is no plea of one's own.
func (p *page) pleads(i int) int {
	for k := i - 1; k >= p.sentence(i).From && k >= i-pleaLook; k-- {
		switch {
		case p.is(k, insists|pleads):
			return k
		case !p.is(k, determiner|preposition) && !p.isIntensive(k):
			return none
		}
	}
	return none
}

// revisedLook bounds the words between a verb and the figure that it puts right.
const revisedLook = 6

// readRevised takes "revised the death toll down to 12" and "the toll was revised to 12".
func (p *page) readRevised(i int, ph *phrase) bool {
	lo, hi := p.sentence(i).From, p.sentence(i).To
	passive := p.isPassive(i, &phrase{form: participle})
	n := none
	if passive {
		for k := i - 1; k >= lo && k >= i-revisedLook && n == none; k-- {
			if p.is(k, measure) {
				n = k
			}
		}
	} else {
		for k := i + 1; k < hi && k <= i+revisedLook && p.tokens[k].IsWordy() && !p.is(k, be|modal); k++ {
			if p.is(k, measure) {
				n = k
			}
		}
	}
	t := p.takerOfVerb(i, passive)
	if n == none || p.lifted(i) || !p.mayTake(t) || p.isQuestion(i) || p.isSupposed(i) {
		return false
	}
	at := text.Range{From: i, To: i + len(ph.words)}
	from, to := p.trim(p.nounStart(n), n+1)
	if !passive {
		from = max(from, at.To)
	}
	if from >= to {
		return false
	}
	of := p.here(text.Range{From: from, To: to}, ruleObject)
	if stems := p.stems(from, to); len(stems) > 0 {
		if told := p.toldElsewhere(at, stems, len(stems), t); told != nil {
			of = object{spans: told.spans, statement: told.statement, weight: told.weight, rule: ruleNoun}
		}
	}
	p.take(ph.relation, at, t, of, ruleCorrects)
	return true
}

// readUpdated takes "this article has been updated to reflect that P".
func (p *page) readUpdated(i int, ph *phrase) bool {
	lo, hi := p.sentence(i).From, p.sentence(i).To
	if p.saidIn[i] != none || i+3 >= hi || p.key(i+1) != keyTo || !p.is(i+2, reflects) || !p.ownFault(i, lo, true) {
		return false
	}
	from := i + 3
	if p.key(from) == keyThat {
		from++
	}
	r, ok := p.clause(from, hi)
	for k := r.From; ok && k < r.To; k++ {
		ok = p.longest(k, func(ph *phrase) bool { return ph.kind == "correction" }) == nil // "the following correction"
	}
	if ok {
		p.take(ph.relation, text.Range{From: i, To: i + 3}, taker{statement: news.Outermost}, p.here(r, ruleClause), ruleCorrection)
	}
	return ok
}

// readRecants takes "later backtracked" and "walked it back", of what the same speaker told
// before.
func (p *page) readRecants(i int, ph *phrase) bool {
	at := text.Range{From: i, To: i + len(ph.words)}
	t := p.takerOfVerb(i, false)
	if p.lifted(i) || !p.mayTake(t) || p.isQuestion(i) || !p.ends(at.To) && !p.is(at.To, determiner|dated) && !p.reads(at.To, keysOn) {
		return false
	}
	holder := p.stemsOf(t)
	var own *telling
	near := p.near(int(p.sentOf[i]))
	for k := range near {
		o := &near[k]
		if o.statement >= 0 && o.statement != t.statement && !o.denied && o.tokens.To <= i && p.sentOf[o.tokens.From] < p.sentOf[i] && p.hasVerb(o.tokens.From, o.tokens.To) &&
			(p.tellsAs(o.statement, holder) || len(holder) == 0 && p.sentOf[i]-p.sentOf[o.tokens.From] <= recantNear) {
			own = o
		}
	}
	if own == nil {
		return false
	}
	p.take(ph.relation, at, t, object{spans: own.spans, statement: own.statement, weight: own.weight, rule: ruleSpeaker}, ruleCorrects)
	return true
}

// recantNear is how many sentences back one spoke who is only "he" where he takes it back.
const recantNear = 2

// tellsAs reports whether a statement is by one of whom stems are words.
func (p *page) tellsAs(statement int, stems []string) bool {
	return sorted.Common(p.speakerStems(statement), stems) > 0
}

// readBlameless takes "said that she was innocent" and "had done nothing wrong" of one who is told
// to be accused.
func (p *page) readBlameless(i int, ph *phrase) bool {
	v := predicate{phrase: ph, from: i, as: none}
	p.verbGroup(&v, i-1, p.sentence(i).From)
	t, at := p.takerOf(i), text.Range{From: v.from, To: i + len(ph.words)}
	if t.statement == news.Outermost || !p.ends(at.To) && p.content(at.To, at.To+1) == 0 || !p.mayTake(t) || v.negated || v.hedged || v.from == 0 || !p.is(v.from-1, subjective) || p.is(v.from-1, pointing) && !p.reads(v.from-1, keysThey) || p.isSupposed(v.from) || p.isQuestion(i) {
		return false
	}
	of, ok := p.elsewhere(sought{at: at, from: at.From, holder: p.stemsOf(t), taker: t.statement, noun: accusation}, ruleNoun)
	if ok = ok && of.weight >= pleaWeight; ok {
		p.take(ph.relation, at, t, of, ruleDenies)
	}
	return ok
}
