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
		p.upper = w.upper
		switch {
		case w.rank > 0 && i > 0 && !titles[i-1]:
			p.role, p.rank = suffix, w.rank
		case titles[i]:
			p.role = title
		case w.small && len(words) > 1:
			p.role = particle
		case short(w):
			p.role = initial
		case kinship(w.text) && i > 0 && len(n.parts) > 0:
			n.parts[len(n.parts)-1].role = patronymic
			p.role = particle
		}
		if p.role == word {
			p.given = givenNames().sets[p.hash]
			p.stem = root(w.text, p.script, p.skeleton())
		}
		n.parts = append(n.parts, p)
	}
	n.father(words)
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
		out[i] = left > 0 && (w.titled && (front || w.comma || i == len(words)-1) || w.degree && (w.comma || w.dotted))
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
func (n *Name) father(words []token) {
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
		if p.role == word && seen > 0 && p.patronymic(words[i].text) {
			p.role = patronymic
			return
		}
		if p.role == word || p.role == initial {
			seen++
		}
	}
}

// Endings of patronymics in the alphabet of skeletons, and as Kazakh and
// others write them.
var fatherEndings = []string{"oviC", "eviC", "aviC", "iviC", "ovna", "evna", "avna", "iCna", "inCna", "ovic", "evic", "avic", "oviS", "eviS", "oviz",
	"oviCa", "eviCa", "oviCu", "eviCu", "oviCim", "eviCim", "oviCem", "eviCem", "oviCe", "eviCe", "ovni", "evni", "ovnu", "evnu", "ovno", "evno", "ovne", "evne", "ovix", "evix", "ovits", "evits"}

const leastPatronymic = 5 // sounds: "Ilyich" is left to three-word names of its own

func (p *part) patronymic(w string) bool {
	if p.n < leastPatronymic {
		return false
	}
	for _, e := range fatherEndings {
		if endsIn(p.skeleton(), e) {
			return true
		}
	}
	for _, e := range []string{"ович", "евич", "ильич", "кузьмич", "лукич", "ұлы", "улы", "қызы", "кызы", "uly", "uli", "qyzy", "kyzy", "ogly", "oglu"} {
		if strings.HasSuffix(w, e) {
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
