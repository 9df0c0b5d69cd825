package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// subjectOf finds the speaker of a cue that stands before what was said.
func (s *sentence) subjectOf(g *group) (phrase, bool) {
	if np, ok := s.beyondAside(g); ok {
		g.kind, g.passive = finite, false
		return np, true
	}
	switch {
	case g.passive:
		if np, ok := s.agent(g); ok {
			return np, true
		}
		return phrase{}, g.verb.Frames&en.That != 0 && (s.key(max(g.from-1, s.lo)) == keyIt || g.verb.Frames&en.Person != 0) || g.verb.Stance == en.Asks
	case g.kind == partitive:
		if np, ok := s.agent(g); ok {
			return np, true
		}
		return phrase{}, true
	case g.kind == finite:
		return s.finiteSubject(g)
	}
	return s.governingSubject(g)
}

// beyondAside is the subject of what looks like "Korva, asked whether", where an aside
// stands between and no other verb of the sentence is his: "Korva, who heads the
// board, questioned whether".
func (s *sentence) beyondAside(g *group) (phrase, bool) {
	if g.kind != partitive || g.form&past == 0 || s.kindBefore(g.at) != text.Comma {
		return phrase{}, false
	}
	for i := range s.groups {
		if o := &s.groups[i]; o.at > g.at && o.kind == finite && s.kindBefore(o.from) == text.Comma {
			return phrase{}, false
		}
	}
	np, ok := s.subjectBefore(g.at, s.lo)
	if !ok || np.from != s.lo && !s.clauseBegins(np.from, s.lo) {
		return phrase{}, false
	}
	for k := np.from; k < g.at-1; k++ {
		if s.kind(k) == text.Comma {
			return np, true
		}
	}
	return phrase{}, false
}

// finiteSubject is the subject of a finite cue, by the words before it and by
// the tree.
func (s *sentence) finiteSubject(g *group) (phrase, bool) {
	near, ok := s.nearSubject(g)
	if !ok || !s.outweighs(near) {
		if tree, found := s.treeSubject(g.at); found {
			near, ok = s.weigh(near, ok, tree), true
		}
	}
	near = s.lastClause(s.overJoined(near))
	if ok {
		s.subjects = append(s.subjects, subject{phrase: near})
	}
	return near, ok
}

// subject is who speaks by a group; it is owed while of is set, and looked for once it
// is asked for.
type subject struct {
	phrase
	of *group
}

// owe leaves open who the subject of a cue is that tells nothing.
func (s *sentence) owe(g *group) {
	if g.kind == finite {
		s.subjects, s.owing = append(s.subjects, subject{of: g}), true
	}
}

// settle finds the subjects that are owed, each behind those before it.
func (s *sentence) settle() {
	if !s.owing {
		return
	}
	all := s.subjects
	s.subjects, s.owing = make([]subject, 0, len(all)), false
	for _, x := range all {
		if x.of == nil {
			s.subjects = append(s.subjects, x)
		} else {
			s.finiteSubject(x.of)
		}
	}
}

// overJoined takes in the whole of a phrase of which only the last of what "and"
// joins behind a preposition was read: "papers in Orlan and Korva". Where a verb
// stands before, "and" may as well open a clause.
func (s *sentence) overJoined(np phrase) phrase {
	k := np.from - 1
	if k <= s.lo || !s.is(k, coordinator) || s.kind(k-1) == text.Comma {
		return np
	}
	outer, ok := s.subjectBefore(k, s.lo)
	if !ok || outer.to != k || !s.anyWord(outer, preposition) || s.verbBefore(outer.from) {
		return np
	}
	return phrase{outer.from, np.to}
}

// lastClause leaves out of a phrase the clause that "and" ends within it, and the
// object of a verb before it: "[The trains stopped and] Korva", "left [France and]
// Spain".
func (s *sentence) lastClause(np phrase) phrase {
	and := none
	for k := np.to - 2; k > np.from && and == none; k-- {
		if s.key(k) == keyAnd && s.kind(k-1) != text.Comma && !s.quoted(k) {
			and = k
		}
	}
	if and == none {
		return np
	}
	for k := max(np.from-1, s.lo); k < and; k++ {
		if k != np.from && s.ownVerb(k) {
			return phrase{and + 1, np.to}
		}
	}
	return np
}

// ownVerb reports whether token i is a past or present verb with a subject of its own
// before it, outside of any relative clause.
func (s *sentence) ownVerb(i int) bool {
	if !s.tree.has(i) || english().forms[s.tree.tag(i)]&(past|third) == 0 || s.quoted(i) {
		return false
	}
	c := s.tree.child(i, &english().subject)
	return c != none && c < i && !s.is(c, whWord) && s.key(c) != keyThat && s.wordy(i-1)
}

func (s *sentence) anyWord(np phrase, c class) bool {
	for i := np.from; i < np.to; i++ {
		if s.is(i, c) {
			return true
		}
	}
	return false
}

// verbBefore reports whether a verb stands in the clause before token i.
func (s *sentence) verbBefore(i int) bool {
	for k := s.lo; k < i; k++ {
		if s.tree.has(k) && english().verb[s.tree.tag(k)] || len(s.words[k].cues) > 0 {
			return true
		}
	}
	return false
}

