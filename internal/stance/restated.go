package stance

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// A clause restates a telling when they share at least restatedWords telling words
// that are restatedShare of the clause's. Tuned on half a of eval/denials.jsonl.
const (
	restatedWords = 3
	restatedShare = 0.65
)

// readRestated takes "he never left the town" where another tells that he left the
// town.
func (p *page) readRestated(i int) bool {
	if p.saidIn[i] == none || p.is(i, determiner) || p.is(i-1, modal) || p.isSupposed(i) || p.isQuestion(i) {
		return false
	}
	t := p.takerOf(i)
	s := &p.article.Statements[t.statement]
	if s.Polarity != news.Asserts {
		return false
	}
	hi := min(p.sentence(i).To, p.tokensOf(s.Content[len(s.Content)-1]).To)
	r, ok := p.clause(i+1, p.secondVerb(i+1, hi))
	if !ok {
		return false
	}
	own := p.stems(r.From, r.To)
	at := text.Range{From: i, To: i + 1}
	for at.From > p.sentence(i).From && p.is(at.From-1, auxiliary|be|modal) {
		at.From--
	}
	if at.From == i && !p.reads(i, keysNever) || p.reads(i+1, keysOnly) || p.reads(i+1, keysJust) || p.reads(i+1, keysYet) || len(own) < restatedWords || !p.restates(at, own, t) {
		return false
	}
	p.take(news.RelDenies, at, t, p.here(r, ruleNegated), ruleRestated)
	return true
}

var keysNever, keysYet, keysOnly, keysJust = keysOf([]string{"never"}), keysOf([]string{"yet"}), keysOf([]string{"only"}), keysOf([]string{"just"})

// restates reports whether another than t tells before what the words of a clause
// behind at say, stems.
func (p *page) restates(at text.Range, stems []string, t taker) bool {
	holder := p.stemsOf(t)
	return slices.ContainsFunc(p.near(int(p.sentOf[at.From])), func(other telling) bool {
		if other.weight < weightSaid || other.denied || other.statement == t.statement || p.isNegated(other.tokens) ||
			other.tokens.To > at.From && p.sentOf[other.tokens.From] <= p.sentOf[at.From] {
			return false
		}
		if other.statement != news.Outermost && sorted.Common(p.speakerStems(other.statement), holder) > 0 {
			return false
		}
		n := sorted.Common(other.stems, stems)
		return n >= restatedWords && float64(n) >= restatedShare*float64(len(stems))
	})
}

// isNegated reports whether r says no itself.
func (p *page) isNegated(r text.Range) bool {
	for i := r.From; i < min(r.To, r.From+tellingLook); i++ {
		if p.is(i, negation) {
			return true
		}
	}
	return false
}

// readOpposite takes "is alive and well" where another tells of a death.
func (p *page) readOpposite(i int, ph *phrase) bool {
	v := p.predicate(i, ph)
	if !v.copula || !p.onlyStrong(v) || p.reads(v.from-1, keysYou) || p.reads(v.from-1, keysWe) || v.negated || v.hedged || p.isSupposed(v.from) || p.isQuestion(i) {
		return false
	}
	t := p.takerOf(i)
	if !p.mayTake(t) {
		return false
	}
	at := text.Range{From: v.from, To: v.at.To}
	q := sought{at: at, from: v.from, holder: p.stemsOf(t), taker: t.statement, opposed: true}
	q.stems = p.stems(max(p.sentence(i).From, v.from-subjectNear), v.from)
	of, ok := p.elsewhere(q, ruleNoun)
	if ok {
		p.take(ph.relation, at, t, of, ruleOpposite)
	}
	return ok
}

// onlyStrong reports whether only words that make it stronger stand between a verb
// and its verdict: "is very much alive", and not "was burned alive".
func (p *page) onlyStrong(v predicate) bool {
	for k := v.from; k < v.at.From; k++ {
		if !p.is(k, be|auxiliary) && !p.isIntensive(k) {
			return false
		}
	}
	return true
}

// subjectNear bounds how far before its verb a subject's words are looked for.
const subjectNear = 8

var keysYou = keysOf([]string{"you"})

// opposes reports whether r has a word that "alive" goes against.
func (p *page) opposes(r text.Range) bool {
	for i := r.From; i < min(r.To, r.From+tellingLook); i++ {
		if p.is(i, opposed) {
			return true
		}
	}
	return false
}
