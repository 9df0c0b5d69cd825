package mention

import (
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/text"
)

// agree reports whether two genders may be one person's.
func agree(a, b gender) bool { return a == unknownGender || b == unknownGender || a == b }

// genderOf is the gender the posts [lead, …) and the name up to to tell: a
// title first, then the given name, then a Slavic ending.
func (x *Index) genderOf(lead, to int) gender {
	given := unknownGender
	for k := lead; k < to; k++ {
		switch c := x.class[k]; {
		case c.is(maleWord):
			return man
		case c.is(femaleWord):
			return woman
		case given != unknownGender:
		case c.is(maleName) && !c.is(femaleName):
			given = man
		case c.is(femaleName) && !c.is(maleName):
			given = woman
		}
	}
	if given != unknownGender || to <= lead {
		return given
	}
	return slavicGender(x.tokens[to-1].Of(x.text))
}

// slavicGender is what the ending of an East Slavic surname tells.
func slavicGender(surname string) gender {
	for _, end := range []string{"ova", "eva", "yeva", "skaya", "skaia", "ovna", "evna"} {
		if endsIn(surname, end) {
			return woman
		}
	}
	for _, end := range []string{"ov", "ev", "yev", "sky", "skiy", "skii", "ovich", "evich"} {
		if endsIn(surname, end) {
			return man
		}
	}
	return unknownGender
}

// endsAsSurname reports whether token i ends as surnames do and places do not:
// East Slavic ones and Georgian ones that tell no gender, too.
func (x *Index) endsAsSurname(i int) bool {
	return x.endsAs(i, "enko", "chuk", "vych", "vich", "shvili", "adze", "idze")
}

// endsAsTown reports whether token i ends as towns and countries do, whose
// governments go by their names: "Norgrad was warned".
func (x *Index) endsAsTown(i int) bool {
	return x.endsAs(i, "grad", "abad", "istan", "ville", "shire")
}

func (x *Index) endsAs(i int, ends ...string) bool {
	if x.tokens[i].Case != text.TitleCase {
		return false
	}
	w := x.tokens[i].Of(x.text)
	return slices.ContainsFunc(ends, func(end string) bool { return endsIn(w, end) })
}

// endsIn reports whether a word longer by two letters ends so, in any case.
func endsIn(w, end string) bool {
	n := len(w) - len(end)
	return n > 1 && strings.EqualFold(w[n:], end)
}
