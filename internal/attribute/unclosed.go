package attribute

import "github.com/hearsay-engine/hearsay/internal/text"

// unclosedLook bounds, in tokens, how far an attribution is sought in a
// quotation whose closing mark is missing.
const unclosedLook = 240

// attributedWithin is where the quotation under way ends when its closing mark
// is missing before an attribution: “We looked, Korva said. Nothing was found.
// It is none when no attribution stands before token to.
func (s *markScan) attributedWithin(to int) int {
	for k := s.start + 2; k < to && k < s.start+unclosedLook; k++ {
		if s.kind(k) == text.Comma && s.attributes(k+1, to) {
			return k + 1
		}
	}
	return none
}

// attributes reports whether "Korva said" or "said Korva" and the end of a
// sentence stand at token i; nobody who is talking counts.
func (s *markScan) attributes(i, to int) bool {
	if i >= to || s.is(i, coordinator|subordinator|whWord) && !s.is(i, determiner) {
		return false
	}
	if s.reportsBehind(i) {
		np, ok := s.phraseFrom(i+1, to)
		return ok && s.namesSomebody(np) && (s.endsThere(np.to, to) || s.kind(np.to) == text.Comma)
	}
	np, ok := s.phraseFrom(i, to)
	if !ok || np.to >= to || !s.namesSomebody(np) || s.isSelf(s.span(np.from, np.to)) || !s.reportsBehind(np.to) {
		return false
	}
	return s.endsThere(s.skipAdjunctWords(np.to+1, to), to)
}

// endsThere reports whether a stop, or the end, stands at token i.
func (s *markScan) endsThere(i, to int) bool { return i >= to || s.kind(i) == text.Stop }
