package attribute

import (
	"cmp"
	"slices"
	"sort"

	"github.com/hearsay-engine/hearsay/news"
)

// assemble turns what was found into statements: ordered, nested, each with its
// kind, and the outlet's own sentences among them.
func (p *page) assemble() []news.Statement {
	outlet := p.outletSentences()
	places := make([]place, 0, len(p.found)+len(outlet))
	for i := range p.found {
		places = append(places, placeOf(p.found[i].content, i))
	}
	for i := range outlet {
		places = append(places, placeOf(outlet[i], len(p.found)+i))
	}
	slices.SortFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(b.size, a.size), cmp.Compare(a.at, b.at))
	})
	places = slices.CompactFunc(places, func(a, b place) bool { return a.Span == b.Span && a.size == b.size })
	statements := make([]news.Statement, len(places))
	n := p.countQuoted()
	for i, o := range places {
		if k := o.at - len(p.found); k >= 0 {
			statements[i] = outletStatement(outlet[k])
			continue
		}
		f := &p.found[o.at]
		statements[i] = f.statement(p.kindOf(n, f.content))
	}
	nest(statements)
	return statements
}

// place is where a statement stands from first to last, the bytes of its
// content, and which it is: a finding, or behind those an own sentence of the
// outlet.
type place struct {
	news.Span
	size, at int
}

func placeOf(content []news.Span, at int) place {
	size := 0
	for _, c := range content {
		size += c.Len()
	}
	return place{news.Span{Start: content[0].Start, End: content[len(content)-1].End}, size, at}
}

func outletStatement(content []news.Span) news.Statement {
	return news.Statement{Content: content, Kind: news.Indirect, Voice: news.OutletOwn, Within: news.Outermost,
		Polarity: news.Asserts, Reasons: []news.Reason{{Rule: ruleOutlet}}}
}

func end(s *news.Statement) int { return s.Content[len(s.Content)-1].End }

// statement is the finding as the product gives it.
func (f *finding) statement(kind news.Kind) news.Statement {
	s := news.Statement{Content: f.content, Kind: kind, Voice: news.Attributed, Within: news.Outermost, Polarity: f.polarity, Reasons: f.reasons}
	if f.turn {
		s.Kind, s.SpeakerName = news.Turn, f.name
	}
	if !f.speaker.Empty() {
		s.Speaker = &f.speaker
	}
	if !f.cue.Empty() {
		s.Cue = &f.cue
	}
	return s
}

// directShare is the least share of a content's words that stand in quotation
// marks for it to count as direct.
const directShare = 0.9

// counts are the words before each token, and those of them in quotation marks.
type counts struct{ all, quoted int32 }

// countQuoted counts the words of the page: a content may hold all that follow
// it, so that none may be counted one by one.
func (p *page) countQuoted() []counts {
	n := make([]counts, len(p.tokens)+1)
	for i := range p.tokens {
		n[i+1] = n[i]
		if !p.wordy(i) {
			continue
		}
		n[i+1].all++
		if p.quoted(i) {
			n[i+1].quoted++
		}
	}
	return n
}

// kindOf tells by the share of words in quotation marks.
func (p *page) kindOf(n []counts, content []news.Span) news.Kind {
	in, all := int32(0), int32(0)
	for _, c := range content {
		from, to := n[p.tokenAt(c.Start)], n[p.tokenAt(c.End)]
		in, all = in+to.quoted-from.quoted, all+to.all-from.all
	}
	switch {
	case in == 0:
		return news.Indirect
	case float64(in) >= directShare*float64(all):
		return news.Direct
	}
	return news.Mixed
}

// tokenAt is the first token that begins at a byte or behind it.
func (p *page) tokenAt(at int) int {
	return sort.Search(len(p.tokens), func(i int) bool { return p.tokens[i].Start >= at })
}

// nestDepth bounds how deep statements are nested.
const nestDepth = 32

// nest points each statement, in order, to the innermost one before it whose
// content holds its cue and content.
func nest(statements []news.Statement) {
	var around []int // the statements that may still hold what follows, outermost first
	for i := range statements {
		s := &statements[i]
		for len(around) > 0 && end(&statements[around[len(around)-1]]) <= s.Start() {
			around = around[:len(around)-1]
		}
		for k := len(around) - 1; k >= 0 && k >= len(around)-nestDepth; k-- {
			if o := &statements[around[k]]; o.Voice == news.Attributed && holds(o, s) {
				s.Within = around[k]
				break
			}
		}
		around = append(around, i)
	}
}

// holds reports whether each part of inner, and its cue, stands within one part
// of outer's content.
func holds(outer, inner *news.Statement) bool {
	k := 0
	for _, part := range inner.Content {
		for k < len(outer.Content) && outer.Content[k].End < part.End {
			k++
		}
		if k == len(outer.Content) || !outer.Content[k].Holds(part) {
			return false
		}
	}
	return inner.Cue == nil || slices.ContainsFunc(outer.Content, func(c news.Span) bool { return c.Holds(*inner.Cue) })
}

// outletWords is the fewest words of a sentence, less what others say in it,
// that say something themselves.
const outletWords = 3

// outletSentences are the body's sentences nobody is named for, less the
// contents attributed in them.
func (p *page) outletSentences() [][]news.Span {
	taken := p.takenSpans()
	var out [][]news.Span
	n := 0
	for i := range p.paragraphs {
		for _, r := range p.paragraphs[i].sentences {
			whole := p.span(r.From, r.To)
			if p.headline.Overlaps(whole) {
				continue // a headline above the body is no sentence of it
			}
			for n < len(taken) && taken[n].End <= whole.Start {
				n++
			}
			if content := p.remainder(r.From, r.To, taken[n:]); len(content) > 0 {
				out = append(out, content)
			}
		}
	}
	return out
}

// takenSpans are the contents, speakers and cues of all findings, in order,
// joined where they overlap.
func (p *page) takenSpans() []news.Span {
	var taken []news.Span
	for i := range p.found {
		f := &p.found[i]
		taken = append(taken, f.content...)
		if !f.cue.Empty() {
			taken = append(taken, f.cue)
		}
		if !f.speaker.Empty() && !f.carried {
			taken = append(taken, f.speaker)
		}
	}
	slices.SortFunc(taken, func(a, b news.Span) int { return cmp.Compare(a.Start, b.Start) })
	joined := taken[:0]
	for _, s := range taken {
		if n := len(joined); n > 0 && s.Start <= joined[n-1].End {
			joined[n-1].End = max(joined[n-1].End, s.End)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// remainder is what is left of tokens [from, to) when the taken spans are out;
// nil when too little is.
func (p *page) remainder(from, to int, taken []news.Span) []news.Span {
	var room [4][2]int
	parts := room[:0]
	n, words, start := 0, 0, none
	for i := from; i < to; i++ {
		for n < len(taken) && taken[n].End <= p.tokens[i].Start {
			n++
		}
		if n < len(taken) && taken[n].Overlaps(p.tokens[i].Span) {
			if start != none {
				parts = append(parts, [2]int{start, i})
			}
			start = none
			continue
		}
		if start == none {
			start = i
		}
		if p.wordy(i) {
			words++
		}
	}
	if words < outletWords {
		return nil
	}
	if start != none {
		parts = append(parts, [2]int{start, to})
	}
	return p.spans(parts)
}
