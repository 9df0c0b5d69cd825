package stance

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// undoneShare is the part of a negated clause's predicate that another's claim has,
// when it has the subject too.
const undoneShare = 2.0 / 3

// undone is a clause that says no: "[the painter] was not [arrested]".
type undone struct {
	at        text.Range // "was not"
	subject   text.Range // empty for a pronoun
	predicate text.Range
}

// readUndone takes "the painter was not arrested" where another tells that he was,
// and "the painter is not dead" where anything tells of his death.
func (p *page) readUndone(i int) bool {
	t := p.takerOf(i)
	if p.is(i, determiner) || p.isPossible(i) || p.reads(i+1, keysAll) || p.reads(i+1, keysTheFirst) || !p.mayTake(t) || p.isSupposed(i) || p.isQuestion(i) {
		return false
	}
	if t.statement != news.Outermost && (p.insisted(t.statement) || p.concedes(t.statement)) {
		return false
	}
	u, ok := p.undoneAt(i)
	if !ok || p.takenHere(u.predicate) || p.toldUndone(u, t) == nil {
		return false
	}
	spans := []news.Span{p.span(u.predicate.From, u.predicate.To)}
	if u.subject.From < u.subject.To {
		spans = []news.Span{p.span(u.subject.From, u.subject.To), spans[0]}
	}
	relation := news.RelDenies
	if p.is(u.at.From-1, hedge) || p.is(u.at.From, hedge) {
		relation = news.RelDoubts // "probably is not"
	}
	p.take(relation, u.at, t, object{spans: spans, statement: untold, rule: ruleNegated}, ruleRestated)
	return true
}

// isPossible reports whether the verb that token i negates only may or should be:
// what will not be is denied as what was not.
func (p *page) isPossible(i int) bool {
	if !p.is(i-1, modal) && !p.is(i+1, modal) {
		return false
	}
	switch p.word(i - 1) {
	case "could", "can", "ca":
		return !p.reads(i+1, keysHave) // what could not have been was not
	case "will", "would", "wo", "'ll", "'d":
		return p.is(i+1, modal)
	}
	return true
}

// undoneAt is the clause whose negation stands at token i.
func (p *page) undoneAt(i int) (undone, bool) {
	at := text.Range{From: i, To: i + 1}
	lo, hi := p.sentence(i).From, p.sentence(i).To
	for at.From > lo && p.is(at.From-1, be|auxiliary|modal) {
		at.From--
	}
	if at.From == i && !p.reads(i, keysNever) || p.reads(i+1, keysOnly) || p.reads(i+1, keysJust) || p.reads(i+1, keysYet) {
		return undone{}, false
	}
	to := p.secondVerb(i+1, p.commaFrom(i+1, hi))
	r, ok := p.clause(i+1, to)
	h := p.nounBefore(at.From)
	if h == none && at.From > lo && (p.reads(at.From-1, keysAnd) || p.reads(at.From-1, keyBut) || p.tokens[at.From-1].Kind == text.Comma) {
		h = p.sharedSubject(at)
	}
	if p.saidIn[i] == none && p.ofRuling(lo, at.From) {
		return undone{}, false
	}
	if !ok || h == none || h >= at.From || p.is(at.From-1, relative) || p.reads(at.From-1, keysYou) || p.unsaid(r) {
		return undone{}, false
	}
	if p.saidIn[i] == none && p.isAlleged(text.Range{From: h, To: at.From}) {
		return undone{}, false // the outlet passes it on: "now she allegedly does not"
	}
	u := undone{at: at, predicate: r}
	if !p.is(h, pointing|subjective) {
		s := p.nominal(h)
		u.subject.From, u.subject.To = p.trim(s.From, min(s.To, at.From))
	}
	return u, true
}

// rulingLook bounds the subject of what a noun leads, in tokens.
const rulingLook = 12

// ofRuling reports whether the clause whose verb begins at token i is what a noun that is no
// claim leads: "a decision that the guild did not".
func (p *page) ofRuling(lo, i int) bool {
	for k := i - 1; k > lo && k >= i-rulingLook && p.tokens[k].IsWordy(); k-- {
		if p.key(k) == keyThat {
			return !p.is(k-1, claimNoun) && p.tokens[k-1].Case == text.LowerCase && p.isPlainNoun(k-1)
		}
	}
	return false
}

