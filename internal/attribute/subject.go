package attribute

import "github.com/hearsay-engine/hearsay/internal/text"

// Look-back and look-ahead bounds, in tokens. Sentences of news seldom exceed
// 60; a broken text without stops must not cost more than these for each cue.
const (
	phraseLook     = 24 // a noun phrase with its of-phrases
	appositionLook = 45 // an apposition or relative clause between commas
	adjunctLook    = 30 // "in an interview with … on Tuesday" before "that"
	sentenceLook   = 400
)

// subjectBefore finds the noun phrase that ends right before token i, adverbs
// and asides skipped, without reaching before lo.
func (p *page) subjectBefore(i, lo int) (phrase, bool) { return p.subjectBehind(i, lo, asideDepth) }

// asideDepth bounds how many asides and brackets may stand between a subject
// and its verb.
const asideDepth = 3

func (p *page) subjectBehind(i, lo, depth int) (phrase, bool) {
	if depth == 0 {
		return phrase{}, false
	}
	j := p.skipBack(i-1, lo)
	if j < lo {
		return phrase{}, false
	}
	switch p.kind(j) {
	case text.Comma, text.Dash:
		return p.subjectBeforeAside(j, lo, depth-1)
	case text.CloseBracket:
		open := p.bracketBefore(j, lo)
		if open <= lo {
			return phrase{}, false
		}
		np, ok := p.subjectBehind(open, lo, depth-1)
		np.to = j + 1
		return np, ok
	}
	if !p.wordy(j) && !p.closesShortQuote(j) {
		return phrase{}, false
	}
	from := p.behindFronted(p.phraseStart(j, lo), j, lo)
	return phrase{from, j + 1}, from <= j
}

// behindFronted is where the name that ends with token j begins when a fronted
// phrase without a comma runs into it: "In a radio interview Korva said".
func (p *page) behindFronted(from, j, lo int) int {
	if from <= lo || from-1 > lo || !p.is(lo, preposition) || !p.tokens[j].Capital() {
		return from
	}
	for k := j; k > from+1 && p.kind(k) == text.Word && p.tokens[k].Capital(); k-- {
		if p.kind(k-1) == text.Word && p.lower(k-1) && !p.is(k-1, role|function|determiner|possessive) {
			return k
		}
	}
	return from
}

// skipBack goes back from j over adverbs, and over a day or "on Tuesday".
func (p *page) skipBack(j, lo int) int {
	for j > lo {
		switch {
		case p.is(j, timeWord) && p.is(j-1, preposition) && j-1 > lo:
			j -= 2
		case p.is(j, timeWord) && j-1 > lo && !p.tokens[j-1].Capital() && p.is(j-1, determiner|adverb) && j-2 > lo && !p.is(j-2, preposition):
			j -= 2 // "last week"
		case p.isYear(j) && j-1 > lo && p.is(j-1, preposition):
			j -= 2
		case p.is(j, timeWord) && p.tokens[j].Capital(), p.isAdverb(j) && !p.is(j, subjectPronoun|determiner):
			j--
		default:
			return j
		}
	}
	return j
}

// isYear reports whether token j is a number of four digits.
func (p *page) isYear(j int) bool { return p.kind(j) == text.Number && p.tokens[j].Len() == 4 }

func (p *page) bracketBefore(j, lo int) int {
	for k := j - 1; k >= lo && k > j-appositionLook; k-- {
		if p.kind(k) == text.OpenBracket {
			return k
		}
	}
	return none
}

func (p *page) closesShortQuote(j int) bool {
	q := p.quoteOf[j]
	return q != none && p.quotes[q].to == j+1 && p.quotes[q].to-p.quotes[q].from <= shortQuote
}

// shortQuote is the longest quotation, marks included, that may be part of a
// name: Ana "The Hammer" Korva, the party "Our Home".
const shortQuote = 8

