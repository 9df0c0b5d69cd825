package attribute

import (
	"sort"

	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// accord is "according to" and its like: tokens [from, to) lead to a speaker.
type accord struct {
	from, to int
	speaker  phrase
}

// accordAt reads "according to X" at token i.
func (p *page) accordAt(i, hi int) (accord, bool) {
	to := 0
	switch {
	case p.key(i) == keyAccording && i+2 < hi && p.key(i+1) == keyTo:
		to = i + 2
	case p.key(i) == keyIn && i+4 < hi && p.key(i+1) == text.KeyOf("the") && p.key(i+2) == keyWords && p.key(i+3) == keyOf:
		to = i + 4
	case p.key(i) == keyIn && i+3 < hi && p.is(i+1, possessive) && p.lower(i+1) && p.key(i+1) != keyYour && p.is(i+2, opinion):
		return accord{i, i + 3, phrase{i + 1, i + 2}}, true
	case p.key(i) == keyAs && i+3 < hi && p.key(i+2) == keyBy && p.isReported(i+1):
		to = i + 3
	default:
		return accord{}, false
	}
	np, ok := p.accordSpeaker(to, hi)
	return accord{i, to, np}, ok && !p.isMeasure(np)
}

// isReported reports whether token i is the participle of a verb that takes
// "that": "as stated by".
func (p *page) isReported(i int) bool {
	for _, c := range p.words[i].cues {
		if c.form&participle != 0 && c.verb.Frames&en.That != 0 {
			return true
		}
	}
	return false
}

// isMeasure reports whether the phrase is something one goes by, not somebody
// who says: "according to NATO standards", "according to plan".
func (p *page) isMeasure(np phrase) bool {
	for i := np.from; i < np.to && !p.is(i, preposition|whWord); i++ {
		if p.is(i, measure) && (i+1 == np.to || p.quoted(i+1) || p.is(i+1, preposition|whWord)) {
			return true
		}
	}
	return false
}

// accordSpeaker takes all up to the next comma, stop, quotation or finite verb.
func (p *page) accordSpeaker(i, hi int) (phrase, bool) {
	k := i
	for ; k < hi && k-i < appositionLook; k++ {
		if p.quoted(k) && p.shortQuoted(k) {
			k = p.quotes[p.quoteOf[k]].to - 1
			continue
		}
		if p.quoted(k) || p.kind(k) == text.Semicolon || p.kind(k) == text.Dash || p.kind(k) == text.Colon {
			break
		}
		if p.kind(k) == text.Comma && !p.commaInName(k, hi) {
			break
		}
		if k > i && (p.is(k, modal|auxiliary) && p.kind(k) != text.Clitic && !p.relativeBefore(k, i)) {
			break
		}
	}
	k = min(k, hi)
	if k == i {
		return phrase{}, false
	}
	if k < hi && p.is(k, modal|auxiliary) {
		k = p.beforeSubject(i, k)
	}
	if k < hi && p.kind(k) == text.Comma {
		k = p.nameBehind(i, k, hi)
	}
	return phrase{i, k}, true
}

// beforeSubject is where the speaker [i, k) ends when no comma parts it from the
// subject of the verb at k: before a person's name with a title, a number, or
// "over" and a number. k when it is all one phrase.
func (p *page) beforeSubject(i, k int) int {
	for e := i + 1; e < k; e++ {
		if p.tokens[e-1].Capital() && (p.kind(e) == text.Number && !p.isYear(e) || p.is(e, preposition) && p.kind(e+1) == text.Number && !p.isYear(e+1)) {
			return e
		}
	}
	people := p.index.PeopleIn(p.span(i, k))
	if len(people) == 0 {
		return k
	}
	if who := people[len(people)-1]; who.Posts.Start < who.Span.Start && who.Posts.Start > p.tokens[i].Start {
		if e := p.tokenAt(who.Posts.Start); e > i && e < k && p.tokens[e-1].Capital() && !p.is(e-1, role) {
			return e
		}
	}
	return k
}

// nameBehind is where a name set off by commas behind the role [i, k) ends, k
// when none stands there: "according to his lawyer, the advocate Ana Korva,".
func (p *page) nameBehind(i, k, hi int) int {
	if !p.is(k-1, role) || !p.lower(k-1) {
		return k
	}
	for e := k + 1; e < hi && e < k+headlineLook && !p.quoted(e); e++ {
		if p.kind(e) == text.Comma {
			if p.tokens[e-1].Capital() {
				return e
			}
			return k
		}
		if p.kind(e) != text.Word || p.is(e, verbal|subjectPronoun) && !p.is(e, determiner) || len(p.words[e].cues) > 0 && p.lower(e) {
			return k
		}
	}
	return k
}

func (p *page) relativeBefore(k, lo int) bool {
	for j := k - 1; j > lo && j > k-8; j-- {
		if p.is(j, whWord) || p.key(j) == keyThat {
			return true
		}
	}
	return false
}

// commaInName reports whether the comma at k joins a list: "Korva, Toth and Hill".
func (p *page) commaInName(k, hi int) bool {
	return p.tokens[k-1].Capital() && k+1 < hi && p.joinedList(k+1, hi)
}

// readAccords finds "P, according to X" and "According to X, P".
func (s *sentence) readAccords() {
	for i := s.lo; i < s.hi; i++ {
		if s.quoted(i) || s.key(i) != keyAccording && s.key(i) != keyIn && s.key(i) != keyAs {
			continue
		}
		a, ok := s.accordAt(i, s.hi)
		if !ok {
			continue
		}
		s.readAccord(a)
		i = max(a.speaker.to, a.to) - 1
	}
}

func (s *sentence) readAccord(a accord) {
	var parts [][2]int
	end := a.speaker.to
	if a.from > s.free && s.countWords(s.free, a.from) > 1 && !s.opensAnother(a.from) {
		parts = append(parts, [2]int{s.free, a.from})
	}
	next := max(end, a.to)
	if next < s.hi && s.kind(next) == text.Comma {
		next++
	}
	if k := s.kindBefore(a.from); k == text.Colon || k == text.Semicolon {
		parts = nil // "He is sure: according to him, P"
	}
	if len(parts) == 0 && next < s.hi && s.participial(next) {
		next = s.afterComma(next, s.hi) // "according to the Press, quoting a builder, P"
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
	if a.from == s.lo && s.namesDocument(a.speaker) && s.saidBehind(parts[0]) {
		return // "According to this article, he was fined, the police said"
	}
	carries := s.carriesQuotation(a.from)
	s.emit(s.trimPhrase(a.speaker), phrase{a.from, a.to}, said{parts: parts, rule: ruleAccording}, nil)
	if carries {
		s.carrier = len(s.found)
		return
	}
	s.free = end
	if parts[0][0] < a.from {
		s.inside = max(s.inside, a.from)
	}
}

// opensAnother reports whether a conjunction or "which" before token i begins a
// clause of its own, which alone is said: "…, and in the words of Korva, P".
func (s *sentence) opensAnother(i int) bool {
	k := i - 1
	if s.kind(k) == text.Comma {
		k--
	}
	return k > s.free && (s.is(k, coordinator) || s.is(k, whWord)) && s.lower(k)
}

// carriesQuotation reports whether a quotation before the "according to" at token
// i already has its speaker, so that who carried both is named: “We wait,” Korva
// said, according to the Orlan Press.
func (s *sentence) carriesQuotation(i int) bool {
	near := sort.Search(len(s.groups), func(k int) bool { return s.groups[k].at >= i-carriedLook })
	for k := near; k < len(s.groups) && s.groups[k].at < i; k++ {
		g := &s.groups[k]
		if g.kind != finite || g.passive || g.verb.Frames&(en.After|en.Quoted) == 0 {
			continue
		}
		np, left, ok := s.behindSubject(g)
		if ok && left > s.free && s.quoted(s.lastBefore(left)) && max(np.to, g.to) <= i && i <= max(np.to, g.to)+carriedBehind {
			return true
		}
	}
	return false
}

// carriedBehind is how many tokens may stand between an attribution and the
// "according to" that only names who carried it: "in a statement".
const carriedBehind = 5

// carriedLook bounds how far before it that attribution's verb may stand, in tokens.
const carriedLook = phraseLook + appositionLook + carriedBehind

// namesDocument reports whether what one goes by is a text pointed at: "this
// article", "the law".
func (s *sentence) namesDocument(np phrase) bool {
	return s.is(np.from, determiner) && s.lower(np.to-1)
}

// saidBehind reports whether an attribution ends the sentence behind the part.
func (s *sentence) saidBehind(part [2]int) bool {
	for i := len(s.groups) - 1; i >= 0 && s.groups[i].at > part[0]; i-- {
		g := &s.groups[i]
		if g.kind != finite || g.passive || g.verb.Frames&en.After == 0 {
			continue
		}
		_, left, ok := s.behindSubject(g)
		return ok && left > part[0] && s.countWords(g.to, s.hi) < trailingWords
	}
	return false
}

// trailingWords bounds what may follow an attribution that ends a sentence.
const trailingWords = 8

func (s *sentence) kindBefore(i int) text.Kind { return s.kind(max(i-1, s.lo)) }

// joins reports whether a conjunction stands at i.
func (s *sentence) joins(i int) bool { return i < s.hi && s.is(i, coordinator) }

// asideFollows reports whether what follows the speaker belongs to it: "who …",
// "a doctor", "which …".
func (s *sentence) asideFollows(i int) bool {
	return i < s.hi && (s.is(i, whWord|determiner|role) && !s.is(i, subjectPronoun&^whWord) || s.participial(i))
}
