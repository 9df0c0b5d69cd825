package stance

import (
	"slices"
	"strings"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// readVerb takes the stance of a verb: "denied that P", "rejected claims that P",
// "dispelled the rumours", "questioned whether P".
func (p *page) readVerb(i int, ph *phrase) bool {
	to := i + len(ph.words)
	if p.lifted(i) || ph.form&(past|participle) == 0 && p.is(i, homonym) && !p.isVerb(i, to) || ph.form == gerund && (p.is(i-1, determiner) || p.is(i-1, preposition) && p.ends(to)) {
		return false
	}
	passive := p.isPassive(i, ph)
	if ph.form&participle != 0 && !passive && p.is(to, claimNoun) && p.reads(i-1, keysEven) {
		return false // "even debunked stories"
	}
	if i > 0 && ph.form&participle != 0 && !passive && p.is(to, claimNoun) && (p.isPossessive(i-1) || p.isIntensive(i-1) && p.isPossessive(i-2)) {
		if _, told := p.complement(to, p.sentence(i).To); !told {
			return false // "their repudiated theories"
		}
	}
	t := sync.OnceValue(func() taker { // it may take a tree, and most such verbs say nothing of what is told
		if p.is(i, homonym) && i > p.sentence(i).From && !p.is(i-1, be|auxiliary|modal) && p.tagged(i-1, &parts().verb) {
			return p.takerOfVerb(i-1, false) // "voiced doubts that"
		}
		return p.takerOfVerb(i, passive)
	})
	if s := p.saidIn[i]; s != none && p.article.Statements[s].Polarity == news.Denies && t().statement == int(s) {
		return false
	}
	at := text.Range{From: i, To: to}
	var of object
	var ok bool
	if passive {
		of, ok = p.passiveObject(i, ph, at, t)
	} else {
		of, ok = p.verbObject(ph, at, t)
	}
	if ok {
		p.take(ph.relation, at, t(), of, verbRules[ph.relation])
	}
	return ok
}

// isVerb reports whether the word at i, which may be a noun by its form, is a verb.
func (p *page) isVerb(i, to int) bool {
	return p.tagged(i, &parts().verb) || p.reads(to, keysWhat) || p.key(to) == keyThat && !p.is(i-1, determiner|preposition|claimNoun) || p.is(to, determiner) && p.key(to) != keyThat && p.is(to+1, claimNoun)
}

func (p *page) isPossessive(k int) bool {
	return k >= 0 && slices.Contains(en.Possessives, strings.ToLower(p.word(k)))
}

var keysEven = keysOf([]string{"even"})

var verbRules = map[news.Relation]string{news.RelDenies: ruleDenies, news.RelDoubts: ruleDoubts, news.RelCorrects: ruleCorrects}

// groupLook bounds the words of a verb's group before it: "has never seriously denied".
const groupLook = 5

// lifted reports whether what the verb at i says is not done: "did not deny",
// "neither confirmed nor denied", "can deny", "refused to dispute", "no denying".
func (p *page) lifted(i int) bool {
	lo := p.sentence(i).From
	for k := i - 1; k >= lo && k >= i-groupLook; k-- {
		switch {
		case p.is(k, negation|nobody|asking):
			return true
		case p.is(k, modal) && p.word(k) != "will":
			return true
		case p.reads(k, keysDeclined), p.reads(k, keysRefused), p.confirmsOr(k), p.reads(k, keysFailed), p.key(k) == keyTo && k > lo && p.isHard(k-1):
			return true
		case p.reads(k, keysAnd), p.reads(k, keyBut):
			return p.isSupposed(k) // "asked if they would go and correct it"
		case p.tokens[k].Kind == text.Comma, !p.tokens[k].IsWordy() && !p.tokens[k].IsQuote(), p.key(k) == keyThat:
			return false
		}
	}
	return false
}

// confirmsOr reports whether token k is the "confirmed" of "confirmed or denied".
func (p *page) confirmsOr(k int) bool {
	w := p.word(k)
	return len(w) > 6 && w[:7] == "confirm" && (p.reads(k+1, keysOr) || p.reads(k+1, keysNor))
}

// isHard reports whether the word at k makes what follows no act: "hard to disprove".
func (p *page) isHard(k int) bool {
	switch p.word(k) {
	case "hard", "difficult", "impossible", "tricky", "unable", "reluctant", "harder", "easy":
		return true
	}
	return false
}

var keysDeclined, keysRefused, keysOr, keysNor, keysFailed = keysOf([]string{"declined"}), keysOf([]string{"refused"}), keysOf([]string{"or"}), keysOf([]string{"nor"}), keysOf([]string{"failed"})

// isPassive reports whether the verb at i has "be" before it.
func (p *page) isPassive(i int, ph *phrase) bool {
	if ph.form&participle == 0 {
		return false
	}
	lo := p.sentence(i).From
	if p.is(i-1, claimNoun) && i-1 >= lo && ph.words != nil && !p.isVerbal(i-1) {
		to := i + len(ph.words)
		if p.key(to) == keyBy || p.sentOf[i] == 0 && i-1 > lo && p.headlineEnds(to, p.sentence(i).To) {
			return true // "burst dam claims dismissed by ministry"
		}
	}
	for k := i - 1; k >= lo && k >= i-groupLook; k-- {
		switch {
		case p.is(k, be) && p.key(k) != keyS:
			return true
		case !p.is(k, hedge) && !p.isIntensive(k):
			return false
		}
	}
	return false
}

// verbLook bounds how far behind its verb an object's noun stands, in tokens.
const verbLook = 12

// verbObject is what the verb at says is not so, right of it.
func (p *page) verbObject(ph *phrase, at text.Range, t func() taker) (object, bool) {
	hi := p.objectBound(at)
	first := at.To
	for first < hi && (p.tokens[first].IsQuote() || p.tokens[first].Kind == text.Colon || p.is(first, intensive) && !p.is(first, determiner|preposition|pointing) && !p.startsClause(first, hi)) {
		first++
	}
	if ph.frames&that != 0 && first < hi && p.tokens[at.To].Kind == text.Colon {
		r, ok := p.clause(first, hi)
		return p.here(r, ruleClause), ok && p.hasVerb(r.From, r.To)
	}
	near := true
	for k := first; k < hi && k < first+verbLook; k++ {
		switch {
		case near && ph.frames&claim != 0 && p.reads(k, keysSuch) && p.is(k+1, claimNoun|empty):
			return p.bare(k, at, t())
		case p.key(k) == keyThat && ph.frames&that != 0 && !p.demonstrates(k) && (k == first || p.is(first, preposition|dated)) && k+2 < hi && !p.is(k+1, be|modal) && p.tokens[k+1].Kind != text.Stop:
			r, ok := p.clause(k+1, hi)
			if !ok || p.is(k+1, preposition) && !p.hasVerb(r.From, r.To) {
				return p.bare(k, at, t()) // "doubt that it is so", "denied that in a statement"
			}
			return p.here(r, ruleClause), ok
		case ph.frames&that != 0 && ph.frames&(thing|wh) != 0 && p.startsClause(k, hi) && (k == first && at.To == first || p.is(first, dated) || p.is(first, preposition) && k <= first+2):
			r, ok := p.clause(k, hi)
			return p.here(r, ruleClause), ok
		case k == first && at.To == first && ph.frames&that != 0 && (ph.form&third != 0 || ph.relation == news.RelDoubts && len(ph.words) > 1) && p.isHeadlineClause(k, hi):
			r, ok := p.clause(k, hi)
			return p.here(r, ruleClause), ok
		case k == first && at.To == first && ph.frames&thing != 0 && p.isDeniedClause(k, hi):
			r, ok := p.clause(k, hi)
			return p.here(r, ruleClause), ok
		case k == first && p.reads(k, keysWhat) && ph.frames&claim != 0:
			return p.whatIsTold(k, p.sentence(k).To, at, t())
		case p.is(k, asking) && ph.frames&wh != 0, k == first && ph.frames&ing != 0 && p.isGerund(k):
			if p.is(k, asking) {
				k++
			}
			r, ok := p.clause(k, hi)
			return p.here(r, ruleClause), ok
		case near && p.is(k, claimNoun) && !p.is(k+1, claimNoun) && ph.frames&claim != 0 && !p.goesOn(k+1):
			return p.referent(k, max(hi, p.sentence(k).To), at, t())
		case p.is(k, fault) && ph.relation == news.RelCorrects && near:
			return p.bare(at.From, at, t())
		case p.is(k, quality) && p.reads(k+1, keysOf1) && near && ph.frames&claim != 0:
			return p.ofQuality(k+2, hi, at, t())
		case k == first && p.is(k, pointing) && ph.frames&claim != 0 && ph.relation != news.RelCorrects && p.stands(k, hi):
			return p.bare(k, at, t())
		}
		if p.stopsObject(k) {
			break
		}
		near = near && (!p.is(k, preposition) || k == first && p.is(k, about))
	}
	if o, ok := p.treeObject(ph, first, hi, at); ok {
		return o, true
	}
	if ph.frames&told != 0 || ph.relation == news.RelDoubts && len(ph.words) > 1 {
		if r, ok := p.matter(first, p.datedFrom(first, hi)); ok && !p.is(first, pointing|objective) && p.toldOfIt(at, p.stems(r.From, r.To), t()) != nil {
			return p.here(r, ruleObject), true
		}
	}
	if ph.frames&claim != 0 && (first >= hi || !p.tokens[first].IsWordy()) {
		of, ok := p.relativeObject(at, t())
		if !ok && ph.adjective && ph.frames&wh != 0 && first == at.To {
			of, ok = p.bare(at.From, at, t()) // "the engineers are sceptical"
			ok = ok && of.weight >= retortWeight
		}
		return of, ok
	}
	return object{}, false
}

var keysLast = keysOf([]string{"last"})

// datedFrom is the first word of time from token i on, hi when there is none.
func (p *page) datedFrom(i, hi int) int {
	for k := i; k < hi; k++ {
		if p.is(k, dated) {
			for k > i && (!p.telling(k-1) || p.reads(k-1, keysLast)) {
				k--
			}
			return k // "the mill tape", and not "last week"
		}
	}
	return hi
}

// demonstrates reports whether the "that" at k points to one claim: "denied that report".
func (p *page) demonstrates(k int) bool {
	return p.is(k+1, claimNoun) && !strings.HasSuffix(p.word(k+1), "s") && (k+2 >= len(p.tokens) || !p.tokens[k+2].IsWordy() || p.is(k+2, preposition) && !p.is(k+2, about) || p.key(k+2) == keyTo)
}

// whatIsTold is what stands behind "what X told Y", from token k on: "– that P", or where X
// tells it.
func (p *page) whatIsTold(k, hi int, at text.Range, t taker) (object, bool) {
	end := p.commaFrom(k, hi)
	for n := k + 1; n+2 < end; n++ {
		if p.key(n) == keyThat {
			end = n
		}
	}
	if !p.tellsOf(k+1, end) {
		return object{}, false
	}
	n := end
	for n < hi && (!p.tokens[n].IsWordy() || p.key(n) == keyThat) {
		n++
	}
	if n > end && p.key(n-1) == keyThat {
		r, ok := p.clause(n, hi)
		return p.here(r, ruleClause), ok
	}
	q := sought{at: text.Range{From: at.From, To: end}, from: p.clauseFrom(at.From, t), holder: p.stemsOf(t), taker: t.statement}
	q.stems = p.stems(k, end)
	q.source = q.stems
	return p.elsewhere(q, ruleNoun)
}

// ofQuality is that of which, from token k on, the truth or the like is doubted.
func (p *page) ofQuality(k, hi int, at text.Range, t taker) (object, bool) {
	if p.is(k, pointing) && p.stands(k, hi) {
		return p.bare(k, at, t)
	}
	if p.is(k, pointing) && p.reads(k+1, keysBeing) {
		r, ok := p.matter(k, hi)
		return p.here(r, ruleObject), ok // "the possibility of it being real"
	}
	if n := p.nounBehind(k, hi); n != none {
		return p.referent(n, hi, at, t)
	}
	r, ok := p.matter(k, hi)
	return p.here(r, ruleObject), ok && len(p.names(r.From, r.To)) < p.content(r.From, r.To) // more than a name
}

var keysBeing = keysOf([]string{"being"})

// startsClause reports whether a clause that no "that" leads begins at token k: "denied
// there was a flood", "denied he had left".
func (p *page) startsClause(k, hi int) bool {
	return k+2 < hi && p.is(k, subjective) && !p.is(k, relative) && (p.is(k+1, be|auxiliary|modal) || p.is(k+1, intensive) && p.is(k+2, be|auxiliary|modal))
}

// isHeadlineClause reports whether a clause begins at token k that no "that" leads, as in
// headlines: "ministry denies bridge will close".
func (p *page) isHeadlineClause(k, hi int) bool {
	for v := k; v+1 < hi && v < k+subjectWords && p.tokens[v].IsWordy() && !p.is(v, preposition|relative|claimNoun|pointing|asking); v++ {
		if v > k && p.is(v, be|auxiliary|modal) && p.key(v) != keyS && !p.is(v-1, claimNoun) {
			return p.tokens[v+1].IsWordy()
		}
	}
	return false
}

// isDeniedClause reports whether what is denied from token k on is a clause whose subject may be
// long: "denied any part of his film had been staged".
func (p *page) isDeniedClause(k, hi int) bool {
	if p.is(k, preposition|dated) {
		return false
	}
	for v := k; v+1 < min(hi, k+deniedSubject) && p.tokens[v].IsWordy() && !p.is(v, relative|claimNoun|pointing|asking|refused) && !p.reads(v, keysAnd) && !p.reads(v, keyBut); v++ {
		if v > k && p.is(v, auxiliary|modal) && p.key(v) != keyS {
			return p.tokens[v+1].IsWordy()
		}
	}
	return false
}

// deniedSubject bounds the subject of a denied clause that no "that" leads, in tokens.
const deniedSubject = 10

// relativeObject is what stands before the verb's subject: ", a claim the mayor
// denies", ", which the mayor denies".
func (p *page) relativeObject(at text.Range, t taker) (object, bool) {
	lo := p.sentence(at.From).From
	for k := at.From - 2; k > lo && k > at.From-saidLook && (p.tokens[k+1].IsWordy() || p.tokens[k+1].IsQuote()); k-- {
		if p.key(k) == keyWhich || p.is(k, claimNoun|empty) && p.is(k-1, determiner|claimNoun) {
			return p.bare(p.appositionStart(k), at, t)
		}
	}
	return object{}, false
}

// stopsObject reports whether an object's own words end at token k.
func (p *page) stopsObject(k int) bool {
	return !p.tokens[k].IsWordy() && !p.tokens[k].IsQuote() || p.is(k, be|modal)
}

// goesOn reports whether a noun phrase goes on with token k: "claims adjuster".
func (p *page) goesOn(k int) bool {
	return k < len(p.tokens) && p.tokens[k].Case == text.LowerCase && p.class[k]&^lists == 0 && (k+1 >= len(p.tokens) || p.tokens[k+1].Kind != text.Colon) && p.sentOf[k] == p.sentOf[k-1] && p.tagged(k, &parts().noun)
}

// stands reports whether the pronoun at k stands for itself: "denied this."
func (p *page) stands(k, hi int) bool {
	return k+1 >= hi || !p.tokens[k+1].IsWordy() && !p.tokens[k+1].IsQuote() || p.is(k+1, preposition|intensive) && !p.is(k+1, determiner) || p.reads(k+1, keysWhatsoever)
}

func (p *page) isGerund(k int) bool { return p.tagged(k, &parts().gerund) }

// objectBound is where what the verb governs ends: with the statement that it
// makes, or with the sentence.
func (p *page) objectBound(at text.Range) int {
	hi := p.sentence(at.From).To
	s := p.cueOf(at.From)
	if s == none {
		return hi
	}
	c := p.article.Statements[s].Content
	if r := p.tokensOf(c[len(c)-1]); r.From >= at.To && r.To > at.To && r.From < hi {
		return min(max(r.To, at.To), max(hi, r.To))
	}
	return hi
}

// treeObject is what the parser has for the verb's object: "denied any plans".
func (p *page) treeObject(ph *phrase, first, hi int, at text.Range) (object, bool) {
	if ph.frames&thing == 0 || first >= hi || !p.parse(at.From) {
		return object{}, false
	}
	g := parts()
	o := p.child(at.From, &g.object)
	if o != none && p.is(o, refused) {
		return object{}, false // "deny the right for us to"
	}
	if c := p.child(at.From, &g.clause); c != none && c > at.From && p.child(c, &g.subject) != none {
		if r := p.subtree(c); r.From >= first {
			r, ok := p.clause(r.From, min(r.To, hi))
			return p.here(r, ruleClause), ok
		}
	}
	if o == none || o < first || p.is(o, pointing|function) || p.tokens[o].Capital() || p.child(at.From, &g.second) != none {
		return object{}, false
	}
	r := p.subtree(o)
	r.To = min(r.To, hi)
	if r.To < hi && (p.is(r.To, determiner) || p.tagged(r.To, &g.noun)) {
		return object{}, false // "denied the man his wish"
	}
	r, ok := p.clause(r.From, r.To)
	return p.here(r, ruleObject), ok
}

// passiveObject is what the passive verb at is about: its subject.
func (p *page) passiveObject(i int, ph *phrase, at text.Range, t func() taker) (object, bool) {
	a := i
	lo := p.sentence(i).From
	for a > lo && (p.is(a-1, be|auxiliary|hedge) || p.isIntensive(a-1)) && !p.is(a-1, determiner|pointing) {
		a--
	}
	if ph.frames&claim == 0 {
		return object{}, false
	}
	if k := a - 1; ph.frames&(told|thing) != 0 && k >= lo && (p.key(k) == keyIt || p.reads(k, keysThis)) {
		if of, ok := p.bare(k, at, t()); ok {
			return of, true // "it was debunked by the mayor"
		}
	}
	if k := p.subjectNoun(a-1, lo); k != none {
		return p.referent(k, a, at, t())
	}
	if h := p.subject(i); h != none && h < a && p.is(h, claimNoun) {
		return p.referent(h, a, at, t())
	}
	return object{}, false
}
