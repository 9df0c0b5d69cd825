package mention

import (
	"strings"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// cutPerson cuts full names that stand side by side and adds each.
func (x *Index) cutPerson(s, lead, i, j int) {
	if j-i == 3 && x.class[i] == 0 && x.class[i+1].is(maleName|femaleName) && belongs(x.tokens[i].Of(x.text)) {
		i++ // "Libertarian Jana Orlan"
	}
	if x.ownerAndHolder(i, j) {
		x.add(s, i, i, i+1, "")
		lead, i = i+1, i+1
	}
	if k := x.secondPerson(i, j); k > 0 {
		x.addPerson(s, lead, i, k)
		lead, i = k, k
	}
	x.addPerson(s, lead, i, j)
}

// ownerAndHolder reports whether [i, j) is whose a post is, in one word of no
// list, and the full name of who holds it: "the minister of Norlandia Jana Orlan".
func (x *Index) ownerAndHolder(i, j int) bool {
	if i < 2 || x.tokens[i-1].Key != keyOf || !x.class[i-2].is(postWord) || x.class[i] != 0 {
		return false
	}
	for k := i; k < j; k++ {
		if !x.nameWord(k) {
			return false
		}
	}
	given := x.class[i+1].is(givenName)
	return j-i == 3 && (given || x.surnameEnding(j-1)) || j-i == 4 && given
}

// secondPerson is where a second full name begins in [i, j), as when one person
// is another's aide: behind a surname that ends as one, before a given name and
// the last word; 0 for none.
func (x *Index) secondPerson(i, j int) int {
	if j-i == 2 && x.surnameEnding(i) && x.surnameEnding(i+1) && !x.class[i].is(givenName) {
		return i + 1
	}
	if j-i != 4 || !x.nameWord(j-2) {
		return 0
	}
	given := x.class[j-2].is(givenName) && x.class[i].is(givenName)
	if given && x.tokens[j-3].Len() > 2 && x.nameWord(j-3) || x.surnameEnding(j-3) && x.surnameEnding(j-1) {
		return j - 2
	}
	return 0
}

// surnameEnding reports whether token i ends as an East Slavic surname does.
func (x *Index) surnameEnding(i int) bool {
	return slavicGender(x.tokens[i].Of(x.text)) != unknownGender
}

// addPerson adds [i, j) without what "of" adds to it; the kind stays open when
// nothing speaks for a person.
func (x *Index) addPerson(s, lead, i, j int) {
	for k := i + 1; k < j; k++ {
		if key := x.tokens[k].Key; key == keyOf || key == keyFor || key == keyAnd {
			j = k
		}
	}
	for j > i && !x.nameWord(j-1) {
		j--
	}
	if j <= i || j == i+1 && x.loneInitial(i) {
		return
	}
	x.add(s, lead, i, j, x.personKind(lead, i, j))
}

// loneInitial reports whether token i is one letter, an abbreviation of one
// stop ("Okla.") or a letter and a hyphen ("R-Utah").
func (x *Index) loneInitial(i int) bool {
	w := x.tokens[i].Of(x.text)
	bare := strings.TrimRight(w, ".")
	return utf8.RuneCountInString(bare) == 1 || len(bare) < len(w) && !strings.Contains(bare, ".") || len(w) > 1 && w[1] == '-'
}

// personKind is Person when posts, a given name or the shape say so,
// Organisation for an acronym and for words of common English, "" when open.
func (x *Index) personKind(lead, i, j int) news.EntityKind {
	first := &x.tokens[i]
	switch {
	case x.ampersand(i, j):
		return news.Organisation
	case j-i > 1 && x.class[i].is(placeLead) && lead == i:
		return news.Place
	case lead < i && x.class[i-1].is(postWord):
		return news.Person
	case j-i == 1 && first.Case == text.UpperCase && !x.class[i].is(givenName):
		return news.Organisation
	case x.class[i].is(givenName) && j-i > 1 && !x.class[j-1].is(commonWord):
		return news.Person
	case j-i == 2 && x.class[i].is(maleName|femaleName) && !x.class[i].is(commonWord) && x.tokens[j-1].Case == text.TitleCase:
		return news.Person // "Karl Cook"
	case j-i == 1 && x.class[i].is(givenName):
		return news.Person
	case j-i >= 2 && j-i <= 4 && x.allUnknown(i, j):
		if i > 0 && x.tokens[i-1].Key == keyThe {
			return news.Organisation
		}
		return news.Person
	case j-i > 1:
		return news.Organisation
	}
	return ""
}

// ampersand reports whether & joins words of [i, j), as in the names of firms.
func (x *Index) ampersand(i, j int) bool {
	for ; i < j; i++ {
		if x.tokens[i].Key == keyAmp {
			return true
		}
	}
	return false
}

// allUnknown reports whether every capitalised word of [i, j) is in no list
// that speaks against a person.
func (x *Index) allUnknown(i, j int) bool {
	for ; i < j; i++ {
		if x.class[i].is(commonWord|demonym|placeHead|peopleWord) || x.tokens[i].Case == text.UpperCase && x.tokens[i].Len() < 4 && x.tokens[i].Len() > 1 {
			return false
		}
	}
	return true
}
