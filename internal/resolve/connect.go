package resolve

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/name"
	"github.com/hearsay-engine/hearsay/news"
)

// Link is why two names may be one entity's.
type Link struct {
	Score   float64 // 0 to 1
	Sure    bool    // the names alone confirm it; else it is a suggestion
	Scenes  bool    // it takes scenes that agree besides
	Nearly  bool    // the names of people all but confirm it: scenes that agree much do
	OnlyOne bool    // it takes that nothing else of the archive has these initials
	Reasons []news.Reason
}

// Better reports whether a link says more than another.
func (l Link) Better(o Link) bool { return l.Sure && !o.Sure || l.Sure == o.Sure && l.Score > o.Score }

// Scores of links that no comparison of words makes.
const (
	scoreSame      = 1
	scoreKnown     = 0.95
	scoreInText    = 0.9
	scoreOtherKind = 0.5
	scoreSurname   = 0.85 // above that of a longer body of the name

	soundsAsSurname = 0.78 // of a person's one word and a full name: the surname, but for its romanisation
)

// Connect compares two names; ok is false when nothing speaks for one entity. It
// says the same whichever comes first.
func Connect(a, b *Form) (l Link, ok bool) {
	l, _, ok = connect(a, b)
	return l, ok
}

// connect also gives the verdict on their words, the zero one where it was not asked.
func connect(a, b *Form) (l Link, v name.Verdict, ok bool) {
	sameThing := a.known.id != "" && a.known.id == b.known.id
	if a.Folded == b.Folded && !(sameThing && a.Kind != b.Kind && a.known.listed != "") {
		l, ok = sameWords(a, b)
		return l, v, ok
	}
	if sameThing {
		first, _ := canonical(a, b)
		sure := a.known.certain && b.known.certain
		return Link{Score: scoreKnown, Sure: sure, Reasons: []news.Reason{{Rule: RuleKnown, Words: first.known.name}}}, v, true
	}
	if score := max(surnameOf(a, b), surnameOf(b, a)); score > 0 {
		_, second := canonical(a, b)
		return Link{Score: score, Scenes: true, Reasons: []news.Reason{{Rule: RuleOtherKind, Words: second.Name}}}, v, true
	}
	if !comparable(a, b) || a.known.certain && b.known.certain || owns(a, b) || owns(b, a) || otherStates(a, b) || otherHolders(a, b) || postAndBody(a, b) {
		return l, v, false
	}
	v = name.Compare(&a.words, &b.words)
	l, ok = compared(a, b, v)
	return l, v, ok
}

// canonical puts two names into canonical order: reasons name the second.
func canonical(a, b *Form) (*Form, *Form) {
	if CompareForms(a, b) > 0 {
		return b, a
	}
	return a, b
}

func sameWords(a, b *Form) (Link, bool) {
	a, b = canonical(a, b)
	words := b.Name
	switch {
	case a.Kind == b.Kind:
		return Link{Score: scoreSame, Sure: true, Reasons: []news.Reason{{Rule: RuleSameName, Words: words}}}, true
	case a.Kind == "" || b.Kind == "":
		return Link{Score: scoreSame, Sure: true, Reasons: []news.Reason{{Rule: RuleUnkind, Words: words}}}, true
	case a.known.certain && b.Kind == news.Person || b.known.certain && a.Kind == news.Person:
		return Link{}, false // the city is not whom it is named after
	}
	known := a.known.id != "" && a.known.id == b.known.id
	return Link{Score: scoreOtherKind, Scenes: !known, Reasons: []news.Reason{{Rule: RuleOtherKind, Words: words}}}, true
}

// surnameOf is how far a single word is a person's surname, however it is
// spelled; 0 when it is not.
func surnameOf(single, person *Form) float64 {
	if !single.Single || person.Kind != news.Person || person.Short {
		return 0
	}
	if strings.HasSuffix(person.Folded, " "+single.Folded) {
		return scoreSurname
	}
	v := name.Compare(&single.person, &person.words)
	if v.Score < soundsAsSurname || v.Rules&(name.Conflict|name.Similar|name.Inflected) != 0 || single.known.id != "" {
		return 0
	}
	return v.Score
}

// comparable reports whether the words of two names are worth comparing: of one
// kind, or a role's and an organisation's. What is known of the world is not
// laid on other words.
func comparable(a, b *Form) bool {
	if a.words.Empty() || b.words.Empty() {
		return false
	}
	x, y := a.meant(), b.meant()
	return x == y || x == "" && y == news.Organisation || y == "" && x == news.Organisation
}

// leastLikely is what likely names must score here: an archive compares each
// with thousands, and the least likely would chain them all. Surnames that only
// sound alike are two.
const leastLikely = 0.8

