package copies

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/name"
)

// Anchor is something a text keeps in translation: a name by its consonants, a
// number, a word that sounds alike in many languages, a meaning of gloss.txt.
type Anchor struct {
	Key    uint64
	Weight float32 // how much it tells, by its kind, its length and how often it stands there
	Kind   AnchorKind
}

// AnchorKind is what an anchor was made of.
type AnchorKind uint8

const (
	AnchorName    AnchorKind = iota // a word with a capital
	AnchorOpening                   // how such a word begins: endings differ
	AnchorNumber
	AnchorSound   // how any word begins
	AnchorMeaning // of gloss.txt
)

// Weights are of one form for all texts, so that two texts are alike or not
// whatever else an archive holds. A skeleton of more consonants is rarer.
// Chosen on the Russian articles of the retranslation set and their versions.
const (
	nameSounds    = 6   // consonants beyond which a name is not rarer
	openingSounds = 4   // of the beginning of a word
	openingShare  = 0.5 // of a name's weight for its beginning
	soundShare    = 0.4
	meaningWeight = 3
	leastName     = 2 // consonants
	leastSound    = 3
)

// Anchors appends the anchors of a text to dst, by key, each once.
func (t *Text) Anchors(dst []Anchor) []Anchor {
	s := sounder{text: t.text}
	words := slices.Clone(t.words)
	slices.SortFunc(words, func(a, b word) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.start, b.start)) })
	for from := 0; from < len(words); {
		to := from + 1
		for to < len(words) && words[to].key == words[from].key {
			to++
		}
		s.word(words[from:to])
		from = to
	}
	return s.anchors(dst)
}

// sounder reads words into anchors.
type sounder struct {
	text   string
	found  []sighting
	folded []byte
	bones  []byte
}

// sighting is an anchor that stands in a text so many times.
type sighting struct {
	Anchor
	times int
}

// word reads a word and all the places it stands at.
func (s *sounder) word(places []word) {
	s.fold(places[0])
	if first, _ := utf8.DecodeRune(s.folded); unicode.IsDigit(first) {
		s.add(AnchorNumber, s.folded, float32(1+len(s.folded)), len(places))
		return
	}
	folded := string(s.folded)
	if m := meaning(folded); m != 0 {
		s.add(AnchorMeaning, []byte{byte(m >> 8), byte(m)}, meaningWeight, len(places))
	}
	s.bones = name.Bones(folded, s.bones[:0])
	opening := s.bones[:min(len(s.bones), openingSounds)]
	if n := s.capitals(places); n > 0 && len(s.bones) >= leastName {
		s.add(AnchorName, s.bones, float32(min(len(s.bones), nameSounds)), n)
		if len(s.bones) > openingSounds {
			s.add(AnchorOpening, opening, openingShare*openingSounds, n)
		}
	}
	if len(opening) >= leastSound {
		s.add(AnchorSound, opening, soundShare*float32(len(opening)), len(places))
	}
}

// capitals counts the places where the word begins with one.
func (s *sounder) capitals(places []word) (n int) {
	for _, w := range places {
		if first, _ := utf8.DecodeRuneInString(s.text[w.start:w.end]); unicode.IsUpper(first) {
			n++
		}
	}
	return n
}

// fold writes the word's letters in lower case.
func (s *sounder) fold(w word) {
	s.folded = s.folded[:0]
	for _, r := range s.text[w.start:w.end] {
		if isLetter(r) {
			s.folded = utf8.AppendRune(s.folded, lower(r))
		}
	}
}

func (s *sounder) add(k AnchorKind, sounds []byte, weight float32, times int) {
	h := uint64(k) + 1
	for _, b := range sounds {
		h = h*base + uint64(b)
	}
	s.found = append(s.found, sighting{Anchor{mix(h), weight, k}, times})
}

// anchors appends what was found, in order; what stands there n times weighs
// 1 + ln n times as much.
func (s *sounder) anchors(dst []Anchor) []Anchor {
	slices.SortFunc(s.found, func(a, b sighting) int { return cmp.Compare(a.Key, b.Key) })
	for i := 0; i < len(s.found); {
		a, n := s.found[i].Anchor, 0
		for ; i < len(s.found) && s.found[i].Key == a.Key; i++ {
			n += s.found[i].times
		}
		a.Weight *= float32(1 + math.Log(float64(n)))
		dst = append(dst, a)
	}
	return dst
}
