package attribute

import "github.com/hearsay-engine/hearsay/internal/text"

// inscriptionWords is the fewest words of a quotation that stands for itself in
// a list of them.
const inscriptionWords = 3

// eachInscription cuts what several captions, posters or headlines say into one
// for each: "Their captions read: ‘The bridge is open’, ‘The ferry has gone’ and
// the like". What anybody else says stays one.
func (s *sentence) eachInscription(np phrase, what said) []said {
	whole := []said{what}
	if i, ok := s.headOf(np); !ok || !s.is(i, inscription) || len(what.parts) != 1 {
		return whole
	}
	var each []said
	for i := what.parts[0][0]; i < what.parts[0][1]; i++ {
		if !s.quoted(i) {
			continue
		}
		q := s.quotes[s.quoteOf[i]]
		if q.to > what.parts[0][1] || !s.tokens[q.from+1].Capital() || s.countWords(q.from, q.to) < inscriptionWords {
			return whole
		}
		each = append(each, s.part(q.from, q.to, what.rule))
		i = q.to - 1
	}
	if len(each) < 2 || s.kind(what.parts[0][0]) == text.Word {
		return whole
	}
	each[len(each)-1].end = what.end
	return each
}
