package syntax

import "strings"

// Kinds of words whose presence between two words, or ahead, says how the
// sentence is built.
const (
	verbKind = iota
	commaKind
	markKind
	conjunctionKind
	clauseKind // that, which, who, because
	quoteKind  // quotation marks, which are weighed apart
	kinds
)

// tally counts the words of each kind.
type tally [kinds]int16

// between tells which kinds of marks and words stand between two words.
func (s *Sentence) between(i, j int32) uint64 {
	if i < 0 || j <= i+1 || int(j) > len(s.forms) {
		return 0
	}
	a, b := &s.seen[i+1], &s.seen[j]
	out := uint64(0)
	for k := range quoteKind {
		out = out<<2 | uint64(min(b[k]-a[k], 2))
	}
	return out + 1
}

// quoted tells which of two words stand within quotation marks that open after the
// sentence's beginning, and whether marks stand between them.
func (s *Sentence) quoted(i, j int32) uint64 {
	if i < 0 || j < i || int(j) >= len(s.seen) {
		return 0
	}
	a, b := s.seen[i][quoteKind], s.seen[j][quoteKind]
	return 1 + uint64(a&1)<<3 + uint64(b&1)<<2 + uint64(min(b-a, 3))
}

// ahead tells whether verbs and marks wait from word i on.
func (s *Sentence) ahead(i int32) uint64 {
	if i < 0 || int(i) > len(s.forms) {
		return 0
	}
	a, b := &s.seen[i], &s.seen[len(s.forms)]
	return uint64(min(b[verbKind]-a[verbKind], 2))<<2 | uint64(min(b[commaKind]-a[commaKind], 2))
}

// survey counts the kinds before each word.
func (s *Sentence) survey(m *Model) {
	s.seen = sized(s.seen, len(s.forms)+1)
	var c tally
	for i := range s.forms {
		s.seen[i] = c
		if k := m.kinds[s.Tags[i]]; k >= 0 {
			c[k]++
		}
	}
	s.seen[len(s.forms)] = c
}

// kindOf is the kind of the words under a tag, -1 when none.
func kindOf(tag string) int8 {
	switch {
	case strings.HasPrefix(tag, "VERB"):
		return verbKind
	case strings.HasSuffix(tag, "|,"):
		return commaKind
	case tag == "PUNCT|``", tag == "PUNCT|''":
		return quoteKind
	case strings.HasPrefix(tag, "PUNCT"):
		return markKind
	case strings.HasPrefix(tag, "CCONJ"):
		return conjunctionKind
	case strings.HasPrefix(tag, "SCONJ"), strings.HasSuffix(tag, "|WDT"), strings.HasSuffix(tag, "|WP"):
		return clauseKind
	}
	return -1
}
