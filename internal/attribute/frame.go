package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// said is what a cue reports: contents as token ranges, and the rule that found them.
type said struct {
	parts [][2]int
	end   int // behind the attribution and its contents
	rule  string
}

// following finds what was said behind the cue, within [g.to, hi).
func (p *page) following(g *group, hi int) (said, bool) {
	f := g.verb.Frames
	if g.kind == infinitive {
		f &^= en.Object
		if f&en.Plain == 0 {
			f &^= en.Bare
		}
	}
	if g.passive {
		f &^= en.Object | en.Bare | en.Person
	}
	if g.kind == partitive {
		hi = p.commaBefore(g.to, hi)
	}
	i := p.skipAdjunctWords(g.to, hi)
	if i >= hi {
		return said{}, false
	}
	if s, ok := p.framed(g, f, i, hi); ok {
		return s, true
	}
	if f&en.Person != 0 {
		if np, ok := p.phraseFrom(p.skipWord(i, hi, keyTo), hi); ok || p.is(i, objectPronoun) {
			if p.is(i, objectPronoun) {
				np = phrase{i, i + 1}
			}
			k := p.skipAdjunctWords(np.to, hi)
			if s, ok := p.framed(g, f|en.To, k, hi); ok {
				return s, true
			}
			if s, ok := p.beyondAdjuncts(f, np.to, hi); ok {
				return s, true
			}
			if f&en.Bare != 0 && k < hi && p.looksLikeClause(k, hi) {
				return p.part(k, p.clauseEnd(k, hi), ruleBare), true
			}
			return said{}, false
		}
	}
	if s, ok := p.beyondAdjuncts(f, i, hi); ok {
		return s, true
	}
	return p.loose(g, f, i, hi)
}

// commaBefore is the next comma behind i outside quotations, hi when there is
// none.
func (p *page) commaBefore(i, hi int) int {
	if k := p.afterComma(i, hi); k > i {
		return k - 1
	}
	return hi
}

func (p *page) skipWord(i, hi int, k text.Key) int {
	if i+1 < hi && p.key(i) == k {
		return i + 1
	}
	return i
}

// framed finds what was said right at token i: behind "that", in quotation
// marks, behind a colon, "whether", "to", a preposition.
func (p *page) framed(g *group, f en.Frame, i, hi int) (said, bool) {
	if i >= hi {
		return said{}, false
	}
	switch {
	case p.key(i) == keyThat && f&en.That != 0 && i+1 < hi && !p.isDemonstrative(i, hi):
		return p.part(i, p.clauseEnd(i+1, hi), ruleThat), true
	case p.opensQuote(i) && f&en.Quoted != 0:
		return p.part(i, p.quoteEnd(i, hi), ruleQuoted), true
	case (p.kind(i) == text.Colon || p.kind(i) == text.Comma) && i+1 < hi && p.opensQuote(i+1) && f&en.Quoted != 0:
		return p.part(i+1, p.quoteEnd(i+1, hi), ruleQuoted), true
	case p.kind(i) == text.Colon && f&(en.Quoted|en.That) != 0 && i+2 < hi:
		return p.part(i+1, hi, ruleColon), true
	case p.is(i, whWord) && f&en.Wh != 0 && i+1 < hi:
		return p.part(i, p.clauseEnd(i+1, hi), ruleWh), true
	case p.key(i) == keyTo && f&en.To != 0 && i+1 < hi && p.wordy(i+1):
		return p.part(i, p.clauseEnd(i+1, hi), ruleTo), true
	case g.preps[p.key(i)] && i+1 < hi && !p.is(i+1, timeWord):
		return p.part(i+1, p.objectEnd(i+1, hi), rulePreposition), true
	}
	return said{}, false
}

// isDemonstrative reports whether "that" at i is a pronoun or determiner: "said that."
func (p *page) isDemonstrative(i, hi int) bool {
	return !p.wordy(i+1) && !p.quoted(i+1) && p.kind(i+1) != text.Comma && p.kind(i+1) != text.Symbol
}

