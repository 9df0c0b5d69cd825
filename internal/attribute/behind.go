package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// readBehind finds what was said before the cue: "P, X said", "P, said X", and
// "P, X said, P".
func (s *sentence) readBehind(g *group) bool {
	if g.kind == gerundial && s.key(max(g.from-1, s.lo)) == keyAs {
		return s.readQuotedAs(g)
	}
	if g.verb.Frames&(en.After|en.Quoted) == 0 || g.kind != finite || g.passive {
		return false
	}
	np, left, ok := s.behindSubject(g)
	if !ok || left <= s.free {
		return false
	}
	byQuote := s.quoted(s.lastBefore(left))
	if byQuote && s.frontsTitle(left) {
		return false
	}
	if !byQuote && (g.verb.Frames&en.After == 0 || g.negated || g.modal && g.verb.Frames&en.Plain == 0) {
		return false
	}
	tail := max(g.to, np.to)
	if !byQuote && tail == g.to && g.verb.Frames&en.Person != 0 {
		tail = s.overListener(tail)
	}
	end, split, ok := s.behindTail(tail, byQuote)
	if !ok || split >= s.hi && !byQuote && !s.isClause(s.free, left) {
		return false
	}
	parts := [][2]int{{s.behindColon(left, byQuote), left}}
	if split < s.hi {
		stop := s.splitEnd(split)
		parts = append(parts, [2]int{split, stop})
		end = stop
	}
	before := len(s.found)
	s.emit(np, phrase{g.from, g.to}, said{parts: parts, rule: ruleBehind}, g)
	if len(s.found) > before {
		s.found[before].carrier = s.carrier
	}
	s.subjects = append(s.subjects, subject{phrase: np})
	s.inside = max(s.inside, left)
	s.free = end
	return true
}

// frontsTitle reports whether what stands before left only says where: "On an
// episode of “Good Morning, Orlan,” Korva said".
func (s *sentence) frontsTitle(left int) bool {
	q := s.quotes[s.quoteOf[s.lastBefore(left)]]
	return q.from > s.free && s.is(s.free, preposition|timeWord) && s.shortQuoted(q.from) && s.allTitled(q.from+1, q.to-1) && !s.hasVerb(s.free, q.from)
}

// behindColon is where the quotation that ends before left begins when a colon
// leads it on, else where all that was said does: "Korva was plain: “We wait,”
// she said".
func (s *sentence) behindColon(left int, byQuote bool) int {
	if last := s.lastBefore(left); byQuote && last > s.free {
		if q := s.quotes[s.quoteOf[last]].from; q > s.free && s.kind(q-1) == text.Colon {
			return q
		}
	}
	return s.free
}

// readQuotedAs finds “Q,” the Press quoted X as saying.
func (s *sentence) readQuotedAs(g *group) bool {
	np, ok := s.quotedPerson(g)
	if !ok || np.to != g.from-1 || np.from < s.lo+2 {
		return false
	}
	carrier, ok := s.subjectBefore(np.from-1, s.free)
	if !ok || carrier.from <= s.free || !s.parts(carrier.from) || !s.quoted(s.lastBefore(carrier.from)) {
		return false
	}
	s.emit(np, phrase{g.from, g.to}, said{parts: [][2]int{{s.free, carrier.from}}, rule: ruleBehind}, g)
	s.inside, s.free = max(s.inside, carrier.from), s.hi
	return true
}

// overListener goes over whom was told at i: "told the Orlan Press".
func (s *sentence) overListener(i int) int {
	if np, ok := s.phraseFrom(i, s.hi); ok && !s.verbFollows(np.to) {
		return np.to
	}
	return i
}

// isClause reports whether what stands before a cue can have been said: more
// than a fronted phrase ("In his speech") or a clause of time ("As he spoke").
func (s *sentence) isClause(i, left int) bool {
	if s.countWords(i, left) < 2 || !s.hasVerb(i, left) && s.is(i, preposition) {
		return false
	}
	if !s.is(i, subordinator) || s.key(i) == keyThat {
		return true
	}
	for k := i; k < left-1 && k < i+sentenceLook; k++ {
		if s.kind(k) == text.Comma {
			return true
		}
	}
	return false
}

// lastBefore is the last token before left that is no comma or dash.
func (s *sentence) lastBefore(left int) int {
	k := left - 1
	for k > s.lo && !s.quoted(k) && (s.kind(k) == text.Comma || s.kind(k) == text.Dash) {
		k--
	}
	return k
}

