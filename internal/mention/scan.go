package mention

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// runWords bounds a run of capitalised words: the longest names of ministries
// stay below it.
const runWords = 24

// scan finds the names of every sentence. Sentences of prose come first: what
// they name vouches for words of headlines and for words that begin sentences.
func (x *Index) scan() {
	v := x.vote()
	x.names = make([]name, 0, len(x.tokens)/tokensAName)
	for s := range x.sents {
		x.scanSentence(s, v)
	}
}

// tokensAName is about how many tokens of news hold one name.
const tokensAName = 16

func (x *Index) scanSentence(s int, v votes) {
	r := x.sents[s]
	for i := r.From; i < r.To; {
		if !x.nameWord(i) {
			i++
			continue
		}
		j := x.run(i, r.To)
		from := x.dropOpening(i, j, s, v)
		if x.sents[s].headline {
			x.headlineRun(s, from, j, v)
		} else if from < j {
			x.cut(s, from, j)
		}
		i = max(j, i+1)
	}
}

// nameWord reports whether token i may be part of a name.
func (x *Index) nameWord(i int) bool { return x.nameWords[i] }

// isNameWord tells it once the classes of all words are known.
func (x *Index) isNameWord(i int) bool {
	t := &x.tokens[i]
	if t.Kind != text.Word {
		return false
	}
	if !t.Capital() {
		return t.Case == text.LowerCase && particlePrefix(t.Of(x.text))
	}
	if t.Case != text.UpperCase && smallSuffix(t.Of(x.text)) {
		return false
	}
	return !x.class[i].is(calendarWord) || x.class[i].is(givenName) && t.Case == text.TitleCase && x.beforeName(i)
}

// beforeName reports whether a capitalised word that is no calendar word follows i.
func (x *Index) beforeName(i int) bool {
	return i+1 < len(x.tokens) && x.tokens[i+1].Spaced && x.tokens[i+1].Kind == text.Word &&
		x.tokens[i+1].Capital() && !x.class[i+1].is(calendarWord|commonWord)
}

// particlePrefix reports whether a word is one like "al-Assad" or "d'Ettore".
func particlePrefix(w string) bool {
	for k := 1; k <= longestPrefix && k+1 < len(w); k++ {
		if w[k] == '-' || w[k] == '\'' {
			return isUpper(w[k+1]) && namePrefixes[w[:k]]
		}
	}
	return false
}

const longestPrefix = 3 // bytes

var namePrefixes = map[string]bool{
	"al": true, "el": true, "as": true, "ad": true, "an": true, "ar": true, "at": true, "az": true, "ash": true, "bin": true, "ibn": true, "d": true, "l": true,
}

// smallSuffix reports whether a hyphen and a small word end it: "Moscow-backed".
func smallSuffix(w string) bool {
	k := strings.LastIndexByte(w, '-')
	return k > 0 && k+3 < len(w) && 'a' <= w[k+1] && w[k+1] <= 'z'
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// run is the end of the run of name words that begins at i.
func (x *Index) run(i, end int) int {
	end = min(end, i+runWords)
	formal := x.class[i].is(orgWord | postWord | placeHead) // may hold "of"
	linked := false
	j := i + 1
	for j < end {
		t := &x.tokens[j]
		switch {
		case !t.Spaced && t.Kind != text.Symbol && !x.ownersMark(i, j, end):
			return j
		case x.nameWord(j):
			formal = formal || x.class[j].is(orgWord|postWord|placeHead)
			j++
		case x.particleAt(j, end), x.ownersMark(i, j, end):
			j++
		default:
			k := x.link(j, end, formal, linked)
			if k == j {
				return j
			}
			linked, j = true, k
		}
	}
	return j
}

// particleAt reports whether a small word inside a name stands at j: "van".
func (x *Index) particleAt(j, end int) bool {
	for n := 0; n < 2 && j < end && x.class[j].is(particle) && x.tokens[j].Case == text.LowerCase; n++ {
		j++
		if j < end && x.nameWord(j) {
			return true
		}
	}
	return false
}

// ownersWords is how many words may stand between several owners and the word
// of an organisation: "Workers' National Defence Union".
const ownersWords = 3

// ownersMark reports whether the mark at j closes a plural that owns the rest of
// an organisation's name that begins at i: "Writers' Association". A state that
// owns a body is a name of its own.
func (x *Index) ownersMark(i, j, end int) bool {
	if t := &x.tokens[j]; t.Kind != text.SingleQuote || t.Spaced || lastByte(x.tokens[j-1].Of(x.text)) != 's' || j+1 >= end || !x.tokens[j+1].Spaced {
		return false
	}
	for k := i; k < j; k++ {
		if x.placeLen(k, j) == j-k || x.class[k].is(givenName) {
			return false
		}
	}
	for k := j + 1; k < min(end, j+2+ownersWords) && x.nameWord(k); k++ {
		if x.class[k].is(orgWord) {
			return true
		}
	}
	return false
}

// ownedBySeveral reports whether such a mark stands in [i, j).
func (x *Index) ownedBySeveral(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if x.tokens[k].Kind == text.SingleQuote {
			return true
		}
	}
	return false
}

var (
	keyOf  = text.KeyOf("of")
	keyFor = text.KeyOf("for")
	keyAnd = text.KeyOf("and")
	keyThe = text.KeyOf("the")
	keyAmp = text.KeyOf("&")
)

// link is where the run goes on behind "of", "of the", "for", "and"; j when it
// does not.
func (x *Index) link(j, end int, formal, linked bool) int {
	switch x.tokens[j].Key {
	case keyOf, keyFor:
		if !formal {
			return j
		}
		k := j + 1
		if k < end && x.tokens[k].Key == keyThe {
			k++
		}
		if k < end && x.nameWord(k) && !(x.tokens[j].Key == keyFor && x.class[k].is(givenName)) {
			return k
		}
	case keyAnd:
		if linked && j+1 < end && x.nameWord(j+1) && !x.class[j+1].is(givenName|postWord|placeName|demonym|orgWord) && !x.severalNames(j+1, end) {
			return j + 1
		}
	case keyAmp:
		if j+1 < end && x.nameWord(j+1) {
			return j + 1
		}
	}
	return j
}

// severalNames reports whether the words at j look like a person's full name.
func (x *Index) severalNames(j, end int) bool {
	n := 0
	for ; j < end && x.nameWord(j) && x.class[j] == 0; j++ {
		n++
	}
	return n >= 2
}

// add keeps a name of tokens [from, to) whose posts begin at lead.
func (x *Index) add(s, lead, from, to int, kind news.EntityKind) {
	n := name{from: from, to: to, lead: lead, sentence: s, kind: kind, entity: -1}
	n.gender = x.genderOf(lead, to)
	n.possessive = to < len(x.tokens) && x.tokens[to].Kind == text.Clitic && isPossessive(x.tokens[to].Of(x.text)) ||
		to < len(x.tokens) && x.tokens[to].Kind == text.SingleQuote && !x.tokens[to].Spaced && x.tokens[to-1].Len() > 1 && lastByte(x.words(from, to)) == 's' && to+1 < len(x.tokens) && x.tokens[to+1].Spaced
	x.names = append(x.names, n)
}

func isPossessive(clitic string) bool { return lastByte(clitic) == 's' || lastByte(clitic) == 'S' }

func lastByte(s string) byte { return s[len(s)-1] }
