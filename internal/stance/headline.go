package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// headlineNoun bounds the words before the claim noun of a headline: "Viral burst dam claims".
const headlineNoun = 4

// readVerbless takes the verdict of a headline that has no verb: "Claims of a burst dam
// 'nonsense', says ministry".
func (p *page) readVerbless(v predicate) bool {
	r := p.sentence(v.at.From)
	if int(p.sentOf[v.at.From]) > 0 || v.kind != "verdict" || v.relation != news.RelDenies || v.negated || v.hedged || v.copula || p.isQuestion(v.at.From) || !p.headlineEnds(v.at.To, r.To) {
		return false
	}
	k := v.at.From
	for k > r.From && (p.tokens[k-1].IsQuote() || p.isIntensive(k-1) && !p.is(k-1, determiner|preposition)) {
		k--
	}
	n := p.subjectNoun(k-1, r.From)
	if n == none || n > r.From+headlineNoun || p.cueWithin(n, k) && p.saidIn[n] == none {
		return false
	}
	for i := r.From; i < k; i++ {
		if p.is(i, be) && (i < n || i == k-1) {
			return false
		}
	}
	t, at := p.takerOf(v.at.From), text.Range{From: v.at.From, To: v.at.To}
	if !p.mayTake(t) {
		return false
	}
	of, ok := p.referent(n, k, at, t)
	if ok {
		p.take(v.relation, at, t, of, ruleVerdict)
	}
	return ok
}

// headlineEnds reports whether what a headline says ends at token k, before who says so.
func (p *page) headlineEnds(k, hi int) bool {
	for k < hi && p.tokens[k].IsQuote() {
		k++
	}
	return k >= hi || p.tokens[k].Kind == text.Comma || p.tokens[k].Kind == text.Colon || p.tokens[k].Kind == text.Dash || p.tokens[k].Kind == text.Stop
}
