package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// treeObject takes the object that the tree has right behind a verb at i:
// "explained the delay".
func (p *page) treeObject(g *group, i, hi int) (said, bool) {
	if !p.tree.has(g.at) || !english().verb[p.tree.tag(g.at)] {
		return said{}, false
	}
	c := p.tree.child(g.at, &english().object)
	if c == none || c < i {
		return said{}, false
	}
	np := p.tree.subtree(c)
	if np.from != i {
		return said{}, false
	}
	end := p.objectEnd(i, hi)
	if np.to < end && p.tree.has(np.to) && english().verb[p.tree.tag(np.to)] {
		end = np.to // "the builders who favour the ferry say"
	}
	return p.part(i, end, ruleObject), true
}

// agrees reports whether the tree has a cue that needs it for a verb, and
// somebody for its subject.
func (s *sentence) agrees(g *group, np phrase, what said) bool {
	if g.verb.Frames&en.Tree == 0 && (what.rule != ruleObject || g.verb.Frames&en.Matter == 0) {
		return true
	}
	if s.key(np.from) == keyWho && np.from > s.lo && s.wordy(np.from-1) {
		return false // "citizens who support the ferry" only says which
	}
	return g.kind == finite && !g.negated && s.tree.has(g.at) && english().verb[s.tree.tag(g.at)] && s.isSomebody(np)
}

// isSomebody reports whether the noun of a phrase is a name, a person or people.
func (s *sentence) isSomebody(np phrase) bool {
	i, ok := s.headOf(np)
	if !ok {
		return false
	}
	if s.is(i, possessive) && np.to == np.from+1 {
		return s.key(i) != text.KeyOf("its") && s.key(i) != text.KeyOf("your")
	}
	if s.is(i, subjectPronoun) {
		return s.key(i) != keyIt && s.key(i) != keyWhich && s.key(i) != keyYou && !s.is(i, determiner)
	}
	return s.tokens[i].Capital() && !s.is(i, timeWord) || s.is(i, role|plural) || s.isAgentive(i)
}

// isAgentive reports whether a noun's ending makes persons of what they do:
// "voters", "activists".
func (s *sentence) isAgentive(i int) bool {
	for _, tail := range [...]string{"er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "ents", "ants", "ees", "ics"} {
		if s.endsWith(i, tail) {
			return true
		}
	}
	return false
}

// thatLook bounds how far behind a verb of no list its "that" stands.
const thatLook = 6

// unlistedCue takes a verb that no list has for a cue when the tree has a clause
// with "that" for what it governs: "gushed that the bridge is closed".
func (p *page) unlistedCue(i, hi int) (cueForm, int, bool) {
	if !p.tree.has(i) || !p.lower(i) || p.is(i, noReport) || !p.thatBehind(i) {
		return cueForm{}, 0, false
	}
	g := english()
	f := g.forms[p.tree.tag(i)]
	if f == 0 {
		return cueForm{}, 0, false
	}
	c := p.tree.child(i, &g.clause)
	if c == none || c < i {
		return cueForm{}, 0, false
	}
	if m := p.tree.child(c, &g.marker); m == none || m < i || m > i+thatLook || p.key(m) != keyThat {
		return cueForm{}, 0, false
	}
	return cueForm{verb: &en.Verb{Lemma: p.tokens[i].Of(p.text), Frames: en.That | en.Tree}, form: f}, i + 1, true
}

// thatBehind reports whether "that" stands where a clause of the verb at i has it, which
// is asked of each verb before the tree is.
func (p *page) thatBehind(i int) bool {
	for k := i + 1; k <= i+thatLook && k < p.tree.at.To; k++ {
		if p.key(k) == keyThat {
			return true
		}
	}
	return false
}
