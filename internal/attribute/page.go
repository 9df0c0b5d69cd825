package attribute

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/lang/en"
	"github.com/hearsay-engine/hearsay/internal/mention"
	"github.com/hearsay-engine/hearsay/internal/syntax"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// page is one article being read: its words, its quotations, and what has been
// found so far.
type page struct {
	text       string
	tokens     []text.Token
	words      []*lexeme // what the lists know of each token
	quoteOf    []int32   // the outermost quotation a token stands in, none when in none
	quotes     []quotation
	doubled    bool // a quotation stands in double marks
	paragraphs []paragraph
	headline   news.Span // the title, where it stands outside the body
	index      *mention.Index

	tree     tree       // of the sentence under reading
	groups   []group    // room for those of one sentence
	before   text.Range // the sentence before the one under reading
	promised promise    // of the last sentence that ended with a colon
	looks    int        // at tokens, so far
	found    []finding
	refused  []news.Refusal
}

// promise is who was announced to speak next: "Korva said:".
type promise struct {
	speaker, cue news.Span
	end          int // behind the colon
}

// none is the quoteOf of a token in no quotation.
const none = -1

// paragraph is one line of the body with its tokens and sentences.
type paragraph struct {
	news.Span
	from, to  int // tokens
	sentences []text.Range
	title     bool
}

// finding is a statement in the making.
type finding struct {
	speaker  news.Span // empty when nobody is named
	cue      news.Span // empty when none
	content  []news.Span
	polarity news.Polarity
	reasons  []news.Reason
	inward   bool   // its verb tells what somebody thinks, not what is said
	carried  bool   // the speaker is carried on from another statement
	turn     bool   // a turn of an interview
	name     string // its speaker's name, as turns have it
	direct   bool   // its last content is a quotation, which a following one continues
	carrier  int    // the finding that carries this one whole, counted from 1; 0 for none
}

// newPage finds the quotations and sentences of an article's words.
func newPage(a *news.Article, words text.Words, index *mention.Index) *page {
	p := &page{text: a.Text, tokens: words.Tokens, words: look(words.Tokens), index: index, tree: tree{words: syntax.Room()}}
	if !slices.ContainsFunc(a.Body, a.Title.Span.Overlaps) {
		p.headline = a.Title.Span
	}
	p.quoteOf = make([]int32, len(p.tokens))
	for i := range p.quoteOf {
		p.quoteOf[i] = none
	}
	p.paragraphs = make([]paragraph, len(words.Lines))
	for i, l := range words.Lines {
		p.paragraphs[i] = paragraph{Span: l.Span, from: l.From, to: l.To, title: i == 0 || a.Title.Span.Overlaps(l.Span)}
	}
	p.paragraphs = p.joinOpen(p.paragraphs)
	var ranges []text.Range
	for i := range p.paragraphs {
		para := &p.paragraphs[i]
		p.scanQuotations(para.from, para.to)
		start := len(ranges)
		ranges = text.Sentences(a.Text, p.tokens[para.from:para.to], ranges)
		para.sentences = p.joinOverQuotations(ranges[start:], para.from)
		ranges = ranges[:start+len(para.sentences)]
	}
	return p
}

// joinOpen makes one paragraph, in place, of those that one quotation runs over
// without being opened again: text broken into a line a sentence.
func (p *page) joinOpen(paragraphs []paragraph) []paragraph {
	n := 0
	for i := 0; i < len(paragraphs); n++ {
		para := paragraphs[i]
		i++
		if p.leavesOpen(para.from, para.to) {
			if k := p.closesIn(paragraphs[i:min(i+joinLook, len(paragraphs))]); k > 0 {
				para.End, para.to = paragraphs[i+k-1].End, paragraphs[i+k-1].to
				i += k
			}
		}
		paragraphs[n] = para
	}
	return paragraphs[:n]
}

// joinLook bounds how many lines one quotation may run over.
const joinLook = 24

// closesIn tells how many of the paragraphs belong to a quotation open before
// them: up to the one whose first double mark closes. 0 when the first mark
// opens, or none is there.
func (p *page) closesIn(paragraphs []paragraph) int {
	for k := range paragraphs {
		s := markScan{page: p, from: paragraphs[k].from, to: paragraphs[k].to, start: none}
		for i := s.from; i < s.to; i++ {
			if p.kind(i) != text.DoubleQuote {
				continue
			}
			if s.sideAt(i) == text.Closing || i > s.from && p.kind(i-1) == text.Comma && s.marksBehind(i)%2 == 0 {
				return k + 1
			}
			return 0
		}
	}
	return 0
}

// joinOverQuotations makes one sentence of those that a quotation runs over, in
// place, and counts tokens from the page's first.
func (p *page) joinOverQuotations(sentences []text.Range, offset int) []text.Range {
	n := 0
	for i, r := range sentences {
		r.From += offset
		r.To += offset
		if i > 0 && (p.insideOne(r.From) || p.isLooseTail(r)) {
			sentences[n-1].To = r.To
			continue
		}
		sentences[n] = r
		n++
	}
	return sentences[:n]
}

