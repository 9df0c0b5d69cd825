package stance

import "github.com/hearsay-engine/hearsay/news"

// readReplies takes the "Absolutely not" behind "asked whether P", which denies P.
func (p *page) readReplies() {
	for i := range p.article.Statements {
		s := &p.article.Statements[i]
		if s.Polarity != news.Asks || s.Cue == nil || s.Voice == news.OutletOwn {
			continue
		}
		r := p.tokensOf(s.Content[0])
		if r.From+2 >= r.To || !p.is(r.From, asking) || p.is(r.From+2, modal) {
			continue
		}
		if a := p.replyTo(i, r.To); a != none {
			if from, to := p.trim(r.From+1, r.To); p.content(from, to) >= leastWords {
				p.takers[a] = true
				p.found = append(p.found, news.Stance{Statement: a, Relation: news.RelDenies, Cue: p.article.Statements[a].Content[0], Of: []news.Span{p.span(from, to)}, Told: i,
					Reasons: []news.Reason{{Rule: ruleReply, Words: p.article.Statements[a].Content[0].Of(p.text)}, {Rule: ruleClause}}})
			}
		}
	}
}

// replyTo is the statement behind the question of another, which ends at token end, that
// says no and no more in the same sentence.
func (p *page) replyTo(question, end int) int {
	for a := question + 1; a < len(p.article.Statements); a++ {
		s := &p.article.Statements[a]
		if s.Voice == news.OutletOwn || p.takers[a] || len(s.Content) != 1 {
			continue
		}
		r := p.tokensOf(s.Content[0])
		if r.From < end || r.From >= r.To {
			continue
		}
		if p.sentOf[r.From] != p.sentOf[end-1] {
			return none
		}
		from, to := p.trim(r.From, r.To)
		if ph := p.longest(from, func(ph *phrase) bool { return ph.kind == "declines" }); ph != nil && from+len(ph.words) == to {
			return a
		}
	}
	return none
}
