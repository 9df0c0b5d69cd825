package stance

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/news"
)

// answersLook bounds how many sentences behind the outlet's verdict, or behind the
// answer before, one who answers for it is looked for.
const answersLook = 2

// readAnswers takes what those who answer for a thing say of it right behind the
// outlet's word that what is told of it is not so: they say what is so in its place.
func (p *page) readAnswers() {
	for _, f := range slices.Clone(p.found) {
		if f.Relation == news.RelDenies && f.Statement == news.Outermost && f.Holder == nil && f.Reasons[0].Rule == ruleVerdict {
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
	first, _ := slices.BinarySearchFunc(p.cues, f.Cue.End, func(c cue, end int) int { return c.Start - end })
	for _, c := range p.cues[first:] {
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
		if sorted.Common(own, pool) == 0 {
			continue
		}
		last, pool = int(p.sentOf[i]), merged(pool, own)
		p.takers[c.statement] = true
		p.found = append(p.found, news.Stance{Statement: c.statement, Relation: news.RelCorrects, Cue: p.answerCue(s, c.Span), Of: f.Of, Told: f.Told,
			Reasons: []news.Reason{{Rule: ruleAnswers, Words: c.Of(p.text)}}})
	}
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
