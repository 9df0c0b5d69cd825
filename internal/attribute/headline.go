package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// headlineLook bounds the speaker before a colon, in tokens.
const headlineLook = 12

// readHeadline takes "Minister: no base will open" in a title, and "Ana Korva:
// “We know.”" anywhere.
func (p *page) readHeadline(para *paragraph, n int) bool {
	r := para.sentences[n]
	k := p.colonOf(r)
	if k == none || k+2 >= r.To || p.lower(k-1) && len(p.words[k-1].cues) > 0 {
		return false
	}
	s := sentence{page: p, lo: p.behindRubric(r.From, k), hi: r.To}
	if !p.isName(s.lo, k) || !p.opensQuote(k+1) && !(para.title && n == 0 && p.headsStatement(s.lo, k) && p.tellsSomething(k+1, r.To)) {
		return false
	}
	for s.hi > s.lo && p.kind(s.hi-1) == text.Stop && !p.quoted(s.hi-1) {
		s.hi--
	}
	s.emit(phrase{s.lo, k}, phrase{k, k + 1}, said{parts: [][2]int{{k + 1, s.hi}}, rule: ruleHeadline}, nil)
	return true
}

// colonOf is the first colon of the sentence r near its beginning, none when a
// long quotation or nothing stands before it.
func (p *page) colonOf(r text.Range) int {
	for k := r.From + 1; k < r.To && k < r.From+headlineLook; k++ {
		switch {
		case p.quoted(k) && !p.shortQuoted(k):
			return none
		case p.kind(k) == text.Colon:
			return k
		}
	}
	return none
}

// behindRubric is where the speaker before the colon k begins: behind "EXCLUSIVE –".
func (p *page) behindRubric(i, k int) int {
	if i+2 < k && p.is(i, rubric) && p.kind(i+1) == text.Dash {
		return i + 2
	}
	return i
}

// headsStatement reports whether the name [i, k) before a colon can be who
// speaks, and no rubric ("Video: …"), place ("Orlan: …") or matter ("Spring
// floods, day five: …").
func (p *page) headsStatement(i, k int) bool {
	last := k - 1
	for e := i; e < k; e++ {
		t := &p.tokens[e]
		if p.is(e, preposition) && e > i && last == k-1 {
			last = e - 1
		}
		if t.Kind == text.Number || p.is(e, possessive) && p.lower(e) || p.lower(e) && p.is(e, timeWord|negation) {
			return false
		}
	}
	return !p.is(last, rubric) && !p.is(i, rubric) && p.index.KindOf(p.span(i, k)) != news.Place
}

// tellsSomething reports whether what stands behind a headline's colon can have
// been said: no question to the reader, and no bare matter, "a year of floods".
func (p *page) tellsSomething(i, hi int) bool {
	if p.tokens[hi-1].Of(p.text) == "?" {
		return p.quoted(hi - 1)
	}
	if t := p.tokens[i].Key; t != keyA && t != keyAn {
		return true
	}
	for k := i; k < hi && k < i+sentenceLook; k++ {
		if p.quoted(k) && !p.shortQuoted(k) || !p.quoted(k) && p.kind(k) == text.Word && (p.is(k, verbal) || p.isFiniteCue(k)) {
			return true
		}
	}
	return false
}

// isName reports whether [i, j) names somebody and holds no verb.
func (p *page) isName(i, j int) bool {
	for k := i; k < j; k++ {
		if p.is(k, preposition) && p.lower(k) && p.key(k) != keyOf && p.key(k) != keyFor && p.key(k) != keyAt && p.key(k) != keyFrom && p.key(k) != keyTo {
			return false // "Orlan under Toth: …" names a matter
		}
		if p.is(k, modal|auxiliary|commonVerb) && p.kind(k) != text.Clitic || p.isFiniteCue(k) || p.kind(k) == text.Comma && (k == i || !p.tokens[k-1].Capital()) {
			return false
		}
	}
	return p.namesSomebody(phrase{i, j})
}
