package mention

import (
	"strings"
	"unicode"

	"github.com/hearsay-engine/hearsay/internal/ner"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// use is what speaks for each kind of a name in an article, in the percents of
// the tagger (see ner.Leaning).
type use struct{ person, organisation, place int32 }

// What the rules add to the tagger's leaning, tuned on UNER EWT dev.
const (
	certain      = 1000 // a post before, a firm's "&"
	listed       = 200  // a place of the lists, the words of organisations
	given        = 400  // a given name before a surname
	shaped       = 40   // two unknown words
	innerCapital = 120
	inPlace      = 60 // behind "in"
	speaking     = 80 // beside a verb of saying
	withArticle  = 60
	townly       = 100 // a single word of no list that ends as towns do: against an organisation
	articled     = 300 // against a person's name of several words
	published    = 600 // for a paper's name before what papers do
	alone        = 150 // a single word that is no given name: against a person
	surnamed     = 300 // a single word of no list that ends as surnames only do
)

var placePrepositions = text.Keys("in", "from", "near", "at", "across", "outside", "to", "into", "throughout", "around")

// decideKinds settles the kinds of all names but groups: what the tagger leans
// to and what the rules see, summed over the uses of the same words, so that one
// clear use decides for the others.
func (x *Index) decideKinds(parts [][]part) {
	uses := make(map[text.Key]*use, len(x.names))
	of := make([]*use, len(x.names))
	for i := range x.names {
		n := &x.names[i]
		if n.kind == news.Group || len(parts[i]) == 0 {
			continue
		}
		k := x.keyOf(n)
		if uses[k] == nil {
			uses[k] = &use{}
		}
		of[i] = uses[k]
		x.weigh(n, of[i])
	}
	for i, u := range of {
		if u != nil {
			x.names[i].kind = u.kind()
		}
	}
}

func (x *Index) keyOf(n *name) (k text.Key) {
	for i := n.from; i < n.to; i++ {
		k = joinKey(k, x.tokens[i].Key)
	}
	return k
}

func (u *use) kind() news.EntityKind {
	switch max(u.person, u.organisation, u.place) {
	case u.place:
		return news.Place
	case u.organisation:
		return news.Organisation
	}
	return news.Person
}

// weigh adds what one use of a name says.
func (x *Index) weigh(n *name, u *use) {
	if !n.own {
		l := x.leaningOf(n)
		u.person += l[ner.Person]
		u.organisation += l[ner.Organisation]
		u.place += l[ner.Place]
	}
	x.weighForm(n, u)
	x.weighCarrier(n, u)
	x.weighPlace(n, u)
	x.weighArticle(n, u)
	if n.to == n.from+1 && n.kind != news.Person {
		u.person -= alone
	}
}

// leaningOf is the mean of what the name's words lean to.
func (x *Index) leaningOf(n *name) (sum ner.Leaning) {
	for _, l := range x.leaning[n.from:n.to] {
		for k := range sum {
			sum[k] += l[k]
		}
	}
	for k := range sum {
		sum[k] /= int32(n.to - n.from)
	}
	return sum
}

// weighForm adds what the words of the name and the posts before it say.
func (x *Index) weighForm(n *name, u *use) {
	several := n.to > n.from+1
	switch {
	case n.kind == news.Person && (n.lead < n.from || n.own):
		u.person += certain
	case x.ampersand(n.from, n.to), several && x.shortenedBehind(n):
		u.organisation += certain
	case (n.kind == news.Person || n.kind == "") && x.personal(n):
		u.person += given
	case n.kind == news.Person:
		u.person += shaped
	case n.kind == news.Place:
		u.place += listed
	case x.hasOrgWord(n.from, n.to):
		u.organisation += listed
	case runTogetherWord(x.words(n.from, n.to)):
		u.organisation += innerCapital
	case n.kind == news.Organisation && several:
		u.organisation += shaped
	}
}

// shortenedBehind reports whether the first letters of a name stand in brackets
// behind it, as organisations have it: "Lake Times (LT)".
func (x *Index) shortenedBehind(n *name) bool {
	if n.to+2 >= len(x.tokens) || x.tokens[n.to].Kind != text.OpenBracket || x.tokens[n.to+2].Kind != text.CloseBracket {
		return false
	}
	k, letters := n.from, x.tokens[n.to+1].Of(x.text)
	for i := 0; i < len(letters); i++ {
		for k < n.to && x.text[x.tokens[k].Start] != letters[i] {
			k++
		}
		k++
	}
	return len(letters) > 1 && k <= n.to
}

// weighCarrier adds what a small noun before a name says: "the newspaper Lake
// Times", "a reporter from the Lake Times".
func (x *Index) weighCarrier(n *name, u *use) {
	if n.from == 0 || n.lead < n.from {
		return
	}
	if t := &x.tokens[n.from-1]; carriers[t.Key] && t.Case == text.LowerCase {
		u.organisation += certain
	}
	if n.from > 2 && x.tokens[n.from-1].Key == keyThe && employing[x.tokens[n.from-2].Key] && newsmen[x.tokens[n.from-3].Key] {
		u.organisation += certain
	}
}

// Whoever is a reporter is one of a newspaper, not of a person.
var (
	newsmen   = text.Keys("reporter", "reporters", "journalist", "journalists", "correspondent", "correspondents", "editor", "columnist", "photographer", "contributor")
	employing = text.Keys("from", "for", "of", "at", "with")
)

// weighPlace adds what the words around it say of a single word.
func (x *Index) weighPlace(n *name, u *use) {
	if n.to > n.from+1 {
		return
	}
	if x.class[n.from] == 0 && x.endsAsSurname(n.from) {
		u.person += surnamed
	}
	if x.class[n.from] == 0 && x.endsAsTown(n.from) {
		u.place += townly
		u.organisation -= townly
	}
	if x.speaks(n) || n.gender != unknownGender && x.surnameEnding(n.from) {
		u.person += speaking
	}
	if n.from == 0 {
		return
	}
	before := x.tokens[n.from-1].Key
	if placePrepositions[before] && !n.possessive {
		u.place += inPlace
	}
}

// weighArticle adds what "the" before a name says: of one word hardly anything,
// of several that they are no person's, and what speaks is no place either, "the
// Lake Herald wrote". A noun behind may be what it belongs to, "the Ada Quill
// affair", and posts and given names tell a person.
func (x *Index) weighArticle(n *name, u *use) {
	if n.from == 0 || n.lead < n.from || x.tokens[n.from-1].Key != keyThe {
		return
	}
	speaks := x.speaks(n) || n.to < len(x.tokens) && publishing[x.tokens[n.to].Key]
	if x.leadsNoun(n) && !speaks {
		return
	}
	u.organisation += withArticle
	if n.to == n.from+1 || x.personal(n) {
		return
	}
	u.person -= articled
	if speaks && (n.from == 1 || !placePrepositions[x.tokens[n.from-2].Key]) {
		u.organisation += published
	}
}

// personal reports whether posts, a role, a given name or a small word within
// make a name a person's.
func (x *Index) personal(n *name) bool {
	return n.lead < n.from || n.to > n.from+1 && (x.class[n.from].is(givenName) || n.from > 0 && x.class[n.from-1].is(roleWord) || x.particleAt(n.from+1, n.to))
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

// publishing is what newspapers do and people's names with "the" before them do not.
var publishing = text.Keys("reported", "reports", "writes", "quoted", "quotes", "cited", "cites", "published", "carried", "claimed", "claims")

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
