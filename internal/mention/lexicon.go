package mention

import (
	"strings"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// class is what a word may be, as a set.
type class uint32

const (
	maleName class = 1 << iota
	femaleName
	eitherName
	titleWord
	roleWord
	maleWord // a title or role that tells a man
	femaleWord
	orgWord
	peopleWord
	placeHead
	placeLead
	placeName
	demonym
	particle
	calendarWord
	commonWord
	opener

	givenName = maleName | femaleName | eitherName
	postWord  = titleWord | roleWord
)

func (c class) is(o class) bool { return c&o != 0 }

// lexicon is what is known of words, by key.
type lexicon struct {
	words   *text.Table[class]
	phrases map[text.Key]bool       // places of several words, by their keys joined
	starts  *text.Table[int]        // first word of a place → words of the longest place
	bones   map[string]class        // skeleton of a longer given name → its class
	country map[text.Key]text.Key   // a demonym → its state
	kin     map[text.Key][]text.Key // a role → roles it may stand for
}

// About how many words and first words of places the lists hold.
const (
	listedWords  = 7000
	listedPlaces = 250
)

var english = sync.OnceValue(func() *lexicon {
	l := &lexicon{
		words:   text.NewTable[class](listedWords),
		phrases: map[text.Key]bool{},
		starts:  text.NewTable[int](listedPlaces),
		bones:   map[string]class{},
		country: map[text.Key]text.Key{},
		kin:     map[text.Key][]text.Key{},
	}
	l.addPeople()
	l.addPlaces()
	l.addWords(en.OrganisationWords, orgWord)
	l.addWords(en.Peoples, peopleWord)
	l.addWords(en.NameParticles, particle)
	l.addWords(en.Calendar, calendarWord)
	l.addWords(en.CommonWords, commonWord)
	l.addWords(strings.Join(en.Openers, " "), opener|commonWord)
	return l
})

func (l *lexicon) addPeople() {
	for _, b := range blocks(en.GivenNames) {
		c := map[string]class{"male": maleName, "female": femaleName, "either": eitherName}[b.name]
		l.addWords(strings.Join(b.lines, " "), c)
		l.addBones(strings.Fields(strings.Join(b.lines, " ")), c)
	}
	l.addPosts(en.NameTitles, titleWord)
	l.addPosts(en.RoleNouns, roleWord)
	for _, line := range lines(en.RoleKin) {
		words := strings.Fields(line)
		for _, w := range words[1:] {
			l.kin[text.KeyOf(words[0])] = append(l.kin[text.KeyOf(words[0])], text.KeyOf(w))
		}
	}
}

// bonesLetters is the length from which a given name is known in any
// romanisation: shorter skeletons are common words too.
const bonesLetters = 5

func (l *lexicon) addBones(names []string, c class) {
	for _, n := range names {
		if b := skeleton(n); len(b) >= bonesLetters {
			l.bones[b] |= c
		}
	}
}

// addPosts takes lines of a word and the gender it tells.
func (l *lexicon) addPosts(list string, c class) {
	gender := map[string]class{"m": maleWord, "f": femaleWord}
	for _, line := range lines(list) {
		word, sex, _ := strings.Cut(line, " ")
		*l.words.At(text.KeyOf(word)) |= c | gender[sex]
	}
}

func (l *lexicon) addPlaces() {
	for _, b := range blocks(en.PlaceWords) {
		switch b.name {
		case "head":
			l.addWords(strings.Join(b.lines, " "), placeHead)
		case "lead":
			l.addWords(strings.Join(b.lines, " "), placeLead)
		case "phrase":
			for _, p := range strings.Split(strings.Join(b.lines, "|"), "|") {
				l.addPlace(p)
			}
		default:
			l.addWords(strings.Join(b.lines, " "), placeName)
		}
	}
	for _, p := range append(lines(en.Countries), lines(en.Cities)...) {
		l.addPlace(p)
	}
	for _, line := range lines(en.Demonyms) {
		words, state, _ := strings.Cut(line, "\t")
		for _, w := range strings.Split(words, ",") {
			*l.words.At(text.KeyOf(w)) |= demonym
			l.country[text.KeyOf(w)] = phraseKey(strings.Fields(state))
		}
	}
}

// addPlace takes a place of one word or several.
func (l *lexicon) addPlace(name string) {
	words := strings.Fields(name)
	first := text.KeyOf(words[0])
	if len(words) == 1 {
		*l.words.At(first) |= placeName
		return
	}
	l.phrases[phraseKey(words)] = true
	longest := l.starts.At(first)
	*longest = max(*longest, len(words))
}

func (l *lexicon) addWords(list string, c class) {
	for _, line := range lines(list) {
		for _, w := range strings.Fields(line) {
			*l.words.At(text.KeyOf(w)) |= c
		}
	}
}

func phraseKey(words []string) text.Key {
	var k text.Key
	for _, w := range words {
		k = joinKey(k, text.KeyOf(w))
	}
	return k
}

// joinKey is the key of a phrase that goes on with one more word.
func joinKey(phrase, word text.Key) text.Key {
	if phrase == 0 {
		return word
	}
	return phrase*0x9E3779B97F4A7C15 ^ word
}

// block is a named part of a list: its name stands on a line of its own.
type block struct {
	name  string
	lines []string
}

func blocks(list string) []block {
	var all []block
	for _, part := range strings.Split(list, "\n\n") {
		if ls := lines(part); len(ls) > 1 {
			all = append(all, block{name: ls[0], lines: ls[1:]})
		}
	}
	return all
}

// lines are the lines of a list that are no notes.
func lines(list string) []string {
	var kept []string
	for _, l := range strings.Split(list, "\n") {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			kept = append(kept, l)
		}
	}
	return kept
}