// loose takes a bare clause or an object.
func (p *page) loose(g *group, f en.Frame, i, hi int) (said, bool) {
	if f&en.Bare != 0 && p.looksLikeClause(i, hi) && (f&en.Plain != 0 || p.isClauseAt(i, hi)) {
		return p.part(i, p.clauseEnd(i, hi), ruleBare), true
	}
	if f&en.Object != 0 && p.looksLikeObject(i, hi) {
		return p.part(i, p.objectEnd(i, hi), ruleObject), true
	}
	return said{}, false
}

func (p *page) part(from, to int, rule string) said {
	return said{parts: [][2]int{{from, to}}, end: to, rule: rule}
}

// skipAdjunctWords goes over adverbs, a day, "on Tuesday", "last week".
func (p *page) skipAdjunctWords(i, hi int) int {
	for i < hi && !p.quoted(i) {
		switch {
		case p.is(i, timeWord) && p.tokens[i].Capital() && !p.nameGoesOn(i, hi):
			i++
			i = p.skipTimeOfDay(i, hi)
		case i+1 < hi && p.is(i, preposition) && p.is(i+1, timeWord):
			i = p.skipTimeOfDay(i+2, hi)
		case i+1 < hi && (p.is(i, determiner) || p.key(i) == text.KeyOf("last") || p.key(i) == text.KeyOf("next") || p.key(i) == text.KeyOf("early") || p.key(i) == text.KeyOf("late")) && p.is(i+1, timeWord):
			i += 2
		case i+1 < hi && p.is(i, preposition) && p.tokens[i+1].Kind == text.Number && p.tokens[i+1].Len() == 4:
			i += 2
		case p.isAdverb(i) && !p.is(i, subjectPronoun|determiner|negation) && p.lower(i) && !p.isExistential(i, hi):
			i++
		default:
			return i
		}
	}
	return i
}

// isExistential reports whether "there" at i opens a clause: "there are".
func (p *page) isExistential(i, hi int) bool {
	return p.key(i) == keyThere && i+1 < hi && (p.is(i+1, auxiliary|modal) || p.isAdverb(i+1))
}

// nameGoesOn reports whether the day or month at i begins a name: "April Toth".
func (p *page) nameGoesOn(i, hi int) bool {
	return i+1 < hi && p.tokens[i+1].Capital() && !p.is(i+1, timeWord) && !p.is(i+1, subjectPronoun|determiner|function) && p.key(i) == text.KeyOf("april")
}

func (p *page) skipTimeOfDay(i, hi int) int {
	for i < hi && !p.quoted(i) && (p.is(i, timeWord) && p.lower(i) || p.tokens[i].Kind == text.Number) {
		i++
	}
	return i
}

// beyondAdjuncts looks behind "in an interview with …", "at a rally on Tuesday"
// for "that" or a quotation.
func (p *page) beyondAdjuncts(f en.Frame, i, hi int) (said, bool) {
	if i >= hi || !p.is(i, preposition) && p.kind(i) != text.Comma && !p.is(i, timeWord) && !p.participial(i) && !p.is(i, subordinator) {
		return said{}, false
	}
	for k := i; k < hi && k < i+adjunctLook; k++ {
		switch {
		case p.opensQuote(k) && !p.shortQuoted(k) && f&en.Quoted != 0 && k > i && (p.kind(k-1) == text.Comma || p.kind(k-1) == text.Colon || p.key(k-1) == keyThat):
			from := k
			if p.key(k-1) == keyThat {
				from--
			}
			return p.part(from, p.quoteEnd(k, hi), ruleQuoted), true
		case p.quoted(k) && !p.shortQuoted(k):
			return said{}, false
		case p.key(k) == keyThat && f&en.That != 0 && k > i && k+1 < hi && !p.is(k-1, preposition) && p.kind(k-1) != text.Comma:
			return p.part(k, p.clauseEnd(k+1, hi), ruleThat), true
		case p.kind(k) == text.Colon && f&(en.Quoted|en.That) != 0 && k+2 < hi:
			return p.part(k+1, hi, ruleColon), true
		case p.is(k, modal|commonVerb) && p.lower(k), p.is(k, auxiliary) && p.kind(k) != text.Clitic, p.kind(k) == text.Semicolon:
			return said{}, false
		}
	}
	return said{}, false
}

