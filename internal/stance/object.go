package stance

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// object is what a stance is about.
type object struct {
	spans     []news.Span
	statement int     // that tells it, untold for none but the stance's own
	weight    float64 // of a telling elsewhere
	rule      string
	within    bool // the statement that tells it goes on to hold the stance too, by a greedy reading
}

// untold is the statement of what is told only as what a stance is about.
const untold = -2

func (p *page) here(r text.Range, rule string) object {
	return object{spans: p.pieces(r), statement: untold, rule: rule}
}

// pieces are the spans of r less what is inserted between dashes.
func (p *page) pieces(r text.Range) []news.Span {
	for i := r.From + 1; i < r.To; i++ {
		if end := p.insertedEnd(i, r.To); end != none {
			return []news.Span{p.span(r.From, i), p.span(end+1, r.To)}
		}
	}
	return []news.Span{p.span(r.From, r.To)}
}

// elsewhere is what the article tells elsewhere that fits what is sought.
func (p *page) elsewhere(q sought, rule string) (object, bool) {
	t, w := p.antecedent(q)
	if t == nil {
		return object{}, false
	}
	return object{spans: t.spans, statement: t.statement, weight: w, rule: rule, within: t.clipped && (p.turnsAway(q.from) || p.isSupposed(t.tokens.From))}, true
}

// referent is what the claim noun at n stands for: what it tells itself before hi,
// or what is told elsewhere.
func (p *page) referent(n, hi int, at text.Range, t taker) (object, bool) {
	own, ok := p.complement(n, hi)
	if ok && !(p.is(n+1, about) && p.content(own.From, own.To) == 1) {
		if o, told := p.event(own, n, at, t); told {
			return o, true
		}
		return p.here(own, ruleComplement), true
	}
	if ok {
		return p.fuller(own, n, at, t), true
	}
	if of, shown := p.shownBefore(n); shown {
		return of, true
	}
	if of, titled := p.titledBehind(n); titled {
		return of, true
	}
	from := p.nounStart(n)
	q := sought{at: at, from: p.clauseFrom(min(from, at.From), t), to: n + 1, holder: p.stemsOf(t), taker: t.statement, noun: nounStem(p.word(n))}
	to := n + 1
	for to < hi && to < n+nounLook && p.tokens[to].IsWordy() {
		to++
	}
	q.stems, q.source = p.ownWords(from, n, to)
	q.named = p.names(from, to)
	if o, ok := p.elsewhere(q, ruleNoun); ok {
		return o, true
	}
	if r, ok := p.quotedModifier(n); ok {
		return p.here(r, ruleModifier), true
	}
	if p.content(from, n) >= 2 && p.isNamed(from, n) {
		return p.here(text.Range{From: from, To: n}, ruleModifier), true
	}
	return object{}, false
}

// isNamed reports whether [from, to) names something: "bridge collapse", and not "whole silly".
func (p *page) isNamed(from, to int) bool {
	for k := from; k < to; k++ {
		if p.telling(k) && p.tagged(k, &parts().noun) {
			return true
		}
	}
	return false
}

// quotedLook bounds the words in marks before a claim noun.
const quotedLook = 20

// quotedModifier is what stands in marks right before the claim noun at n: "the
// ‘dam has burst’ claim".
func (p *page) quotedModifier(n int) (text.Range, bool) {
	lo := p.sentence(n).From
	if n-1 <= lo || !p.tokens[n-1].IsQuote() {
		return text.Range{}, false
	}
	for k := n - 2; k >= lo && k > n-quotedLook; k-- {
		if p.tokens[k].IsQuote() {
			from, to := p.trim(k, n-1)
			return text.Range{From: from, To: to}, p.content(from, to) >= 2
		}
	}
	return text.Range{}, false
}

// fuller is the telling of what the claim noun at n is about by one word, r: "the
// rumours about the bridge". r itself when none has that word.
func (p *page) fuller(r text.Range, n int, at text.Range, t taker) object {
	stems := p.stems(r.From, r.To)
	q := sought{at: at, from: min(p.nounStart(n), at.From), to: n + 1, stems: stems, holder: p.stemsOf(t), taker: t.statement}
	if c, w := p.antecedent(q); c != nil && w >= fullerWeight && sorted.Common(c.stems, stems) > 0 {
		return object{spans: c.spans, statement: c.statement, weight: w, rule: ruleNoun}
	}
	return p.here(r, ruleComplement)
}

