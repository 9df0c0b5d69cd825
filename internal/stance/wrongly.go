package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// readWrongly takes "the paper falsely reported that P".
func (p *page) readWrongly(i int, ph *phrase) bool {
	lo, hi := p.sentence(i).From, p.sentence(i).To
	t := p.takerOf(i)
	if p.isSupposed(i) || p.isQuestion(i) || !p.mayTake(t) || p.is(i-1, negation) {
		return false
	}
	if len(ph.words) > 1 {
		return p.readUnproven(i, ph, t)
	}
	for _, v := range [...]int{i + 1, i - 1} {
		believed := p.is(v, believes) && ph.relation == news.RelDenies
		if v < lo || v >= hi || !p.is(v, tells) && p.cueOf(v) == none && !p.isSaying(v) && !believed && !(p.is(v, puts) && ph.relation == news.RelCorrects) {
			continue
		}
		at := text.Range{From: min(i, v), To: max(i, v) + 1}
		of, ok := p.saidBehind(v, at.To, hi)
		if !ok && p.is(v, puts) {
			of, ok = p.putBehind(at.To, hi)
		}
		if !ok {
			return false
		}
		own := p.ownFault(at.From, lo, ph.relation == news.RelDenies)
		if !own && ph.relation == news.RelCorrects {
			return false // "initially said"
		}
		relation := ph.relation
		if own {
			relation = news.RelCorrects
		}
		p.take(relation, at, t, of, ruleWrongly)
		return true
	}
	return false
}

// readUnproven takes "claimed, without evidence, that P" and "spread rumours, with no evidence,
// that P".
func (p *page) readUnproven(i int, ph *phrase, t taker) bool {
	lo, hi := p.sentence(i).From, p.sentence(i).To
	to := i + len(ph.words)
	v, k := i-1, to
	if v > lo && p.tokens[v].Kind == text.Comma {
		v--
	}
	if k < hi && p.tokens[k].Kind == text.Comma {
		k++
	}
	if v < lo || p.is(v, negation) {
		return false
	}
	var of object
	ok := false
	switch {
	case p.is(v, claimNoun) && p.key(k) == keyThat, p.is(v, tells) && p.key(k) == keyThat, p.cueOf(v) != none && p.key(k) == keyThat:
		var r text.Range
		r, ok = p.clause(k+1, hi)
		of = p.here(r, ruleClause)
	case p.is(k, tells) || p.cueOf(k) != none:
		of, ok = p.saidBehind(k, k+1, hi)
		if t.statement == news.Outermost && p.cueOf(k) == none && p.key(k+1) != keyThat {
			ok = false
		}
	}
	if ok {
		p.take(ph.relation, text.Range{From: i, To: to}, t, of, ruleWrongly)
	}
	return ok
}

func (p *page) isSaying(k int) bool { return p.reads(k, keysSaid) || p.reads(k, keysSays) }

// saidBehind is what the verb of saying at v says, from token k on: the statement
// it makes, or the clause behind it.
func (p *page) saidBehind(v, k, hi int) (object, bool) {
	if s := p.cueOf(v); s != none {
		if spans := p.plain(p.article.Statements[s].Content); len(spans) > 0 {
			return object{spans: spans, statement: s, rule: ruleClause}, true
		}
	}
	for k < hi && (p.tokens[k].Kind == text.Colon || p.tokens[k].IsQuote()) {
		k++ // "the bogus report read: “P”"
	}
	if k+1 >= hi {
		return object{}, false
	}
	switch {
	case p.key(k) == keyThat:
		k++
	case p.key(k) == keyTo && (p.is(k+1, auxiliary) || p.reads(k+1, keysBe)):
	case p.tokens[k].Capital() || p.is(k, determiner|subjective):
	default:
		return object{}, false
	}
	r, ok := p.clause(k, hi)
	return p.here(r, ruleClause), ok && p.content(r.From, r.To) >= 2
}

// ownFault reports whether "we" or "this article" tells what the verb at i says: what
// it told wrongly it puts right. we is false for what is merely told before.
func (p *page) ownFault(i, lo int, we bool) bool {
	for k := i - 1; k >= lo && k >= i-ownLook; k-- {
		if we && p.reads(k, keysWe) || p.is(k, claimNoun) && k > lo && p.reads(k-1, keysThis) {
			return true
		}
	}
	return false
}

var keysThis = keysOf([]string{"this"})

// ownLook bounds how far before its verb "this article" stands, in tokens.
const ownLook = 5

// versionLook bounds how far behind "an earlier version" its verb stands, in tokens.
const versionLook = 12

// readVersion takes "an earlier version of this article said that P".
func (p *page) readVersion(i int) bool {
	hi := p.sentence(i).To
	if !p.reads(i+1, keysVersion) || p.saidIn[i] != none {
		return false
	}
	n := i + 1
	if p.reads(i+2, keysOf1) {
		n = p.nounBehind(i+3, hi)
	} else if !p.is(i+2, tells|puts) {
		return false
	}
	if n == none {
		return false
	}
	for v := n + 1; v < hi && v < i+versionLook; v++ {
		if !p.is(v, tells|puts) && p.cueOf(v) == none && !p.isSaying(v) {
			continue
		}
		of, ok := p.saidBehind(v, v+1, hi)
		if !ok && p.is(v, puts) {
			of, ok = p.putBehind(v+1, hi)
		}
		if ok {
			p.take(news.RelCorrects, text.Range{From: i, To: v + 1}, taker{statement: news.Outermost}, of, ruleVersion)
			return true
		}
	}
	return false
}

// putBehind is what a version told of something, from token k on: "[the dam as a mill]".
func (p *page) putBehind(k, hi int) (object, bool) {
	r, ok := p.clause(k, hi)
	return p.here(r, ruleObject), ok && p.content(r.From, r.To) >= 2
}

// readReal takes "the actual number is four", of what is told before.
func (p *page) readReal(i int, ph *phrase) bool {
	hi := p.sentence(i).To
	t := p.takerOf(i)
	v := i + 2
	if i == 0 || !p.is(i-1, determiner) || p.key(i-1) == keyNo || v+1 >= hi || !p.is(v, be) || !p.is(i+1, artefact) || !p.mayTake(t) || p.isQuestion(i) {
		return false
	}
	at := text.Range{From: i - 1, To: v + 1}
	of, ok := p.elsewhere(sought{at: at, from: p.clauseFrom(at.From, t), holder: p.stemsOf(t), taker: t.statement, bare: true, sure: true}, rulePronoun)
	if ok {
		p.take(ph.relation, at, t, of, ruleInFact)
	}
	return ok
}

var keysVersion = keysOf([]string{"version"})

// readOtherwise takes "officials say otherwise".
func (p *page) readOtherwise(i int) bool {
	if i == p.sentence(i).From || !p.ends(i+1) || !p.isSaying(i-1) && !p.is(i-1, tells|insists) && !p.reads(i-1, keysSay) || p.isSupposed(i-1) {
		return false
	}
	t, at := p.takerOfVerb(i-1, false), text.Range{From: i - 1, To: i + 1}
	of, ok := p.bare(i, at, t)
	if ok && p.mayTake(t) {
		p.take(news.RelDenies, at, t, of, ruleOtherwise)
		return true
	}
	return false
}

var keysOtherwise, keysSay = keysOf([]string{"otherwise"}), keysOf([]string{"say"})