// looksLikeClause reports whether a clause without "that" may begin at i.
func (p *page) looksLikeClause(i, hi int) bool {
	if i+1 >= hi {
		return false
	}
	if p.is(i, subjectPronoun|determiner|possessive) || p.tokens[i].Capital() {
		return p.hasVerb(i, hi)
	}
	if p.kind(i) == text.Comma || p.kind(i) == text.Dash || p.is(i, objectPronoun|coordinator|auxiliary|modal) {
		return false
	}
	if p.is(i, preposition) && p.key(i) != keyIn && p.key(i) != keyFor && p.key(i) != text.KeyOf("if") {
		return false
	}
	return p.hasVerb(i, hi)
}

// isClauseAt reports whether a noun phrase and then a finite verb stand at i.
func (p *page) isClauseAt(i, hi int) bool {
	np, ok := p.phraseFrom(i, hi)
	if !ok {
		return p.quoted(i) || p.participial(i) || p.key(i) == keyThere || p.is(i, preposition|subordinator)
	}
	k := np.to
	if k < hi && p.kind(k) == text.Comma {
		k = p.asideEnd(k, hi)
		if k < hi && p.kind(k) == text.Comma {
			k++
		}
	}
	for k < hi && p.isAdverb(k) {
		k++
	}
	if k >= hi {
		return false
	}
	if p.quoted(k) || p.is(k, whWord) || p.key(k) == keyThat || p.is(k, preposition) {
		return p.hasAuxiliary(k, hi)
	}
	return p.is(k, verbal) || p.isFiniteCue(k) || p.lower(k) && (p.endsWith(k, "ed") || p.endsWith(k, "s")) || len(p.words[k].cues) > 0
}

// hasAuxiliary reports whether an auxiliary or a known finite verb stands in [i, hi).
func (p *page) hasAuxiliary(i, hi int) bool {
	for k := i; k < hi && k < i+adjunctLook; k++ {
		if p.quoted(k) && !p.shortQuoted(k) || p.is(k, verbal) && p.lower(k) {
			return true
		}
	}
	return false
}

// hasVerb reports whether something like a finite verb stands in [i, hi).
func (p *page) hasVerb(i, hi int) bool {
	for k := i; k < hi && k < i+adjunctLook; k++ {
		if p.quoted(k) {
			if k > i && !p.shortQuoted(k) {
				return true
			}
			continue
		}
		if p.is(k, verbal) && (p.lower(k) || p.kind(k) == text.Clitic) && !(p.kind(k) == text.Clitic && p.key(k) == keyS && !p.is(k-1, subjectPronoun)) {
			return true
		}
		if k > i && len(p.words[k].cues) > 0 && p.lower(k) && p.words[k].cues[0].form&(past|third|base) != 0 {
			return true
		}
		if k > i && p.lower(k) && (p.endsWith(k, "ed") || p.endsWith(k, "s") && !p.endsWith(k, "ss") && p.words[k].class == 0 && p.countWords(k, hi) > 1) {
			return true
		}
	}
	return false
}

func (p *page) endsWith(i int, tail string) bool {
	w := p.tokens[i].Of(p.text)
	return len(w) > len(tail)+2 && w[len(w)-len(tail):] == tail
}

