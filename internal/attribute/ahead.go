package attribute

import (
	"sort"

	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// readAhead finds what was said behind the cue. Of most cues what they tell does not
// depend on who tells it, and is sought first: where there is nothing, nobody is sought.
func (s *sentence) readAhead(g *group) {
	hi := s.hi
	if g.at < s.inside {
		hi = s.trimEnd(s.inside, g.at)
	} else if g.at < s.free && s.free < s.hi {
		hi = s.free
	}
	first := !g.passive && g.kind != partitive
	var what said
	var ok bool
	if first {
		what, ok = s.following(g, s.reach(g, hi))
		if (!ok || s.tellsOtherwise(g, what)) && !s.bent(g) {
			s.owe(g)
			return
		}
	}
	np, known := s.subjectOf(g)
	if !known || np.to == np.from+1 && s.is(np.from, nobody) || np.to > np.from && np.from >= hi || g.kind == infinitive && s.key(np.from) == keyIt || s.pointsBack(np) {
		return
	}
	if !first {
		what, ok = s.following(g, s.reach(g, hi))
	}
	if bent, found := s.around(g, np, hi); found {
		what, ok = bent, true
	}
	if !ok {
		what, ok = s.reportedBefore(g, np)
	}
	if ok && np.to == np.from && !s.mayLackSpeaker(g, what) {
		return
	}
	if !ok || !s.agrees(g, np, what) || s.tellsOtherwise(g, what) || s.namesOccasion(g, what) || what.rule != ruleThat && g.verb.Frames&en.Thing != 0 && s.isPerson(np) {
		return
	}
	cue := phrase{g.from, g.to}
	if np.from > g.at && np.to == g.to {
		cue.to = np.from // "was reported by"
	}
	for _, one := range s.eachInscription(np, what) {
		s.emit(np, cue, one, g)
	}
	s.emitCarrier(g, np, what.end)
}

// reach is how far behind a cue before hi what it tells may stand.
func (s *sentence) reach(g *group, hi int) int {
	if g.kind == gerundial && g.from == s.lo {
		return s.commaBefore(g.to, hi)
	}
	return hi
}

// tellsOtherwise reports whether what stands behind a cue is not told by it, whoever
// its subject is.
func (s *sentence) tellsOtherwise(g *group, what said) bool {
	return what.rule == ruleObject && s.actsIt(g) || s.tellsWhich(g, what)
}

// bent reports whether around may find something.
func (s *sentence) bent(g *group) bool { return g.kind == finite && s.bends < g.at }

// bend is the first word of the sentence around which things may be said, see around:
// "as", or what asks.
func (s *sentence) bend() int {
	k := s.lo
	for k < s.hi && s.key(k) != keyAs && !s.is(k, whWord) {
		k++
	}
	return k
}

// actsIt reports whether a verb says what a deed stands for: "stayed away and thus
// expressed their protest".
func (s *sentence) actsIt(g *group) bool {
	for i := g.from; i < g.at; i++ {
		if s.is(i, consequence) {
			return true
		}
	}
	return false
}

// headOf is the noun a phrase is about: its last word before a preposition.
func (s *sentence) headOf(np phrase) (int, bool) {
	i := np.from
	for i+1 < np.to && !s.is(i+1, preposition|whWord) && s.wordy(i+1) {
		i++
	}
	return i, i < np.to
}

// pointsBack reports whether a subject is what was told before, or an example
// of it, and nobody: "This shows that", "Experience shows that".
func (s *sentence) pointsBack(np phrase) bool {
	if i, ok := s.headOf(np); ok && s.is(i, telling) {
		return true
	}
	return np.to > np.from && (np.to == np.from+1 || s.kind(np.from+1) == text.Comma) && s.is(np.from, determiner) && s.key(np.from) == keyThis
}

// namesOccasion reports whether an aside between a speaker and the verb only
// names what was spoken of: "Korva, referring to the flood, said".
func (s *sentence) namesOccasion(g *group, what said) bool {
	k := what.end
	return g.kind == gerundial && (what.rule == rulePreposition || what.rule == ruleObject) && s.kindBefore(g.from) == text.Comma &&
		k+1 < s.hi && s.kind(k) == text.Comma && s.reportsFinite(k+1, s.hi)
}

// tellsWhich reports whether a bare clause would begin in a relative clause that
// no comma sets off and take in the verb of the clause around it: "a guard who
// answered the door denied that".
func (s *sentence) tellsWhich(g *group, what said) bool {
	if what.rule != ruleBare || g.from < s.lo+2 || s.key(g.from-1) != keyWho || !s.wordy(g.from-2) {
		return false
	}
	behind := sort.Search(len(s.groups), func(i int) bool { return s.groups[i].at > g.at })
	for i := behind; i < len(s.groups) && s.groups[i].at < what.end; i++ {
		if o := &s.groups[i]; o.kind == finite {
			np, ok := s.subjectBefore(o.from, s.lo)
			return ok && s.overRelative(np).from < g.from
		}
	}
	return false
}

// reportedBefore takes the sentence before for what "This was reported by X" is
// about.
func (s *sentence) reportedBefore(g *group, np phrase) (said, bool) {
	b := s.before
	if !g.passive || g.verb.Frames&en.That == 0 || np.to <= np.from || g.from != s.lo+1 || s.key(s.lo) != keyThis || b.To <= b.From || b.To > s.lo {
		return said{}, false
	}
	whole := s.span(b.From, b.To)
	if n := len(s.found); n > 0 && whole.Overlaps(s.found[n-1].content[len(s.found[n-1].content)-1]) {
		return said{}, false
	}
	return s.part(b.From, b.To, ruleBefore), true
}

// isPerson reports whether a subject is somebody by its words: "she", "the
// minister".
func (s *sentence) isPerson(np phrase) bool {
	i, ok := s.headOf(np)
	return ok && (s.is(i, role|plural) || s.is(i, subjectPronoun) && s.key(i) != keyIt && s.key(i) != text.KeyOf("which"))
}

// around finds what was said on both sides of "X said": behind "As X said,",
// and around a gap, "what X said was".
func (s *sentence) around(g *group, np phrase, hi int) (said, bool) {
	k := np.from - 1
	if g.kind != finite || g.passive || k < s.lo {
		return said{}, false
	}
	if s.key(k) == keyAs && g.verb.Frames&(en.That|en.After) != 0 {
		return s.asClause(g, k, hi)
	}
	if s.is(k, whWord) && s.lower(k) && g.verb.Frames&en.That != 0 && g.to+1 < hi && s.is(g.to, verbal) && s.lower(g.to) && s.key(k) != keyWho {
		return said{parts: [][2]int{{k, k + 1}, {g.to, s.clauseEnd(g.to, hi)}}, rule: ruleGap}, true
	}
	return said{}, false
}

// asClause finds what "as X said" at k is about: what follows its comma when it
// opens the sentence, what stands before it when it ends it.
func (s *sentence) asClause(g *group, k, hi int) (said, bool) {
	next := s.afterComma(g.to, hi)
	if k == s.lo || s.is(k-1, coordinator) {
		if next == g.to || next >= hi || s.countWords(g.to, next) > asObject {
			return said{}, false
		}
		return s.part(next, hi, ruleAs), true
	}
	if s.kind(k-1) == text.Comma && (next == g.to && s.countWords(g.to, hi) < asObject) && s.countWords(s.free, k) > 2 {
		return s.part(s.free, k-1, ruleAs), true
	}
	return said{}, false
}

// asObject bounds the words between the cue of "as X told …" and its comma.
const asObject = 8

// mayLackSpeaker reports whether a cue without a speaker reports all the same:
// "it was reported that", "asked whether".
func (s *sentence) mayLackSpeaker(g *group, what said) bool {
	return g.passive && (what.rule == ruleThat && !g.modal && g.verb.Frames&(en.Quoted|en.Person) != 0 || g.verb.Stance == en.Asks)
}
