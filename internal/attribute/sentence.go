package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// sentence is one sentence under reading. Quotations in it are whole.
type sentence struct {
	*page
	lo, hi   int // tokens, the final stop left out
	groups   []group
	subjects []phrase // of the groups that had one, in the order found
	inside   int      // groups before this token stand in what an attribution behind them reports
	free     int      // the first token no attribution behind has taken
}

// readSentence finds the statements of the sentence r.
func (p *page) readSentence(r text.Range) {
	lo := p.behindDateline(r)
	s := sentence{page: p, lo: lo, hi: r.To, free: lo, inside: lo}
	for s.hi > s.lo && p.kind(s.hi-1) == text.Stop && !p.quoted(s.hi-1) {
		s.hi--
	}
	s.groups = p.cueGroups(s.lo, s.hi)
	taken := make([]bool, len(s.groups))
	s.readAccords()
	for i := range s.groups {
		taken[i] = s.readBehind(&s.groups[i])
	}
	s.readPromise(taken)
	for i := range s.groups {
		if !taken[i] {
			s.readAhead(&s.groups[i])
		}
	}
	s.readNouns()
}

// readPromise keeps the speaker of a sentence that ends with a colon for the
// quotation in the next paragraph.
func (s *sentence) readPromise(taken []bool) {
	if s.hi == s.lo || s.kind(s.hi-1) != text.Colon || s.quoted(s.hi-1) {
		return
	}
	s.hi--
	for i := len(s.groups) - 1; i >= 0; i-- {
		g := &s.groups[i]
		if taken[i] || g.verb.Frames&(en.Quoted|en.That) == 0 || g.kind == infinitive || g.passive {
			continue
		}
		if np, ok := s.subjectOf(g); ok && np.to > np.from {
			np = s.trimPhrase(np)
			s.promised = promise{speaker: s.span(np.from, np.to), cue: s.span(g.from, g.to), end: s.hi + 1}
			taken[i] = s.countWords(g.to, s.hi) < promiseWords
			return
		}
	}
}

// promiseWords is the fewest words between a cue and the colon that can be
// something said themselves.
const promiseWords = 9

// datelineLook bounds a dateline, in tokens.
const datelineLook = 12

// behindDateline is the first token behind "KORVAGRAD, June 3 (Agency) — ".
func (p *page) behindDateline(r text.Range) int {
	for k := r.From; k < r.To && k < r.From+datelineLook && !p.quoted(k); k++ {
		switch {
		case p.kind(k) == text.Dash && p.tokens[k].Spaced && k > r.From && k+2 < r.To:
			return k + 1
		case p.kind(k) == text.Word && !p.tokens[k].Capital() && p.key(k) != keyOf, p.kind(k) == text.Clitic, p.is(k, pronoun|determiner):
			return r.From
		}
	}
	return r.From
}

// readAccords finds "P, according to X" and "According to X, P".
func (s *sentence) readAccords() {
	for i := s.lo; i < s.hi; i++ {
		if s.quoted(i) || s.key(i) != keyAccording && s.key(i) != keyIn {
			continue
		}
		a, ok := s.accordAt(i, s.hi)
		if !ok {
			continue
		}
		s.readAccord(a)
		i = a.speaker.to - 1
	}
}

func (s *sentence) readAccord(a accord) {
	var parts [][2]int
	end := a.speaker.to
	if a.from > s.free && s.countWords(s.free, a.from) > 1 {
		parts = append(parts, [2]int{s.free, a.from})
	}
	next := end
	if next < s.hi && s.kind(next) == text.Comma {
		next++
	}
	if len(parts) == 0 || s.kindBefore(a.from) == text.Comma && next > end && !s.joins(next) && s.countWords(next, s.hi) > 2 && !s.asideFollows(next) {
		stop := s.clauseEnd(next, s.hi)
		if s.countWords(next, stop) > 1 {
			parts = append(parts, [2]int{next, stop})
			end = stop
		}
	}
	if len(parts) == 0 {
		return
	}
	s.emit(s.trimPhrase(a.speaker), phrase{a.from, a.to}, said{parts: parts, rule: ruleAccording}, nil)
	s.free = end
	if parts[0][0] < a.from {
		s.inside = max(s.inside, a.from)
	}
}

func (s *sentence) kindBefore(i int) text.Kind { return s.kind(max(i-1, s.lo)) }

// joins reports whether a conjunction stands at i.
func (s *sentence) joins(i int) bool { return i < s.hi && s.is(i, coordinator) }

