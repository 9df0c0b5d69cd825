package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/news"
)

// readNouns finds "X's claim that P" and "the claim that P".
func (s *sentence) readNouns() {
	for i := s.lo; i+2 < s.hi; i++ {
		n := s.words[i].noun
		if n == nil || s.quoted(i) || s.key(i+1) != keyThat {
			continue
		}
		np, ok := s.holder(i)
		if !ok {
			continue
		}
		s.emitNoun(np, i, n)
	}
}

// holder is whose noun it is that stands at i: "Korva's claim", "his claim".
func (s *sentence) holder(i int) (phrase, bool) {
	k := i - 1
	for ; k > s.lo && i-k < 5 && s.lower(k) && s.words[k].class == 0; k-- {
	}
	if k < s.lo {
		return phrase{}, false
	}
	switch {
	case s.is(k, possessive):
		return phrase{k, k + 1}, true
	case s.key(k) == keyS && k > s.lo:
		from := s.phraseStart(k-1, s.lo)
		return phrase{from, k}, from < k
	}
	return phrase{}, false
}

func (s *sentence) emitNoun(np phrase, i int, n *en.Noun) {
	f := said{parts: [][2]int{{i + 1, s.clauseEnd(i+2, s.hi)}}, rule: ruleNoun}
	s.emit(np, phrase{i, i + 1}, f, nil)
	if n.Stance != "" {
		s.found[len(s.found)-1].polarity = news.Polarity(n.Stance)
	}
}