// insideOne reports whether token i and the one before it stand in the same quotation.
func (p *page) insideOne(i int) bool {
	return p.quoteOf[i] != none && p.quoteOf[i] == p.quoteOf[i-1]
}

// isLooseTail reports whether the sentence r only names the speaker of a
// quotation that ended, with its stop inside, right before it: “Why?” Korva asked.
func (p *page) isLooseTail(r text.Range) bool {
	if p.quoteOf[r.From-1] == none || r.To-r.From > p.tailBound(r.From) {
		return false
	}
	if p.kind(r.From) == text.Dash {
		return r.To-r.From <= headlineLook && r.To-r.From > 1 && p.tokens[r.From+1].Capital() && p.isName(r.From+1, r.To)
	}
	for i := r.From + 1; i < r.To; i++ {
		if p.reportsBehind(i) {
			np, ok := p.subjectBefore(i, r.From)
			return ok && np.from == r.From && p.endsTail(p.behindListener(i, r.To), r)
		}
	}
	return false
}

// reportsBehind reports whether token i is a verb that may stand behind a quotation.
func (p *page) reportsBehind(i int) bool {
	for _, c := range p.words[i].cues {
		if c.particle == 0 && c.verb.Frames&(en.After|en.Quoted) != 0 && c.form&(past|third) != 0 && p.lower(i) {
			return true
		}
	}
	return false
}

// endsTail reports whether nothing but when, where or to whom follows the verb
// before i, and no quotation of a sentence of its own: “We know.” She adds, “…”.
func (p *page) endsTail(i int, r text.Range) bool {
	i = p.skipAdjunctWords(i, r.To)
	if i < r.To && p.is(i, preposition) {
		for i < r.To && p.kind(i) != text.Stop && p.kind(i) != text.Comma {
			if p.quoted(i) || p.is(i, verbal) || p.kind(i) == text.Colon {
				return false
			}
			i++
		}
	}
	switch {
	case i >= r.To, p.kind(i) == text.Stop:
		return true
	case p.kind(i) != text.Comma:
		return false
	case i+1 < r.To && p.opensQuote(i+1):
		return !p.is(r.From, subjectPronoun) && p.tokens[r.From-2].Of(p.text) != "."
	}
	return true
}

// Bounds of a sentence that only names a speaker, in tokens: behind a full stop
// inside the marks it is a sentence of its own more often than behind a question.
const (
	looseTail = 24
	askedTail = 80
)

// tailBound is how long the tail at token i may be.
func (p *page) tailBound(i int) int {
	if i >= 2 && p.kind(i-2) == text.Stop && p.tokens[i-2].Of(p.text) != "." {
		return askedTail
	}
	return looseTail
}

// behindListener is behind the verb at i and whom it tells: "told the council".
func (p *page) behindListener(i, hi int) int {
	for _, c := range p.words[i].cues {
		if c.verb.Frames&en.Person != 0 && i+1 < hi && !p.is(i+1, preposition) {
			if np, ok := p.phraseFrom(i+1, hi); ok {
				return np.to
			}
		}
	}
	return i + 1
}

// span is the text from token i to the end of token j-1.
func (p *page) span(i, j int) news.Span {
	return news.Span{Start: p.tokens[i].Start, End: p.tokens[j-1].End}
}

// key, is and kind look at token i. Nearly all a rule does is look at tokens, so
// that the number of looks tells what an article costs.
func (p *page) key(i int) text.Key     { p.looks++; return p.tokens[i].Key }
func (p *page) is(i int, c class) bool { p.looks++; return p.words[i].class&c != 0 }
func (p *page) kind(i int) text.Kind   { p.looks++; return p.tokens[i].Kind }

func (p *page) quoted(i int) bool { return p.quoteOf[i] != none }
func (p *page) lower(i int) bool  { return p.tokens[i].Case == text.LowerCase }
func (p *page) wordy(i int) bool  { return p.tokens[i].IsWordy() }
func (p *page) opensQuote(i int) bool {
	return p.quoteOf[i] != none && p.quotes[p.quoteOf[i]].from == i
}
func (p *page) closesQuote(i int) bool {
	return p.quoteOf[i] != none && p.quotes[p.quoteOf[i]].to == i+1
}

// enough is as far as countWords counts: more words than any rule asks for.
const enough = 10

// marksLook bounds, in tokens, a run of marks that is gone over for a word.
const marksLook = 64

// countWords counts the words of [i, j), no further than enough.
func (p *page) countWords(i, j int) int {
	n := 0
	j = min(j, i+enough+marksLook)
	for ; i < j && n < enough; i++ {
		if p.wordy(i) {
			n++
		}
	}
	return n
}

// wordsIn counts the words of [i, j).
func (p *page) wordsIn(i, j int) int {
	n := 0
	for ; i < j; i++ {
		if p.wordy(i) {
			n++
		}
	}
	return n
}
