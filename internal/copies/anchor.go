package copies

import (
	"cmp"
	"math"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"
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
	s := sounders.Get().(*sounder)
	defer sounders.Put(s)
	s.begin(t)
	for from := 0; from < len(s.order); {
		to := from + 1
		for to < len(s.order) && s.order[to]>>32 == s.order[from]>>32 {
			to++
		}
		s.word(s.order[from:to])
		from = to
	}
	s.text = nil
	return s.anchors(dst)
}

// sounders are used again: what one of them holds of a text is a multiple of the
// anchors, and is gone with the next.
var sounders = sync.Pool{New: func() any { return new(sounder) }}

// sounder reads words into anchors.
type sounder struct {
	text   *Text
	order  []uint64 // of the words: key and place as one number
	found  []sighting
	folded []byte
}

// begin puts the words of a text in order, by key, then place.
func (s *sounder) begin(t *Text) {
	s.text, s.order, s.found = t, s.order[:0], s.found[:0]
	for i := range t.words {
		s.order = append(s.order, uint64(t.words[i].key)<<32|uint64(i))
	}
	slices.Sort(s.order)
}

// sighting is an anchor that stands in a text so many times.
type sighting struct {
	Anchor
	times int
}

// at is the word of a place.
func (s *sounder) at(place uint64) *word { return &s.text.words[uint32(place)] }

// word reads a word and all the places it stands at.
func (s *sounder) word(places []uint64) {
	first := s.at(places[0])
	s.fold(first)
	if r, _ := utf8.DecodeRune(s.folded); unicode.IsDigit(r) {
		s.add(AnchorNumber, s.folded, float32(1+len(s.folded)), len(places))
		return
	}
	w := sound(first.key, s.folded)
	if m := w.meaning; m != 0 {
		s.add(AnchorMeaning, []byte{byte(m >> 8), byte(m)}, meaningWeight, len(places))
	}
	opening := w.bones[:min(len(w.bones), openingSounds)]
	if n := s.capitals(places); n > 0 && len(w.bones) >= leastName {
		s.add(AnchorName, w.bones, float32(min(len(w.bones), nameSounds)), n)
		if len(w.bones) > openingSounds {
			s.add(AnchorOpening, opening, openingShare*openingSounds, n)
		}
	}
	if len(opening) >= leastSound {
		s.add(AnchorSound, opening, soundShare*float32(len(opening)), len(places))
	}
}

// capitals counts the places where the word begins with one.
func (s *sounder) capitals(places []uint64) (n int) {
	for _, p := range places {
		w := s.at(p)
		if first, _ := utf8.DecodeRuneInString(s.text.text[w.start:w.end]); unicode.IsUpper(first) {
			n++
		}
	}
	return n
}

// fold writes the word's letters in lower case.
func (s *sounder) fold(w *word) {
	s.folded = s.folded[:0]
	for _, r := range s.text.text[w.start:w.end] {
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
