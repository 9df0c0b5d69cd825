package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// readDenialNoun takes "issued a denial that P" and "the ministry's denial of P".
func (p *page) readDenialNoun(i int, ph *phrase) bool {
	if p.isVerbal(i) || p.reads(i-1, keysIn) || p.is(i-1, negation) || p.is(i-1, determiner) && p.key(i-2) == keyAs {
		return false
	}
	t, at := p.takerOfNoun(i), text.Range{From: i, To: i + 1}
	hi := p.sentence(i).To
	var of object
	var ok bool
	switch {
	case i+1 < hi && p.reads(i+1, keysOf1) && (ph.frames&claim == 0 || p.nounBehind(i+2, hi) != none):
		of, ok = p.deniedMatter(i+2, hi, at, t)
	case ph.frames&claim != 0:
		return false
	case i+1 < hi && p.key(i+1) == keyThat:
		var r text.Range
		r, ok = p.clause(i+2, hi)
		of = p.here(r, ruleClause)
	case p.issues(i) && (p.ends(i+1) || p.reads(i+1, keysFrom)):
		of, ok = p.bare(i, at, t)
	}
	if ok {
		p.take(ph.relation, at, t, of, ruleDenialNoun)
	}
	return ok
}

var keysIn, keysOf1 = keysOf([]string{"in"}), keysOf([]string{"of"})

// deniedMatter is what a denial "of" is about, from token k on.
func (p *page) deniedMatter(k, hi int, at text.Range, t taker) (object, bool) {
	if n := p.nounBehind(k, hi); n != none {
		return p.referent(n, hi, at, t)
	}
	r, ok := p.matter(k, hi)
	for i := r.From; ok && i < r.To; i++ {
		if p.is(i, refused) {
			return object{}, false
		}
	}
	return p.here(r, ruleObject), ok
}

// issueLook bounds how far before a denial the verb that brings it out stands, in
// tokens.
const issueLook = 5

// issues reports whether a verb before the noun at i brings it out: "issued a swift".
func (p *page) issues(i int) bool { return p.issuing(i) != none }

func (p *page) issuing(i int) int {
	lo := p.sentence(i).From
	for k := i - 1; k >= lo && k >= i-issueLook && p.tokens[k].IsWordy(); k-- {
		if p.is(k, issued) && !p.is(k+1, preposition) {
			return k
		}
	}
	return none
}

// takerOfNoun is whose denial the noun at i is: "the ministry's", or of who issues it.
func (p *page) takerOfNoun(i int) taker {
	lo := p.sentence(i).From
	for k := i - 1; k > lo && k >= i-issueLook && p.tokens[k].IsWordy(); k-- {
		if p.key(k) == keyS && p.class[k] == function {
			if from := p.nameStart(k); from < k {
				s := p.span(from, k)
				return taker{statement: news.Outermost, holder: &s}
			}
		}
	}
	if p.reads(i+1, keysFrom) {
		if t, ok := p.namedFrom(i + 2); ok {
			return t
		}
	}
	if k := p.issuing(i); k != none {
		return p.takerOfVerb(k, false)
	}
	return p.takerOf(i)
}

// namedFrom is who is named from token i on, which must not begin a sentence: "a denial from
// the ministry".
func (p *page) namedFrom(i int) (taker, bool) {
	r, ok := p.matter(i, min(i+nounLook, p.sentence(i-1).To))
	s := p.span(r.From, r.To)
	return taker{statement: news.Outermost, holder: &s}, ok
}

var keysFrom = keysOf([]string{"from"})

// nameStart is the first word of the noun phrase that ends before token k.
func (p *page) nameStart(k int) int {
	lo := p.sentence(k).From
	from := k
	for from > lo && from > k-nounLook && p.tokens[from-1].IsWordy() && !p.is(from-1, preposition|be|auxiliary|modal|relative) {
		from--
		if p.is(from, determiner) {
			break
		}
	}
	return from
}

// readDoubts takes "doubts remain about claims that P", "questions over whether P".
func (p *page) readDoubts(i int, ph *phrase) bool {
	if p.isVerbal(i) || p.is(i-1, negation) || p.isQuestion(i) {
		return false
	}
	hi := p.sentence(i).To
	question := p.reads(i, keysQuestions)
	raised := !question
	for k := i + 1; k < hi && k < i+doubtLook && (p.tokens[k].IsWordy() || p.tokens[k].IsQuote()); k++ {
		switch {
		case p.reads(k, keysRemain) || p.reads(k, keysLinger) || p.reads(k, keysRaised) || p.reads(k, keysPersist):
			raised = true
		case p.is(k, asking) && raised:
			return p.takeDoubt(i, k, ph, func() (object, bool) {
				r, ok := p.clause(k+1, hi)
				return p.here(r, ruleClause), ok
			})
		case (p.is(k, about) || p.reads(k, keysOn)) && raised:
			n := p.nounBehind(k+1, hi)
			if n == none {
				continue
			}
			return p.takeDoubt(i, k, ph, func() (object, bool) {
				return p.referent(n, hi, text.Range{From: i, To: k}, p.takerOf(i))
			})
		}
	}
	return false
}

func (p *page) takeDoubt(i, to int, ph *phrase, about func() (object, bool)) bool {
	t := p.takerOf(i)
	if !p.mayTake(t) {
		return false
	}
	of, ok := about()
	if ok {
		p.take(ph.relation, text.Range{From: i, To: to}, t, of, ruleDoubts)
	}
	return ok
}

// doubtLook bounds the words between a noun of doubt and what it is about.
const doubtLook = 8

var keysQuestions, keysRemain, keysLinger, keysRaised, keysPersist, keysOn = keysOf([]string{"questions"}), keysOf([]string{"remain"}), keysOf([]string{"linger"}),
	keysOf([]string{"raised"}), keysOf([]string{"persist"}), keysOf([]string{"on"})
