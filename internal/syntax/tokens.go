package syntax

import "github.com/hearsay-engine/hearsay/internal/text"

// Take fills s.Words with the first tokens of a sentence, MaxWords at most, and
// gives how many it took: word i of s is tokens[i].
func (s *Sentence) Take(in string, tokens []text.Token) int {
	tokens = tokens[:min(len(tokens), MaxWords)]
	s.Words = s.Words[:0]
	for _, t := range tokens {
		s.Words = append(s.Words, t.Of(in))
	}
	return len(tokens)
}
