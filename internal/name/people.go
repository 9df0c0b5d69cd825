package name

import "unicode/utf8"

// people gives the words of a person's name their roles.
func (n *Name) people(words []token) {
	words = servants(words)
	titles := titled(words)
	for i, w := range words[:min(len(words), maxParts)] {
		var p part
		p.read(w.text)
		p.bound, p.joined = w.bound, i > 0 && w.hyphen && n.parts[i-1].role == word
		p.comma = w.comma || i > 0 && n.parts[i-1].comma
		if i > 0 && kinship(w.text) {
			n.parts[i-1].role, p.role = patronymic, particle
		} else {
			n.assign(&p, words, i, titles)
		}
		if p.bound || p.role == particle && servant(w.text) {
			n.servants++
		}
		if p.role == word {
			p.know(w.text)
		}
		n.parts = append(n.parts, p)
	}
	n.father()
	n.endings()
}

// assign gives word i its role by what it is and where it stands.
func (n *Name) assign(p *part, words []token, i int, titles []bool) {
	w, last := words[i], i+1 == len(words)
	switch {
	case i > 0 && w.rank > 0 && !titles[i-1]:
		p.role, p.rank = suffix, w.rank
	case i > 0 && last && !w.dotted && n.parts[i-1].given.any() && numeral[w.text] > 0:
		p.role, p.rank = suffix, numeral[w.text]
	case titles[i]:
		p.role = title
	case !last && (w.small || w.joining && words[i+1].hyphen):
		p.role = particle
	case short(w):
		p.role = initial
	case servant(w.text): // parted from its word
		p.role = particle
	}
}

// know looks a word up among given names and cuts its root.
func (p *part) know(w string) {
	p.given = givenNames().of(p)
	p.stem = root(w, p.script, p.skeleton())
	if !p.given.any() && p.script == latin && p.n >= leastLatinised && endsIn(p.skeleton(), "us") {
		p.nominative()
	}
}

// leastLatinised is how many sounds a word in -us has that may be a name made
// Latin: "Robertus".
const leastLatinised = 6

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

// numeral has the numbers of rulers that are letters, too: behind a given name
// they are numbers.
var numeral = map[string]uint8{"i": 1, "v": 5, "x": 10}

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
		return scriptOf(r) != exact && !hangul(r)
	case 2, 3:
		return w.dotted && !w.titled && !w.small && w.rank == 0
	}
	return false
}
