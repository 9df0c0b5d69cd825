package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// said is what a cue reports: contents as token ranges, and the rule that found them.
type said struct {
	parts [][2]int
	end   int // behind the attribution and its contents
	rule  string
}

// following finds what was said behind the cue, within [g.to, hi).
func (p *page) following(g *group, hi int) (said, bool) {
	f := g.verb.Frames
	if g.kind == infinitive {
		f &^= en.Object
		if f&en.Plain == 0 {
			f &^= en.Bare
		}
	}
	if g.kind == gerundial && g.from == g.at && p.startsSentence(g.at) {
		f &^= en.Bare // "Recalling the flood that had closed it, …" names what came to mind
	}
	if g.to < hi && p.is(g.to, reflexive) {
		f &^= en.Object | en.Bare // "proved themselves brave"
	}
	if g.passive {
		f &^= en.Object | en.Bare | en.Person
	}
	if g.kind == partitive {
		hi = p.commaBefore(g.to, hi)
	}
	i := p.skipAdjunctWords(g.to, hi)
	if i >= hi {
		return said{}, false
	}
	if s, ok := p.framed(g, f, i, hi); ok {
		return s, true
	}
	if f&en.Person != 0 {
		if np, ok := p.phraseFrom(p.skipWord(i, hi, keyTo), hi); ok || p.is(i, objectPronoun) {
			if p.is(i, objectPronoun) {
				np = phrase{i, i + 1}
			}
			k := p.skipAdjunctWords(np.to, hi)
			if s, ok := p.framed(g, f|en.To, k, hi); ok {
				return s, true
			}
			if s, ok := p.beyondAdjuncts(f, np.to, hi); ok {
				return s, true
			}
			if f&en.Bare != 0 && k < hi && p.looksLikeClause(k, hi) {
				return p.part(k, p.clauseEnd(k, hi), ruleBare), true
			}
			return said{}, false
		}
	}
	if s, ok := p.beyondAdjuncts(f, i, hi); ok {
		return s, true
	}
	return p.loose(g, f, i, hi)
}

// startsSentence reports whether the capitalised token i opens a sentence.
func (p *page) startsSentence(i int) bool {
	return p.tokens[i].Capital() && (i == 0 || p.kind(i-1) == text.Stop || !p.wordy(i-1))
}

func (p *page) skipWord(i, hi int, k text.Key) int {
	if i+1 < hi && p.key(i) == k {
		return i + 1
	}
	return i
}

// framed finds what was said right at token i: behind "that", in quotation
// marks, behind a colon, "whether", "to", a preposition.
func (p *page) framed(g *group, f en.Frame, i, hi int) (said, bool) {
	if i >= hi {
		return said{}, false
	}
	switch {
	case p.key(i) == keyThat && f&en.That != 0 && i+1 < hi && !p.isDemonstrative(i, hi):
		return p.part(i, p.clauseEnd(i+1, hi), ruleThat), true
	case p.kind(i) == text.Comma && i+2 < hi && p.key(i+1) == keyThat && f&en.That != 0 && f&en.After != 0:
		return p.part(i+1, p.clauseEnd(i+2, hi), ruleThat), true
	case p.opensQuote(i) && f&en.Quoted != 0:
		return p.part(i, p.quoteEnd(i, hi), ruleQuoted), true
	case (p.kind(i) == text.Colon || p.kind(i) == text.Comma) && i+1 < hi && p.opensQuote(i+1) && f&en.Quoted != 0:
		return p.part(i+1, p.quoteEnd(i+1, hi), ruleQuoted), true
	case p.kind(i) == text.Colon && f&(en.Quoted|en.That) != 0 && i+2 < hi:
		return p.part(i+1, hi, ruleColon), true
	case p.is(i, whWord) && f&en.Wh != 0 && i+1 < hi:
		return p.part(i, p.clauseEnd(i+1, hi), ruleWh), true
	case p.key(i) == keyTo && f&en.To != 0 && i+1 < hi && p.wordy(i+1):
		return p.part(i, p.clauseEnd(i+1, hi), ruleTo), true
	case g.preps[p.key(i)] && i+1 < hi && !p.is(i+1, timeWord):
		return p.part(i+1, p.objectEnd(i+1, hi), rulePreposition), true
	}
	return said{}, false
}

// isDemonstrative reports whether "that" at i is a pronoun or determiner: "said that."
func (p *page) isDemonstrative(i, hi int) bool {
	return !p.wordy(i+1) && !p.quoted(i+1) && p.kind(i+1) != text.Comma && p.kind(i+1) != text.Symbol
}

