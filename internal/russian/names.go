package russian

import (
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/ner"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// found is one place where something is named.
type found struct {
	span    news.Span
	kind    news.EntityKind
	words   string   // as printed
	stems   []uint64 // of its words, small ones left out
	heads   string   // the first letters of these
	full    int      // how many are no initials
	acronym bool     // one word of capitals
	within  bool     // brackets open before it
	entity  int
}

var kinds = map[ner.Kind]news.EntityKind{ner.Person: news.Person, ner.Organisation: news.Organisation, ner.Place: news.Place}

// names takes the tagger's names of the kinds that entities have.
func (r *reader) names(d ner.Document, tagged []ner.Name) []found {
	var out []found
	for _, t := range tagged {
		kind, wanted := kinds[t.Kind]
		if !wanted {
			continue
		}
		span := news.Span{Start: d.Tokens[t.From].Start, End: d.Tokens[t.To-1].End}
		n := found{span: span, kind: kind, words: span.Of(r.text), entity: -1}
		n.acronym = t.To == t.From+1 && d.Tokens[t.From].Case == text.UpperCase
		n.within = t.From > 0 && d.Tokens[t.From-1].Kind == text.OpenBracket
		for i := t.From; i < t.To; i++ {
			if tok := &d.Tokens[i]; tok.IsWordy() && (tok.Case != text.LowerCase || tok.Len() > smallWord) {
				n.stems = append(n.stems, r.stemOf(d, i))
				if !initial(r.text, tok) {
					n.full++
				}
				n.heads += string(upperHead(tok.Of(r.text)))
			}
		}
		if len(n.stems) > 0 {
			out = append(out, n)
		}
	}
	return out
}

// smallWord is how long, in bytes, prepositions and "and" are at most that an
// acronym has no letter for.
const smallWord = 4

func (r *reader) stemOf(d ner.Document, i int) uint64 {
	if s := d.Forms[i].Stem; s != 0 {
		return s
	}
	return uint64(d.Tokens[i].Key)
}

// upperHead is the first letter of a word as a capital.
func upperHead(w string) rune {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.ToUpper(c)
}
