package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// extraposed takes the clause behind "it is false that".
func (p *page) extraposed(v predicate, t taker) (object, bool) {
	if v.from == 0 || p.key(v.from-1) != keyIt || v.at.To+2 >= p.sentence(v.at.From).To || v.relationOf() == "" {
		return object{}, false
	}
	k, hi := v.at.To, p.sentence(v.at.From).To
	if p.key(k) == keyThat {
		r, ok := p.clause(k+1, hi)
		return p.here(r, ruleClause), ok
	}
	if p.key(k) == keyTo && p.is(k+1, states) && k+4 < hi {
		k += 2
		if p.key(k) == keyThat {
			k++
		} else if !p.startsClause(k, hi) && !p.is(k, determiner) && !p.tokens[k].Capital() {
			return object{}, false
		}
		r, ok := p.clause(k, hi)
		return p.here(r, ruleClause), ok && p.content(r.From, r.To) > 1
	}
	if v.relation == news.RelDoubts && (p.tokens[k].Capital() || p.is(k, determiner|subjective)) && p.content(k, hi) >= 2 {
		r, ok := p.clause(k, hi)
		return p.here(r, ruleClause), ok
	}
	return object{}, false
}

// subjectLook bounds how far before a verb its subject's noun stands, in tokens.
const subjectLook = 45

// subjectObject is what the subject of the verb that begins at from stands for.
// sure wants more than "it".
func (p *page) subjectObject(from int, at text.Range, t taker, sure bool) (object, bool) {
	lo := p.sentence(at.From).From
	if p.is(at.From, nobody) {
		return p.bare(at.From, at, t)
	}
	k := from - 1
	for k > lo && (p.tokens[k].IsQuote() || p.is(k, intensive) && !p.is(k, determiner|pointing|preposition)) {
		k--
	}
	k = p.beforeInserted(k, lo)
	if k < lo {
		return object{}, false
	}
	if n := k - 2; p.key(k) == keyWhich && n > lo && p.tokens[k-1].Kind == text.Comma && p.is(n, claimNoun) && p.is(n-1, determiner) && !p.is(n-1, pointing) {
		return p.referent(n, n+1, at, t) // "the claim, which"
	}
	if sure && p.key(k) == keyIt {
		return object{}, false
	}
	if p.isOther(k, lo) {
		return object{}, false
	}
	if p.is(k, pointing) && !(p.key(k) == keyThat && p.is(k-1, claimNoun)) {
		return p.bare(k, at, t)
	}
	if k > lo && (p.reads(k, keysThing) && p.is(k-1, whole) || p.is(k, exchange) && p.is(k-1, determiner)) {
		return p.bare(k-1, at, t)
	}
	if n := p.subjectNoun(k, lo); n != none {
		return p.referent(n, from, at, t)
	}
	if !p.parse(at.From) {
		return object{}, false
	}
	for _, i := range [...]int{at.From, at.To - 1} {
		if h := p.subject(i); h != none && h < from && p.is(h, claimNoun) {
			return p.referent(h, from, at, t)
		}
	}
	return object{}, false
}

// insertedLook bounds what is set between commas before a verb, in tokens.
const insertedLook = 4

// beforeInserted is the token before what is set between commas before a verb, where token k
// ends it: "the report, however," and "the report, he said,".
func (p *page) beforeInserted(k, lo int) int {
	if k <= lo || p.tokens[k].Kind != text.Comma {
		return k
	}
	for n := k - 1; n > lo && n >= k-insertedLook-1; n-- {
		if p.tokens[n].Kind == text.Comma {
			return n - 1
		}
		if !p.tokens[n].IsWordy() {
			return k
		}
	}
	return k
}

// isOther reports whether the pronoun at k stands for a thing and not for what is told:
// "a sentence that", "which of them are true and which".
func (p *page) isOther(k, lo int) bool {
	if k == lo {
		return false
	}
	if p.key(k) == keyWhich {
		return p.reads(k-1, keysAnd)
	}
	return p.key(k) == keyThat && (p.tokens[k-1].Case == text.LowerCase || p.is(k-1, empty)) && p.isPlainNoun(k-1)
}