// loose takes a bare clause or an object.
func (p *page) loose(g *group, f en.Frame, i, hi int) (said, bool) {
	if f&en.Bare != 0 && p.looksLikeClause(i, hi) && (f&en.Plain != 0 || p.isClauseAt(i, hi)) {
		return p.part(i, p.clauseEnd(i, hi), ruleBare), true
	}
	if f&en.Object != 0 && !g.modal && p.looksLikeObject(i, hi) {
		end := p.objectEnd(i, hi)
		if f&en.Source != 0 && end+1 < hi && p.kind(end) == text.Comma && p.key(end+1) == keyWho {
			end = hi
		}
		return p.part(i, end, ruleObject), true
	}
	if f&en.Matter != 0 && g.kind == finite && !g.negated && !g.modal && !g.passive {
		return p.treeObject(g, i, hi)
	}
	return said{}, false
}

func (p *page) part(from, to int, rule string) said {
	return said{parts: [][2]int{{from, to}}, end: to, rule: rule}
}

// skipAdjunctWords goes over adverbs, a day, "on Tuesday", "last week".
func (p *page) skipAdjunctWords(i, hi int) int {
	for i < hi && !p.quoted(i) {
		switch {
		case p.is(i, timeWord) && p.tokens[i].Capital() && !p.nameGoesOn(i, hi):
			i++
			i = p.skipTimeOfDay(i, hi)
		case i+1 < hi && p.is(i, preposition) && p.is(i+1, timeWord):
			i = p.skipTimeOfDay(i+2, hi)
		case i+1 < hi && (p.is(i, determiner) || p.key(i) == text.KeyOf("last") || p.key(i) == text.KeyOf("next") || p.key(i) == text.KeyOf("early") || p.key(i) == text.KeyOf("late")) && p.is(i+1, timeWord):
			i += 2
		case i+1 < hi && p.is(i, preposition) && p.tokens[i+1].Kind == text.Number && p.tokens[i+1].Len() == 4:
			i += 2
		case p.isAdverb(i) && !p.is(i, subjectPronoun|determiner|negation) && p.lower(i) && !p.isExistential(i, hi):
			i++
		default:
			return i
		}
	}
	return i
}

// nameGoesOn reports whether the day or month at i begins a name: "April Toth".
func (p *page) nameGoesOn(i, hi int) bool {
	return i+1 < hi && p.tokens[i+1].Capital() && !p.is(i+1, timeWord) && !p.is(i+1, subjectPronoun|determiner|function) && p.key(i) == text.KeyOf("april")
}

func (p *page) skipTimeOfDay(i, hi int) int {
	for i < hi && !p.quoted(i) && (p.is(i, timeWord) && p.lower(i) || p.tokens[i].Kind == text.Number) {
		i++
	}
	return i
}

// hasComma reports whether a comma stands in [i, hi).
func (p *page) hasComma(i, hi int) bool {
	for ; i < hi; i++ {
		if p.kind(i) == text.Comma {
			return true
		}
	}
	return false
}

// beyondAdjuncts looks behind "in an interview with …", "at a rally on Tuesday"
// for "that" or a quotation.
func (p *page) beyondAdjuncts(f en.Frame, i, hi int) (said, bool) {
	if i >= hi || !p.is(i, preposition) && p.kind(i) != text.Comma && !p.is(i, timeWord) && !p.participial(i) && !p.is(i, subordinator) {
		return said{}, false
	}
	for k := i; k < hi && k < i+adjunctLook; k++ {
		switch {
		case p.opensQuote(k) && !p.shortQuoted(k) && f&en.Quoted != 0 && k > i && (p.kind(k-1) == text.Comma || p.kind(k-1) == text.Colon || p.key(k-1) == keyThat):
			from := k
			if p.key(k-1) == keyThat {
				from--
			}
			return p.part(from, p.quoteEnd(k, hi), ruleQuoted), true
		case p.quoted(k) && !p.shortQuoted(k):
			return said{}, false
		case p.key(k) == keyThat && k > i && p.words[k-1].noun != nil && p.hasComma(i, k):
			return said{}, false // a noun's own: "in May, when a report that"
		case p.key(k) == keyThat && f&en.That != 0 && !p.quoted(k) && k > i && k+1 < hi && !p.is(k-1, preposition) && (p.kind(k-1) != text.Comma || p.kind(i) == text.Comma && k-1 > i):
			return p.part(k, p.clauseEnd(k+1, hi), ruleThat), true
		case p.kind(k) == text.Colon && f&(en.Quoted|en.That) != 0 && k+2 < hi:
			return p.part(k+1, hi, ruleColon), true
		case p.is(k, modal|commonVerb) && p.lower(k), p.is(k, auxiliary) && p.kind(k) != text.Clitic, p.kind(k) == text.Semicolon:
			return said{}, false
		}
	}
	return said{}, false
}