// nearSubject is the noun phrase before a finite cue, or the last subject when
// "and" or a comma ties the cue to it.
func (s *sentence) nearSubject(g *group) (phrase, bool) {
	if np, ok := s.subjectBefore(g.from, s.lo); ok {
		bare := np
		if np = s.overRelative(bare); np == bare && s.isReduced(g, np) {
			return phrase{}, false
		}
		return np, true
	}
	if g.from == s.lo {
		return phrase{}, false
	}
	k := g.from - 1
	if s.is(k, coordinator) || s.kind(k) == text.Comma && !s.namesThing(g) {
		return s.lastSubject(g)
	}
	if s.key(k) == keyThat || s.is(k, whWord) {
		if k > s.lo && s.wordy(k-1) {
			if np, ok := s.subjectBefore(k, s.lo); ok {
				return np, true
			}
		}
	}
	return phrase{}, false
}

// relativeLook bounds a relative clause between a subject and its verb that no
// commas set off, in tokens.
const relativeLook = 10

// overRelative takes in the noun and its relative clause when what stands before
// the verb is the object of that clause: "a guard who answered the door denied".
func (s *sentence) overRelative(np phrase) phrase {
	k := np.from - 1
	if k <= s.lo || !s.lower(k) || len(s.words[k].cues) == 0 && !s.is(k, commonVerb) && !s.endsWith(k, "ed") {
		return np
	}
	for ; k > s.lo && k > np.from-relativeLook && s.wordy(k); k-- {
		if s.key(k) != keyWho {
			continue
		}
		if outer, ok := s.subjectBefore(k, s.lo); ok {
			return phrase{outer.from, np.to}
		}
	}
	return np
}

// namesThing reports whether a past form of a verb that takes a name for its
// object can as well be a participle: "a firm called Toth and Sons".
func (s *sentence) namesThing(g *group) bool {
	return g.from == g.at && g.form&past != 0 && g.verb.Frames&(en.Object|en.After) == en.Object
}

// isReduced reports whether such a form describes the noun before it, which is
// the object of a verb or preposition and not a subject.
func (s *sentence) isReduced(g *group, np phrase) bool {
	if !s.namesThing(g) || np.from <= s.lo || s.clauseBegins(np.from, s.lo) {
		return false
	}
	k := np.from - 1
	return s.is(k, preposition|commonVerb|auxiliary|modal) && s.lower(k) || len(s.words[k].cues) > 0
}

// governingSubject is the subject of the clause an -ing form or infinitive
// hangs on.
func (s *sentence) governingSubject(g *group) (phrase, bool) {
	if g.from == s.lo && g.kind == gerundial {
		k := s.afterComma(g.to, s.hi)
		if k == g.to {
			return phrase{}, false
		}
		return s.sentenceSubject(k, s.hi)
	}
	if np, ok := s.quotedPerson(g); ok {
		return np, true
	}
	if g.kind == gerundial && s.hangsOnNoun(g.from-1) {
		if np, ok := s.subjectBefore(g.from, s.lo); ok {
			return np, true
		}
	}
	if np, ok := s.sharedByTree(g.at); ok && s.isSomebody(np) {
		return np, true
	}
	if np, ok := s.lastSubject(g); ok {
		return np, true
	}
	if k := s.afterComma(g.to, s.hi); g.kind == gerundial && k > g.to {
		return s.sentenceSubject(k, s.hi)
	}
	return phrase{}, false
}

// quotedPerson is who is quoted "as saying": the object of the verb that quotes,
// or its subject in the passive.
func (s *sentence) quotedPerson(g *group) (phrase, bool) {
	end := g.from - 1
	if g.kind != gerundial || end <= s.lo || s.key(end) != keyAs {
		return phrase{}, false
	}
	for k := end - 1; k > s.lo && k > end-phraseLook; k-- {
		if !s.is(k, quoting) || s.quoted(k) {
			continue
		}
		if k+1 < end && !s.is(k+1, preposition) {
			return phrase{k + 1, end}, true
		}
		for k > s.lo && s.is(k-1, auxiliary|adverb) {
			k--
		}
		return s.subjectBefore(k, s.lo)
	}
	return phrase{}, false
}

// hangsOnNoun reports whether an -ing form behind token i describes the noun
// there: "a poll showing".
func (s *sentence) hangsOnNoun(i int) bool {
	return s.kind(i) == text.Word && !s.is(i, function|adverb|objectPronoun|commonVerb) && !s.isAdverb(i)
}

func (s *sentence) lastSubject(g *group) (phrase, bool) {
	s.settle()
	var best phrase
	for k := len(s.subjects) - 1; k >= 0 && k >= len(s.subjects)-subjectsBack; k-- {
		if np := s.subjects[k].phrase; np.to <= g.from && np.to > best.to {
			best = np
		}
	}
	if best.to > 0 {
		return best, true
	}
	return s.sentenceSubject(s.lo, g.from)
}

// subjectsBack bounds how many speakers of a sentence an -ing form is measured
// against.
const subjectsBack = 8

// agent is the "by" phrase of a passive cue.
func (s *sentence) agent(g *group) (phrase, bool) {
	for k := g.to; k < s.hi && k < g.to+agentLook; k++ {
		if s.quoted(k) {
			return phrase{}, false
		}
		if (s.key(k) == keyBy || s.key(k) == keyIn && s.namesOffice(k+1)) && k+1 < s.hi {
			np, ok := s.phraseFrom(k+1, s.hi)
			if ok {
				g.to = np.to
			}
			return np, ok
		}
	}
	return phrase{}, false
}

// namesOffice reports whether "the" and an office stand at i, as translated texts
// have it: "was reported in the press service of".
func (s *sentence) namesOffice(i int) bool {
	return i+2 < s.hi && s.is(i, determiner) && (s.is(i+1, office) || s.is(i+2, office))
}

// agentLook bounds how far behind a passive its "by" may stand, in tokens.
const agentLook = 6
