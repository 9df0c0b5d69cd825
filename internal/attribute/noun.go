package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/news"
)

// readNouns finds "X's claim that P" and "the claim that P".
func (s *sentence) readNouns() {
	for i := s.lo; i+2 < s.hi; i++ {
		if s.quoted(i) || s.readHeldNoun(i) {
			continue
		}
		n := s.words[i].noun
		if n == nil {
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

// readHeldNoun finds "Korva's call for P", "his promise to P".
func (s *sentence) readHeldNoun(i int) bool {
	if !s.words[i].leads[s.key(i+1)] || i == s.lo || !s.wordy(i+2) && !s.opensQuote(i+2) || !s.isNoun(i) {
		return false
	}
	np, ok := s.possessor(i)
	if !ok || !s.isSomebody(np) {
		return false
	}
	from := i + 2
	if s.key(i+1) == keyTo {
		from = i + 1
	}
	end := min(s.tree.subtree(i).to, s.hi)
	if end <= from+1 {
		end = s.clauseEnd(from, s.hi) // the parser hung it elsewhere
	}
	s.emit(np, phrase{i, i + 1}, said{parts: [][2]int{{from, end}}, rule: ruleNoun}, nil)
	return true
}

// isNoun reports whether the tree has token i for a noun.
func (s *sentence) isNoun(i int) bool {
	return s.tree.has(i) && (english().noun[s.tree.tag(i)] || s.is(i-1, possessive))
}

// possessor is whose noun stands at i: "Korva's new promise", "his promise".
func (s *sentence) possessor(i int) (phrase, bool) {
	k := i - 1
	for k > s.lo && k > i-holderLook && s.lower(k) && s.words[k].class == 0 {
		k--
	}
	switch {
	case k < s.lo: // the noun opens the sentence
	case s.is(k, possessive):
		return phrase{k, k + 1}, true
	case s.key(k) == keyS && k > s.lo:
		from := s.phraseStart(k-1, s.lo)
		return phrase{from, k}, from < k
	}
	return phrase{}, false
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

// holder is whose noun it is that stands at i: "Korva's claim", "his claim", "Korva
// repeated the claim".
func (s *sentence) holder(i int) (phrase, bool) {
	if np, ok := s.possessor(i); ok {
		return np, true
	}
	k := i - 1
	for k > s.lo && k > i-holderLook && (s.is(k, determiner) || s.lower(k) && s.words[k].class == 0) {
		k--
	}
	if k <= s.lo || !s.publishes(k) {
		return phrase{}, false
	}
	if np, ok := s.subjectBefore(k, s.lo); ok {
		return np, true
	}
	return s.sharedSubject(k)
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
