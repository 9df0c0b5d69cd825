package gen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// crowdEntity is who or what articles of a crowd name.
type crowdEntity struct {
	kind                   news.EntityKind
	foreign                bool // its name is written in Cyrillic letters at home
	given, father, surname string
	role                   int
	acronym                string
}

// Pools of name parts: few given names, many surnames, both of Zipf's kind.
const (
	givenPool   = 900
	surnamePool = 16_000
)

var (
	cyrOnsets = strings.Fields("б бр в г гр д ж з к кр л м н п р с ст т тр ф х ц ч ш щ й")
	cyrVowels = strings.Fields("а а о о е и у ы я ю э ё")
	cyrCodas  = []string{"", "", "", "н", "р", "л", "с", "м", "й"}
	cyrEnds   = strings.Fields("ов ев ин енко ский ук ян баев швили ыш ко иев")
	bodies    = strings.Fields("Bank Institute Union Foundation Ministry Company Agency University Council Museum")
)

func cyrillic(d *dice, syllables int, ending string) string {
	var b strings.Builder
	for range syllables {
		b.WriteString(cyrOnsets[d.n(len(cyrOnsets))])
		b.WriteString(cyrVowels[d.n(len(cyrVowels))])
		b.WriteString(cyrCodas[d.n(len(cyrCodas))])
	}
	r := []rune(b.String())
	if ending != "" && strings.ContainsRune("аоеиуыяюэё", r[len(r)-1]) {
		r = append(r, 'н')
	}
	r = append(r, []rune(ending)...)
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}

// part is name number i of a pool.
func (a *CrowdArchive) part(pool uint64, i int, foreign bool, surname []string) string {
	d := throw(a.seed, ofCrowd, pool, uint64(i))
	ending := ""
	if surname != nil {
		ending = surname[d.n(len(surname))]
	}
	if foreign {
		return cyrillic(&d, d.between(1, 2), ending)
	}
	return name(&d, d.between(1, 2), ending)
}

// entity is who number i is.
func (a *CrowdArchive) entity(i int) crowdEntity {
	d := throw(a.seed, ofCrowd, 1<<40, uint64(i))
	kind := d.share()
	switch {
	case kind < sharePlace:
		return crowdEntity{kind: news.Place, foreign: true, surname: cyrillic(&d, d.between(2, 3), "")}
	case kind < sharePlace+shareOrganisation:
		return a.organisation(&d)
	}
	e := crowdEntity{kind: news.Person, role: d.n(len(a.roles))}
	names := d
	if d.chance(shareNamesake) {
		names = throw(a.seed, ofCrowd, 1<<41, uint64(i/97)) // the whole name of its like nearby
	}
	e.foreign = names.chance(shareForeign)
	g, s := names.few(givenPool), names.few(surnamePool)
	if e.foreign {
		e.given, e.surname = a.part(1, g, true, nil), a.part(2, s, true, cyrEnds)
		e.father = a.part(1, names.few(givenPool), true, nil)
	} else {
		e.given, e.surname = a.part(3, g, false, nil), a.part(4, s, false, surname)
	}
	return e
}

func (a *CrowdArchive) organisation(d *dice) crowdEntity {
	e := crowdEntity{kind: news.Organisation}
	words := []string{name(d, d.between(1, 2), ""), name(d, d.between(1, 2), ""), bodies[d.n(len(bodies))]}
	e.surname = strings.Join(words, " ")
	if d.chance(.5) {
		for _, w := range words {
			e.acronym += w[:1]
		}
		e.acronym += string(rune('A' + d.n(26))) // as "National Bank of X": letters of words left out
	}
	return e
}

// spelled writes an entity's name as an outlet does in one article, and a short
// form in brackets behind it, "" for none.
func (e *crowdEntity) spelled(d *dice, outlet int) (full, short string) {
	h := &romanisations[outlet%len(romanisations)]
	switch e.kind {
	case news.Organisation:
		if e.acronym != "" && d.chance(shareAcronym) {
			if d.chance(.6) {
				return e.acronym, ""
			}
			return e.surname, e.acronym
		}
		return typo(d, e.surname), ""
	case news.Place:
		return h.write(e.surname, e.foreign), ""
	}
	return typo(d, e.person(d, h)), ""
}

func (e *crowdEntity) person(d *dice, h *romanisation) string {
	given, surname := h.write(e.given, e.foreign), h.write(e.surname, e.foreign)
	if e.foreign && d.chance(shareCase) {
		surname += "a"
	}
	switch x := d.share(); {
	case x < shareSurname:
		return surname
	case x < shareSurname+shareInitials:
		first, _ := utf8.DecodeRuneInString(given)
		return string(first) + ". " + surname
	case x < shareSurname+shareInitials+sharePatronymic && e.foreign:
		return given + " " + h.write(e.father+"ович", true) + " " + surname
	}
	return given + " " + surname
}

// typo slips in one wrong, missing or doubled letter now and then, not at the
// beginning.
func typo(d *dice, s string) string {
	if !d.chance(shareTypo) {
		return s
	}
	r := []rune(s)
	i := d.between(1, len(r)-1)
	if !unicode.IsLetter(r[i]) {
		return s
	}
	switch d.n(3) {
	case 0:
		r[i] = rune('a' + d.n(26))
	case 1:
		r = append(r[:i], r[i+1:]...)
	default:
		r = append(r[:i+1], r[i:]...)
	}
	return string(r)
}

// romanisation writes Cyrillic letters in Latin ones; the zero value leaves
// them.
type romanisation struct{ letters map[rune]string }

func newRomanisation(table string) romanisation {
	m := map[rune]string{}
	for _, pair := range strings.Fields(table) {
		r, n := utf8.DecodeRuneInString(pair)
		m[r] = pair[n:]
	}
	return romanisation{m}
}

// romanisations are those of the outlets' houses. They were written for this
// generator, after habits of presses of several countries.
var romanisations = []romanisation{
	newRomanisation("аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ыy эe юyu яya"),
	newRomanisation("аa бb вv гg дd еe ёë жž зz иi йj кk лl мm нn оo пp рr сs тt уu фf хh цc чč шš щšč ыy эè юju яja"),
	newRomanisation("аa бb вw гg дd еe ёjo жsch зs иi йi кk лl мm нn оo пp рr сs тt уu фf хch цz чtsch шsch щschtsch ыy эe юju яja"),
	newRomanisation("аa бb вv гg дd еe ёio жj зz иi йï кk лl мm нn оo пp рr сs тt уou фf хkh цts чtch шch щchtch ыy эe юiou яia"),
	newRomanisation("аa бb вv гg дd еe ёe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ыy эe юiu яia"),
	newRomanisation("аa бb вv гg дd еe ёyo жj зz иi йy кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щsh ыi эe юyu яya"),
	newRomanisation("аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ыy эe юyu яya"),
	{},
}

func (h *romanisation) write(s string, foreign bool) string {
	if !foreign || h.letters == nil {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		w := h.letters[unicode.ToLower(r)]
		if i == 0 && w != "" {
			first, n := utf8.DecodeRuneInString(w)
			w = string(unicode.ToUpper(first)) + w[n:]
		}
		b.WriteString(w)
	}
	return b.String()
}