// looksLikeObject reports whether a noun phrase may begin at i.
func (p *page) looksLikeObject(i, hi int) bool {
	t := &p.tokens[i]
	if p.opensQuote(i) {
		return true
	}
	if t.Kind == text.Number {
		return true
	}
	if t.Kind != text.Word || p.is(i, function|adverb) && !p.is(i, determiner) || p.is(i, subjectPronoun) && !p.is(i, determiner) {
		return t.Kind == text.Word && p.is(i, whWord)
	}
	return true
}

// quoteEnd is where what was said ends when it begins with a quotation at i: at
// the quotation's end when a comma, a stop or an attribution follows, else with
// the clause.
func (p *page) quoteEnd(i, hi int) int {
	end := min(p.quotes[p.quoteOf[i]].to, hi)
	for end < hi {
		k := end
		if p.kind(k) == text.Comma || p.key(k) == keyAnd {
			k++
		}
		if k < hi && p.key(k) == keyAnd {
			k++
		}
		if k < hi && p.opensQuote(k) {
			end = min(p.quotes[p.quoteOf[k]].to, hi)
			continue
		}
		break
	}
	if end >= hi || p.endsSentenceInside(end) || p.kind(end) == text.Comma || p.is(end, timeWord) || p.is(end, preposition|subordinator|coordinator) && !p.quoteAhead(end, hi) {
		return end
	}
	return p.clauseEnd(end, hi)
}

// quoteAhead reports whether another quotation follows within the sentence.
func (p *page) quoteAhead(i, hi int) bool {
	for k := i; k < hi && k < i+sentenceLook; k++ {
		if p.quoted(k) {
			return true
		}
	}
	return false
}

// endsSentenceInside reports whether the quotation that ends before token end
// has a comma or stop before its closing mark.
func (p *page) endsSentenceInside(end int) bool {
	if end < 2 {
		return false
	}
	k := p.kind(end - 2)
	return k == text.Comma || k == text.Stop
}

// clauseEnd is where a reported clause that begins at i ends: with the sentence,
// or where another act of reporting begins.
func (p *page) clauseEnd(i, hi int) int {
	for k, steps := i, 0; k < hi; k, steps = k+1, steps+1 {
		if p.quoted(k) {
			k = p.quotes[p.quoteOf[k]].to - 1
			continue
		}
		if steps > sentenceLook || k > i && p.breaksOff(k, hi) {
			return p.trimEnd(k, i)
		}
	}
	return hi
}

// breaksOff reports whether another act of reporting begins at k: ", adding",
// ", and she said", "but denied", ", according to".
func (p *page) breaksOff(k, hi int) bool {
	n := k
	comma := p.kind(n) == text.Comma || p.kind(n) == text.Semicolon || p.kind(n) == text.Dash
	if comma {
		n++
	}
	joined := n < hi && (p.is(n, coordinator) || comma && (p.key(n) == text.KeyOf("while") || p.key(n) == text.KeyOf("though") || p.key(n) == text.KeyOf("although")))
	if joined {
		n++
	}
	if !comma && !joined || n >= hi {
		return comma && k+1 < hi && p.key(k+1) == keyAccording
	}
	if comma && p.key(n) == keyAccording {
		return true
	}
	if p.reportsAt(n, hi, comma) {
		return true
	}
	if !joined {
		return p.kind(k) == text.Comma && p.opensReport(n, hi)
	}
	if comma && p.is(n, auxiliary|modal) && p.lower(n) && p.key(n-1) != keyWhile {
		return true // ", and has gone"
	}
	for p.isAdverb(n) && n+1 < hi && !p.is(n, subjectPronoun|determiner) {
		n++
	}
	np, ok := p.phraseFrom(n, hi)
	return ok && np.to < hi && p.reportsFinite(np.to, hi)
}

