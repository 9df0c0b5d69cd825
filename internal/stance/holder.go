package stance

import (
	"cmp"
	"slices"
	"sort"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// cue is where a statement's cue stands.
type cue struct {
	news.Span
	statement int
}

// placeStatements notes where the cues of statements stand, and which attributed
// statement each token is said in, the innermost.
func (p *page) placeStatements() {
	var said []cue
	for i := range p.article.Statements {
		s := &p.article.Statements[i]
		if s.Voice == news.OutletOwn {
			continue
		}
		if s.Cue != nil {
			p.cues = append(p.cues, cue{*s.Cue, i})
		}
		for _, c := range s.Content {
			said = append(said, cue{c, i})
		}
	}
	byStart := func(a, b cue) int { return cmp.Compare(a.Start, b.Start) }
	slices.SortStableFunc(p.cues, byStart)
	slices.SortStableFunc(said, byStart)
	p.saidIn = make([]int32, len(p.tokens))
	var open []cue // the contents around a token, the innermost last
	for i := range p.tokens {
		at := p.tokens[i].Start
		for len(said) > 0 && said[0].Start <= at {
			open, said = append(open, said[0]), said[1:]
		}
		for len(open) > 0 && open[len(open)-1].End <= at {
			open = open[:len(open)-1]
		}
		p.saidIn[i] = none
		if n := len(open); n > 0 {
			p.saidIn[i] = int32(open[n-1].statement)
		}
	}
}

// cueOf is the statement whose cue holds token i, none when there is none.
func (p *page) cueOf(i int) int {
	t := p.tokens[i].Span
	k := sort.Search(len(p.cues), func(k int) bool { return p.cues[k].Start > t.Start })
	for n := k - 1; n >= 0 && n >= k-cuesAtOnce; n-- {
		if p.cues[n].Overlaps(t) {
			return p.cues[n].statement
		}
	}
	return none
}

// cuesAtOnce bounds how many cues may lie over one another.
const cuesAtOnce = 4

// cueWithin reports whether a statement's cue begins within tokens [from, to).
func (p *page) cueWithin(from, to int) bool {
	if from >= to {
		return false
	}
	k := sort.Search(len(p.cues), func(k int) bool { return p.cues[k].Start >= p.tokens[from].Start })
	return k < len(p.cues) && p.cues[k].Start < p.tokens[to-1].End
}

// taker is who takes a stance: a statement, or words where none carries it.
type taker struct {
	statement int
	holder    *news.Span
}

// takerOfVerb is who does what the verb at token i says.
func (p *page) takerOfVerb(i int, passive bool) taker {
	if s := p.cueOf(i); s != none && p.article.Statements[s].Speaker != nil {
		return p.named(s)
	}
	if !p.parse(i) {
		return p.takerOf(i)
	}
	if s := p.speakerBefore(i); s != none {
		return taker{statement: s}
	}
	h := p.agentOf(i)
	if h == none && !passive {
		if h = p.nounBefore(i); h == none || p.is(h, dated) || p.tokens[h].Case == text.LowerCase && p.isIntensive(h) && !p.is(h, pointing|subjective) {
			h = p.subject(i)
		}
	}
	if h != none && h < i && p.is(h, claimNoun) {
		if k := p.issuing(h); k != none && p.sentOf[k] == p.sentOf[i] {
			return p.takerOfVerb(k, false) // "issued a statement denying"
		}
	}
	if h == none || p.is(h, pointing) && !p.reads(h, keysThey) {
		return p.takerOf(i)
	}
	if p.is(h, relative) && h > p.sentence(i).From {
		if h--; !p.tokens[h].IsWordy() && h > p.sentence(i).From {
			h-- // "the mayor, who denied"
		}
		if !p.tagged(h, &parts().noun) {
			return p.takerOf(i)
		}
	}
	if p.saidIn[i] != none && (p.reads(h, keysWe) || p.reads(h, keysI)) {
		return p.takerOf(i)
	}
	r := p.nominal(h)
	if h < i {
		r.To = min(r.To, i)
	}
	for r.From < h && p.is(r.From, relative) {
		r.From++
	}
	for r.To > h+1 && h < i && (p.isIntensive(r.To-1) || p.is(r.To-1, auxiliary|be)) {
		r.To--
	}
	if r.From >= r.To {
		return p.takerOf(i)
	}
	s := p.span(r.From, r.To)
	return taker{statement: news.Outermost, holder: &s}
}

// named is the statement s as what takes a stance; whoever its "who" stands for is named
// beside it.
func (p *page) named(s int) taker {
	r := p.tokensOf(*p.article.Statements[s].Speaker)
	if r.To-r.From == 1 && p.is(r.From, relative) && r.From > p.sentence(r.From).From {
		h := r.From - 1
		if !p.tokens[h].IsWordy() && h > p.sentence(r.From).From {
			h--
		}
		if from := p.nameStart(h + 1); p.tagged(h, &parts().noun) && from <= h {
			span := p.span(from, h+1)
			return taker{statement: s, holder: &span}
		}
	}
	for h := r.From; h < r.To; h++ {
		if !p.is(h, claimNoun) {
			continue
		}
		if k := p.issuing(h); k != none { // "issued a statement denying"
			return taker{statement: s, holder: p.takerOfVerb(k, false).holder}
		}
	}
	return taker{statement: s}
}

var keysWe, keysI, keysThey = keysOf([]string{"we"}), keysOf([]string{"i"}), keysOf([]string{"they"})

// speakerBefore is the statement whose speaker does what the gerund at i says:
// "the mayor said on Monday, playing down rumours".
func (p *page) speakerBefore(i int) int {
	lo := p.sentence(i).From
	if i-1 <= lo || p.tokens[i-1].Kind != text.Comma || !p.tagged(i, &parts().gerund) {
		return none
	}
	for k := i - 2; k >= lo && k >= i-speakerLook && p.tokens[k].IsWordy(); k-- {
		if s := p.cueOf(k); s != none {
			return s
		}
	}
	return none
}

// speakerLook bounds how far before a gerund its speaker's verb stands, in tokens.
const speakerLook = 6

// nounBefore is the head of the noun phrase right before the verb group of i.
func (p *page) nounBefore(i int) int {
	g, lo := parts(), p.sentence(i).From
	if p.tagged(i, &g.gerund) {
		return none
	}
	k := i - 1
	for k >= lo && (p.is(k, be|auxiliary|modal) || p.isIntensive(k)) && !p.is(k, determiner|pointing|preposition) {
		k--
	}
	if k < lo || !p.tagged(k, &g.noun) || p.is(k, pointing) && !p.reads(k, keysThey) {
		return none
	}
	return p.phraseHead(k, i)
}

// phraseHead is the head of the noun phrase that token k stands in, before token i.
func (p *page) phraseHead(k, i int) int {
	for n := p.head(k); n != none && n < i && p.tagged(n, &parts().noun) && n >= k-nounLook; n = p.head(n) {
		k = n
	}
	return k
}

// agentOf is the head of who does what the passive verb at i says: "by X".
func (p *page) agentOf(i int) int {
	if !p.parse(i) {
		return none
	}
	for c := range p.tree.Children(i - p.from()) {
		if h := c + p.from(); h > i && parts().agent[p.rel(c)] && p.key(p.subtree(h).From) == keyBy {
			return h
		}
	}
	return none
}

// takerOf is whose words token i is: a statement's or the outlet's.
func (p *page) takerOf(i int) taker {
	if s := p.saidIn[i]; s != none {
		return taker{statement: int(s)}
	}
	return taker{statement: news.Outermost}
}

// around is who says what the statement stands in: a verdict behind "but" on what
// it tells is not its speaker's.
func (p *page) around(statement int, told news.Span) taker {
	for statement != news.Outermost {
		s := &p.article.Statements[statement]
		if !slices.ContainsFunc(s.Content, told.Overlaps) && s.Start() < told.Start {
			break
		}
		statement = s.Within
	}
	return taker{statement: statement}
}

// stemsOf are the telling words of who takes a stance.
func (p *page) stemsOf(t taker) []string {
	if t.statement != news.Outermost {
		return p.speakerStems(t.statement)
	}
	return p.nameStems(t.holder, "")
}

// take keeps a stance that was found.
func (p *page) take(relation news.Relation, at text.Range, t taker, of object, rules ...string) {
	if of.within || of.rule == ruleComplement && p.toldByNoun(t, of.spans[0]) {
		t = p.around(t.statement, of.spans[0])
	}
	if n := len(p.found); n > 0 && p.found[n-1].Cue.Start == p.tokens[at.From].Start {
		last := &p.found[n-1]
		last.Cue = p.span(at.From, at.To) // "dismissed it as a hoax", after "dismissed it"
		if last.Holder == nil && last.Statement == t.statement {
			last.Holder = t.holder
		}
		if len(last.Of) == 1 && last.Of[0].Start == of.spans[0].Start {
			last.Of = of.spans // less "as a hoax"
		}
		return
	}
	told := of.statement
	if told == untold {
		told = p.firstToldBy(of, at, t)
	}
	s := news.Stance{Statement: t.statement, Holder: t.holder, Relation: relation, Cue: p.span(at.From, at.To), Of: of.spans, Told: told}
	for _, r := range append(rules, of.rule) {
		s.Reasons = append(s.Reasons, news.Reason{Rule: r})
	}
	s.Reasons[0].Words = s.Cue.Of(p.text)
	if of.weight > 0 {
		s.Reasons[len(s.Reasons)-1].Figure = of.weight
	}
	p.found = append(p.found, s)
	p.takers[t.statement], p.cued[s.Cue.Start] = true, true
	if relation == news.RelDenies && s.Reasons[0].Rule != ruleNoEvidence {
		p.remember(s)
	}
}

// toldByNoun reports whether it is a report or the like that is read as saying both
// what it tells and the verdict behind: "the article claiming that P was a hoax".
func (p *page) toldByNoun(t taker, told news.Span) bool {
	if t.statement == news.Outermost {
		return false
	}
	s := &p.article.Statements[t.statement]
	if s.Speaker == nil || s.Speaker.End > told.Start || !slices.ContainsFunc(s.Content, told.Overlaps) {
		return false
	}
	r := p.tokensOf(*s.Speaker)
	return r.From < r.To && (p.is(r.To-1, claimNoun|artefact) || p.is(r.From, relative) && r.To-r.From == 1)
}

// remember makes what a stance is about a telling for those behind.
func (p *page) remember(s news.Stance) {
	r := text.Range{From: p.tokenAt(s.Of[0].Start), To: p.tokenAt(s.Of[len(s.Of)-1].End)}
	if r.From < r.To {
		p.taken = append(p.taken, telling{kind: byStance, at: int(p.sentOf[p.tokenAt(s.Cue.Start)]), spans: s.Of, tokens: r, statement: s.Told, weight: weightDenied, denied: true, stems: p.stems(r.From, r.To)})
	}
}
