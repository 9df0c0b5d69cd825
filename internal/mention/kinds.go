package mention

import (
	"strings"
	"unicode"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// use counts how an article uses a single word of open kind.
type use struct{ place, article, person, all int }

// placeShare is the share of a word's uses behind "in", "from" and the like that
// makes it a place: one in so many.
const placeShare = 3

var placePrepositions = text.Keys("in", "from", "near", "at", "across", "outside", "to", "into", "throughout", "around")

// decideKinds settles names of open kind by how the article uses the word: with
// an article of its own an organisation, behind "in" a place, with a verb of
// saying a person.
func (x *Index) decideKinds(parts [][]part) {
	uses := map[string]*use{}
	for i := range x.names {
		if x.names[i].kind == "" && len(parts[i]) > 0 {
			key := parts[i][0].folded
			if uses[key] == nil {
				uses[key] = &use{}
			}
			x.count(&x.names[i], uses[key])
		}
	}
	for i := range x.names {
		if x.names[i].kind == "" && len(parts[i]) > 0 {
			x.names[i].kind = uses[parts[i][0].folded].kind()
		}
	}
}

func (u *use) kind() news.EntityKind {
	switch {
	case u.article > 0:
		return news.Organisation
	case placeShare*u.place >= u.all && u.place >= u.person:
		return news.Place
	case u.person > 0:
		return news.Person
	}
	return news.Organisation
}

func (x *Index) count(n *name, u *use) {
	u.all++
	if x.speaks(n) {
		u.person++
	} else if n.gender != unknownGender && x.surnameEnding(n.from) {
		u.person++
	}
	if runTogetherWord(x.words(n.from, n.to)) {
		u.article++
		return
	}
	if n.from == 0 {
		return
	}
	before := x.tokens[n.from-1].Key
	if placePrepositions[before] {
		u.place++
	}
	if before == keyThe && !x.leadsNoun(n) {
		u.article++
	}
}

// leadsNoun reports whether a small word follows: "the Tolva dam".
func (x *Index) leadsNoun(n *name) bool {
	return n.to < len(x.tokens) && x.tokens[n.to].Kind == text.Word && x.tokens[n.to].Case == text.LowerCase && !x.class[n.to].is(opener)
}

// runTogetherWord reports whether a capital follows a small letter, as in the
// names of firms.
func runTogetherWord(w string) bool {
	if strings.HasPrefix(w, "Mc") || strings.HasPrefix(w, "Mac") {
		return false
	}
	var last rune
	for _, r := range w {
		if unicode.IsUpper(r) && unicode.IsLower(last) {
			return true
		}
		last = r
	}
	return false
}

// speaks reports whether a verb of saying or a pronoun's verb follows a name, as
// people's names have it.
func (x *Index) speaks(n *name) bool {
	return n.to < len(x.tokens) && speech[x.tokens[n.to].Key] || n.from > 0 && speech[x.tokens[n.from-1].Key]
}

var speech = text.Keys("said", "says", "added", "told", "explained", "explains", "noted", "thinks", "believes", "asked", "replied", "recalled", "concluded", "argued", "wrote")

// shortAcronym is the length in bytes to which capitals make an acronym of a
// common word: "WHO".
const shortAcronym = 4

// common reports whether a name is one word of common English and no full name
// of the article stands for it: "the City", "Secrecy".
func (m *merger) common(n *name) bool {
	c := m.class[n.from]
	if t := &m.tokens[n.from]; t.Case == text.UpperCase && (t.Len() <= shortAcronym && !m.shouted(n.from)) {
		return false
	}
	return n.to == n.from+1 && n.lead == n.from && c.is(commonWord|placeHead|peopleWord|roleWord) && !c.is(givenName|placeName|orgWord|demonym)
}

// belonging reports whether a single word of no list is one of belonging, as
// its ending and the noun behind it tell: "the Norlandian fleet".
func (m *merger) belonging(n *name) bool {
	if n.to != n.from+1 || m.class[n.from] != 0 || !m.leadsNoun(n) || m.speaks(n) {
		return false
	}
	return belongs(m.words(n.from, n.to))
}

// belongs reports whether a word ends as words of belonging do.
func belongs(w string) bool {
	return strings.HasSuffix(w, "ian") || strings.HasSuffix(w, "ese") || strings.HasSuffix(w, "ish") || strings.HasSuffix(w, "ist")
}
