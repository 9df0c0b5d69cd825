package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// innerWords is the fewest tokens of a quotation worth reading for what others
// are said to say in it.
const innerWords = 10

// readInside finds statements within the quotations of the paragraph: “The
// ministry said that …,” Korva said. Only what a speaker other than "I" or "we"
// is plainly reported to say is taken.
func (p *page) readInside(para *paragraph) {
	for i := para.from; i < para.to; i++ {
		if !p.quoted(i) {
			continue
		}
		q := p.quotes[p.quoteOf[i]]
		if q.to-q.from >= innerWords {
			p.readQuoted(q)
		}
		i = q.to - 1
	}
}

// readQuoted reads the inside of one quotation as if it stood in no marks. What is
// taken there is plain without a tree.
func (p *page) readQuoted(q quotation) {
	around := p.quoteOf[q.from]
	inside := p.quoteOf[q.from+1 : q.to-1]
	for k := range inside {
		inside[k] = none
	}
	first, refused := len(p.found), len(p.refused)
	p.scanQuotations(q.from+1, q.to-1)
	for _, r := range p.joinOverQuotations(text.Sentences(p.text, p.tokens[q.from+1:q.to-1], nil), q.from+1) {
		s := p.sentenceOf(r)
		s.read()
	}
	p.found = append(p.found[:first], keepPlain(p, p.found[first:])...)
	p.refused = p.refused[:refused]
	for k := range inside {
		inside[k] = around
	}
}

// keepPlain leaves out, in place, what is not plainly reported speech of somebody
// else.
func keepPlain(p *page, found []finding) []finding {
	kept := found[:0]
	for i := range found {
		if f := &found[i]; p.plainlyReports(f) {
			f.direct = false
			kept = append(kept, *f)
		}
	}
	return kept
}

// plainlyReports reports whether somebody who is not talking is said to say
// something, not only to fear or expect it.
func (p *page) plainlyReports(f *finding) bool {
	switch f.reasons[0].Rule {
	case ruleThat, ruleAccording, ruleBehind, ruleQuoted, ruleAs:
		return !f.inward && f.polarity != news.Asks && f.polarity != news.Declines && !f.speaker.Empty() && !p.isSelf(f.speaker)
	}
	return false
}

// isSelf reports whether the speaker is "I", "we" or "you".
func (p *page) isSelf(speaker news.Span) bool {
	switch text.KeyOf(speaker.Of(p.text)) {
	case keyI, keyWe, keyYou:
		return true
	}
	return false
}
