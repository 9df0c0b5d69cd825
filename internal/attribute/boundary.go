package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// commaBefore is the next comma behind i outside quotations, hi when there is
// none.
func (p *page) commaBefore(i, hi int) int {
	if k := p.afterComma(i, hi); k > i {
		return k - 1
	}
	return hi
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
		if c.particle != 0 {
			if _, ok := p.particleBehind(n, hi, c); !ok {
				continue
			}
		}
		if c.form&(past|third) != 0 && c.verb.Frames&en.That != 0 {
			return true
		}
	}
	return false
}

// trimEnd goes back from k over commas, dashes and spaces.
func (p *page) trimEnd(k, lo int) int {
	for end := k; k > lo+1 && end-k < marksLook && !p.wordy(k-1) && !p.quoted(k-1) && p.kind(k-1) != text.CloseBracket && p.kind(k-1) != text.Symbol; {
		k--
	}
	return k
}

// objectEnd is where a noun phrase that was said ends.
func (p *page) objectEnd(i, hi int) int {
	clause := hi
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
			if e := p.verbBeyond(clause, k, hi); e > k {
				k = e
			} else if !p.listGoesOn(k, hi) {
				return k
			}
			continue
		}
		if p.key(k) == keyThat {
			clause = k + 1
		}
		if p.is(k, preposition) && k+1 < hi && p.is(k+1, timeWord) || p.is(k, timeWord) && p.tokens[k].Capital() {
			return k
		}
		if p.is(k, coordinator) && (p.breaksOff(k, hi) || k+1 < hi && p.isFiniteCue(k+1)) {
			return k
		}
		if p.is(k, subordinator) && !p.is(k, whWord) && p.key(k) != keyThat && p.key(k) != keyAs && p.key(k) != text.KeyOf("so") {
			return k
		}
	}
	return hi
}

// verbBeyond is the comma that closes an aside between a clause's subject and its
// verb, k when there is none: "that the bridge, a wooden one, is safe".
func (p *page) verbBeyond(clause, k, hi int) int {
	e := p.commaBefore(k+1, hi)
	if clause < k && e+1 < hi && e-k < appositionLook && p.is(e+1, verbal) && !p.hasVerb(clause, k) {
		return e
	}
	return k
}

func (p *page) listGoesOn(k, hi int) bool {
	if k+2 < hi && p.lower(k+1) && p.key(k+2) == keyAnd && p.words[k+1] == unlisted && !p.participial(k+1) {
		return true // "steel, sand and lime"
	}
	return p.tokens[k-1].Capital() && k+1 < hi && p.tokens[k+1].Capital() && !p.is(k+1, subjectPronoun) && p.joinedList(k+1, hi)
}

// spans turns token ranges into trimmed spans.
func (p *page) spans(parts [][2]int) []news.Span {
	out := make([]news.Span, 0, len(parts))
	for _, r := range parts {
		from, to := r[0], r[1]
		for begin := from; from < to && from-begin < marksLook && !p.wordy(from) && !p.quoted(from) && p.kind(from) != text.OpenBracket && p.kind(from) != text.Symbol; {
			from++
		}
		to = p.trimEnd(to, from)
		if from < to && p.countWords(from, to) > 0 {
			out = append(out, p.span(from, to))
		}
	}
	return out
}
