package stance

import (
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// telling is a place where the article tells something that a stance may be about.
type telling struct {
	spans     []news.Span
	tokens    text.Range // its tokens, gaps within
	statement int        // that tells it; Outermost when the outlet does
	weight    float64    // how surely it is somebody's claim
	kind      kind
	at        int      // of byStance, the sentence of that stance
	taking    bool     // it holds a stance itself
	denied    bool     // it is told as what somebody denies
	clipped   bool     // less the stance's own words
	marked    bool     // the outlet's, as something it only passes on: "reportedly"
	noun      string   // the claim noun that leads it, cut as stems are: "rumou" of "rumours that"
	stems     []string // of its telling words, sorted
}

// kind is by what a telling is one.
type kind uint8

const (
	byOutlet   kind = iota // the outlet's own sentence
	bySpeaker              // an attributed statement
	byNoun                 // behind a claim noun: "rumours that P"
	byVerb                 // behind a verb of telling: "is rumoured to have P"
	byModifier             // before a claim noun: "bridge collapse rumours"
	byTitle
	byStance // what a stance before is about
)

const (
	leastWords    = 2
	modifierWords = 3 // before a claim noun
	nameWords     = 3
	verblessWords = 6
	lookBack      = 14 // sentences
	lookAhead     = 3
	leadAhead     = 12 // from where an article says what it is about
	stemLength    = 5
)

// collect makes the article's tellings, once.
func (p *page) collect() []telling {
	if p.tellings != nil || len(p.tokens) == 0 {
		return p.tellings
	}
	for i := range p.article.Statements {
		p.statementTelling(i)
	}
	for i := range p.tokens {
		if p.is(i, claimNoun) {
			p.nounTelling(i)
		}
		if p.is(i, tells) {
			p.verbTelling(i)
		}
		if p.is(i, accuses) {
			p.accusedTelling(i)
		}
	}
	if title := p.article.Title.Span; !title.Empty() {
		p.addTelling(p.tokensOf(title), []news.Span{title}, news.Outermost, weightTitle, byTitle)
	}
	slices.SortStableFunc(p.tellings, func(a, b telling) int { return a.tokens.From - b.tokens.From })
	p.centre()
	return p.tellings
}

func (p *page) statementTelling(i int) {
	s := &p.article.Statements[i]
	spans := p.plain(s.Content)
	if len(spans) == 0 {
		return
	}
	r := text.Range{From: p.tokenAt(spans[0].Start), To: p.tokenAt(spans[len(spans)-1].End)}
	if k := p.behindLabel(r); k > r.From && p.tokens[k].Start < spans[0].End { // "Claim: P"
		r.From = k
		spans[0] = news.Span{Start: p.tokens[k].Start, End: spans[0].End}
	}
	if s.Voice == news.OutletOwn {
		w, marked := weightOutlet, p.marked(r)
		if marked {
			w += weightMarked
		}
		n := len(p.tellings)
		if p.addTelling(r, spans, news.Outermost, w, byOutlet); len(p.tellings) > n {
			p.tellings[n].marked = marked
		}
		return
	}
	w := weightSaid
	switch s.Polarity {
	case news.Denies:
		p.addTelling(r, spans, i, weightDenied, bySpeaker)
		p.tellings[len(p.tellings)-1].denied = true
		return
	case news.Declines:
		return // what one will not speak of is told by nobody
	case news.Asks:
		w += weightAsked
	}
	for _, part := range p.bySentence(spans) {
		p.addTelling(text.Range{From: p.tokenAt(part[0].Start), To: p.tokenAt(part[len(part)-1].End)}, part, i, w, bySpeaker)
	}
}

// behindLabel is where what r tells begins behind a label of its own: "The claim: P".
func (p *page) behindLabel(r text.Range) int {
	for k := r.From; k+2 < r.To && k < r.From+labelWords; k++ {
		if p.is(k, claimNoun) && p.tokens[k+1].Kind == text.Colon && p.sentOf[k+2] == p.sentOf[r.From] {
			return k + 2
		}
	}
	return r.From
}

// longWords is how many tokens a statement has at least that tells more than one thing.
const longWords = 80

// bySentence is what a statement says, sentence by sentence where it is long: each may be
// a claim of its own.
func (p *page) bySentence(spans []news.Span) (out [][]news.Span) {
	if p.tokenAt(spans[len(spans)-1].End)-p.tokenAt(spans[0].Start) < longWords {
		return [][]news.Span{spans}
	}
	last := none
	for _, s := range spans {
		for r := p.tokensOf(s); r.From < r.To; {
			at := int(p.sentOf[r.From])
			from, to := p.trim(r.From, min(r.To, p.sents[at].To))
			r.From = p.sents[at].To
			if from >= to {
				continue
			}
			if at != last {
				out, last = append(out, nil), at
			}
			out[len(out)-1] = append(out[len(out)-1], p.span(from, to))
		}
	}
	return out
}

// centre gives more weight to tellings whose words others have too: what the
// article is about is what its verdicts are mostly about.
func (p *page) centre() {
	held := map[string]int{}
	for i := range p.tellings {
		for _, s := range p.tellings[i].stems {
			held[s]++
		}
	}
	for i := range p.tellings {
		t := &p.tellings[i]
		sum := 0
		for _, s := range t.stems {
			sum += min(held[s]-1, heldMost)
		}
		t.weight += weightCentre * float64(sum) / float64(heldMost*max(len(t.stems), leastWords))
	}
}

// heldMost bounds how many other tellings of a word count.
const heldMost = 4

// marked reports whether words of r say that something is told.
func (p *page) marked(r text.Range) bool {
	for i := r.From; i < min(r.To, r.From+tellingLook); i++ {
		if p.is(i, tells) && !p.is(i, claimNoun) || strings.HasSuffix(p.word(i), "edly") {
			return true
		}
	}
	return false
}

// plain is a content's spans without "that" and marks at their ends.
func (p *page) plain(content []news.Span) []news.Span {
	var out []news.Span
	for _, s := range content {
		r := p.tokensOf(s)
		if from, to := p.trim(r.From, r.To); from < to {
			out = append(out, p.span(from, to))
		}
	}
	return out
}

// nounTelling takes what stands behind the claim noun at i: "rumours that P".
func (p *page) nounTelling(i int) {
	if r, ok := p.complement(i, p.sentence(i).To); ok {
		p.addTelling(r, []news.Span{p.span(r.From, r.To)}, news.Outermost, weightNoun, byNoun)
		p.tellings[len(p.tellings)-1].noun = nounStem(p.word(i))
		return
	}
	if from := p.nounStart(i); p.content(from, i) >= modifierWords && !p.is(i-1, function) && !p.isVerbal(i) && !p.hasVerb(from, i) {
		r := text.Range{From: from, To: i}
		p.addTelling(r, []news.Span{p.span(r.From, r.To)}, news.Outermost, weightModifier, byModifier)
		p.tellings[len(p.tellings)-1].noun = nounStem(p.word(i))
	}
}

// verbTelling takes what stands behind the verb at i: "claimed that P", "is rumoured
// to have P".
func (p *page) verbTelling(i int) {
	hi := p.sentence(i).To
	if i+2 >= hi || p.key(i+1) != keyThat && !(p.key(i+1) == keyTo && (p.is(i+2, auxiliary) || p.reads(i+2, keysBe)) && p.is(i-1, be|intensive)) {
		return
	}
	if r, ok := p.clause(i+2, hi); ok {
		p.addTelling(r, []news.Span{p.span(r.From, r.To)}, news.Outermost, weightNoun, byVerb)
	}
}

// accusedTelling takes what stands behind "accused the mayor of", "is accused of".
func (p *page) accusedTelling(i int) {
	hi := p.sentence(i).To
	for k := i + 1; k < min(hi, i+accuseLook); k++ {
		if (p.reads(k, keysOf1) || p.reads(k, keysWith)) && k+2 < hi && p.isGerund(k+1) {
			if r, ok := p.clause(k+1, hi); ok {
				p.addTelling(r, []news.Span{p.span(r.From, r.To)}, news.Outermost, weightNoun, byVerb)
				p.tellings[len(p.tellings)-1].noun = accusation
			}
			return
		}
		if !p.tokens[k].IsWordy() && !p.tokens[k].IsQuote() || p.is(k, be|modal) || p.key(k) == keyThat {
			return
		}
	}
}

// accusation is the noun that leads what somebody is accused of, as nounStem cuts it.
var accusation = nounStem("accusation")

var keysWith = keysOf([]string{"with"})

var keysBe = keysOf([]string{"be"})

func (p *page) addTelling(r text.Range, spans []news.Span, statement int, weight float64, k kind) {
	if k == byNoun && p.isSaying(r.From) && r.From+1 < r.To && spans[0].Start == p.tokens[r.From].Start && spans[0].End > p.tokens[r.From+1].Start {
		r.From++ // "the reports said P"
		spans[0].Start = p.tokens[r.From].Start
	}
	if r.From >= r.To {
		return
	}
	t := telling{spans: spans, tokens: r, statement: statement, weight: weight, kind: k, stems: p.stems(r.From, r.To)}
	if len(t.stems) < leastWords {
		t.weight += weightShort
	} else if len(t.stems) <= nameWords && !p.hasGroup(r) {
		t.weight += weightName
	}
	if weight < weightNoun && weight != weightModifier && len(t.stems) <= verblessWords && !p.hasVerb(r.From, r.To) {
		t.weight += weightVerbless
	}
	if weight != weightDenied && p.takes(r) {
		t.weight += weightTaken
		t.taking = true
	}
	p.tellings = append(p.tellings, t)
}

// hasGroup reports whether r has a form of "be" or "have" or the like.
func (p *page) hasGroup(r text.Range) bool {
	for k := r.From; k < min(r.To, r.From+tellingLook); k++ {
		if p.is(k, be|auxiliary|modal) {
			return true
		}
	}
	return false
}

// takes reports whether words of r take a stance themselves.
func (p *page) takes(r text.Range) bool {
	for i := r.From; i < min(r.To, r.From+tellingLook); i++ {
		if ph := p.longest(i, func(ph *phrase) bool {
			return ph.kind == "verb" || ph.kind == "verdict" && ph.relation == news.RelDenies || ph.kind == "small"
		}); ph != nil {
			return true
		}
	}
	return false
}
