package mention

import "github.com/hearsay-engine/hearsay/internal/text"

// longPlace marks the words of a place of several words for the name tagger; the
// other classes of a word are as the lists give them.
const longPlace class = 1 << 31

// NameLists are the lists of names that Classes tells of: a name in none of them
// is one that nobody listed.
const NameLists = uint32(givenName | placeName | longPlace)

// Classes gives for each token of a text the lists that hold it, as the name
// tagger reads them.
func Classes(in string, tokens []text.Token) []uint32 {
	x := &Index{text: in, lex: english(), tokens: tokens, unlisted: map[text.Key]class{}, forms: map[text.Key]part{}}
	x.classify()
	return x.classes()
}

// classes are those of every token, places of several words marked.
func (x *Index) classes() []uint32 {
	out := make([]uint32, len(x.class))
	for i, c := range x.class {
		out[i] |= uint32(c)
		if !c.is(placeName) && x.lex.starts.Get(x.tokens[i].Key) == 0 {
			continue
		}
		if n := x.placeLen(i, min(len(x.tokens), i+runWords)); n > 1 {
			for k := i; k < i+n; k++ {
				out[k] |= uint32(longPlace)
			}
		}
	}
	return out
}
