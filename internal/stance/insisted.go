package stance

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// insistLook bounds how far into what is said its negation stands, in tokens.
const insistLook = 12

// readInsisted takes "insisted that she had not P".
func (p *page) readInsisted() {
	for i := range p.article.Statements {
		s := &p.article.Statements[i]
		if s.Polarity != news.Asserts || s.Cue == nil || s.Voice == news.OutletOwn || p.takers[i] || p.cued[s.Cue.Start] {
			continue
		}
		c, r := p.tokenAt(s.Cue.Start), p.tokensOf(s.Content[0])
		if c < len(p.tokens) && p.is(c, insists) && r.From < r.To && r.From > c {
			p.insistedAt(i, c, r)
		}
	}
}

// insisted reports whether the cue before a statement says no with weight: readInsisted
// takes it.
func (p *page) insisted(statement int) bool {
	s := &p.article.Statements[statement]
	return s.Cue != nil && s.Cue.Start < s.Content[0].Start && p.is(p.tokenAt(s.Cue.Start), insists)
}

// concedes reports whether a statement only owns what it says.
func (p *page) concedes(statement int) bool {
	c := p.article.Statements[statement].Cue
	return c != nil && p.is(p.tokenAt(c.Start), concedes)
}

func (p *page) insistedAt(statement, c int, r text.Range) {
	no := p.negationFrom(r.From, min(r.To, r.From+insistLook))
	if no == none && !p.saysNo(r.From, r.To) && p.isGenuine(r) {
		from, to := p.trim(r.From, r.To)
		p.take(news.RelDenies, text.Range{From: c, To: c + 1}, taker{statement: statement}, p.here(text.Range{From: from, To: to}, ruleClause), ruleInsists)
		return
	}
	if no == none || no == r.From || p.is(no-1, modal) || p.is(no, determiner) || p.reads(no+1, keysOnly) || p.reads(no+1, keysJust) || p.reads(no+1, keysYet) {
		return
	}
	from, _ := p.trim(r.From, r.To)
	of, ok := p.negated(from, no, min(r.To, p.sentence(no).To))
	t := taker{statement: statement}
	if !ok || p.content(from, r.To) < 2 {
		return
	}
	at := text.Range{From: c, To: no + 1}
	if p.sentOf[c] != p.sentOf[no] {
		at = text.Range{From: no, To: no + 1}
	}
	own := p.weighty(from, p.tokenAt(of.spans[len(of.spans)-1].End))
	if told := p.toldElsewhere(at, own, max(restatedLess, (2*len(own)+2)/3), t); told != nil {
		of = object{spans: told.spans, statement: told.statement, rule: ruleNoun}
	} else if last := p.tokensOf(of.spans[len(of.spans)-1]); p.isMadeSo(c) || !p.ownDeed(from, no) && p.toldElsewhere(at, p.weighty(last.From, last.To), 1, t) == nil {
		return
	}
	p.take(news.RelDenies, at, t, of, ruleInsists)
}

// ownDeed reports whether what a clause says no to at token no, from token from on, is a deed of
// who speaks: "insisted he had not".
func (p *page) ownDeed(from, no int) bool {
	if !p.is(from, subjective) || p.is(from, pointing|relative) {
		return false
	}
	if no == from+1 {
		return p.reads(no, keysNever)
	}
	return no == from+2 && p.among(no-1, "deeds") && p.key(from) != keyThere
}

// isMadeSo reports whether the cue at c is said of who hears it: "kept people assured".
func (p *page) isMadeSo(c int) bool {
	s := p.article.Statements[p.cueOf(c)].Speaker
	return s == nil || p.tagged(p.tokenAt(s.Start), &parts().verb)
}

// genuineLook bounds the words between the "is" and the "real" of what is insisted on.
const genuineLook = 3

// isGenuine reports whether all that r says of a thing is that it is what it is said to be:
// "her dam was the real thing".
func (p *page) isGenuine(r text.Range) bool {
	_, to := p.trim(r.From, r.To)
	for k := r.From + 1; k < to; k++ {
		ph := p.longest(k, func(ph *phrase) bool { return ph.kind == "affirmed" || ph.kind == "genuine" })
		if ph == nil || k+len(ph.words) < to {
			continue
		}
		for n := k - 1; n >= r.From && n >= k-genuineLook; n-- {
			if p.is(n, be) {
				return true
			}
			if !p.isIntensive(n) {
				return false
			}
		}
	}
	return false
}

// restatedLess is the least an insisting clause shares with what another tells.
const restatedLess = 2
