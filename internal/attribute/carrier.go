package attribute

import "github.com/hearsay-engine/hearsay/internal/text"

// emitCarrier adds who passes on what somebody else is quoted as saying: "The
// Orlan Press quoted Korva as saying that …" is a statement of the Press, with
// Korva's in it. The words np are the person's, what is said ends at end.
func (s *sentence) emitCarrier(g *group, np phrase, end int) {
	k := np.from - 1
	if g.kind != gerundial || s.key(max(g.from-1, s.lo)) != keyAs || k <= s.lo || !s.is(k, quoting) || end <= np.to {
		return
	}
	from := k
	for from > s.lo && s.is(from-1, auxiliary|adverb) {
		from--
	}
	carrier, ok := s.subjectBefore(from, s.lo)
	if !ok || !s.namesSomebody(carrier) || s.kind(carrier.to-1) != text.Word {
		return
	}
	s.emit(carrier, phrase{from, k + 1}, said{parts: [][2]int{{np.from, end}}, rule: ruleCarried}, nil)
}
