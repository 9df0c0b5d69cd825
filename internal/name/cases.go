package name

import "strings"

// cases looks at names of one set of words in two cases as a whole. A given name
// that may be a man's in a case or a woman's, Иван and Ивана, is a man's where
// the surname has the ending that only a man's takes; and no case has lost a
// vowel, as Павла, where a surname that has cases has none.
func (al *alignment) cases(a, b *Name) {
	for k := range al.pairs[:al.n] {
		g := &al.pairs[k]
		p, q := &a.parts[g.a], &b.parts[g.b]
		if g.rule&Inflected == 0 || !p.given.any() || !q.given.any() || p.given.shares(q.given) {
			continue
		}
		switch {
		case al.manly(k, a, b):
			g.like = likeInflected
		case p.fleets(q) || q.fleets(p):
			g.like = 0
		}
	}
}

// manly reports whether a word besides pair k stands in a man's case.
func (al *alignment) manly(k int, a, b *Name) bool {
	for i, o := range al.pairs[:al.n] {
		p, q := &a.parts[o.a], &b.parts[o.b]
		if i != k && o.rule&Inflected != 0 && p.role == word && q.role == word && (p.mans(q) || q.mans(p)) {
			return true
		}
	}
	return false
}

// womanly are the ends of surnames whose a makes them a woman's, by sound.
var womanly = strings.Fields("v in")

// mans reports whether q is a case of the surname p that only a man's has.
func (p *part) mans(q *part) bool {
	if p.script != cyrillic || p.given.any() || q.stem == q.n {
		return false
	}
	if p.fleets(q) {
		return true
	}
	for _, e := range womanly {
		if endsIn(p.skeleton(), e) {
			return false
		}
	}
	return p.stem == p.n && same(p.skeleton(), q.root())
}
