package name

import (
	"unicode/utf8"
)

// people gives the words of a person's name their roles.
func (n *Name) people(words []token) {
	words = servants(words)
	titles := titled(words)
	for i, w := range words {
		if len(n.parts) == maxParts {
			return
		}
		var p part
		p.read(w.text)
		if p.bound = w.bound; p.bound {
			n.servants++
		}
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
		case p.role == word && servant(w.text): // parted from its word
			n.servants++
			p.role = particle
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
