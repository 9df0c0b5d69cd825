package stance

import (
	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// againWords is the least a telling has of words for one that has them all, and more, to be
// the same told again.
const againWords = 4

// firstToldBy is the statement before a stance that tells what the stance's claim noun leads,
// all of whose words that has again, a name among them: "the false information that a new
// guard post just opened in Orlan, and the mayor came" behind "a guard post has opened in
// Orlan". The taker's own where nobody's does.
func (p *page) firstToldBy(of object, at text.Range, t taker) int {
	if of.rule != ruleComplement {
		return t.statement
	}
	r := text.Range{From: p.tokenAt(of.spans[0].Start), To: p.tokenAt(of.spans[len(of.spans)-1].End)}
	own, names := p.stems(r.From, r.To), p.names(r.From, r.To)
	near := p.near(int(p.sentOf[at.From]))
	for i := range near {
		o := &near[i]
		if o.statement >= 0 && o.statement != t.statement && !o.denied && o.tokens.To <= at.From && len(o.stems) >= againWords &&
			sorted.Common(o.stems, own) == len(o.stems) && sorted.Common(o.stems, names) > 0 && !p.isNegated(o.tokens) {
			return o.statement
		}
	}
	return t.statement
}
