package stance

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// answersLook bounds how many sentences behind the outlet's verdict, or behind the
// answer before, one who answers for it is looked for.
const answersLook = 2

// answersShare is the least of a claim's words that one who answers for it has in
// name and words.
const answersShare = 2

// readAnswers takes what those who answer for a thing say of it right behind the
// outlet's sentence that what is told of it is not so: they say what is so in its place.
func (p *page) readAnswers() {
	for _, f := range slices.Clone(p.found) {
		i := p.tokenAt(f.Cue.Start)
		said := i < len(p.tokens) && p.class[i]&(be|auxiliary|modal|hedge) != 0 || p.isTurning(min(i, len(p.tokens)-1))
		if said && f.Relation == news.RelDenies && f.Statement == news.Outermost && f.Holder == nil && f.Reasons[0].Rule == ruleVerdict {
			p.readAnswersTo(f)
		}
	}
}

func (p *page) readAnswersTo(f news.Stance) {
	at := p.tokensOf(f.Cue)
	if at.From >= at.To {
		return
	}
	last := int(p.sentOf[at.From])
	pool := p.stems(p.sents[last].From, p.sents[last].To)
	for _, of := range f.Of {
		r := p.tokensOf(of)
		pool = merged(pool, p.stems(r.From, r.To))
	}
	first := last
	next, _ := slices.BinarySearchFunc(p.cues, f.Cue.End, func(c cue, end int) int { return c.Start - end })
	for _, c := range p.cues[next:] {
		s := &p.article.Statements[c.statement]
		r := p.tokensOf(s.Content[0])
		i := p.tokenAt(c.Start)
		if i >= len(p.tokens) || int(p.sentOf[i])-last > answersLook {
			return
		}
		if r.From >= r.To || s.Within != news.Outermost || s.Polarity != news.Asserts || !p.answersFor(s) || p.takers[c.statement] {
			continue
		}
		own := p.stems(r.From, r.To)
		if int(p.sentOf[i]) == first || sorted.Common(own, pool) == 0 || sorted.Common(merged(own, p.speakerStems(c.statement)), pool) < answersShare || p.tellsOfClaim(r) {
			continue
		}
		last, pool = int(p.sentOf[i]), merged(pool, own)
		p.takers[c.statement] = true
		p.found = append(p.found, news.Stance{Statement: c.statement, Relation: news.RelCorrects, Cue: p.answerCue(s, c.Span), Of: f.Of, Told: f.Told,
			Reasons: []news.Reason{{Rule: ruleAnswers, Words: c.Of(p.text)}}})
	}
}

// tellsOfClaim reports whether r speaks of a claim and not of its matter: "the rumour
// had cost them a day".
func (p *page) tellsOfClaim(r text.Range) bool {
	for k := r.From; k < min(r.To, r.From+tellingLook); k++ {
		if p.is(k, claimNoun) && p.is(k-1, determiner) && !p.isVerbal(k) {
			return true
		}
	}
	return false
}

// answersFor reports whether the speaker of s is an office.
func (p *page) answersFor(s *news.Statement) bool {
	if s.Speaker == nil {
		return false
	}
	for r := p.tokensOf(*s.Speaker); r.From < r.To; r.From++ {
		if p.is(r.From, offices) {
			return true
		}
	}
	return false
}

// answerCue is "reacted to it" before a statement's cue where it stands, else the cue.
func (p *page) answerCue(s *news.Statement, c news.Span) news.Span {
	i := p.tokenAt(c.Start)
	for k := p.tokenAt(s.Speaker.End); k < i && p.sentOf[k] == p.sentOf[i]; k++ {
		if p.is(k, answers) {
			return p.span(k, p.endOfPart(k, i))
		}
	}
	return c
}

// endOfPart is the first mark from token k on, hi when there is none.
func (p *page) endOfPart(k, hi int) int {
	for k < hi && p.tokens[k].IsWordy() {
		k++
	}
	return k
}

// merged is the sorted union of two sorted lists.
func merged(a, b []string) []string {
	out := slices.Concat(a, b)
	slices.Sort(out)
	return slices.Compact(out)
}