// subjectBeforeAside finds the noun phrase before the aside that the comma or
// dash at j closes: "Hugh Hill, a doctor,". The aside belongs to the phrase.
func (p *page) subjectBeforeAside(j, lo, depth int) (phrase, bool) {
	kind := p.kind(j)
	for k := j - 1; k > lo && k > j-appositionLook; k-- {
		if p.quoted(k) && !p.shortQuoted(k) {
			return phrase{}, false
		}
		if p.kind(k) == text.Semicolon || p.kind(k) == text.Colon {
			return phrase{}, false
		}
		if p.kind(k) != kind || !p.beginsAside(k+1, j) {
			continue
		}
		end := p.skipBack(k-1, lo)
		if end < lo || !p.wordy(end) && p.kind(end) != text.CloseBracket {
			return phrase{}, false
		}
		np, ok := p.subjectBehind(k, lo, depth)
		if !ok || !p.namesSomebody(np) {
			continue
		}
		if np.to == np.from+1 && p.key(np.from) == keyWho {
			return np, true // "who, after the flood, said"
		}
		if p.key(k+1) != keyIncluding && (p.participial(k+1) || p.isAdverb(k+1) || p.is(k+1, preposition|negation) && p.key(k+1) != keyOf && p.key(k+1) != keyFrom) {
			return np, true // "Korva, referring to the flood, said", "Korva, for example, said"
		}
		return phrase{np.from, j}, true
	}
	return phrase{}, false
}

func (p *page) shortQuoted(k int) bool {
	q := p.quotes[p.quoteOf[k]]
	return q.to-q.from <= shortQuote
}

// beginsAside reports whether tokens [i, j) can be an apposition, a relative
// clause, an age or a participle phrase about the words before.
func (p *page) beginsAside(i, j int) bool {
	if i >= j {
		return false
	}
	t := &p.tokens[i]
	switch {
	case p.is(i, subjectPronoun) && p.key(i) != keyWho && !p.is(i, determiner|whWord):
		return false
	case p.is(i, determiner|possessive|whWord|role|preposition), t.Kind == text.Number, t.Capital():
		return !p.is(i, modal)
	case p.is(i, auxiliary|modal|coordinator|subordinator):
		return false
	}
	return t.Kind == text.Word
}

// namesSomebody reports whether a phrase can stand for a speaker.
func (p *page) namesSomebody(np phrase) bool {
	for i := np.from; i < np.to; i++ {
		if p.tokens[i].Capital() && !p.is(i, timeWord) || p.is(i, role|subjectPronoun) {
			return true
		}
	}
	return np.to-np.from > 1 && p.is(np.from, determiner|possessive)
}

// phraseStart is where the noun phrase that ends with token j begins.
func (p *page) phraseStart(j, lo int) int {
	if p.is(j, subjectPronoun) && !p.is(j, determiner) || p.is(j, subjectPronoun) && p.standsAlone(j, lo) {
		return j
	}
	if p.is(j, function|objectPronoun) && p.tokens[j].Case != text.UpperCase || p.is(j, determiner|possessive) {
		return j + 1
	}
	from := p.bareStart(j, lo)
	for from > lo && from <= j {
		next := p.extendedStart(from, j, lo)
		if next == from {
			break
		}
		from = next
	}
	return from
}

// standsAlone reports whether the determiner at j has no noun before it to go
// with: "some said", against "the dam some said".
func (p *page) standsAlone(j, lo int) bool {
	return j == lo || !p.is(j-1, determiner)
}

// bareStart goes back from j over nouns, names, adjectives and possessives to
// the determiner or the first name of one noun phrase without prepositions.
func (p *page) bareStart(j, lo int) int {
	k := j
	for ; k >= lo && j-k < phraseLook; k-- {
		t := &p.tokens[k]
		switch {
		case p.quoted(k):
			if q := p.quotes[p.quoteOf[k]]; q.to-q.from <= shortQuote && q.from > lo && q.to-1 == k && !p.endsSentenceInside(q.to) {
				k = q.from
				continue
			}
			return k + 1
		case p.isYear(k) && k < j && k > lo && p.is(k-1, preposition):
			return k + 1
		case t.Kind == text.Clitic && p.key(k) == keyS, t.Kind == text.Number, t.Kind == text.Symbol && !t.Spaced:
			continue
		case t.Kind == text.SingleQuote && !t.Spaced:
			continue // possessive of a plural
		case t.Kind == text.CloseBracket && k < j:
			if open := p.bracketBefore(k, lo); open > lo {
				k = open
				continue
			}
			return k + 1
		case t.Kind != text.Word:
			return k + 1
		case k < j && p.key(k) == keyThat && p.tokens[k+1].Capital():
			return k + 1
		case p.is(k, determiner|possessive) && !(t.Case == text.UpperCase):
			if k < j && k > lo && p.is(k-1, determiner) && p.lower(k) {
				continue // "all the", "the other"
			}
			return k
		case p.is(k, timeWord) && t.Capital() && k == j:
			return k + 1
		case t.Capital() && (p.is(k, function) && k > lo || p.is(k, subjectPronoun)):
			return k + 1
		case t.Capital() && k == lo && (p.is(k, function|adverb|subjectPronoun) || p.isAdverbCapital(k)) && k < j:
			return k + 1
		case t.Capital():
			continue
		case p.is(k, function|commonVerb|pronoun), p.isAdverb(k) && k < j, p.endsVerbally(k, j):
			return k + 1
		}
	}
	return k + 1
}

