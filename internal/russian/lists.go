package russian

import (
	"strings"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/lang/ru"
	"github.com/hearsay-engine/hearsay/internal/name"
	"github.com/hearsay-engine/hearsay/internal/ner"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// class is what a word may be, as a set.
type class uint32

const (
	givenName class = 1 << iota
	fatherName
	surnameEnding
	postWord
	orgWord
	placeWord
	particle
	latinWord
	state   // the rest are of known names: a country, a capital, an area of the world
	city    // a city or a town
	region  // a part of a state
	orgName // an organisation
	people  // who belongs to a place
	longName
)

// lists are what is known of words, by the hashes of their stems.
type lists struct {
	words   map[uint64]class
	places  map[uint64]class // by their words' stems joined; longer for the beginning of a longer one
	short   map[text.Key]bool
	fathers []string
	endings []string
}

// longer marks words that begin a known name of more.
const longer class = 1 << 31

var shippedLists = sync.OnceValue(newLists)

func newLists() *lists {
	l := &lists{words: map[uint64]class{}, places: map[uint64]class{}, short: text.Keys(wordsOf(ru.Abbreviations)...),
		fathers: wordsOf(ru.FatherEndings), endings: wordsOf(ru.SurnameEndings)}
	for _, list := range []struct {
		words string
		class class
	}{{ru.Posts, postWord}, {ru.OrganisationWords, orgWord}, {ru.PlaceWords, placeWord}, {ru.Particles, particle}} {
		for _, w := range wordsOf(list.words) {
			l.words[stemOf(small(w))] |= list.class
		}
	}
	for known, role := range known.Cyrillic() {
		l.addKnown(known, role)
	}
	return l
}

// wordsOf are the words of a list.
func wordsOf(list string) []string {
	var out []string
	for line := range strings.Lines(list) {
		if line[0] != '#' {
			out = append(out, strings.Fields(line)...)
		}
	}
	return out
}

var roleClasses = []struct {
	roles known.Role
	class class
}{
	{known.Country | known.Capital | known.Area, state}, {known.City | known.Town, city}, {known.Region, region},
	{known.Organisation, orgName}, {known.Demonym, people},
}

// mostWords bounds the words of a known name that are looked up.
const mostWords = 5

func (l *lists) addKnown(name string, role known.Role) {
	words := strings.Fields(small(name))
	if len(words) == 0 || len(words) > mostWords || strings.ContainsAny(name, "()") {
		return
	}
	var c class
	for _, r := range roleClasses {
		if role&r.roles != 0 {
			c |= r.class
		}
	}
	var k uint64
	for i, w := range words {
		k = join(k, stemOf(w))
		if i+1 < len(words) {
			l.places[k] |= longer
		}
	}
	l.places[k] |= c
}

func join(phrase, stem uint64) uint64 { return (phrase ^ stem) * 0x9E3779B97F4A7C15 }

// markPlaces marks the words of the longest known names of a sentence.
func (l *lists) markPlaces(forms []ner.Form, classes []uint32) {
	for i := 0; i < len(forms); {
		n, c := l.longest(forms[i:])
		for k := i; k < i+n; k++ {
			classes[k] |= uint32(c)
			if n > 1 {
				classes[k] |= uint32(longName)
			}
		}
		i += max(n, 1)
	}
}

func (l *lists) longest(forms []ner.Form) (n int, c class) {
	var k uint64
	for i := range forms[:min(len(forms), mostWords)] {
		if forms[i].Stem == 0 {
			break
		}
		k = join(k, forms[i].Stem)
		found := l.places[k]
		if found&^longer != 0 {
			n, c = i+1, found&^longer
		}
		if found&longer == 0 {
			break
		}
	}
	return n, c
}

// small is a word in small letters, its ё written е.
func small(w string) string { return strings.ReplaceAll(strings.ToLower(w), "ё", "е") }

func stemOf(small string) uint64 { return uint64(text.KeyOf(name.Stem(small))) }

// nominatives are endings that a given name may have for the one it is printed
// with.
var nominatives = []string{"", "а", "я", "й", "ий", "ия", "ь"}

// of is what the lists have of a word.
func (l *lists) of(printed string) word {
	w := small(printed)
	stem := name.Stem(w)
	out := word{form: ner.Form{Stem: uint64(text.KeyOf(stem)), Ending: uint64(text.KeyOf(w[len(stem):]))}}
	out.class = l.words[out.form.Stem]
	if w[0] < 0x80 {
		out.class |= latinWord
	}
	if hasEnding(stem, l.fathers) {
		out.class |= fatherName
	}
	if hasEnding(stem, l.endings) {
		out.class |= surnameEnding
	}
	if name.Given(w) {
		out.class |= givenName
		return out
	}
	for _, e := range nominatives {
		if name.Given(stem + e) {
			out.class |= givenName
		}
	}
	return out
}

// leastBefore is how many bytes stand before an ending: two letters.
const leastBefore = 4

func hasEnding(stem string, endings []string) bool {
	for _, e := range endings {
		if len(stem) >= len(e)+leastBefore && strings.HasSuffix(stem, e) {
			return true
		}
	}
	return false
}
