package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
)

// complement is what the claim noun at i tells, right of it and before hi: the
// clause behind "that", the words behind "of" or "about".
func (p *page) complement(i, hi int) (text.Range, bool) {
	k := i + 1
	if k < hi && p.tokens[k].Kind == text.OpenBracket {
		k++
	}
	return p.complementAt(i, k, hi)
}

// complementAt is what the claim noun at i tells from token k on.
func (p *page) complementAt(i, k, hi int) (text.Range, bool) {
	if r, ok := p.toldOf(k, hi); ok {
		return p.ownPart(i, hi, r)
	}
	if k < hi && p.key(k) == keyThat && k+2 < hi && !p.isRelative(k) {
		return p.clauseOf(i, k+1, hi)
	}
	if k+1 < hi && p.is(k, about) {
		if r, ok := p.matter(k+1, hi); ok && !p.isArtefact(r) {
			return p.claimOf(p.beforeVerb(r), hi), true
		}
	}
	if k+1 < hi && p.key(k) == keyTo && (p.is(k+1, auxiliary) || p.reads(k+1, keysBe)) && !p.isVerbal(i) {
		return p.clauseOf(i, k, hi) // "claims to have P"
	}
	if k+1 < hi && p.is(k, subjective) && !p.is(k, relative) && p.is(k+1, be|auxiliary|modal) {
		return p.clause(k, hi) // "claims they would be freed"
	}
	if r, ok := p.bareClause(k, hi); ok {
		return p.ownPart(i, hi, r)
	}
	r, ok := p.complementBeyond(i, k, hi)
	if !ok {
		return r, false
	}
	return p.ownPart(i, hi, r)
}

// bareClause is the clause that no "that" leads from token k on: "reports [the mayor has
// left]".
func (p *page) bareClause(k, hi int) (text.Range, bool) {
	if k+2 < hi && p.is(k, subjective) && !p.is(k, relative) && !p.reads(k+1, keysMade) && p.is(k+2, determiner|preposition) && p.tagged(k+1, &parts().finite) {
		return p.clause(k, hi) // "reports she took a picture", and not "the claims she made"
	}
	if k+2 >= hi || !p.is(k, determiner) && !p.tokens[k].Capital() || p.is(k, pointing) {
		return text.Range{}, false
	}
	for v := k + 1; v < min(hi, k+subjectWords) && p.tokens[v].IsWordy() && !p.is(v, preposition|relative); v++ {
		if p.is(v, be|auxiliary|modal) && p.key(v) != keyS {
			return p.clause(k, hi)
		}
	}
	return text.Range{}, false
}

// subjectWords bounds the subject of a clause that no "that" leads, in tokens.
const subjectWords = 6

// beforeVerb is the part of a noun phrase r before a verb, whose subject leads r: "rumours
// about [the dam] continue".
func (p *page) beforeVerb(r text.Range) text.Range {
	for k := r.From; k < r.To && !p.is(k, relative|asking|claiming); k++ {
		if k > r.From && p.tokens[k].Case == text.LowerCase && p.class[k]&^lists == 0 && p.tagged(k, &parts().finite) {
			if from, to := p.trim(r.From, k); p.content(from, to) > 0 {
				return text.Range{From: from, To: to}
			}
			return r
		}
	}
	return r
}

// appositionLook bounds the words between a name and the "who claimed" of its apposition.
const appositionLook = 10

// claimOf is what somebody named at r claims, where that stands right behind: "the story of
// Ilka Tolan, the painter who claimed to have P". r where it does not.
func (p *page) claimOf(r text.Range, hi int) text.Range {
	if r.To >= hi || p.tokens[r.To].Kind != text.Comma || len(p.names(r.From, r.To)) < p.content(r.From, r.To) {
		return r
	}
	for k := r.To + 1; k+3 < hi && k < r.To+appositionLook && p.tokens[k].IsWordy(); k++ {
		if p.is(k, relative) && p.is(k+1, tells) || p.is(k, claiming) {
			for k++; p.is(k, tells) || p.key(k) == keyTo || p.key(k) == keyThat; k++ {
			}
			if c, ok := p.clause(k, min(hi, p.commaFrom(k, hi))); ok {
				return c
			}
		}
	}
	return r
}