// asideFollows reports whether what follows the speaker belongs to it: "who …",
// "a doctor", "which …".
func (s *sentence) asideFollows(i int) bool {
	return i < s.hi && (s.is(i, whWord|determiner|role) && !s.is(i, subjectPronoun&^whWord) || s.participial(i))
}

// readBehind finds what was said before the cue: "P, X said", "P, said X", and
// "P, X said, P".
func (s *sentence) readBehind(g *group) bool {
	if g.verb.Frames&(en.After|en.Quoted) == 0 || g.kind != finite || g.passive {
		return false
	}
	np, left, ok := s.behindSubject(g)
	if !ok || left <= s.free {
		return false
	}
	byQuote := s.quoted(s.lastBefore(left))
	if !byQuote && (g.verb.Frames&en.After == 0 || g.negated) {
		return false
	}
	tail := max(g.to, np.to)
	end, split, ok := s.behindTail(tail, byQuote)
	if !ok || split >= s.hi && !byQuote && !s.isClause(s.free, left) {
		return false
	}
	parts := [][2]int{{s.free, left}}
	if split < s.hi {
		stop := s.splitEnd(split)
		parts = append(parts, [2]int{split, stop})
		end = stop
	}
	s.emit(np, phrase{g.from, g.to}, said{parts: parts, rule: ruleBehind}, g)
	s.subjects = append(s.subjects, np)
	s.inside = max(s.inside, left)
	s.free = end
	return true
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
		if np, ok := s.subjectAfter(g.to, s.hi); ok && !s.verbFollows(np.to) && s.key(np.from) != keyThat && (s.quoted(s.lastBefore(g.from)) || s.hasVerb(s.free, g.from)) {
			return np, g.from, true
		}
	}
	np, ok := s.subjectBefore(g.from, s.free)
	if !ok || np.from <= s.free || !s.parts(np.from) {
		return phrase{}, 0, false
	}
	return np, np.from, true
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
	for k < s.hi && s.kind(k) != text.Comma && s.kind(k) != text.Semicolon && s.kind(k) != text.Dash && s.kind(k) != text.Colon && !s.opensLongQuote(k) {
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
	if s.quoted(next) {
		if !byQuote {
			return 0, 0, false
		}
		return next, next, true
	}
	if s.kind(k) == text.Colon {
		return 0, 0, false
	}
	if s.goesOn(next, byQuote) {
		return next, next, true
	}
	if byQuote {
		if q := s.quoteBehindAside(next); q != none {
			return q, q, true
		}
	}
	return next, s.hi, true
}

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

// splitEnd is where the second part of something said ends.
func (s *sentence) splitEnd(i int) int {
	if s.opensQuote(i) && s.endsSentenceInside(s.quotes[s.quoteOf[i]].to) {
		return s.quoteEnd(i, s.hi)
	}
	return s.clauseEnd(i, s.hi)
}

// readAhead finds what was said behind the cue.
func (s *sentence) readAhead(g *group) {
	hi := s.hi
	if g.at < s.inside {
		hi = s.trimEnd(s.inside, g.at)
	} else if g.at < s.free && s.free < s.hi {
		hi = s.free
	}
	np, ok := s.subjectOf(g)
	if !ok || np.to > np.from && np.from >= hi {
		return
	}
	what, ok := s.around(g, np, hi)
	if !ok {
		what, ok = s.following(g, hi)
	}
	if ok && np.to == np.from && !s.mayLackSpeaker(g, what) {
		return
	}
	if !ok && g.verb.Frames&en.Alone != 0 && g.to < hi {
		what, ok = s.part(g.to, s.objectEnd(g.to, hi), ruleObject), true
	}
	if !ok {
		return
	}
	s.emit(np, phrase{g.from, g.to}, what, g)
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
	return g.passive && (what.rule == ruleThat || g.verb.Stance == en.Asks) || what.rule == ruleSeems
}