// behindSubject finds the speaker of a cue that stands behind what was said, and
// where that ends.
func (s *sentence) behindSubject(g *group) (phrase, int, bool) {
	if s.parts(g.from) {
		if g.form&(past|third|base) == 0 {
			return phrase{}, 0, false
		}
		if np, ok := s.asideSubject(g); ok {
			return np, np.from, true
		}
		if np, ok := s.subjectAfter(g.to, s.hi); ok && !s.verbFollows(np.to) && s.key(np.from) != keyThat && (s.quoted(s.lastBefore(g.from)) || s.hasVerb(s.free, g.from) || s.resumes(np.to)) {
			return np, g.from, true
		}
	}
	np, ok := s.subjectBefore(g.from, s.free)
	if !ok || np.from <= s.free || !s.parts(np.from) {
		return phrase{}, 0, false
	}
	if name, ok := s.nameBehindPost(np, g); ok {
		return name, np.from, true
	}
	return np, np.from, true
}

// asideSubject is the speaker right behind a quotation whom an aside parts from
// the cue: “We know,” Ana Korva, who lives there, told the Orlan Press.
func (s *sentence) asideSubject(g *group) (phrase, bool) {
	if s.kind(g.from-1) != text.Comma {
		return phrase{}, false
	}
	np, ok := s.subjectBefore(g.from, s.free)
	return np, ok && np.from > s.free && s.closesQuote(np.from-1) && s.parts(np.from)
}

// nameBehindPost is the name that ends the sentence behind a post and its verb, as
// translated texts have it: "…, the minister said Ana Korva".
func (s *sentence) nameBehindPost(np phrase, g *group) (phrase, bool) {
	if !s.is(np.from, determiner) || g.to >= s.hi || s.hi-g.to > nameWords || g.verb.Frames&en.Plain == 0 || g.verb.Frames&en.Person != 0 {
		return phrase{}, false
	}
	for k := g.to; k < s.hi; k++ {
		if !s.tokens[k].Capital() || s.is(k, function|timeWord|pronoun) {
			return phrase{}, false
		}
	}
	return phrase{g.to, s.hi}, true
}

// nameWords bounds a bare name, in tokens.
const nameWords = 4

// resumes reports whether a verb follows the comma at i: "The bridge, explains
// Korva, is closed".
func (s *sentence) resumes(i int) bool {
	return i+1 < s.hi && s.kind(i) == text.Comma && s.is(i+1, auxiliary|modal|commonVerb) && s.lower(i+1)
}

// parts reports whether a comma, a dash, or the end of a quotation stands before i.
func (s *sentence) parts(i int) bool {
	if i <= s.lo {
		return false
	}
	switch s.kind(i - 1) {
	case text.Comma, text.Dash, text.Stop:
		return true
	}
	return s.closesQuote(i-1) && !s.shortQuoted(i-1) || s.closesQuote(i-1) && s.endsSentenceInside(i)
}

// verbFollows reports whether a finite verb stands at i, so that the phrase
// before it is the subject of another clause.
func (s *sentence) verbFollows(i int) bool {
	return i < s.hi && (s.is(i, verbal) && s.lower(i) || s.isFiniteCue(i))
}

// behindTail judges what follows "X said" when what was said stands before it.
// It gives where the attribution ends and where what was said goes on (hi when
// it does not).
func (s *sentence) behindTail(t int, byQuote bool) (end, split int, ok bool) {
	k := t
	for k < s.hi && s.kind(k) != text.Comma && s.kind(k) != text.Semicolon && s.kind(k) != text.Dash && s.kind(k) != text.Colon && !s.opensLongQuote(k) && !(s.opensQuote(k) && s.kind(k-1) == text.Stop) {
		if k-t > sentenceLook {
			return 0, 0, false
		}
		k++
	}
	if k > t && !s.isAdjunct(t, k, byQuote) {
		return 0, 0, false
	}
	if k >= s.hi {
		return s.hi, s.hi, true
	}
	if s.quoted(k) {
		return k, k, byQuote
	}
	next := k + 1
	if next >= s.hi {
		return s.hi, s.hi, true
	}
	if s.kind(k) == text.Semicolon && byQuote {
		return next, s.hi, true
	}
	if s.quoted(next) {
		return next, next, byQuote || s.runsIntoQuote(t, next)
	}
	if s.kind(k) == text.Colon {
		return 0, 0, false
	}
	if s.goesOn(next, byQuote && !s.beginsUnquoted()) {
		return next, next, true
	}
	if byQuote {
		if s.quoteBehindLink(next) {
			return next, next, true
		}
		if q := s.quoteBehindAside(next); q != none {
			return q, q, true
		}
	}
	return next, s.hi, true
}

