package mention

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/text"
)

// nounLookBack bounds, in sentences, how far a pronoun looks for a noun no name
// stands by.
const nounLookBack = 3

// nounTokens bounds the same look in tokens.
const nounTokens = 300

// weightCaption makes a picture the owner of "their captions" whatever else is near.
const weightCaption = 200

var (
	captionWords = text.Keys("caption", "captions", "inscription", "inscriptions", "signature", "signatures")
	captioned    = text.Keys("photo", "photos", "photograph", "photographs", "picture", "pictures", "image", "images", "video", "videos", "poster", "posters", "banner", "banners")
	keyA, keyAn  = text.KeyOf("a"), text.KeyOf("an")
)

// weighNouns weighs nouns for people before token k: "residents" for they, "a
// citizen" for she; and pictures for "their captions".
func (r *resolver) weighNouns(k int, want number, best *candidate) {
	own := r.sentenceOf(k)
	captions := k+1 < len(r.tokens) && captionWords[r.tokens[k+1].Key]
	s := own
	for i := k - 1; i >= max(0, k-nounTokens); i-- {
		for s > 0 && i < r.sents[s].From {
			s--
		}
		far := r.distance(s, own)
		if far > nounLookBack {
			return
		}
		if !r.nounFits(i, want, captions) || r.inQuotation(r.tokens[i].Start) && !r.sameQuotation(r.tokens[i].Start, r.tokens[k].Start) {
			continue
		}
		c := r.nounCandidate(i, far, s)
		c.plural = want == they
		if captions {
			c.score += weightCaption
		}
		if c.score > best.score {
			*best = c
		}
		return
	}
}

// nounCandidate is the noun i with the words that belong to it.
func (r *resolver) nounCandidate(i, far, s int) candidate {
	from := r.nounStart(i)
	c := candidate{entity: -1, name: r.words(from, i+1), score: weightNear - weightStep*far}
	begin := from
	if from > 0 && articles[r.tokens[from-1].Key] {
		begin--
	}
	if begin == r.sents[s].From {
		c.score += weightSubject
	}
	return c
}

// nounFits reports whether the small word i may be meant by a pronoun.
func (r *resolver) nounFits(i int, want number, captions bool) bool {
	t := &r.tokens[i]
	if t.Kind != text.Word || t.Case != text.LowerCase && !(want == they && i == r.sents[r.sentenceOf(i)].From) {
		return false
	}
	if captions {
		return captioned[t.Key]
	}
	if next := i + 1; next < len(r.tokens) && r.tokens[next].Kind == text.Word && (r.class[next].is(roleWord|peopleWord) || r.tokens[next].Capital()) {
		return false // "expert group", "analyst NAME"
	}
	switch want {
	case they:
		return r.class[i].is(peopleWord)
	case he:
		return r.class[i].is(roleWord) && !r.class[i].is(femaleWord) && r.newlyMet(i)
	case she:
		return r.class[i].is(roleWord) && !r.class[i].is(maleWord) && r.newlyMet(i)
	}
	return false
}

// newlyMet reports whether "a" or "an" leads the noun i.
func (r *resolver) newlyMet(i int) bool {
	from := r.nounStart(i)
	return from > 0 && (r.tokens[from-1].Key == keyA || r.tokens[from-1].Key == keyAn)
}

// nounStart is where the words before the noun i that belong to it begin.
func (r *resolver) nounStart(i int) int {
	from := i
	for from > 0 && i-from < wordsBeforeName && r.describesNoun(from-1) {
		from--
	}
	return from
}

func (r *resolver) describesNoun(i int) bool {
	t := &r.tokens[i]
	if t.Kind != text.Word || articles[t.Key] || prepositions[t.Key] || copulas[t.Key] || r.class[i].is(opener) || t.Key == keyAnd {
		return false
	}
	return r.class[i].is(demonym|roleWord) || t.Case == text.LowerCase && adjectival(t.Of(r.text))
}

// adjectival reports whether a small word ends as adjectives do.
func adjectival(w string) bool {
	for _, end := range []string{"al", "an", "ic", "ive", "ous", "ary", "ern"} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