// compared makes a link of a verdict. A short name is never sure to be a longer
// one's, nor a likely name without scenes that agree.
func compared(a, b *Form, v name.Verdict) (Link, bool) {
	if v.Rules&name.Acronym != 0 {
		return initialsOf(a, b, v)
	}
	if v.Decision == name.Apart || v.Decision == name.Likely && (v.Score < leastLikely || a.Short && b.Short) {
		return Link{}, false
	}
	if v.Rules&name.Similar != 0 && a.oneBody() && b.oneBody() {
		return Link{}, false // a city, a country and who belongs to it sound alike
	}
	l := Link{Score: v.Score, Sure: v.Decision == name.Same && a.Short == b.Short, Scenes: v.Decision == name.Likely || a.Short != b.Short, Reasons: v.Reasons()}
	if a.Short && b.Short || a.known.world() != b.known.world() {
		l.Sure = false
	}
	l.Nearly = l.Scenes && nearly(a, b, v)
	if l.Sure && (a.restated || b.restated) {
		l.Sure, l.Scenes = false, true
	}
	_, second := canonical(a, b)
	for i := range l.Reasons {
		l.Reasons[i].Words = second.Name
	}
	return l, true
}

// nearlySame is what names must score that scenes may confirm; of two scripts,
// where a score tells less, nearlyAcross. Set on the generated crowd: of what is
// confirmed by them, read by eye, none was wrong.
const (
	nearlySame   = 0.86
	nearlyAcross = 0.90
)

// nearly reports whether all words of two people's names in full sound alike, or
// are forms of one given name, and nothing else is amiss.
func nearly(a, b *Form, v name.Verdict) bool {
	const amiss = name.Initials | name.Inflected | name.Longer | name.OneWord | against | name.Slight
	if a.meant() != news.Person || b.meant() != news.Person || a.Short || b.Short || v.Rules&amiss != 0 {
		return false
	}
	return v.Score >= nearlyAcross || v.Score >= nearlySame && latin(a.Folded) == latin(b.Folded)
}

// latin reports whether a folded name has Latin letters.
func latin(folded string) bool {
	return strings.ContainsFunc(folded, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}

// leastInitials is how many letters an acronym has that is suggested to be a name
// of these initials: of two, a large archive has too many names.
const leastInitials = 3

// initialsOf links an acronym and the one name of an archive that has its
// initials; see grouping.joinInitials.
func initialsOf(a, b *Form, v name.Verdict) (Link, bool) {
	short, long := a, b
	if !short.Initials {
		short, long = b, a
	}
	_, second := canonical(a, b)
	if !short.Initials || utf8.RuneCountInString(short.Name) < leastInitials || long.Kind == "" || long.known.certain {
		return Link{}, false
	}
	return Link{Score: v.Score, OnlyOne: true, Reasons: []news.Reason{{Rule: v.Reasons()[0].Rule, Words: second.Name, Figure: v.Score}}}, true
}

// oneBody reports whether a name is one word of a body or place.
func (f *Form) oneBody() bool { return f.meant() != news.Person && !strings.Contains(f.Folded, " ") }

// ShortInText is the link between a name and a short form that n articles print
// for it. It is no sure one: what bears it in another article may be called alike.
func ShortInText(a, b *Form, n int) Link {
	short := a
	if len(b.Name) < len(a.Name) {
		short = b
	}
	return Link{Score: scoreInText, Reasons: []news.Reason{{Rule: RuleShortInText, Words: short.Name, Figure: float64(n)}}}
}

// against are the rules of a comparison that tell two people or bodies apart.
const against = name.Conflict | name.Fathers | name.Generation | name.Sexes | name.Led

// Contradict reports whether two names cannot be one entity's, whatever else
// ties them.
func Contradict(a, b *Form) bool {
	_, v, linked := connect(a, b)
	if linked {
		return false
	}
	if a.known.certain && b.known.certain {
		return a.known.id != b.known.id
	}
	if x, y := a.meant(), b.meant(); x != y || a.words.Empty() || b.words.Empty() {
		return !a.Single && !b.Single && (x == news.Person && y != "" || y == news.Person && x != "") // a single word's kind is in doubt
	}
	if otherStates(a, b) || otherHolders(a, b) {
		return true
	}
	if v == (name.Verdict{}) {
		v = name.Compare(&a.words, &b.words)
	}
	if v.Rules&name.NoKey != 0 { // a listed surname says nothing against a name that lacks it
		return a.Kind == news.Person && !a.listedWord() && !b.listedWord()
	}
	return v.Rules&against != 0
}