// subjectOf finds the speaker of a cue that stands before what was said.
func (s *sentence) subjectOf(g *group) (phrase, bool) {
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

// finiteSubject is the noun phrase before a finite cue, or the last subject when
// "and" or a comma ties the cue to it.
func (s *sentence) finiteSubject(g *group) (phrase, bool) {
	if np, ok := s.subjectBefore(g.from, s.lo); ok {
		if s.isReduced(g, np) {
			return phrase{}, false
		}
		s.subjects = append(s.subjects, np)
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
	if g.kind == gerundial && s.hangsOnNoun(g.from-1) {
		if np, ok := s.subjectBefore(g.from, s.lo); ok {
			return np, true
		}
	}
	if np, ok := s.lastSubject(g); ok {
		return np, true
	}
	if k := s.afterComma(g.to, s.hi); g.kind == gerundial && k > g.to {
		return s.sentenceSubject(k, s.hi)
	}
	return phrase{}, false
}

// hangsOnNoun reports whether an -ing form behind token i describes the noun
// there: "a poll showing".
func (s *sentence) hangsOnNoun(i int) bool {
	return s.kind(i) == text.Word && !s.is(i, function|adverb|objectPronoun|commonVerb) && !s.isAdverb(i)
}

func (s *sentence) lastSubject(g *group) (phrase, bool) {
	var best phrase
	for k := len(s.subjects) - 1; k >= 0 && k >= len(s.subjects)-subjectsBack; k-- {
		if np := s.subjects[k]; np.to <= g.from && np.to > best.to {
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
		if s.key(k) == keyBy && k+1 < s.hi {
			np, ok := s.phraseFrom(k+1, s.hi)
			if ok {
				g.to = np.to
			}
			return np, ok
		}
	}
	return phrase{}, false
}

// agentLook bounds how far behind a passive its "by" may stand, in tokens.
const agentLook = 6

// readNouns finds "X's claim that P" and "the claim that P".
func (s *sentence) readNouns() {
	for i := s.lo; i+2 < s.hi; i++ {
		n := s.words[i].noun
		if n == nil || s.quoted(i) || s.key(i+1) != keyThat {
			continue
		}
		np, ok := s.holder(i)
		if !ok {
			continue
		}
		s.emitNoun(np, i, n)
	}
}

// holder is whose noun it is that stands at i: "Korva's claim", "his claim".
func (s *sentence) holder(i int) (phrase, bool) {
	k := i - 1
	for ; k > s.lo && i-k < 5 && s.lower(k) && s.words[k].class == 0; k-- {
	}
	if k < s.lo {
		return phrase{}, false
	}
	switch {
	case s.is(k, possessive):
		return phrase{k, k + 1}, true
	case s.key(k) == keyS && k > s.lo:
		from := s.phraseStart(k-1, s.lo)
		return phrase{from, k}, from < k
	}
	return phrase{}, false
}

func (s *sentence) emitNoun(np phrase, i int, n *en.Noun) {
	f := said{parts: [][2]int{{i + 1, s.clauseEnd(i+2, s.hi)}}, rule: ruleNoun}
	s.emit(np, phrase{i, i + 1}, f, nil)
	if n.Stance != "" {
		s.found[len(s.found)-1].polarity = news.Polarity(n.Stance)
	}
}

// trimPhrase leaves out commas at a phrase's end.
func (s *sentence) trimPhrase(np phrase) phrase {
	for np.to > np.from+1 && !s.wordy(np.to-1) && s.kind(np.to-1) != text.CloseBracket && !s.quoted(np.to-1) {
		np.to--
	}
	return np
}

// emit adds a finding. g may be nil, for a cue that is no verb.
func (s *sentence) emit(np, cue phrase, what said, g *group) {
	content := s.spans(what.parts)
	if len(content) == 0 || len(s.found) >= maxFindings {
		return
	}
	f := finding{cue: s.span(cue.from, cue.to), content: content, polarity: news.Asserts}
	f.reasons = append(f.reasons, news.Reason{Rule: what.rule, Words: f.cue.Of(s.text)})
	if np.to > np.from {
		np = s.trimPhrase(np)
		f.speaker = s.span(np.from, np.to)
	}
	if g != nil {
		f.polarity = stance(g)
		f.reasons = append(f.reasons, news.Reason{Rule: groupRule(g), Words: g.verb.Lemma})
	}
	last := what.parts[len(what.parts)-1]
	f.direct = s.quoted(max(last[1]-1, last[0])) || what.rule == ruleBehind && s.quoted(what.parts[0][0])
	s.found = append(s.found, f)
}

// maxFindings bounds the statements of one article.
const maxFindings = 20000

// stance is the polarity a cue gives.
func stance(g *group) news.Polarity {
	switch {
	case g.negated && g.verb.Frames&en.That != 0 && g.verb.Stance == "":
		return news.Declines
	case g.verb.Stance != "":
		return news.Polarity(g.verb.Stance)
	}
	return news.Asserts
}

func groupRule(g *group) string {
	switch {
	case g.passive || g.kind == partitive:
		return rulePassive
	case g.kind == gerundial:
		return ruleGerund
	case g.kind == infinitive:
		return ruleInfinitive
	}
	return ruleVerb
}
