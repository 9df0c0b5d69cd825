package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/news"
)

// readNouns finds "X's claim that P" and "the claim that P".
func (s *sentence) readNouns() {
	for i := s.lo; i+2 < s.hi; i++ {
		n := s.words[i].noun
		if n == nil || s.quoted(i) {
			continue
		}
		if s.readNounBy(i, n) {
			continue
		}
		that := s.skipAdjunctWords(i+1, s.hi)
		if that+1 >= s.hi || s.key(that) != keyThat {
			continue
		}
		np, ok := s.holder(i)
		if !ok {
			continue
		}
		s.emitNoun(np, i, that, n)
	}
}

// readNounBy finds "the statement by X about P", "a claim by X that P".
func (s *sentence) readNounBy(i int, n *en.Noun) bool {
	if s.key(i+1) != keyBy {
		return false
	}
	np, ok := s.phraseFrom(i+2, s.hi)
	if !ok || np.to+1 >= s.hi || !s.namesSomebody(np) {
		return false
	}
	switch s.key(np.to) {
	case keyThat:
		s.emitNoun(np, i, np.to, n)
	case keyAbout:
		s.emit(np, phrase{i, i + 1}, said{parts: [][2]int{{np.to + 1, s.objectEnd(np.to+1, s.hi)}}, rule: ruleNoun}, nil)
	default:
		return false
	}
	return true
}

// holder is whose noun it is that stands at i: "Korva's claim", "his claim".
func (s *sentence) holder(i int) (phrase, bool) {
	k := i - 1
	if k < s.lo {
		return phrase{}, false
	}
	for k > s.lo && k > i-holderLook && (s.is(k, determiner) || s.lower(k) && s.words[k].class == 0) {
		k--
	}
	switch {
	case s.publishes(k) && k > s.lo:
		if np, ok := s.subjectBefore(k, s.lo); ok {
			return np, true
		}
		return s.sharedSubject(k)
	case s.is(k, possessive):
		return phrase{k, k + 1}, true
	case s.key(k) == keyS && k > s.lo:
		from := s.phraseStart(k-1, s.lo)
		return phrase{from, k}, from < k
	}
	return phrase{}, false
}

// sharedSubject is the subject of the clause before, when a conjunction ties the
// verb at k to it: "reassured them but made a hint that".
func (s *sentence) sharedSubject(k int) (phrase, bool) {
	if !s.is(k-1, coordinator) {
		return phrase{}, false
	}
	return s.lastSubject(&group{from: k})
}

// holderLook bounds how far before its noun a holder stands, in tokens.
const holderLook = 6

// publishes reports whether token k is a verb that brings out what is said:
// "published information that", "issued a statement that".
func (s *sentence) publishes(k int) bool { return s.is(k, publishing) && s.lower(k) }

func (s *sentence) emitNoun(np phrase, i, that int, n *en.Noun) {
	f := said{parts: [][2]int{{that, s.clauseEnd(that+1, s.hi)}}, rule: ruleNoun}
	before := len(s.found)
	s.emit(np, phrase{i, i + 1}, f, nil)
	if n.Stance != "" && len(s.found) > before {
		s.found[len(s.found)-1].polarity = news.Polarity(n.Stance)
	}
}