// isPlainNoun reports whether the word at k is a noun that does nothing in a clause.
func (p *page) isPlainNoun(k int) bool {
	return p.class[k]&^lists == 0 && p.tagged(k, &parts().noun)
}

var keysThing = keysOf([]string{"thing"})

// artefactObject is what the picture or the like that is the subject of the verb
// that begins at from shows: "the photo of the burst dam was doctored".
func (p *page) artefactObject(from int, at text.Range, t taker) (object, bool) {
	lo := p.sentence(at.From).From
	for n := from - 1; n >= lo && n > from-subjectLook; n-- {
		if p.is(n, artefact) && (n == from-1 || p.leadsClaim(n) || p.is(n+1, claiming|shows)) {
			return p.referent(n, from, at, t)
		}
		if p.tokens[n].Kind == text.Semicolon || p.tokens[n].Kind == text.Colon {
			break
		}
	}
	return object{}, false
}

// claimantObject is what the subject of the verb that begins at from is told to claim: "the
// woman who claimed that P is a hoax".
func (p *page) claimantObject(from int) (object, bool) {
	lo := p.sentence(from).From
	for k := from - 1; k > lo && k > from-subjectLook; k-- {
		if !p.is(k, relative) || !p.is(k+1, tells) && !p.isSaying(k+1) {
			continue
		}
		first := k + 2
		if p.key(first) == keyThat {
			first++
		}
		r, ok := p.clause(first, from)
		of := p.here(r, ruleComplement)
		of.within = p.saidIn[from] != p.saidIn[k]
		return of, ok && p.hasVerb(r.From, r.To)
	}
	return object{}, false
}

// saidNoun is the claim noun before a speaker whose verb is at k: "a claim the mayor
// said was false".
func (p *page) saidNoun(k int) int {
	if k < 0 || !p.reads(k, keysSaid) && !p.reads(k, keysSays) {
		return none
	}
	lo := p.sentence(k).From
	for n := k - 2; n > lo && n > k-saidLook && p.tokens[n+1].IsWordy(); n-- {
		if p.is(n, claimNoun) && p.is(n-1, determiner|claimNoun) {
			return n
		}
	}
	return none
}

var keysSaid, keysSays = keysOf([]string{"said"}), keysOf([]string{"says"})

// saidLook bounds the words of a speaker between a claim noun and its verdict.
const saidLook = 12

// subjectNoun is the claim noun whose phrase ends at token k: "the report", "claims
// that four had crossed the border".
func (p *page) subjectNoun(k, lo int) int {
	first := none
	for n := k; n >= lo && n >= k-subjectLook; n-- {
		if p.is(n, claimNoun) && (n == k || p.leadsClaim(n)) && !p.isVerbal(n) {
			first = n
			if n == k || p.key(n+1) == keyThat {
				return n
			}
		}
		if p.tokens[n].Kind == text.Semicolon || p.tokens[n].Kind == text.Colon {
			break
		}
	}
	return first
}

// leadsClaim reports whether what the claim noun at n tells follows it.
func (p *page) leadsClaim(n int) bool {
	if k := n + 1; k+1 < len(p.tokens) && (p.tokens[k].Kind == text.Comma || p.tokens[k].Kind == text.Dash) && p.is(k+1, relative) {
		return true // "the story - which", an aside
	}
	if p.is(n+1, relative|preposition|claiming) || p.reads(n+1, keysMade) || p.reads(n+1, keysAttributed) {
		return true
	}
	_, ok := p.bareClause(n+1, p.sentence(n).To)
	return ok
}

var keysMade, keysAttributed = keysOf([]string{"made"}), keysOf([]string{"attributed"})

// isVerbal reports whether token n, a claim noun by its form, is a verb: "he claims". What
// stands first in its sentence but for adverbs is none.
func (p *page) isVerbal(n int) bool {
	if !p.tagged(n, &parts().verb) {
		return false
	}
	for k := n - 1; k >= p.sentence(n).From && !p.tokens[k].IsQuote(); k-- {
		if p.tokens[k].IsWordy() && !p.isIntensive(k) && !p.reads(k, keyBut) && !p.reads(k, keysAnd) {
			return true
		}
	}
	return false
}