// toldOf is the clause behind "that says" or "which claimed that" at token k.
func (p *page) toldOf(k, hi int) (text.Range, bool) {
	if k+3 >= hi || p.key(k) != keyThat && p.key(k) != keyWhich || !p.is(k+1, tells) && !p.isSaying(k+1) || p.is(k+1, claimNoun) && p.is(k+2, preposition) {
		return text.Range{}, false
	}
	return p.clause(k+2, hi)
}

// ownPart is the part of r, which the noun at i leads, before the verb whose subject
// that noun is: "a report that P [has gone round]".
func (p *page) ownPart(i, hi int, r text.Range) (text.Range, bool) {
	if hi < p.sentence(i).To || !p.parse(i) || p.sentOf[r.To-1] != p.sentOf[i] {
		return r, true // its verb is known already
	}
	g := parts()
	for k := r.From + 1; k < r.To; k++ {
		if !p.tagged(k, &g.verb) && p.child(k, &g.cop) == none || p.child(k, &g.subject) != i {
			continue
		}
		to := k
		for c := range p.tree.Children(k - p.from()) {
			if at := c + p.from(); at > i && at < to && p.is(at, be|auxiliary|modal) && at > r.From {
				to = at
			}
		}
		if from, to := p.trim(r.From, to); from < to && p.content(from, to) > 0 && p.hasGroup(text.Range{From: from, To: to}) {
			return text.Range{From: from, To: to}, true
		}
	}
	return r, true
}

// clauseOf is the clause from token k on that the noun at i leads.
func (p *page) clauseOf(i, k, hi int) (text.Range, bool) {
	r, ok := p.clause(k, hi)
	if !ok {
		return r, false
	}
	return p.ownPart(i, hi, r)
}

// isRelative reports whether "that" at k is what its own clause tells of: "a story
// that comes around".
func (p *page) isRelative(k int) bool {
	return p.is(k+1, be|auxiliary|modal) || p.tokens[k+1].Case == text.LowerCase && p.class[k+1]&^lists == 0 && p.tagged(k+1, &parts().finite)
}

// complementBeyond finds the clause behind "claims by the mayor on Thursday that P",
// "reports in the papers claiming P".
func (p *page) complementBeyond(i, k, hi int) (text.Range, bool) {
	aside := false // "the suggestion, made by the mayor, that P"
	if k+1 < hi && p.tokens[k].Kind == text.Comma && p.key(k+1) != keyThat {
		if aside = p.reads(k+1, keysMade) || p.key(k+1) == keyBy; !aside {
			return text.Range{}, false
		}
		k++
	}
	for ; k < hi && k < i+complementLook; k++ {
		switch {
		case k > i+1 && k+3 < hi && p.tokens[k].Kind == text.Comma && p.is(k+1, relative) && p.is(k+2, tells):
			if k += 3; p.key(k) == keyThat {
				k++
			}
			return p.clause(k, hi) // "rumours spread by the guild, who claimed to have P"
		case p.reads(k, keysInWhich) && k+5 < hi && (p.is(k+3, tells) || p.isSaying(k+3) || p.isIntensive(k+3) && (p.is(k+4, tells) || p.isSaying(k+4))):
			if p.isIntensive(k+3) && !p.is(k+3, tells) {
				k++
			}
			if k += 4; p.key(k) == keyThat {
				k++
			}
			return p.clause(k, hi) // "a story in which he claimed that P"
		case (p.reads(k, keysAnd) || p.reads(k, keyBut)) && k+1 < hi && (p.is(k+1, states) || p.tagged(k+1, &parts().verb)):
			return text.Range{}, false // "the rumours and let it be known that"
		case p.is(k, claiming):
			from := k + 1
			if from < hi && p.key(from) == keyThat {
				from++
			}
			return p.clause(from, hi)
		case p.tokens[k].IsQuote(), p.tokens[k].Kind == text.Semicolon, p.is(k, be|auxiliary|modal|asking), p.is(k, relative) && p.key(k) != keyThat, p.tokens[k].Kind == text.Stop, k > i+1 && p.tokens[k].Kind == text.Comma && !(aside && k+1 < hi && p.key(k+1) == keyThat):
			return text.Range{}, false
		case p.key(k) == keyThat && k+2 < hi && !p.is(k+1, be|modal|auxiliary):
			return p.clause(k+1, hi)
		}
	}
	return text.Range{}, false
}

