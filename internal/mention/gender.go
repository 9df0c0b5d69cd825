package mention

import "strings"

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
	return slavicGender(strings.ToLower(x.tokens[to-1].Of(x.text)))
}

// slavicGender is what the ending of an East Slavic surname tells.
func slavicGender(surname string) gender {
	for _, end := range []string{"ova", "eva", "yeva", "skaya", "skaia", "ovna", "evna"} {
		if len(surname) > len(end)+1 && strings.HasSuffix(surname, end) {
			return woman
		}
	}
	for _, end := range []string{"ov", "ev", "yev", "sky", "skiy", "skii", "ovich", "evich"} {
		if len(surname) > len(end)+1 && strings.HasSuffix(surname, end) {
			return man
		}
	}
	return unknownGender
}
