package attribute

import "github.com/hearsay-engine/hearsay/internal/text"

// isExistential reports whether "there" at i opens a clause: "there are".
func (p *page) isExistential(i, hi int) bool {
	return p.key(i) == keyThere && i+1 < hi && (p.is(i+1, auxiliary|modal) || p.isAdverb(i+1))
}

// looksLikeClause reports whether a clause without "that" may begin at i.
func (p *page) looksLikeClause(i, hi int) bool {
	if i+1 >= hi {
		return false
	}
	if p.is(i, subjectPronoun|determiner|possessive) || p.tokens[i].Capital() {
		return p.hasVerb(i, hi)
	}
	if p.kind(i) == text.Comma || p.kind(i) == text.Dash || p.is(i, objectPronoun|coordinator|auxiliary|modal) {
		return false
	}
	if p.is(i, preposition) && p.key(i) != keyIn && p.key(i) != keyFor && p.key(i) != text.KeyOf("if") {
		return false
	}
	return p.hasVerb(i, hi)
}

// isClauseAt reports whether a noun phrase and then a finite verb stand at i.
func (p *page) isClauseAt(i, hi int) bool {
	np, ok := p.phraseFrom(i, hi)
	if !ok {
		return p.quoted(i) || p.participial(i) || p.key(i) == keyThere || p.is(i, preposition|subordinator)
	}
	k := np.to
	if k < hi && p.kind(k) == text.Comma {
		k = p.asideEnd(k, hi)
		if k < hi && p.kind(k) == text.Comma {
			k++
		}
	}
	for k < hi && p.isAdverb(k) {
		k++
	}
	if k >= hi {
		return false
	}
	if p.is(k, preposition) && np.to == i+1 && p.is(i, subjectPronoun) {
		return false // "posted it on"
	}
	if p.quoted(k) || p.is(k, whWord) || p.key(k) == keyThat || p.is(k, preposition) {
		return p.hasAuxiliary(k, hi)
	}
	return p.is(k, verbal) || p.isFiniteCue(k) || p.lower(k) && (p.endsWith(k, "ed") || p.endsWith(k, "s")) || len(p.words[k].cues) > 0
}

// hasAuxiliary reports whether an auxiliary or a known finite verb stands in [i, hi).
func (p *page) hasAuxiliary(i, hi int) bool {
	for k := i; k < hi && k < i+adjunctLook; k++ {
		if p.quoted(k) && !p.shortQuoted(k) || p.is(k, verbal) && p.lower(k) {
			return true
		}
	}
	return false
}

// hasVerb reports whether something like a finite verb stands in [i, hi).
func (p *page) hasVerb(i, hi int) bool {
	for k := i; k < hi && k < i+adjunctLook; k++ {
		if p.quoted(k) {
			if k > i && !p.shortQuoted(k) {
				return true
			}
			continue
		}
		if p.is(k, verbal) && (p.lower(k) || p.kind(k) == text.Clitic) && !(p.kind(k) == text.Clitic && p.key(k) == keyS && !p.is(k-1, subjectPronoun)) {
			return true
		}
		if k > i && len(p.words[k].cues) > 0 && p.lower(k) && p.words[k].cues[0].form&(past|third|base) != 0 {
			return true
		}
		if k > i && p.lower(k) && (p.endsWith(k, "ed") || p.endsWith(k, "s") && !p.endsWith(k, "ss") && p.words[k].class == 0 && p.countWords(k, hi) > 1) {
			return true
		}
	}
	return false
}

func (p *page) endsWith(i int, tail string) bool {
	w := p.tokens[i].Of(p.text)
	return len(w) > len(tail)+2 && w[len(w)-len(tail):] == tail
}

// looksLikeObject reports whether a noun phrase may begin at i.
func (p *page) looksLikeObject(i, hi int) bool {
	t := &p.tokens[i]
	if p.opensQuote(i) || p.key(i) == keyIt && i+1 < hi && (p.wordy(i+1) || p.quoted(i+1)) {
		return true
	}
	if t.Kind == text.Number {
		return true
	}
	if t.Kind != text.Word || p.is(i, function|adverb) && !p.is(i, determiner) || p.is(i, subjectPronoun) && !p.is(i, determiner) {
		return t.Kind == text.Word && p.is(i, whWord)
	}
	return true
}