// opensReport reports whether "X said P" stands at n: a subject, a finite verb
// of speech, and something said behind it.
func (p *page) opensReport(n, hi int) bool {
	if !p.tokens[n].Capital() && !p.is(n, subjectPronoun|determiner|possessive) && p.kind(n) != text.Number || p.key(n) == keyWho {
		return false
	}
	np, ok := p.phraseFrom(n, hi)
	if !ok || np.to >= hi || !p.reportsFinite(np.to, hi) {
		return false
	}
	k := np.to + 1
	for k < hi && len(p.words[k-1].cues) == 0 {
		k++
	}
	k = p.skipAdjunctWords(k, hi)
	if k+1 < hi && (p.opensQuote(k) || !p.wordy(k) && p.opensQuote(k+1)) {
		return true
	}
	return k+1 < hi && p.wordy(k) && !p.is(k, preposition)
}

// reportsAt reports whether a verb of speech stands at n without a subject: an
// -ing form behind a comma, or a past form behind "and".
func (p *page) reportsAt(n, hi int, comma bool) bool {
	for n+1 < hi && p.isAdverb(n) && !p.is(n, subjectPronoun|determiner) {
		n++
	}
	for _, c := range p.words[n].cues {
		if c.particle != 0 && (n+1 >= hi || p.key(n+1) != c.particle) {
			continue
		}
		if c.form&gerund != 0 && comma {
			return true
		}
		if c.form&past != 0 && c.verb.Frames&(en.That|en.After) == en.That|en.After && !p.is(n-1, auxiliary) {
			return true
		}
	}
	return false
}

// reportsFinite reports whether the verb group at n is a finite verb of speech.
func (p *page) reportsFinite(n, hi int) bool {
	for n+1 < hi && (p.isAdverb(n) || p.is(n, haveForm)) && !p.is(n, subjectPronoun|determiner) {
		n++
	}
	for _, c := range p.words[n].cues {
		if c.form&(past|third) != 0 && c.verb.Frames&en.That != 0 {
			return true
		}
	}
	return false
}

// trimEnd goes back from k over commas, dashes and spaces.
func (p *page) trimEnd(k, lo int) int {
	for k > lo+1 && !p.wordy(k-1) && !p.quoted(k-1) && p.kind(k-1) != text.CloseBracket && p.kind(k-1) != text.Symbol {
		k--
	}
	return k
}

// objectEnd is where a noun phrase that was said ends.
func (p *page) objectEnd(i, hi int) int {
	for k, steps := i+1, 0; k < hi; k, steps = k+1, steps+1 {
		if p.quoted(k) {
			k = p.quotes[p.quoteOf[k]].to - 1
			continue
		}
		if steps > sentenceLook {
			return k
		}
		switch p.kind(k) {
		case text.Semicolon, text.Colon, text.Dash, text.Stop:
			return k
		case text.Comma:
			if !p.listGoesOn(k, hi) {
				return k
			}
			continue
		}
		if p.is(k, preposition) && k+1 < hi && p.is(k+1, timeWord) || p.is(k, timeWord) && p.tokens[k].Capital() {
			return k
		}
		if p.is(k, coordinator) && p.breaksOff(k, hi) {
			return k
		}
		if p.is(k, subordinator) && !p.is(k, whWord) && p.key(k) != keyThat && p.key(k) != keyAs && p.key(k) != text.KeyOf("so") {
			return k
		}
	}
	return hi
}

func (p *page) listGoesOn(k, hi int) bool {
	return p.tokens[k-1].Capital() && k+1 < hi && p.tokens[k+1].Capital() && !p.is(k+1, subjectPronoun) && p.joinedList(k+1, hi)
}

// spans turns token ranges into trimmed spans.
func (p *page) spans(parts [][2]int) []news.Span {
	var out []news.Span
	for _, r := range parts {
		from, to := r[0], r[1]
		for from < to && !p.wordy(from) && !p.quoted(from) && p.kind(from) != text.OpenBracket && p.kind(from) != text.Symbol {
			from++
		}
		to = p.trimEnd(to, from)
		if from < to && p.countWords(from, to) > 0 {
			out = append(out, p.span(from, to))
		}
	}
	return out
}
