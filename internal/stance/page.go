package stance

import (
	"sort"

	"github.com/hearsay-engine/hearsay/internal/syntax"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// page is one article being read for stances.
type page struct {
	article *news.Article
	text    string
	lex     *lexicon
	tokens  []text.Token
	class   []class
	sents   []text.Range
	sentOf  []int32 // of each token, its sentence

	tree   *syntax.Sentence
	parsed int // the sentence in tree, none at first
	tags   *syntax.Sentence
	tagOf  int // the sentence in tags, none at first

	fits     []fit     // room for those of one token
	cues     []cue     // of statements, by start
	saidIn   []int32   // of each token, the innermost attributed statement
	tellings []telling // made when first wanted
	taken    []telling // what the stances found so far are about
	found    []news.Stance
	takers   map[int]bool // the statements that take one
	cued     map[int]bool // the bytes their cues begin at
}

const none = -1

func newPage(a *news.Article, words text.Words) *page {
	p := &page{article: a, text: a.Text, lex: english(), tokens: words.Tokens, parsed: none, tagOf: none, tree: syntax.Room(), tags: syntax.Room(), takers: map[int]bool{}, cued: map[int]bool{}}
	p.class = make([]class, len(p.tokens))
	for i := range p.tokens {
		p.class[i] = p.lex.classes.Get(p.tokens[i].Key)
		if p.tokens[i].Key == keyS && (i == 0 || p.class[i-1]&subjective == 0) {
			p.class[i] = function // "the mayor's" and not "it's"
		}
	}
	p.sentOf = make([]int32, len(p.tokens))
	for _, l := range words.Lines {
		from := len(p.sents)
		p.sents = text.Sentences(a.Text, p.tokens[l.From:l.To], p.sents)
		for k := from; k < len(p.sents); k++ {
			p.sents[k].From += l.From
			p.sents[k].To += l.From
			for i := p.sents[k].From; i < p.sents[k].To; i++ {
				p.sentOf[i] = int32(k)
			}
		}
	}
	for _, r := range p.sents {
		p.unnameNouns(r)
		p.nameTalk(r)
	}
	return p
}

// unnameNouns takes a claim noun that is part of a name for no claim: "Fox News said". A
// headline in capitals names nothing by them.
func (p *page) unnameNouns(r text.Range) {
	capitals, words := 0, 0
	for i := r.From; i < r.To; i++ {
		if p.tokens[i].IsWordy() {
			words++
			if p.tokens[i].Capital() {
				capitals++
			}
		}
	}
	if 2*capitals > words {
		return
	}
	for i := r.From + 1; i < r.To; i++ {
		if p.class[i]&claimNoun != 0 && p.tokens[i].Capital() && p.tokens[i-1].Capital() && p.class[i-1]&function == 0 {
			p.class[i] &^= claimNoun
		}
	}
}

// nameTalk takes "talk" for a claim noun where what is told follows: "dismissed talk of a
// merger".
func (p *page) nameTalk(r text.Range) {
	for i := r.From + 1; i+2 < r.To; i++ {
		if p.reads(i, keysTalkOf) && !p.is(i-1, be|auxiliary|modal|subjective) && p.key(i-1) != keyTo {
			p.class[i] |= claimNoun
		}
	}
}

var keysTalkOf = keysOf([]string{"talk", "of"})

func (p *page) is(i int, c class) bool { return i >= 0 && i < len(p.class) && p.class[i]&c != 0 }

// among reports whether token i is of a list that one rule asks.
func (p *page) among(i int, kind string) bool { return p.lex.few[kind][p.key(i)] }

func (p *page) word(i int) string         { return p.tokens[i].Of(p.text) }
func (p *page) sentence(i int) text.Range { return p.sents[p.sentOf[i]] }

// key is the key of token i, zero where there is none.
func (p *page) key(i int) text.Key {
	if i < 0 || i >= len(p.tokens) {
		return 0
	}
	return p.tokens[i].Key
}

// span is the text from token i to the end of token j-1.
func (p *page) span(i, j int) news.Span {
	return news.Span{Start: p.tokens[i].Start, End: p.tokens[j-1].End}
}

// tokenAt is the first token that starts at byte b or later.
func (p *page) tokenAt(b int) int {
	return sort.Search(len(p.tokens), func(i int) bool { return p.tokens[i].Start >= b })
}

// tokensOf is the tokens within a span.
func (p *page) tokensOf(s news.Span) text.Range {
	from := p.tokenAt(s.Start)
	return text.Range{From: from, To: max(from, p.tokenAt(s.End))}
}

// longest is the longest phrase at token i within its sentence, of the kinds that
// want takes.
func (p *page) longest(i int, want func(*phrase) bool) *phrase {
	list := p.lex.phrases[p.key(i)]
	to := p.sentence(i).To
	for k := range list {
		ph := &list[k]
		if i+len(ph.words) <= to && p.reads(i, ph.words) && want(ph) {
			return ph
		}
	}
	return nil
}

func (p *page) reads(i int, words []text.Key) bool {
	for k, w := range words {
		if p.key(i+k) != w {
			return false
		}
	}
	return true
}

// trim leaves out marks and "that" at the ends of [from, to).
func (p *page) trim(from, to int) (int, int) {
	for from < to && (!p.tokens[from].IsWordy() && p.tokens[from].Kind != text.Symbol && p.tokens[from].Kind != text.OpenBracket || p.key(from) == keyThat) {
		from++
	}
	for to > from && !p.tokens[to-1].IsWordy() && p.tokens[to-1].Kind != text.Symbol {
		to--
	}
	return from, to
}

// content counts the words of [from, to) that tell something.
func (p *page) content(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if p.telling(i) {
			n++
		}
	}
	return n
}

// telling reports whether token i is a word that tells something by itself.
func (p *page) telling(i int) bool {
	if w := p.word(i); len(w) > 4 && w[len(w)-2:] == "ly" && p.tokens[i].Case == text.LowerCase && p.class[i]&noAdverb == 0 {
		return false
	}
	return p.tokens[i].Kind <= text.Number && (p.class[i]&(function|claimNoun|empty) == 0 || p.class[i] == claimNoun && p.tokens[i].Capital())
}

var (
	keyThat  = text.KeyOf("that")
	keyIt    = text.KeyOf("it")
	keyAs    = text.KeyOf("as")
	keyTo    = text.KeyOf("to")
	keyBy    = text.KeyOf("by")
	keyNo    = text.KeyOf("no")
	keyNot   = text.KeyOf("not")
	keyS     = text.KeyOf("'s")
	keyWhich = text.KeyOf("which")
	keyThere = text.KeyOf("there")
	keyThe   = text.KeyOf("the")
)