var keysInWhich = keysOf([]string{"in", "which"})

// isArtefact reports whether r names only what bears something told: "the photo".
func (p *page) isArtefact(r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		if p.telling(i) && !p.is(i, artefact) {
			return false
		}
	}
	return true
}

// complementLook bounds how far behind its noun a "that" stands, in tokens.
const complementLook = 9

// clause is the clause from token i on, up to where another speaks or hi.
func (p *page) clause(i, hi int) (text.Range, bool) {
	hi = min(hi, i+clauseLook)
	to, open := i, false
	for ; to < hi; to++ {
		k := &p.tokens[to]
		open = open || k.Kind == text.OpenBracket && p.isAside(to)
		if end := p.insertedEnd(to, hi); end != none && to > i {
			to = end
			continue
		}
		if k.Kind == text.Semicolon || k.Kind == text.CloseBracket && to > i && !open || k.Kind == text.Dash && to > i+2 {
			break
		}
		if k.Kind == text.Comma && to+1 < hi && (p.cueWithin(to+1, min(to+cueLook, hi)) || p.is(to+1, breaking)) ||
			p.reads(to, keysAnd) && p.cueWithin(to+1, min(to+cueLook+3, hi)) {
			break
		}
	}
	from, to := p.trim(i, to)
	return text.Range{From: from, To: to}, p.content(from, to) > 0
}

// insertLook bounds the tokens between two dashes that a clause goes on behind.
const insertLook = 24

// insertedEnd is the dash that ends what is inserted behind the dash at i: "that the dam
// – the oldest of all – had burst". none where nothing is, or where somebody speaks in it.
func (p *page) insertedEnd(i, hi int) int {
	if p.tokens[i].Kind != text.Dash {
		return none
	}
	for k := i + 1; k+1 < min(hi, i+insertLook); k++ {
		if p.tokens[k].Kind == text.Dash {
			if p.cueWithin(i, k) || !p.is(k+1, be|auxiliary|modal|preposition) {
				return none
			}
			return k
		}
	}
	return none
}

// asideLook bounds the tokens of an aside in brackets that a clause goes on behind: "(40ft)".
const asideLook = 4

// isAside reports whether the bracket at token i closes again after few words.
func (p *page) isAside(i int) bool {
	for k := i + 1; k < len(p.tokens) && k <= i+asideLook; k++ {
		if p.tokens[k].Kind == text.CloseBracket {
			return !p.is(k-1, claimNoun)
		}
	}
	return false
}

var keyBut = keysOf([]string{"but"})

// clauseLook bounds a clause, in tokens.
const clauseLook = 150

// cueLook bounds how far behind a comma the verb of a speaker stands, in tokens.
const cueLook = 10

// matter is the noun phrase from token i on: "a merger with the bank".
func (p *page) matter(i, hi int) (text.Range, bool) {
	to := i
	for to < hi && to < i+matterLook {
		if k := p.tokens[to].Kind; k == text.Comma || k == text.Semicolon || k == text.Dash || k == text.Stop || k == text.Colon || k == text.CloseBracket {
			break
		}
		if to > i && p.reads(to, keysAnd) && (p.isSaying(to+1) || p.cueOf(to+1) != none) {
			break
		}
		if to > i && (p.is(to, be|auxiliary|modal) && !p.tagged(to, &parts().gerund) || p.reads(to, keyBut)) || p.key(to) == keyThat {
			break
		}
		to++
	}
	for to > i && p.is(to-1, relative) {
		to-- // "the boy who"
	}
	from, to := p.trim(i, to)
	return text.Range{From: from, To: to}, p.content(from, to) > 0
}

// matterLook bounds a noun phrase behind "rumours of", in tokens.
const matterLook = 24