// sharedSubject is the subject of a verb that has none right before it: "is an ordinary dam
// and was not built of glass", "Tolan, the painter, has not died".
func (p *page) sharedSubject(at text.Range) int {
	if p.tokens[at.From-1].Kind == text.Comma {
		if h := p.beforeApposition(at.From - 1); h != none {
			return h
		}
	}
	for k := at.To; k < min(at.To+splitLook, p.sentence(at.From).To); k++ {
		if p.tagged(k, &parts().verb) || p.child(k, &parts().cop) != none {
			return p.subject(k)
		}
	}
	return none
}

// beforeApposition is the noun before the apposition that ends with the comma at i.
func (p *page) beforeApposition(i int) int {
	lo := p.sentence(i).From
	for k := i - 1; k > lo && k >= i-appositionLook; k-- {
		if p.tokens[k].Kind == text.Comma {
			if p.tagged(k-1, &parts().noun) && !p.is(k-1, subjective|pointing) {
				return p.phraseHead(k-1, k)
			}
			return none
		}
	}
	return none
}

// unsaid reports whether a predicate is of telling, or of what may yet come: "has not
// announced a price", "has not been charged yet".
func (p *page) unsaid(r text.Range) bool {
	if p.reads(r.To-1, keysYet) {
		return true
	}
	for k := r.From; k < r.To; k++ {
		if p.reads(k, keysUntil) || p.reads(k, keysTill) || p.reads(k, keysSince) || p.reads(k, keysComment) {
			return true
		}
	}
	if p.is(r.From, foreseen) || p.reads(r.From, keysExistTo) {
		return true
	}
	for k := r.From; k < min(r.From+2, r.To); k++ {
		if p.is(k, keeps) || p.cueOf(k) != none || p.is(k, depicts) && p.is(k+1, asking) {
			return true
		}
	}
	return false
}

var keysExistTo = keysOf([]string{"exist", "to"}) // "does not exist to sell dams"

var keysTheFirst = keysOf([]string{"the", "first"})

var keysComment = keysOf([]string{"comment"})

var keysUntil, keysTill, keysSince, keysAll = keysOf([]string{"until"}), keysOf([]string{"till"}), keysOf([]string{"since"}), keysOf([]string{"all"})

// toldUndone is the telling that a negated clause goes against.
func (p *page) toldUndone(u undone, t taker) *telling {
	predicate, subject := p.weighty(u.predicate.From, u.predicate.To), p.stems(u.subject.From, u.subject.To)
	if len(predicate) == 0 {
		return nil
	}
	death := p.opposes(text.Range{From: u.predicate.From, To: min(u.predicate.From+2, u.predicate.To)}, opposed)
	holder := p.stemsOf(t)
	here := int(p.sentOf[u.at.From])
	least := int(undoneShare*float64(len(predicate)) + 0.99)
	core := p.core(u.predicate)
	near := p.ahead(here)
	for i := range near {
		o := &near[i]
		if !p.claimed(o, t, holder) || o.tokens.From < u.at.To && u.at.From < o.tokens.To {
			continue
		}
		away := here - int(p.sentOf[o.tokens.From])
		own := len(subject) > 0 && sorted.Common(o.stems, subject) > 0
		if death && p.opposes(o.tokens, opposed) && (own || len(predicate) == 1) {
			return o
		}
		n := sorted.Common(o.stems, predicate)
		own = own || n == len(predicate) && away >= 0 && away <= pronounBack && t.statement != news.Outermost && p.isDefinite(u.subject) && p.isDeed(u.predicate) && !p.repeats(u)
		own = own || away < 0 && u.subject.From == u.subject.To && t.statement != news.Outermost && p.namesTaker(o, t) || n >= restatedLess && p.isOfTaker(u, o, t) && !p.repeats(u) || u.subject.From == u.subject.To && away >= 0 && (n >= restatedLess && away <= pronounBack || n == len(predicate) && away <= pronounNear && t.statement != news.Outermost && !p.repeats(u))
		if n < least && len(core) == coreWords && (len(subject) > 0 || t.statement != news.Outermost) && p.hasEach(o.stems, core) {
			n = least
		}
		if n < least && len(subject) > 0 && len(core) == coreWords && p.hasEach(o.stems, core[:1]) && n >= restatedLess {
			n = least // its first word and another, whatever stands between and behind
		}
		if p.reads(u.at.From-1, keysI) && !p.namesTaker(o, t) && !p.ofSomeone(o.tokens) {
			continue // "I have never voted", of what is told of others
		}
		if n >= least && own && (away >= 0 || here < leadSentences) {
			return o
		}
	}
	return nil
}