// isAdverbCapital reports whether the sentence-initial word only modifies: "Recently".
func (p *page) isAdverbCapital(k int) bool {
	t := p.tokens[k]
	return t.Len() > 5 && t.Of(p.text)[t.Len()-2:] == "ly" && !p.is(k, notAdverb)
}

// endsVerbally reports whether the small word at k is a finite verb rather than
// part of the phrase that ends at j: a past form before a name or determiner.
func (p *page) endsVerbally(k, j int) bool {
	if k == j {
		return false
	}
	next := &p.tokens[k+1]
	for _, c := range p.words[k].cues {
		if c.form&(past|gerund) != 0 && c.form&base == 0 && (next.Capital() || p.is(k+1, determiner|possessive)) {
			return true
		}
	}
	return false
}

// extendedStart takes in what a preposition, a list or "and" ties to the phrase
// [from, j]: "the head of the council", "Korva and Toth". It gives from itself
// when nothing does.
func (p *page) extendedStart(from, j, lo int) int {
	k := from - 1
	if k <= lo || j-k > phraseLook || p.quoted(k) {
		return from
	}
	switch {
	case p.is(k, preposition) && p.lower(k) && p.key(k) != keyAs:
		return p.overPreposition(from, k, lo)
	case p.key(k) == keyAnd:
		return p.overAnd(from, k, lo)
	case p.kind(k) == text.Comma && p.tokens[k-1].Capital() && p.tokens[from].Capital() && p.joinsByAnd(from, j):
		return p.bareStart(k-1, lo)
	}
	return from
}

func (p *page) overPreposition(from, k, lo int) int {
	left := k - 1
	if left < lo || !p.wordy(left) || p.is(left, function|adverb|pronoun|commonVerb|timeWord) && !p.is(left, determiner) {
		return from
	}
	start := p.bareStart(left, lo)
	if start > left {
		return from
	}
	if p.key(k) == keyOf || p.clauseBegins(start, lo) || p.is(start, determiner|possessive) && p.key(k) != keyTo && p.key(k) != keyIn {
		return start
	}
	if start > lo && p.is(start-1, preposition) {
		return start // judged by what stands before that preposition
	}
	return from
}

func (p *page) overAnd(from, k, lo int) int {
	left := k - 1
	if left < lo || !p.wordy(left) || p.is(left, function|adverb|timeWord) {
		return from
	}
	start := p.bareStart(left, lo)
	if start > left {
		return from
	}
	if p.clauseBegins(start, lo) || start > lo && (p.tokens[start].Capital() && p.tokens[from].Capital() && p.kind(start-1) == text.Comma || p.leadsOffice(start-1, lo)) {
		return start
	}
	return from
}

// leadsOffice reports whether "of" or "for" behind a capital stands at k: "the
// Ministry of Roads and Water".
func (p *page) leadsOffice(k, lo int) bool {
	return k > lo && (p.key(k) == keyOf || p.key(k) == keyFor) && (p.tokens[k-1].Capital() || p.is(k-1, office))
}

// joinsByAnd reports whether the phrase [from, j] is the end of a list.
func (p *page) joinsByAnd(from, j int) bool {
	for k := from; k <= j; k++ {
		if p.key(k) == keyAnd {
			return true
		}
	}
	return false
}

// clauseBegins reports whether a clause may begin at token i: at the sentence's
// start, behind a comma, a mark, a conjunction.
func (p *page) clauseBegins(i, lo int) bool {
	if i <= lo {
		return true
	}
	k := i - 1
	switch p.kind(k) {
	case text.Comma, text.Semicolon, text.Colon, text.Dash, text.DoubleQuote, text.SingleQuote, text.Stop, text.OpenBracket:
		return true
	}
	return p.is(k, coordinator|subordinator|whWord) && !p.is(k, preposition)
}