// event is what somebody told before of what r, behind the claim noun at n, only
// names: "a guard post of Norvelle has opened" for "a report of the opening of a
// Norvelle outpost". Both have the event's word and a name.
func (p *page) event(r text.Range, n int, at text.Range, t taker) (object, bool) {
	k := r.From
	for k < r.To && !p.telling(k) {
		k++
	}
	names := p.names(r.From, r.To)
	if !p.is(n+1, about) || k == r.To || p.tokens[k].Capital() || len(names) == 0 {
		return object{}, false
	}
	q := sought{at: at, from: min(p.nounStart(n), at.From), to: n + 1, stems: p.stems(r.From, r.To), holder: p.stemsOf(t), taker: t.statement}
	here, event := int(p.sentOf[at.From]), stem(p.word(k))
	of, found := object{weight: leastWeight, rule: ruleNoun}, false
	near := p.near(here)
	for i := range near {
		c := &near[i]
		if c.statement < 0 || c.tokens.To > n || sorted.Common(c.stems, names) == 0 || !slices.Contains(c.stems, event) {
			continue
		}
		if w, ok := p.fit(c, q, here); ok && w > of.weight {
			of.spans, of.statement, of.weight, found = c.spans, c.statement, w, true
		}
	}
	return of, found
}

// fullerWeight is that of somebody's claim that shares the word.
const fullerWeight = weightSaid + weightWord

// ownWords are the words of the phrase [from, to) of the claim noun at n: those that
// tell what it is about, and those that say whose it is.
func (p *page) ownWords(from, n, to int) (about, source []string) {
	for k := from; k < n; k++ {
		if p.key(k) == keyS {
			source, from = p.stems(from, k), k+1
		}
	}
	for k := n + 1; k < to; k++ {
		if p.key(k) == keyBy {
			return p.stems(from, k), append(source, p.stems(k, to)...)
		}
	}
	about = p.stems(from, to)
	if source == nil {
		source = about
	}
	return about, source
}

// names are the stems of the names in [from, to), sorted.
func (p *page) names(from, to int) []string {
	var out []string
	for k := from; k < to; k++ {
		if p.tokens[k].Capital() && p.telling(k) {
			out = append(out, stem(p.word(k)))
		}
	}
	slices.Sort(out)
	return out
}

// nounLook bounds how far behind a claim noun words of its own stand, in tokens.
const nounLook = 8

// nounStart is the first word of the noun phrase that ends with token n.
func (p *page) nounStart(n int) int {
	lo := p.sentence(n).From
	i := n
	for i > lo && i > n-nounLook && p.tokens[i-1].IsWordy() && !p.is(i-1, determiner|preposition|be|auxiliary|modal|pointing) && p.key(i-1) != keyThat && p.longest(i-1, isVerb) == nil {
		i--
	}
	return i
}

// appositionStart is where the apposition that ends with the noun at n begins: "[a
// wild claim] that".
func (p *page) appositionStart(n int) int {
	k := p.nounStart(n)
	for k > p.sentence(n).From && p.is(k-1, determiner) {
		k--
	}
	return k
}

// clauseFrom is where a stance begins whose words begin at from: with whom it names.
func (p *page) clauseFrom(from int, t taker) int {
	who := t.holder
	if who == nil && t.statement != news.Outermost && p.cueOf(from) == t.statement {
		who = p.article.Statements[t.statement].Speaker
	}
	if who != nil {
		if h := p.tokenAt(who.Start); h < from && p.sentOf[h] == p.sentOf[from] {
			return h
		}
	}
	return from
}

// bare is what a pronoun stands for.
func (p *page) bare(pronoun int, at text.Range, t taker) (object, bool) {
	q := sought{at: at, from: p.clauseFrom(min(pronoun, at.From), t), holder: p.stemsOf(t), taker: t.statement, bare: true}
	of, ok := p.elsewhere(q, rulePronoun)
	if !ok && p.sentOf[at.From] == 0 { // a headline's "it" is told below
		q.bare = false
		of, ok = p.elsewhere(q, rulePronoun)
	}
	return of, ok
}

func isVerb(ph *phrase) bool { return ph.kind == "verb" }
func isCall(ph *phrase) bool { return ph.kind == "calls" }