// isDeed reports whether a predicate is of what was done: "been stolen".
func (p *page) isDeed(r text.Range) bool {
	for k := r.From; k < r.To; k++ {
		if p.telling(k) {
			return p.tagged(k, &parts().verb)
		}
	}
	return false
}

// isDefinite reports whether a subject only points to what was told of: "the vehicle".
func (p *page) isDefinite(r text.Range) bool {
	from := r.From
	if p.reads(from, keysThe) {
		from++
	} else if from == 0 || !p.reads(from-1, keysThe) {
		return false
	}
	return from+1 == r.To && p.tokens[from].Case == text.LowerCase && p.isPlainNoun(from)
}

var keysThe = keysOf([]string{"the"})

// namesTaker reports whether the sentence of a telling names the speaker who takes a stance.
func (p *page) namesTaker(o *telling, t taker) bool {
	if t.statement == news.Outermost {
		return false
	}
	r := p.sentence(o.tokens.From)
	return sorted.Common(p.stems(r.From, r.To), p.speakerStems(t.statement)) > 0
}

// ofSomeone reports whether r tells of "him" or "you".
func (p *page) ofSomeone(r text.Range) bool {
	for k := r.From; k < min(r.To, r.From+tellingLook); k++ {
		if p.among(k, "somebody") {
			return true
		}
	}
	return false
}

// hasEach reports whether stems, sorted, have all of some that stand as they were told.
func (p *page) hasEach(stems, want []string) bool {
	return !slices.ContainsFunc(want, func(w string) bool { return !slices.Contains(stems, w) })
}

// isOfTaker reports whether the subject of u is an "I" whom o names: "I did not take it" of
// what another tells that Korva took.
func (p *page) isOfTaker(u undone, o *telling, t taker) bool {
	return t.statement != news.Outermost && u.subject.From == u.subject.To && p.reads(u.at.From-1, keysI) && sorted.Common(o.stems, p.speakerStems(t.statement)) > 0
}

// repeats reports whether a sentence has a word of what it says no to once more: "I know
// that I am mad, so I am not mad".
func (p *page) repeats(u undone) bool {
	r := p.sentence(u.at.From)
	return sorted.Common(p.stems(r.From, u.at.From), p.weighty(u.predicate.From, u.predicate.To)) > 0
}

// takenHere reports whether a stance in the same sentence is about r already: "No, the
// dam did not burst".
func (p *page) takenHere(r text.Range) bool {
	n := len(p.found)
	if n == 0 || p.found[n-1].Cue.Start < p.tokens[p.sentence(r.From).From].Start {
		return false
	}
	return slices.ContainsFunc(p.found[n-1].Of, p.span(r.From, r.To).Overlaps)
}

// coreWords are the telling words that a predicate begins with: its verb and what it is
// done to.
const coreWords = 3

// core is the stems of the first telling words of a predicate, as they stand.
func (p *page) core(r text.Range) (out []string) {
	for k := r.From; k < r.To && len(out) < coreWords; k++ {
		if p.telling(k) {
			out = append(out, stem(p.word(k)))
		}
	}
	return out
}

// pronounBack is how many sentences back a claim is told whose subject is a pronoun where
// it is gone against.
const pronounBack = 4

// pronounNear is the same where all of it is one word.
const pronounNear = 2

// claimed reports whether a telling is another's claim, not the taker's own and not
// one that says no.
func (p *page) claimed(o *telling, t taker, holder []string) bool {
	if o.denied || o.taking || p.isNegated(o.tokens) {
		return false
	}
	if o.statement == news.Outermost {
		return (o.noun != "" || o.marked && t.statement != news.Outermost) && !p.isVerbal(o.tokens.From)
	}
	return o.statement != t.statement && sorted.Common(p.speakerStems(o.statement), holder) == 0
}

// readNotHim takes "it was not him", of what another tells.
func (p *page) readNotHim(i int) bool {
	lo := p.sentence(i).From
	if i+1 >= p.sentence(i).To || !p.is(i+1, objective) || !p.ends(i+2) || p.isSupposed(i) || p.isQuestion(i) {
		return false
	}
	from := i
	for from > lo && p.is(from-1, be) {
		from--
	}
	t := p.takerOf(i)
	if from == i || from == lo || p.key(from-1) != keyIt && p.key(from-1) != keyThat || !p.mayTake(t) {
		return false
	}
	at := text.Range{From: from, To: i + 2}
	of, ok := p.bare(from-1, at, t)
	if ok {
		p.take(news.RelDenies, at, t, of, ruleUttered)
	}
	return ok
}
