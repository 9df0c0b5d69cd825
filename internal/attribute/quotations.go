package attribute

import (
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// quotation is an outermost stretch in quotation marks, marks included.
type quotation struct {
	from, to int  // tokens
	open     bool // never closed: bounded by its paragraph
}

// scanQuotations finds the quotations of the paragraph [from, to).
func (p *page) scanQuotations(from, to int) {
	s := markScan{page: p, from: from, to: to, start: none}
	for i := from; i < to; i++ {
		switch p.kind(i) {
		case text.DoubleQuote:
			s.double(i)
		case text.SingleQuote:
			s.single(i)
		}
	}
	s.finish()
}

// leavesOpen reports whether the tokens [from, to) end within a quotation in
// double marks.
func (p *page) leavesOpen(from, to int) bool {
	s := markScan{page: p, from: from, to: to, start: none}
	marks := 0
	for i := from; i < to; i++ {
		if p.kind(i) != text.DoubleQuote {
			continue
		}
		marks++
		if s.sideAt(i) != text.Closing {
			s.start = i
		} else {
			s.start = none
		}
	}
	return marks%2 == 1 && s.start != none && s.runsOn()
}

// marksBehind counts the double marks behind token i in the paragraph.
func (s *markScan) marksBehind(i int) int {
	n := 0
	for j := i + 1; j < s.to && j < i+nestLook; j++ {
		if s.kind(j) == text.DoubleQuote {
			n++
		}
	}
	return n
}

// markScan is the state of one paragraph's scan.
type markScan struct {
	*page
	from, to int
	start    int  // the mark that opened the quotation under way, none when none is
	byOne    bool // it was opened by a single mark
	depth    int  // marks opened inside it
}

// double takes a double mark. Inside a quotation a mark of opening shape nests;
// any other closes what is innermost.
func (s *markScan) double(i int) {
	side := s.sideAt(i)
	switch {
	case s.start == none || s.byOne:
		if side != text.Closing {
			s.open(i, false)
		} else if s.start == none && s.opensMisshapen(i) {
			s.open(i, false)
		}
	case side == text.Opening && text.SideOf(s.tokens[i].Of(s.text)) == text.Opening:
		if s.closedLater(i) {
			s.depth++
		} else {
			s.abandon(i)
			s.open(i, false)
		}
	case side == text.Opening && s.tokens[i].Spaced && s.depth == 0 && s.endsBefore(i) && s.tokens[i+1].Capital() && s.closedLater(i):
		s.depth++
	case side == text.Opening && s.tokens[i].Spaced && (s.endsBefore(i) || s.kind(i-1) == text.Word) && s.marksBehind(i)%2 == 1:
		s.abandon(i)
		s.open(i, false)
	case s.depth > 0:
		s.depth--
	default:
		s.close(i)
	}
}

// closedLater reports whether two closing marks follow i, one for it and one for
// the quotation around it, with no more than nesting many opened between.
func (s *markScan) closedLater(i int) bool {
	closing, open := 0, 1
	for j := i + 1; j < s.to && j < i+nestLook; j++ {
		if s.kind(j) != text.DoubleQuote {
			continue
		}
		if s.sideAt(j) == text.Opening {
			open++
			continue
		}
		if closing++; closing == open+1 {
			return true
		}
	}
	return false
}

// nestLook bounds how far, in tokens, the end of a nested quotation is sought.
const nestLook = 400

// endsBefore reports whether what stands before mark i could end a quotation
// that was never closed.
func (s *markScan) endsBefore(i int) bool {
	k := s.kind(i - 1)
	return i-1 > s.start && (k == text.Stop || k == text.Colon || k == text.Comma) && i+1 < s.to && !s.tokens[i+1].Spaced
}

// sideAt tells by shape, then by the spaces around it, what a mark does.
func (s *markScan) sideAt(i int) text.Side {
	shape := text.SideOf(s.tokens[i].Of(s.text))
	before := !s.tokens[i].Spaced && i > s.from
	after := i+1 < s.to && !s.tokens[i+1].Spaced && (s.wordy(i+1) || s.tokens[i+1].IsQuote() || s.kind(i+1) == text.OpenBracket || s.kind(i+1) == text.Symbol)
	switch {
	case shape == text.Opening && before && !after:
		return text.Either // “ at the end, as in „…“
	case shape != text.Either:
		return shape
	case before && !after:
		return text.Closing
	case after && !before:
		return text.Opening
	case before && after && (s.kind(i-1) == text.OpenBracket || s.kind(i-1) == text.Dash || s.kind(i-1) == text.Colon):
		return text.Opening
	case before && after && (s.kind(i-1) == text.Comma && s.start == none):
		return text.Opening
	}
	return text.Either
}

// opensMisshapen reports whether a mark of closing shape stands where only an
// opening one can: ”We know” or »We know«, with another to close it.
func (s *markScan) opensMisshapen(i int) bool {
	if i+1 >= s.to || i > s.from && s.kind(i-1) != text.Comma && s.kind(i-1) != text.Colon && (s.tokens[i+1].Spaced || !s.tokens[i].Spaced) {
		return false
	}
	for j := i + 1; j < s.to && j < i+nestLook; j++ {
		if s.kind(j) == text.DoubleQuote {
			return true
		}
	}
	return false
}

// single takes a single mark: a quotation of its own where no double marks are
// open and a mate stands behind a word further on.
func (s *markScan) single(i int) {
	switch {
	case s.start == none && s.opensSingle(i):
		s.open(i, true)
	case s.start != none && s.byOne && s.closesSingle(i):
		s.close(i)
	}
}

func (s *markScan) opensSingle(i int) bool {
	if i+1 >= s.to || s.tokens[i+1].Spaced || !s.tokens[i].Spaced && i > s.from && s.wordy(i-1) {
		return false
	}
	for j := i + 2; j < s.to && j < i+singleLook; j++ {
		if s.kind(j) == text.DoubleQuote {
			return false
		}
		if s.kind(j) == text.SingleQuote && s.closesSingle(j) {
			return true
		}
	}
	return false
}

// singleLook bounds a quotation in single marks, in tokens: beyond it the mark
// is taken for an apostrophe.
const singleLook = 150

// closesSingle reports whether a single mark closes and is no possessive: it
// clings to what is before it, and a stop or comma stands on one of its sides,
// or the word before it does not end in s.
func (s *markScan) closesSingle(i int) bool {
	t := &s.tokens[i]
	if t.Spaced || i+1 < s.to && !s.tokens[i+1].Spaced && s.wordy(i+1) {
		return false
	}
	prev := s.tokens[i-1]
	return s.text[prev.End-1] != 's' || i+1 == s.to || !s.wordy(i+1)
}

func (s *markScan) open(i int, byOne bool) { s.start, s.byOne, s.depth = i, byOne, 0 }

// close takes in the quotation that ends at mark i.
func (s *markScan) close(i int) {
	s.take(s.start, i+1, false)
	s.start = none
}

// abandon ends a quotation that was never closed before mark i, where another
// one opens.
func (s *markScan) abandon(i int) {
	if end := s.attributedWithin(i); end != none {
		s.take(s.start, end, true)
	} else if s.runsOn() {
		s.take(s.start, i, true)
	} else {
		s.refuse(s.span(s.start, s.start+1), ruleUnbalanced)
	}
	s.start = none
}

// finish ends the paragraph. A quotation still open runs to the paragraph's end
// when it began where a quotation of speech does.
func (s *markScan) finish() {
	if s.start == none || s.byOne {
		return
	}
	end := none
	if s.to >= len(s.tokens) || s.kind(s.to) != text.DoubleQuote {
		end = s.attributedWithin(s.to)
	}
	switch {
	case end != none:
		s.take(s.start, end, true)
	case s.runsOn():
		s.take(s.start, s.to, true)
	default:
		s.refuse(s.span(s.start, s.start+1), ruleUnbalanced)
	}
}

// runsOn reports whether the quotation under way began at the paragraph's start
// or behind a comma, colon, dash or stop.
func (s *markScan) runsOn() bool {
	if s.start == s.from {
		return true
	}
	switch s.kind(s.start - 1) {
	case text.Comma, text.Colon, text.Stop, text.Dash:
		return true
	}
	return false
}

func (s *markScan) take(from, to int, open bool) {
	if to-from < 2 {
		return
	}
	for i := from; i < to; i++ {
		s.quoteOf[i] = int32(len(s.quotes))
	}
	s.doubled = s.doubled || s.kind(from) == text.DoubleQuote
	s.quotes = append(s.quotes, quotation{from: from, to: to, open: open})
}

func (p *page) refuse(span news.Span, rule string) {
	if len(p.refused) < maxRefusals {
		p.refused = append(p.refused, news.Refusal{Span: span, Reason: news.Reason{Rule: rule, Words: span.Of(p.text)}})
	}
}

// maxRefusals bounds what --explain has to show of one article.
const maxRefusals = 2000
