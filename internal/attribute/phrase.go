package attribute

import "github.com/hearsay-engine/hearsay/internal/text"

// phrase is a noun phrase, apposition included: tokens [from, to).
type phrase struct{ from, to int }

// subjectAfter reads the noun phrase that begins at token i and ends before hi,
// apposition included: "said Ana Korva, head of the council,".
func (p *page) subjectAfter(i, hi int) (phrase, bool) {
	np, ok := p.phraseFrom(i, hi)
	if !ok || p.isTime(np) {
		return np, false
	}
	if np.to < hi && p.kind(np.to) == text.Comma {
		np.to = p.asideEnd(np.to, hi)
	}
	return np, true
}

// isTime reports whether a phrase only tells when: "Thursday morning".
func (p *page) isTime(np phrase) bool {
	for i := np.from; i < np.to; i++ {
		if !p.is(i, timeWord|determiner) && p.tokens[i].Kind != text.Number {
			return false
		}
	}
	return p.is(np.from, timeWord) || p.is(np.to-1, timeWord)
}

// asideEnd is where the apposition behind the comma at k ends; k when none
// stands there.
func (p *page) asideEnd(k, hi int) int {
	if k+1 >= hi || p.quoted(k+1) || !p.beginsAside(k+1, hi) || p.is(k+1, preposition|adverb) || p.participial(k+1) {
		return k
	}
	if p.tokens[k+1].Kind == text.Word && p.lower(k+1) && !p.is(k+1, determiner|possessive|role|whWord) && !p.leadsRole(k+1, hi) {
		return k
	}
	if p.is(k+1, whWord) && p.key(k+1) != keyWho && !p.is(k+1, possessive) {
		return k
	}
	for e := k + 1; e < hi && e < k+appositionLook; e++ {
		switch {
		case p.quoted(e) && !p.shortQuoted(e):
			return p.trimComma(e, k)
		case p.kind(e) == text.Comma, p.kind(e) == text.Semicolon, p.kind(e) == text.Colon, p.kind(e) == text.Dash:
			return e
		case e+1 == hi:
			return hi
		}
	}
	return k
}

// leadsRole reports whether small words and then a role stand at i:
// "communications director for".
func (p *page) leadsRole(i, hi int) bool {
	for k := i; k < hi && k < i+roleWords && p.kind(k) == text.Word && p.lower(k) && !p.is(k, function|verbal|adverb); k++ {
		if p.is(k, role|profession) {
			return true
		}
	}
	return false
}

// roleWords bounds the words of a role in an aside.
const roleWords = 4

func (p *page) trimComma(e, lo int) int {
	for e > lo && !p.wordy(e-1) {
		e--
	}
	return e
}

// participial reports whether token i is a verb's -ing form.
func (p *page) participial(i int) bool {
	t := p.tokens[i]
	return t.Case == text.LowerCase && t.Len() > 4 && t.Of(p.text)[t.Len()-3:] == "ing"
}

// phraseFrom reads one noun phrase with its of-phrases from token i on.
func (p *page) phraseFrom(i, hi int) (phrase, bool) {
	if i >= hi {
		return phrase{}, false
	}
	if p.is(i, subjectPronoun) && !p.is(i, determiner) {
		return phrase{i, i + 1}, true
	}
	k := i
	for ; k < hi && k-i < phraseLook; k++ {
		if !p.continuesPhrase(k, i, hi) {
			break
		}
	}
	for k > i && (p.is(k-1, preposition|coordinator|determiner) && p.lower(k-1)) {
		k--
	}
	if k == i {
		return phrase{}, false
	}
	return phrase{i, k}, true
}

// continuesPhrase reports whether token k goes on with the noun phrase begun at i.
func (p *page) continuesPhrase(k, i, hi int) bool {
	t := &p.tokens[k]
	if p.quoted(k) {
		return p.shortQuoted(k) && (k > i || p.quotes[p.quoteOf[k]].from == k && p.leadsName(p.quotes[p.quoteOf[k]].to, hi))
	}
	switch t.Kind {
	case text.Number, text.Clitic:
		return t.Kind == text.Number || p.key(k) == keyS
	case text.OpenBracket, text.CloseBracket, text.Symbol:
		return k > i
	case text.SingleQuote:
		return !t.Spaced
	case text.Word:
	default:
		return k > i && t.Kind == text.Comma && p.tokens[k-1].Capital() && k+1 < hi && p.joinedList(k+1, hi)
	}
	switch {
	case p.is(k, timeWord) && t.Capital() && k > i, p.is(k, modal|auxiliary|commonVerb) && !t.Capital():
		return false
	case p.is(k, preposition) && p.lower(k):
		return p.goesOnOver(k, i, hi)
	case p.is(k, coordinator):
		return k > i && p.tokens[k-1].Capital() && k+1 < hi && (p.tokens[k+1].Capital() || p.is(k+1, determiner|role) && p.lower(k+1))
	case p.is(k, subordinator|whWord|pronoun) && !p.is(k, determiner):
		return false
	case p.isInitial(k):
		return true
	case p.is(k, determiner|possessive):
		return k == i || p.is(k-1, preposition|determiner|coordinator)
	case p.isAdverb(k):
		return k == i && k+1 < hi && !p.quoted(k+1) && p.wordy(k+1)
	case k > i && p.isFiniteCue(k):
		return p.is(k-1, determiner) && p.endsWith(k, "ing") // "said the ruling"
	}
	return true
}

