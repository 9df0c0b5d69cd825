package name

import (
	"strings"
	"unicode/utf8"
)

// people gives the words of a person's name their roles.
func (n *Name) people(words []token) {
	titles := titled(words)
	for i, w := range words {
		if len(n.parts) == maxParts {
			return
		}
		var p part
		p.read(w.text)
		p.comma = w.comma || len(n.parts) > 0 && n.parts[len(n.parts)-1].comma
		switch {
		case w.rank > 0 && i > 0 && !titles[i-1]:
			p.role, p.rank = suffix, w.rank
		case titles[i]:
			p.role = title
		case i+1 < len(words) && (w.small || w.joining && words[i+1].hyphen):
			p.role = particle
		case short(w):
			p.role = initial
		case kinship(w.text) && i > 0 && len(n.parts) > 0:
			n.parts[len(n.parts)-1].role = patronymic
			p.role = particle
		}
		if p.role == word {
			p.given = givenNames().of(&p)
			p.stem = root(w.text, p.script, p.skeleton())
			if !p.given.any() && p.script == latin && p.n > 5 && endsIn(p.skeleton(), "us") {
				p.nominative()
			}
		}
		n.parts = append(n.parts, p)
	}
	n.father()
	n.endings()
}

// endings cuts the -s that Latvian, Lithuanian and Latin put at the end of a
// man's every name, so that its words can meet others' without.
func (n *Name) endings() {
	words := 0
	for i := range n.parts {
		switch p := &n.parts[i]; {
		case p.role != word:
		case p.script != latin || p.n < 3 || alphabet[p.sounds[p.n-1]-1] != 's':
			return
		default:
			words++
		}
	}
	if words < 2 {
		return
	}
	for i := range n.parts {
		if p := &n.parts[i]; p.role == word {
			p.nominative()
		}
	}
}

// nominative cuts -s, -us, -as, -is off a word's root, and knows it for a
// given name without.
func (p *part) nominative() {
	p.stem = p.n - 1
	if p.stem > 3 && vowel(alphabet[p.sounds[p.stem-1]-1]) {
		p.stem--
	}
	if !p.given.any() {
		p.given = givenNames().sets[hashOf(p.root())]
	}
}

// titled tells which words are titles: those before the name, and degrees
// behind a comma or with a full stop, as long as a word is left that names.
func titled(words []token) []bool {
	out := make([]bool, len(words))
	left := 0
	for _, w := range words {
		if !w.titled && !w.degree && !short(w) {
			left++
		}
	}
	front := true
	for i, w := range words {
		out[i] = left > 0 && (w.titled && (front || w.comma) || w.degree && (w.comma || w.dotted))
		front = front && out[i]
	}
	return out
}

// short reports whether a word stands for a longer one: a letter, or two or
// three with a full stop.
func short(w token) bool {
	switch n := utf8.RuneCountInString(w.text); n {
	case 1:
		r, _ := utf8.DecodeRuneInString(w.text)
		return scriptOf(r) != exact
	case 2, 3:
		return w.dotted && !w.titled && !w.small && w.rank == 0
	}
	return false
}

// kinship words follow a father's name: "oglu", "qizi".
func kinship(w string) bool {
	switch w {
	case "оглы", "оглу", "углы", "уулу", "улы", "ұлы", "ўғли", "угли", "кызы", "қызы", "кизи", "қизи", "гызы",
		"ogly", "oglu", "oğlu", "oghlu", "ogli", "o'g'li", "ogʻli", "uulu", "uly", "uli", "kyzy", "qizi", "qyzy", "kizi", "gyzy", "qızı", "kızı", "gizi":
		return true
	}
	return false
}

// father marks the patronymic of a name of three words or more: the first
// word from the second on that has its ending.
func (n *Name) father() {
	naming := 0
	for i := range n.parts {
		if r := n.parts[i].role; r == word || r == initial || r == patronymic {
			naming++
		}
		if n.parts[i].role == patronymic {
			return
		}
	}
	if naming < 3 {
		return
	}
	seen := 0
	for i := range n.parts {
		p := &n.parts[i]
		if p.role == word && seen > 0 && n.parts[i-1].role != particle && p.patronymic() {
			p.role = patronymic
			return
		}
		if p.role == word || p.role == initial {
			seen++
		}
	}
}

// Endings of patronymics in the alphabet of skeletons, the longest first.
var fatherEndings = strings.Fields("oviCim eviCim oviCem eviCem " +
	"oviCa eviCa aviCa oviCu eviCu aviCu oviCe eviCe aviCe ovits evits ovici evici " +
	"oviC eviC aviC iviC ovic evic avic oviS eviS oviz eviz ovit evit ovix evix " +
	"inCna iCna ovna evna avna ovni evni ovnu evnu ovno evno ovne evne")

// sonEndings are the Turkic words for son and daughter written on.
var sonEndings = strings.Fields("kizi gizi ogli oglu ugli uli")

// leastFather is how many sounds of the father's name must stand.
const (
	leastFather = 2
	leastSon    = 4 // before sonEndings, which end other words, too
)

// patronymic reports whether a word is made of a father's name, and if so cuts
// its root to that.
func (p *part) patronymic() bool {
	return p.cutEnding(fatherEndings, leastFather) || p.cutEnding(sonEndings, leastSon)
}

func (p *part) cutEnding(endings []string, least int) bool {
	for _, e := range endings {
		if endsIn(p.skeleton(), e) && int(p.n) >= len(e)+least {
			p.stem = p.n - uint8(len(e))
			return true
		}
	}
	return false
}

func endsIn(sounds []uint8, ending string) bool {
	at := len(sounds) - len(ending)
	if at < 1 {
		return false
	}
	for i := range len(ending) {
		if sounds[at+i] != signs[ending[i]] {
			return false
		}
	}
	return true
}
