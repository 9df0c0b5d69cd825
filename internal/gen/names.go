package gen

import "strings"

var (
	onsets  = []string{"b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kh", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "tr", "v", "vl", "z", "zh", "ch", "y"}
	vowels  = []string{"a", "a", "e", "e", "i", "o", "o", "u", "ya", "ai"}
	codas   = []string{"", "", "", "l", "n", "r", "s", "m", "k", "rd", "nt"}
	surname = []string{"ov", "ev", "enko", "ski", "sen", "ari", "adze", "uly", "escu", "ich", "mann", "ak", "is", "ero"}
	land    = []string{"ia", "land", "stan", "ora", "mark"}
	town    = []string{"burg", "grad", "abad", "port", "field", "ola", "ask", "haven"}
	paper   = []string{"Courier", "Herald", "Gazette", "Observer", "Post", "Tribune", "Mirror", "Wire", "Chronicle", "Monitor", "Telegraph", "News Agency"}
)

// name is an invented word of so many syllables and an ending.
func name(d *dice, syllables int, ending string) string {
	var b strings.Builder
	for range syllables {
		b.WriteString(onsets[d.n(len(onsets))])
		b.WriteString(vowels[d.n(len(vowels))])
		b.WriteString(codas[d.n(len(codas))])
	}
	s := b.String()
	if ending != "" && strings.Contains("aeiou", s[len(s)-1:]) && strings.Contains("aeiou", ending[:1]) {
		s += "n"
	}
	return capital(s + ending)
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// person is somebody who speaks in the generated news.
type person struct {
	given, family string
	woman         bool
	post          int // number in the lexicon
}

func (a *Archive) person(i int) person {
	d := throw(a.seed, ofPerson, uint64(i))
	p := person{given: name(&d, d.between(1, 2), ""), family: name(&d, d.between(1, 2), surname[d.n(len(surname))])}
	p.woman = d.chance(.4)
	if p.woman {
		p.given = strings.TrimRight(p.given, "aeiou") + "a"
	}
	p.post = d.n(len(a.words["post"]))
	return p
}

func (p person) pronoun() string {
	if p.woman {
		return "she"
	}
	return "he"
}

// houses are the ways in which outlets spell foreign names.
var houses = []*strings.Replacer{
	strings.NewReplacer(),
	strings.NewReplacer("kh", "h", "Kh", "H", "zh", "j", "Zh", "J", "ya", "ia", "Ya", "Ia"),
	strings.NewReplacer("sh", "sch", "Sh", "Sch", "v", "w", "V", "W", "zh", "sch", "Zh", "Sch"),
	strings.NewReplacer("ski", "skiy", "ya", "ja", "Ya", "Ja", "ev", "yev", "y", "i"),
}

// full is the person's whole name as a house spells it.
func (p person) full(house int) string {
	return houses[house].Replace(p.given) + " " + p.surname(house)
}

func (p person) surname(house int) string { return houses[house].Replace(p.family) }

func (a *Archive) country(i int) string {
	d := throw(a.seed, ofPlace, uint64(i))
	return name(&d, 2, land[d.n(len(land))])
}

func (a *Archive) city(i int) string {
	d := throw(a.seed, ofPlace, 1<<32+uint64(i))
	return name(&d, d.between(1, 2), town[d.n(len(town))])
}

// outlet is who prints an article.
type outlet struct {
	name, site, city string
	house            int   // its spelling of names
	foot             []int // its boilerplate, numbers in the lexicon
	head             int
}

func (a *Archive) outlet(i int) outlet {
	d := throw(a.seed, ofOutlet, uint64(i))
	o := outlet{city: a.city(d.n(a.Cities)), house: d.n(len(houses)), head: d.n(len(a.words["head"]))}
	kind := paper[d.n(len(paper))]
	o.name = name(&d, 2, "") + " " + kind
	o.site = strings.ToLower(strings.ReplaceAll(o.name, " ", "-")) + ".example"
	for range d.between(2, 5) {
		o.foot = append(o.foot, d.n(len(a.words["foot"])))
	}
	return o
}