// runsIntoQuote reports whether the words before an attribution that ends at t
// begin a sentence that the quotation at next goes on with: "Two of them, he
// said, “came by boat.”"
func (s *sentence) runsIntoQuote(t, next int) bool {
	if !s.opensQuote(next) || next+1 >= s.hi || !s.lower(next+1) || s.kind(s.free) != text.Word || s.participialAny(s.free) || s.isAdverb(s.free) {
		return false
	}
	if s.is(s.free, preposition|subordinator|timeWord|coordinator) || len(s.words[s.free].cues) > 0 && !s.tokens[s.free+1].Capital() {
		return false
	}
	comma := s.commaBefore(s.free, t)
	return comma < t && s.countWords(s.free, comma) > 1 && s.skipAdjunctWords(s.free, comma) == s.free
}

// quoteBehindLink reports whether a conjunction and few small words at i lead on
// to more that was said, in marks or behind "that": “We know,” he said, but “we
// wait.”
func (s *sentence) quoteBehindLink(i int) bool {
	if !s.is(i, coordinator) {
		return false
	}
	for k := i + 1; k < s.hi && k <= i+linkWords; k++ {
		switch {
		case s.opensQuote(k), s.key(k) == keyThat:
			return true
		case !s.isAdverb(k):
			return false
		}
	}
	return false
}

// linkWords bounds the words between two quotations that are one act of saying.
const linkWords = 3

// quoteBehindAside is where a quotation goes on behind an aside about its
// speaker: “We know,” said Korva, looking at the river, “and we wait.” None when
// it does not.
func (s *sentence) quoteBehindAside(i int) int {
	for k := i; k+1 < s.hi && k < i+appositionLook; k++ {
		switch {
		case s.quoted(k):
			return none
		case s.kind(k) == text.Comma && s.opensQuote(k+1):
			return k + 1
		case len(s.words[k].cues) > 0 && s.words[k].cues[0].verb.Frames&en.Quoted != 0:
			return none
		}
	}
	return none
}

func (s *sentence) opensLongQuote(k int) bool { return s.opensQuote(k) && !s.shortQuoted(k) }

// isAdjunct reports whether tokens [i, k) only say when, where or to whom it was
// said.
func (s *sentence) isAdjunct(i, k int, byQuote bool) bool {
	if s.key(i) == keyThat || s.is(i, modal|auxiliary|coordinator) && !byQuote {
		return false
	}
	if byQuote {
		return !(s.is(i, subjectPronoun) && !s.is(i, determiner))
	}
	j := s.skipAdjunctWords(i, k)
	if j >= k {
		return true
	}
	if !s.is(j, preposition|subordinator|objectPronoun) || s.key(j) == keyThat || s.is(j, whWord) && s.key(j) != text.KeyOf("when") {
		return false
	}
	if s.is(j, subordinator) && !s.is(j, preposition) {
		return true
	}
	if s.key(j) == keyTo && j+1 < k && !s.addressee(j+1) {
		return false
	}
	for ; j < k; j++ {
		if s.is(j, modal|commonVerb) && s.lower(j) || s.is(j, auxiliary) && s.kind(j) != text.Clitic || s.key(j) == keyThat {
			return false
		}
	}
	return true
}

// addressee reports whether the word behind "to" at i is spoken to, not done:
// "to reporters", "to the court", against "to shun".
func (s *sentence) addressee(i int) bool {
	return s.tokens[i].Capital() || s.is(i, determiner|possessive|objectPronoun) || s.endsWith(i, "s")
}

// goesOn reports whether what was said goes on at i, behind ", X said,".
func (s *sentence) goesOn(i int, byQuote bool) bool {
	if byQuote || s.participial(i) || s.key(i) == keyAccording || s.countWords(i, s.hi) < 2 {
		return false
	}
	if s.reportsAt(i, s.hi, true) || s.key(i) == keyWho {
		return false
	}
	if s.is(i, coordinator) || s.key(i) == text.KeyOf("while") || s.key(i) == text.KeyOf("though") {
		return !s.breaksOff(i, s.hi) && s.hasVerb(i+1, s.hi)
	}
	return true
}

// beginsUnquoted reports whether what was said begins with words in no marks and
// a clause of their own: "The minister “looked ashen,” he said, from the blow".
func (s *sentence) beginsUnquoted() bool {
	i := s.free
	for i < s.hi && !s.wordy(i) && !s.quoted(i) {
		i++
	}
	return i < s.hi && !s.quoted(i) && !s.is(i, preposition|timeWord|subordinator)
}

// splitEnd is where the second part of something said ends.
func (s *sentence) splitEnd(i int) int {
	if s.opensQuote(i) && s.endsSentenceInside(s.quotes[s.quoteOf[i]].to) {
		return s.quoteEnd(i, s.hi)
	}
	return s.clauseEnd(i, s.hi)
}
