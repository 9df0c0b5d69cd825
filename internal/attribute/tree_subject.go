package attribute

import "github.com/hearsay-engine/hearsay/internal/text"

// treeSubject is the subject of the verb at by the tree, when it stands before
// the verb.
func (s *sentence) treeSubject(at int) (phrase, bool) {
	if !s.tree.has(at) {
		return phrase{}, false
	}
	c := s.tree.child(at, &english().subject)
	if c == none || c > at {
		return phrase{}, false
	}
	np := s.tree.subtree(c)
	np.from = s.overFronted(np.from, c)
	np = s.trimPhrase(np)
	return np, np.from < np.to && np.to <= at && s.mayHead(c) && !s.holdsQuotation(np)
}

// holdsQuotation reports whether more than a quoted name stands in a phrase.
func (s *sentence) holdsQuotation(np phrase) bool {
	for i := np.from; i < np.to && i < np.from+sentenceLook; i++ {
		if s.quoted(i) && !s.shortQuoted(i) {
			return true
		}
	}
	return false
}

// depthLook bounds how deep clauses lie within clauses.
const depthLook = 12

// outermost is whoever is the subject of the outermost clause around the verb at:
// behind a comma, "saying" goes with the teller's verb, wherever the parser hung it.
func (s *sentence) outermost(at int) (best phrase, ok bool) {
	verb := at
	for range depthLook {
		if verb = s.tree.head(verb); verb == none {
			break
		}
		if np, found := s.treeSubject(verb); found && np.to <= at && s.isSomebody(np) {
			best, ok = np, true
		}
	}
	return best, ok
}

// hangLook bounds how many verbs stand between a verb and the one whose subject it
// shares: "she was asked to try to explain".
const hangLook = 4

// sharedByTree is the subject of the verb that an -ing form or infinitive hangs
// on, or whom that verb addresses: "urged them to say".
func (s *sentence) sharedByTree(at int) (phrase, bool) {
	if !s.tree.has(at) {
		return phrase{}, false
	}
	if s.kindBefore(at) == text.Comma {
		return s.outermost(at)
	}
	for range hangLook {
		head := s.tree.head(at)
		if head == none || head > at || !english().hanging[s.tree.rel(at)] || !english().verb[s.tree.tag(head)] {
			return phrase{}, false
		}
		if c := s.tree.child(head, &english().object); c != none && english().open[s.tree.rel(at)] && c < at {
			np := s.trimPhrase(s.tree.subtree(c))
			return np, np.to <= at
		}
		if np, ok := s.treeSubject(head); ok {
			return np, true
		}
		at = head
	}
	return phrase{}, false
}

// mayHead reports whether word i can be what a subject is about.
func (s *sentence) mayHead(i int) bool {
	return english().noun[s.tree.tag(i)] && !s.is(i, timeWord)
}

// overFronted goes from the beginning of a subject's subtree over what the parser
// hung on it for want of a better place: marks, conjunctions, "even", and a
// fronted phrase with its comma.
func (s *sentence) overFronted(i, head int) int {
	from := i
	for k := i; k < head && k < i+appositionLook; k++ {
		if s.kind(k) == text.Comma && !s.quoted(k) && (s.is(i, function) || s.participialAny(i)) {
			from = k + 1
		}
	}
	for from < head && (!s.wordy(from) && !s.quoted(from) || s.is(from, coordinator|subordinator|preposition) && s.key(from) != keyThat || s.isAdverb(from) && !s.is(from, determiner|subjectPronoun)) {
		from++
	}
	return from
}

// weigh picks between the subject by the words near the verb and the one by the
// tree. A phrase that opens its clause right before the verb is the subject,
// whatever the parser hung there; elsewhere, where the two stand apart, the tree is
// right six times in seven. Of one within the other the longer is right, because
// an apposition belongs to its noun.
func (s *sentence) weigh(near phrase, ok bool, tree phrase) phrase {
	switch {
	case !ok:
		return tree
	case s.isNominative(near):
		return near // "told the Courier they believed"
	case s.endsWithJoined(tree, near):
		return tree // "Papers in France and Spain reported"
	case near.to <= tree.from || tree.to <= near.from:
		if s.opensClause(near) {
			return near
		}
		return tree
	case s.is(tree.from, subjectPronoun) && tree.to == tree.from+1, tree.from == near.from && tree.to < near.to && s.skipAdjunctWords(tree.to, near.to) == near.to:
		return tree
	case near.to > near.from && tree.to-tree.from > near.to-near.from && !s.opensClause(near):
		return tree
	}
	return near
}

// outweighs reports whether weigh picks a phrase whatever the tree has, so that the
// sentence need not be parsed for it: most speakers open their clause.
func (s *sentence) outweighs(near phrase) bool {
	if s.isNominative(near) {
		return true
	}
	if !s.opensClause(near) || near.from > s.lo && s.is(near.from-1, coordinator) {
		return false
	}
	for i := near.from; i < near.to; i++ {
		if s.is(i, subjectPronoun) || i > near.from && s.skipAdjunctWords(i, near.to) == near.to {
			return false
		}
	}
	return true
}

// endsWithJoined reports whether a phrase is only the last of several that a
// coordinator joins within a longer one without a comma.
func (s *sentence) endsWithJoined(whole, last phrase) bool {
	return whole.from < last.from && whole.to == last.to && s.is(last.from-1, coordinator) && s.kind(last.from-2) != text.Comma
}

// isNominative reports whether a phrase is a pronoun that is a subject wherever
// it stands before its verb.
func (s *sentence) isNominative(np phrase) bool {
	if np.to != np.from+1 {
		return false
	}
	switch s.key(np.from) {
	case keyHe, keyShe, keyThey, keyWe, keyI:
		return true
	}
	return false
}

// opensClause reports whether a phrase that names somebody stands where a clause
// may begin.
func (s *sentence) opensClause(np phrase) bool {
	return (s.clauseBegins(np.from, s.lo) || s.key(np.from-1) == keyAs) && s.namesSomebody(np) && !s.is(np.from, timeWord)
}
