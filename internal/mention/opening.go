package mention

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/text"
)

// dropOpening is where the name begins in a run whose first words may be
// capitalised only because a sentence begins there.
func (x *Index) dropOpening(i, j, s int, v votes) int {
	if !x.opens(i, s) {
		for i < j && x.class[i].is(opener) && x.tokens[i].Case == text.TitleCase {
			i++
		}
		return i
	}
	for first := true; i < j && (first || x.class[i].is(opener)) && x.isOpening(i, j, v); first = false {
		i++
		for i < j && !x.nameWord(i) {
			i++
		}
	}
	return i
}

// opens reports whether token i is the first word of its sentence, or follows a
// mark after which sentences begin.
func (x *Index) opens(i, s int) bool {
	if i == x.sents[s].From {
		return true
	}
	switch x.tokens[i-1].Kind {
	case text.DoubleQuote, text.SingleQuote, text.Dash, text.Colon, text.Stop, text.OpenBracket:
		return true
	}
	return false
}

// isOpening tells whether the capital of the opening word i says nothing.
func (x *Index) isOpening(i, j int, v votes) bool {
	c, t := x.class[i], &x.tokens[i]
	if t.Case == text.UpperCase && t.Len() > 1 && (!c.is(commonWord) || !x.shouted(i)) {
		return false
	}
	if c.is(opener) {
		return true
	}
	if c.is(commonWord) {
		return !x.formalAfter(i, j) && (v.small[t.Key] || !v.capital[t.Key])
	}
	if c.is(givenName|placeName|orgWord|postWord|demonym|placeHead) || v.capital[t.Key] {
		return false
	}
	if v.small[t.Key] {
		return true
	}
	return j == i+1 && inflected(t.Of(x.text))
}

// shouted reports whether a word beside i is in capitals too, so that its own
// make no acronym of it.
func (x *Index) shouted(i int) bool {
	return i > 0 && x.tokens[i-1].Case == text.UpperCase || i+1 < len(x.tokens) && x.tokens[i+1].Case == text.UpperCase || x.tokens[i].Key == keyI
}

var keyI = text.KeyOf("i")

// formalAfter reports whether a run goes on to the name of an organisation or a
// place: "National Bank".
func (x *Index) formalAfter(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if x.class[k].is(orgWord|placeHead) && x.tokens[k].Capital() {
			return true
		}
	}
	return x.class[i].is(orgWord|postWord|placeHead) && j > i+1
}

// inflected reports whether a word has an ending of common English: a verb's, an
// adverb's, an abstract noun's.
func inflected(w string) bool {
	for _, end := range []string{"ing", "ly", "ed", "tion", "sion", "ment", "ness", "ity", "ship", "ism", "ance", "ence", "ists", "ers", "ors", "ions", "ties", "ful", "less", "ive", "ous", "al"} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// votes are the keys of words seen inside sentences of prose, with a capital
// and without.
type votes struct{ capital, small map[text.Key]bool }

// keyBits are the last bits of a set of keys: few words that are not in the set
// have those of one that is.
type keyBits [64]uint64

func (b *keyBits) has(k text.Key) bool { return b[k>>6&63]>>(k&63)&1 != 0 }

// nameKeys are the keys of the words that may be part of names, for which alone
// votes are asked.
func (x *Index) nameKeys() *keyBits {
	var b keyBits
	for i := range x.tokens {
		if x.nameWord(i) {
			k := x.tokens[i].Key
			b[k>>6&63] |= 1 << (k & 63)
		}
	}
	return &b
}

func (x *Index) vote() votes {
	different := len(x.tokens) / tokensAForm
	v := votes{make(map[text.Key]bool, different), make(map[text.Key]bool, different)}
	asked := x.nameKeys()
	for s, r := range x.sents {
		if r.headline {
			continue
		}
		for i := r.From; i < r.To; i++ {
			t := &x.tokens[i]
			switch {
			case t.Kind != text.Word || x.class[i].is(opener):
			case t.Case == text.LowerCase:
				if asked.has(t.Key) {
					v.small[t.Key] = true
				}
			case t.Capital() && !x.opens(i, s):
				v.capital[t.Key] = true
			}
		}
	}
	return v
}

// headlineRun takes the names out of a run of a headline, where every word has
// a capital: words the prose or the lists vouch for.
func (x *Index) headlineRun(s, i, j int, v votes) {
	for i < j {
		if !x.vouched(i, v) {
			i++
			continue
		}
		k := i + 1
		for k < j && (x.vouched(k, v) || !x.nameWord(k) && k+1 < j && x.vouched(k+1, v)) {
			k++
		}
		x.cut(s, i, k)
		i = k
	}
}

func (x *Index) vouched(i int, v votes) bool {
	c, t := x.class[i], &x.tokens[i]
	if c.is(placeName | givenName | demonym) {
		return true
	}
	if c.is(commonWord) && !c.is(orgWord|postWord) {
		return false
	}
	return v.capital[t.Key] && !(v.small[t.Key] && !c.is(orgWord|postWord)) || c.is(postWord) && !c.is(commonWord)
}
