package stance

import (
	"math"

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
	if p.saidIn[i] == none || p.is(i, determiner) || p.is(i-1, modal) && p.isPossible(i) || p.reads(i+1, keysTheFirst) || p.is(i+1, depicts) && p.is(i+2, asking) || p.isSupposed(i) || p.isQuestion(i) {
		return false
	}
	t := p.takerOf(i)
	s := &p.article.Statements[t.statement]
	if s.Polarity != news.Asserts || p.concedes(t.statement) {
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
	if p.isOrder(at.From) || at.From == i && !p.reads(i, keysNever) || p.reads(i+1, keysOnly) || p.reads(i+1, keysJust) || p.reads(i+1, keysYet) || len(own) < restatedWords || !p.restates(at, own, t) {
		return false
	}
	p.take(news.RelDenies, at, t, p.here(r, ruleNegated), ruleRestated)
	return true
}

// isOrder reports whether the verb at i has nobody before it and is said to who hears it:
// "if you swim, don't dive".
func (p *page) isOrder(i int) bool {
	return p.word(i) == "do" && (i == p.sentence(i).From || !p.tokens[i-1].IsWordy())
}

var keysNever, keysYet, keysOnly, keysJust = keysOf([]string{"never"}), keysOf([]string{"yet"}), keysOf([]string{"only"}), keysOf([]string{"just"})

// restates reports whether another than t tells before what the words of a clause
// behind at say, stems.
func (p *page) restates(at text.Range, stems []string, t taker) bool {
	least := max(restatedWords, int(math.Ceil(restatedShare*float64(len(stems)))))
	return p.toldElsewhere(at, stems, least, t) != nil
}

// shares counts the stems that another than t tells before at in a telling; 0 where it
// is none that can be gone against.
func (p *page) shares(other *telling, at text.Range, stems, holder []string, t taker) int {
	if other.weight < weightSaid || other.denied || other.statement == t.statement && t.statement != news.Outermost || p.isNegated(other.tokens) ||
		other.tokens.To > at.From && p.sentOf[other.tokens.From] <= p.sentOf[at.From] {
		return 0
	}
	if other.statement != news.Outermost && sorted.Common(p.speakerStems(other.statement), holder) > 0 {
		return 0
	}
	return sorted.Common(other.stems, stems)
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

// toldElsewhere is the best telling by another before at that has least of the stems.
func (p *page) toldElsewhere(at text.Range, stems []string, least int, t taker) (best *telling) {
	most := 0.0
	holder := p.stemsOf(t)
	near := p.near(int(p.sentOf[at.From]))
	for i := range near {
		if n := p.shares(&near[i], at, stems, holder, t); n > 0 && n >= least {
			if w := float64(n) + near[i].weight; w > most {
				best, most = &near[i], w
			}
		}
	}
	return best
}