// isInitial reports whether token k is a letter and a stop: "Jan A. Korva".
func (p *page) isInitial(k int) bool {
	t := &p.tokens[k]
	return t.Capital() && t.Len() == 2 && p.text[t.End-1] == '.'
}

// leadsName reports whether a role and a name stand at i, behind the quoted name
// of what one belongs to: “Our River” columnist Ana Korva.
func (p *page) leadsName(i, hi int) bool {
	return i+1 < hi && p.is(i, role) && p.lower(i) && p.tokens[i+1].Capital()
}

// isFiniteCue reports whether token k is a reporting verb in a past or -s form
// that is not written like a noun.
func (p *page) isFiniteCue(k int) bool {
	if !p.lower(k) || p.words[k].noun != nil {
		return false
	}
	for _, c := range p.words[k].cues {
		if c.form&(past|third|gerund) != 0 && c.form&base == 0 {
			return true
		}
	}
	return false
}

// goesOnOver reports whether the preposition at k ties a further noun phrase to
// the one begun at i.
func (p *page) goesOnOver(k, i, hi int) bool {
	if k == i || k+1 >= hi || p.quoted(k+1) && !p.shortQuoted(k+1) {
		return false
	}
	if p.key(k) == keyOf {
		return true
	}
	if p.key(k) != keyFor && p.key(k) != keyAt && p.key(k) != keyFrom && p.key(k) != keyWith {
		return false
	}
	return p.is(k-1, role) || p.lower(k-1) && p.tokens[k+1].Capital() && !p.is(k+1, timeWord) || p.lower(k-1) && p.is(k+1, determiner) && p.key(k) != keyIn && p.key(k) != keyAt
}

// joinedList reports whether a list of names that goes on at k holds "and".
func (p *page) joinedList(k, hi int) bool {
	if !p.tokens[k].Capital() {
		return false
	}
	for e := k; e < hi && e < k+8; e++ {
		if p.key(e) == keyAnd {
			return e+1 < hi && p.tokens[e+1].Capital() && !p.isFiniteCue(e+2-1)
		}
		if !p.tokens[e].Capital() && p.kind(e) != text.Comma {
			return false
		}
	}
	return false
}

// sentenceSubject guesses the subject of the clause that begins at from: the
// first noun phrase behind adverbs and fronted phrases.
func (p *page) sentenceSubject(from, hi int) (phrase, bool) {
	i := from
	for step := 0; i < hi && step < sentenceLook; step++ {
		switch {
		case !p.wordy(i) && !p.quoted(i), p.is(i, coordinator), p.isAdverb(i) && !p.is(i, subjectPronoun|determiner), p.isAdverbCapital(i):
			i++
		case p.quoted(i):
			i = p.quotes[p.quoteOf[i]].to
		case p.key(i) == keyAccording, p.is(i, preposition|subordinator|whWord) && !p.is(i, subjectPronoun&^whWord), p.participialAny(i), p.is(i, timeWord), p.is(i, determiner) && i+1 < hi && p.is(i+1, timeWord):
			next := p.afterComma(i, hi)
			if next == i {
				return phrase{}, false
			}
			i = next
		case p.is(i, auxiliary|modal):
			return phrase{}, false
		default:
			np, ok := p.phraseFrom(i, hi)
			return p.beforeVerb(np), ok
		}
	}
	return phrase{}, false
}

// beforeVerb cuts a phrase before a verb whose subject, by the tree, stands in
// it: "the builder refused", where "refused" is no word of the lists.
func (p *page) beforeVerb(np phrase) phrase {
	for k := np.from + 1; k < np.to && p.tree.has(k); k++ {
		if !p.lower(k) || !english().verb[p.tree.tag(k)] {
			continue
		}
		if c := p.tree.child(k, &english().subject); c >= np.from && c < k {
			return phrase{np.from, k}
		}
	}
	return np
}

func (p *page) participialAny(i int) bool {
	t := p.tokens[i]
	return t.Len() > 5 && t.Of(p.text)[t.Len()-3:] == "ing" && (len(p.words[i].cues) > 0 || t.Case == text.LowerCase)
}

// afterComma is the token behind the next comma outside quotations; i when
// there is none in reach.
func (p *page) afterComma(i, hi int) int {
	for k := i; k < hi && k < i+appositionLook; k++ {
		if p.kind(k) == text.Comma && !p.quoted(k) {
			return k + 1
		}
	}
	return i
}
