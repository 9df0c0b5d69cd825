package stance

import (
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// predicate is a verdict as it stands in its clause.
type predicate struct {
	*phrase
	at      text.Range // the verdict
	from    int        // the first word of its verb: "[may not be] true"
	as      int        // "as" before it, none when there is none
	copula  bool
	negated bool
	hedged  bool
}

// readVerdict takes the stance of a verdict: "the report is false", "called it a
// hoax", "the false report that P".
func (p *page) readVerdict(i int, ph *phrase) bool {
	v := p.predicate(i, ph)
	switch {
	case v.as != none:
		return p.readCalled(v)
	case v.copula:
		return p.readPredicate(v)
	case ph.kind == "verdict" && v.at.To < len(p.tokens) && p.is(v.at.To, claimNoun) && p.sentOf[v.at.To] == p.sentOf[i]:
		if p.readAttributive(v) || p.readHeading(v) {
			return true
		}
		v.at.To++ // “Fake news,”
		return p.readFragment(v)
	}
	return p.readCalled(v) || p.readAside(v) || p.readVerbless(v) || p.readFragment(v) || p.readHoaxOf(v)
}

// readAside takes "a story, later disproven, of P".
func (p *page) readAside(v predicate) bool {
	lo, hi := p.sentence(v.at.From).From, p.sentence(v.at.From).To
	from := v.at.From
	for from > lo && (p.isTurning(from-1) || p.isIntensive(from-1)) {
		from--
	}
	n := from - 2
	if n < lo || v.at.To >= hi || v.negated || v.relationOf() == "" || p.tokens[from-1].Kind != text.Comma || p.tokens[v.at.To].Kind != text.Comma || !p.is(n, claimNoun) {
		return false
	}
	t, at := p.takerOf(v.at.From), text.Range{From: from, To: v.at.To}
	if !p.mayTake(t) || p.isSupposed(from) || p.isQuestion(from) {
		return false
	}
	r, ok := p.complementAt(n, v.at.To+1, hi)
	of := p.here(r, ruleComplement)
	if !ok {
		of, ok = p.referent(n, n+1, at, t)
	}
	if ok {
		p.take(v.relationOf(), at, t, of, ruleVerdict)
	}
	return ok
}

// verdictLook bounds the words between a verb and its verdict.
const verdictLook = 8

// predicate looks left of a verdict for its verb.
func (p *page) predicate(i int, ph *phrase) predicate {
	v := predicate{phrase: ph, at: text.Range{From: i, To: i + len(ph.words)}, from: i, as: none}
	lo := p.sentence(i).From
	plain := 0
	k := i - 1
	for ; k >= lo && k >= i-verdictLook && !v.copula; k-- {
		switch {
		case p.key(k) == keyAs:
			v.as = k
			return v
		case p.is(k, be):
			v.copula, v.from = true, k
		case p.is(k, negation):
			v.negated = true
		case p.among(k, "proves"):
			v.copula, v.from = true, k
		case p.reads(k, keysRemain) || p.reads(k, keysRemains) || p.reads(k, keysRemained):
			v.copula, v.from = true, k
		case p.is(k, hedge):
			v.hedged = true
			if p.isLinking(k) {
				v.copula, v.from = true, k
			}
		case p.reads(k, keysOf1) && k > lo && !p.isIntensive(k-1):
			return v // "a ring of fake", "victims of a hoax"
		case p.reads(k-1, keysOfCourse):
			k--
		case p.isIntensive(k), p.tokens[k].IsQuote(), p.reads(k, keysAnd), p.reads(k, keyBut), p.tokens[k].Kind == text.Comma && plain == 0:
		case p.tokens[k].Case == text.LowerCase && p.class[k]&^(claimNoun|lists) == 0 && plain < 2 && p.longest(k, isCall) == nil:
			plain++
		default:
			return v
		}
	}
	if v.copula {
		p.verbGroup(&v, k, lo)
	}
	return v
}

var keysAnd, keysOfCourse = keysOf([]string{"and"}), keysOf([]string{"of", "course"})

// isIntensive reports whether token k only makes a verdict stronger: "absolutely".
func (p *page) isIntensive(k int) bool {
	if p.is(k, intensive) {
		return !p.is(k, pointing) || p.is(k, determiner)
	}
	w := p.word(k)
	return len(w) > 4 && w[len(w)-2:] == "ly"
}

// isLinking reports whether the hedge at k is a verb of its own: "sounds false".
func (p *page) isLinking(k int) bool {
	w := p.word(k)
	return len(w) > 3 && (w[:4] == "seem" || w[:4] == "soun" || w[:4] == "appe" || w[:4] == "look")
}

// verbGroup takes in what stands before a copula: "may not have turned out to".
func (p *page) verbGroup(v *predicate, k, lo int) {
	for ; k >= lo; k-- {
		switch {
		case p.is(k, negation):
			v.negated = true
		case p.is(k, hedge):
			v.hedged = true
		case p.is(k, modal):
			v.hedged = v.hedged || p.reads(k, keysMay) || p.reads(k, keysMight) || p.reads(k, keysCould) && !v.negated
		case p.is(k, be|auxiliary), p.key(k) == keyTo:
		case p.reads(k, keysOut) && k > lo, p.isTurning(k), p.reads(k, keysMost):
		case p.isIntensive(k) && !p.is(k, determiner|pointing|preposition):
		default:
			v.from = k + 1
			return
		}
	}
	v.from = lo
}

var keysRemains, keysRemained = keysOf([]string{"remains"}), keysOf([]string{"remained"})

var keysMost = keysOf([]string{"most"})

var keysMay, keysMight, keysCould, keysOut = keysOf([]string{"may"}), keysOf([]string{"might"}), keysOf([]string{"could"}), keysOf([]string{"out"})

// isTurning reports whether token k is what leads to a verdict: "turned out to be".
func (p *page) isTurning(k int) bool {
	switch p.word(k) {
	case "turned", "turns", "proved", "proven", "proves", "found", "revealed", "shown", "declared", "deemed", "exposed", "later", "apparently", "actually":
		return true
	}
	return false
}

// relation is what a verdict makes of its claim, "" for none.
func (v *predicate) relationOf() news.Relation {
	r := v.relation
	switch {
	case v.kind == "affirmed" && !v.negated, v.kind != "affirmed" && v.negated:
		return ""
	case v.hedged && r == news.RelDenies:
		return news.RelDoubts
	}
	return r
}

func (p *page) readPredicate(v predicate) bool {
	for k := v.from; k+1 < v.at.From; k++ {
		if p.reads(k, keysNoLonger) {
			return false // it was so
		}
	}
	if k := p.noneBefore(v.from); k != none {
		v.negated, v.hedged, v.from = true, false, k
	}
	v.hedged = v.hedged || p.mayBe(v.from)
	relation := v.relationOf()
	if relation == "" && !p.isQuestion(v.at.From) || p.describes(v) || p.reads(v.at.From, keysConfirmed) && !p.could(v) || v.kind == "affirmed" && p.foretells(v) || p.isDisbelieved(v.from) || p.isRumour(v) || p.isSupposed(v.from) || p.quotedApart(v) {
		return false
	}
	t := p.takerOf(v.at.From)
	if !p.mayTake(t) || (v.kind == "small" || relation == news.RelDoubts) && p.key(v.at.To) == keyTo && !p.is(v.at.To+1, states) {
		return false
	}
	at := text.Range{From: v.from, To: v.at.To}
	if p.tokens[at.From].Kind == text.Clitic && at.From > p.sentence(at.From).From {
		at.From-- // "it's", whole
	}
	if of, ok := p.extraposed(v, t); ok {
		p.take(relation, at, t, of, ruleVerdict)
		return true
	}
	if p.isQuestion(v.at.From) {
		relation = news.RelAsks
	}
	if relation == "" {
		return false
	}
	if n := p.saidNoun(v.from - 1); n != none && t.statement == news.Outermost {
		s := p.span(n+1, v.from-1)
		t.holder = &s
		of, ok := p.bare(p.appositionStart(n), at, t)
		if ok {
			p.take(relation, at, t, of, ruleVerdict)
		}
		return ok
	}
	of, ok := p.subjectObject(v.from, at, t, v.kind == "small")
	ok = ok && !(v.kind == "small" && of.rule == rulePronoun && of.statement == t.statement && t.statement != news.Outermost)
	if !ok && p.isMade(v.at.From) {
		if of, ok = p.artefactObject(v.from, at, t); !ok {
			of, ok = p.claimantObject(v.from)
		}
		if !ok {
			of, ok = p.plainObject(v, at, t)
		}
	}
	if !ok && relation == news.RelCorrects {
		if r := p.plainSubject(v.from); r.To > r.From && p.content(r.From, r.To) > 0 {
			of, ok = p.here(r, ruleObject), true
		}
	}
	if ok {
		p.take(relation, at, t, of, ruleVerdict)
	}
	return ok
}

// mayBe reports whether the sentence of the verb at i begins with a hedge: "or maybe the
// report is false".
func (p *page) mayBe(i int) bool {
	k := p.sentence(i).From
	for k < i && (!p.tokens[k].IsWordy() || p.reads(k, keysOr) || p.reads(k, keysAnd) || p.reads(k, keyBut)) {
		k++
	}
	return k < i && p.is(k, hedge)
}

// quotedApart reports whether the verb of a verdict stands in marks that end before
// the verdict: the “dam has burst” hoax.
func (p *page) quotedApart(v predicate) bool {
	marks := 0
	for k := v.from; k < v.at.From; k++ {
		if p.tokens[k].IsQuote() {
			marks++
		}
	}
	for k := v.at.To; marks == 1 && k < p.sentence(v.at.From).To; k++ {
		if p.tokens[k].IsQuote() {
			return false
		}
	}
	return marks == 1
}

// foretells reports whether a verdict is of what is to come: "that won't be the case".
func (p *page) foretells(v predicate) bool {
	for k := v.from; k < v.at.From; k++ {
		switch p.word(k) {
		case "wo", "will", "would", "'ll":
			return true
		}
	}
	return false
}

// isRumour reports whether "a rumour" only says what kind of thing is told: "it's a rumour in
// keeping with others", and not "it was a rumour".
func (p *page) isRumour(v predicate) bool {
	return strings.HasPrefix(p.word(v.at.To-1), "rumo") && len(v.words) == 2 && !p.ends(v.at.To) && p.tokens[v.at.To].Kind != text.Comma
}

// disbeliefLook bounds the words between "do not think" and a verdict's verb.
const disbeliefLook = 7

// isDisbelieved reports whether the verdict whose verb begins at from is what somebody does
// not think: "I don't think that the idea is ridiculous".
func (p *page) isDisbelieved(from int) bool {
	lo := p.sentence(min(from, len(p.tokens)-1)).From
	for k := from - 1; k > lo && k >= from-disbeliefLook && (p.tokens[k].IsWordy() || p.tokens[k].IsQuote()); k-- {
		if p.is(k, believes) && p.is(k-1, negation) {
			return true
		}
	}
	return false
}

var keysConfirmed = keysOf([]string{"confirmed"})

// could reports whether a verdict's verb has "could": what could not be confirmed is
// doubted, what is not yet is not.
func (p *page) could(v predicate) bool {
	for k := v.from; k < v.at.From; k++ {
		if p.reads(k, keysCould) {
			return true
		}
	}
	return false
}

// noneLook bounds the words between "none" and its verb: "none of those things are".
const noneLook = 6

// noneBefore is the "none" that is the subject of the verb that begins at from.
func (p *page) noneBefore(from int) int {
	lo := p.sentence(min(from, len(p.tokens)-1)).From
	for k := from - 1; k >= lo && k >= from-noneLook && p.tokens[k].IsWordy(); k-- {
		if p.is(k, nobody) {
			return k
		}
	}
	return none
}

// mayTake reports whether what a statement says is its speaker's: not when it
// denies or asks it.
func (p *page) mayTake(t taker) bool {
	if t.statement == news.Outermost {
		return true
	}
	switch p.article.Statements[t.statement].Polarity {
	case news.Denies, news.Declines, news.Asks:
		return false
	}
	return true
}

// isQuestion reports whether the sentence of token i asks.
func (p *page) isQuestion(i int) bool {
	r := p.sentence(i)
	for k := r.To - 1; k >= r.From && k >= r.To-3; k-- {
		if p.tokens[k].Kind == text.Stop {
			return p.word(k)[len(p.word(k))-1] == '?'
		}
	}
	return false
}

// describes reports whether the verdict tells the kind of a thing: "is a fake
// passport", "is based on".
func (p *page) describes(v predicate) bool {
	k := v.at.To
	if p.is(k, site) && p.is(k+1, site) && p.longest(v.at.From, func(ph *phrase) bool { return ph.kind == "satirical" }) != nil {
		return true // "is a satire news site"
	}
	if p.reads(k, keysOf1) && p.reads(k-1, keysUp) {
		return true // "is made up of"
	}
	hi := min(p.sentence(v.at.From).To, k+describedLook)
	for ; k < hi && !p.is(k, claimNoun) && p.tokens[k].Case == text.LowerCase && p.class[k]&function == 0; k++ {
		if p.tagged(k, &parts().noun) {
			return true
		}
		if !p.is(v.at.From-1, determiner) {
			break
		}
	}
	return false
}

// describedLook bounds the words behind a verdict up to the thing whose kind it tells: "is not a
// legitimate legislative purpose".
const describedLook = 3

var keysNoLonger = keysOf([]string{"no", "longer"})

var keysUp = keysOf([]string{"up"})

// supposeLook bounds how far before its clause an "if" stands, in tokens.
const supposeLook = 10

// isSupposed reports whether the clause whose verb begins at from is only supposed:
// "if the report is false".
func (p *page) isSupposed(from int) bool {
	lo := p.sentence(min(from, len(p.tokens)-1)).From
	for k := from - 1; k >= lo && k >= from-supposeLook; k-- {
		if p.is(k, asking|wishing) {
			return true
		}
		if p.tokens[k].Kind == text.Comma {
			return false
		}
	}
	return false
}

// readAttributive takes "the false report that P".
func (p *page) readAttributive(v predicate) bool {
	n := v.at.To
	for n+1 < len(p.tokens) && p.is(n+1, claimNoun) && p.sentOf[n+1] == p.sentOf[n] {
		n++
	}
	if v.negated || p.goesOn(n+1) || p.isSupposed(v.at.From) || p.isQuestion(v.at.From) {
		return false
	}
	t := p.takerOf(v.at.From)
	if !p.mayTake(t) {
		return false
	}
	hi := p.sentence(n).To
	var of object
	r, ok := p.complement(n, hi)
	if ok {
		of = p.here(r, ruleComplement)
		if s := p.cutOff(n, r.From); s != none && s != t.statement {
			t, of.statement = taker{statement: s}, s
		}
	} else {
		of, ok = p.toldBy(n, hi)
	}
	if !ok {
		of, ok = p.toldBefore(v, n, t)
	}
	if ok {
		p.take(v.relation, text.Range{From: v.at.From, To: n + 1}, t, of, ruleVerdict)
	}
	return ok
}

// toldBeforeWeight is how surely something told is what a false report told.
const toldBeforeWeight = 1.0

// toldBefore is what a false report that does not tell it itself has told before: "the fake
// story", when nobody has gone against it yet.
func (p *page) toldBefore(v predicate, n int, t taker) (object, bool) {
	if t.statement != news.Outermost || !p.isMade(v.at.From) || p.isAnother(v.at.From-1) || !p.is(v.from-1, determiner|intensive) && p.key(v.at.From-1) != keyThat {
		return object{}, false
	}
	of, ok := p.referent(n, n+1, text.Range{From: v.at.From, To: n + 1}, t)
	if !ok || of.rule != ruleNoun || of.weight < toldBeforeWeight {
		return object{}, false
	}
	for _, f := range p.found {
		if f.Relation == news.RelDenies && slices.ContainsFunc(f.Of, of.spans[0].Overlaps) {
			return object{}, false
		}
	}
	return of, true
}

// isAnother reports whether the word at i brings in what was not told yet: "more fake news".
func (p *page) isAnother(i int) bool {
	if i < 0 {
		return false
	}
	switch p.word(i) {
	case "some", "more", "another", "other", "any", "no":
		return true
	}
	return false
}

// cutOff is the statement that begins behind the noun at n with what it tells, at token
// from, and whose cue stands before both: "recalls the year when a false report [that P]".
func (p *page) cutOff(n, from int) int {
	i := int(p.saidIn[from])
	if i == none {
		return none
	}
	s := &p.article.Statements[i]
	if s.Cue == nil || s.Cue.End > p.tokens[n-1].Start || p.tokensOf(s.Content[0]).From <= n {
		return none
	}
	return i
}

// filedLook bounds the words between a report and its verb: "filed by a website".
const filedLook = 8

// toldBy is what the report or the like at n goes on to say: "the bogus story reads",
// "a hoax report filed by a website claimed".
func (p *page) toldBy(n, hi int) (object, bool) {
	v := n + 1
	for v < hi && v < n+filedLook && p.tokens[v].IsWordy() && !p.is(v, tells|be|auxiliary|modal|relative|claimNoun) && !p.isSaying(v) && p.cueOf(v) == none && (p.isIntensive(v) || p.is(n+1, preposition) || p.is(n+2, preposition)) {
		v++
	}
	if v >= hi || p.cueOf(v) == none && !p.is(v, tells) && !p.isSaying(v) {
		return object{}, false
	}
	return p.saidBehind(v, v+1, hi)
}
