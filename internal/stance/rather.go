package stance

import (
	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// readRather takes "opened for cleaning rather than burst", where another tells that
// it burst.
func (p *page) readRather(i int, ph *phrase) bool {
	lo, hi := p.sentence(i).From, p.sentence(i).To
	t := p.takerOf(i)
	at := text.Range{From: i, To: i + len(ph.words)}
	if !p.mayTake(t) || p.isSupposed(i) || p.isQuestion(i) || !p.isPast(lo, i) {
		return false
	}
	r, ok := p.matter(at.To, hi)
	if !ok {
		return false
	}
	own, before := p.stems(r.From, r.To), p.stems(lo, i)
	holder := p.stemsOf(t)
	near := p.near(int(p.sentOf[i]))
	for k := range near {
		o := &near[k]
		if p.claimed(o, t, holder) && (o.tokens.To <= lo || o.tokens.From >= hi) && sorted.Common(o.stems, own) == len(own) && sorted.Common(o.stems, before) > 0 {
			p.take(ph.relation, at, t, p.here(r, ruleNegated), ruleRather)
			return true
		}
	}
	return false
}

// pastLook bounds how far before "rather than" its verb stands, in tokens.
const pastLook = 7

// isPast reports whether the verb of the clause before token i tells what was or may
// have been, not what will be or had better be.
func (p *page) isPast(lo, i int) bool {
	was := false
	for k := i - 1; k >= lo && k >= i-pastLook; k-- {
		switch p.word(k) {
		case "was", "were", "been":
			was = true
		case "will", "would", "should", "must", "could", "to":
			return false
		}
	}
	return was
}

// readCorrection takes "Correction: the dam did not burst" and "issued a correction,
// saying that the dam did not burst".
func (p *page) readCorrection(i int, ph *phrase) bool {
	r := p.sentence(i)
	if p.isQuestion(i) || p.isVerbal(i) {
		return false
	}
	labels := i+1 < r.To && p.tokens[i+1].Kind == text.Colon && p.tokens[i].Capital()
	if !labels && !p.issues(i) {
		return false
	}
	t := p.takerOf(i)
	if !labels {
		t = p.takerOfVerb(p.issuing(i), false)
	}
	from := i + 1
	if !labels {
		if from = p.sayingFrom(i+1, r.To); from == none {
			return p.fragmentEnds(i+1) && p.readCorrected(i, ph, t)
		}
	}
	no := p.negationFrom(from, r.To)
	if no == none || p.is(no-1, modal) || p.unsaid(text.Range{From: no + 1, To: r.To}) {
		return false
	}
	from, _ = p.trim(from, no)
	of, ok := p.negated(from, no, r.To)
	if ok {
		p.take(ph.relation, text.Range{From: i, To: i + 1}, t, of, ruleCorrection)
	}
	return ok
}

// readCorrected takes "the paper ran a correction" of what was told last.
func (p *page) readCorrected(i int, ph *phrase, t taker) bool {
	at := text.Range{From: i, To: i + 1}
	of, ok := p.bare(i, at, t)
	if ok = ok && p.mayTake(t); ok {
		p.take(ph.relation, at, t, of, ruleCorrection)
	}
	return ok
}

// sayingFrom is what a correction says, behind "that" or "saying", from token i on.
func (p *page) sayingFrom(i, hi int) int {
	for k := i; k < min(hi, i+complementLook); k++ {
		if p.is(k, claiming) || p.key(k) == keyThat {
			return k + 1
		}
	}
	return none
}

// Scare quotes: at most marksWords words in marks, of which all that tell something
// stand in a claim that somebody denies, doubts or corrects.
const marksWords = 4

// readScareQuotes takes ‘miracle’ in the outlet's own words, where the miracle is denied.
func (p *page) readScareQuotes() {
	var claims [][]string
	for i := range p.found {
		if f := &p.found[i]; f.Relation != news.RelAsks && f.Relation != news.RelDistances {
			var stems []string
			for _, of := range f.Of {
				r := p.tokensOf(of)
				stems = merged(stems, p.stems(r.From, r.To))
			}
			claims = append(claims, stems)
		}
	}
	if len(claims) == 0 {
		return
	}
	for i := 1; i < len(p.tokens); i++ {
		if p.tokens[i].IsQuote() && p.is(i-1, determiner) && p.key(i-1) != keyThat && p.saidIn[i] == none && !p.within(i) {
			p.readMarks(i, claims)
		}
	}
}

// within reports whether token i stands in what a stance is about.
func (p *page) within(i int) bool {
	for k := range p.found {
		for _, of := range p.found[k].Of {
			if of.Overlaps(p.tokens[i].Span) {
				return true
			}
		}
	}
	return false
}

// readMarks takes the words between the mark at i and the next.
func (p *page) readMarks(i int, claims [][]string) {
	hi := p.sentence(i).To
	to := i + 1
	for to < min(hi, i+1+marksWords) && p.tokens[to].IsWordy() {
		to++
	}
	if to >= hi || to == i+1 || !p.tokens[to].IsQuote() || p.cueWithin(i, to) || p.saidIn[i+1] != none {
		return
	}
	for k := i + 1; k < to; k++ {
		if p.tokens[k].Capital() || p.is(k, be|auxiliary|modal|subjective) {
			return // a title, a name, somebody's words
		}
	}
	own := p.stems(i+1, to)
	for _, c := range claims {
		if len(own) > 0 && sorted.Common(own, c) == len(own) {
			p.take(news.RelDistances, text.Range{From: i, To: to + 1}, taker{statement: news.Outermost}, p.here(text.Range{From: i + 1, To: to}, ruleObject), ruleMarks)
			return
		}
	}
}
