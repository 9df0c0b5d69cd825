package stance

import (
	"sync"

	"github.com/hearsay-engine/hearsay/internal/syntax"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// set is a set of tags or relations.
type set = [256]bool

type grammar struct {
	model                                                *syntax.Model
	verb, noun, gerund, participle, finite               set
	subject, passive, object, second, agent, marker, cop set
	clause, hanging                                      set
}

var parts = sync.OnceValue(func() *grammar {
	m := syntax.English()
	return &grammar{model: m, verb: m.Tags("VERB"), noun: m.Tags("NOUN", "PROPN", "PRON"), gerund: m.Tags("VBG"), participle: m.Tags("VBN"),
		finite: m.Tags("VBD", "VBZ", "VBP", "MD"), subject: m.Rels("nsubj", "csubj"), passive: m.Rels("nsubj:pass", "aux:pass"), object: m.Rels("obj"), second: m.Rels("iobj"),
		agent: m.Rels("obl"), marker: m.Rels("mark"), cop: m.Rels("cop"), clause: m.Rels("ccomp", "acl", "advcl", "xcomp"),
		hanging: m.Rels("advcl", "xcomp", "conj", "acl")}
})

// parse analyses the sentence of token i; false when it is too long to be one. All
// that asks the tree of a token parses first: a look for what is told elsewhere may
// have left another sentence in it.
func (p *page) parse(i int) bool {
	at := int(p.sentOf[i])
	if p.parsed == at {
		return true
	}
	if !p.tag(i) {
		return false
	}
	p.tree, p.tags = p.tags, p.tree
	p.parsed, p.tagOf = at, p.parsed
	parts().model.Attach(p.tree)
	return true
}

// spell gives s the words of a sentence; false when it is too long to be one.
func (p *page) spell(s *syntax.Sentence, sentence int) bool {
	r := p.sents[sentence]
	if r.To-r.From > syntax.MaxWords {
		return false
	}
	s.Words = s.Words[:0]
	for k := r.From; k < r.To; k++ {
		s.Words = append(s.Words, p.word(k))
	}
	return true
}

// tag tags the sentence of token i as parse would, at a fifth of its cost; false when
// it is too long to be one.
func (p *page) tag(i int) bool {
	at := int(p.sentOf[i])
	if p.tagOf == at {
		return true
	}
	if !p.spell(p.tags, at) {
		return false
	}
	parts().model.Tag(p.tags)
	p.tagOf = at
	return true
}

// from is the first token of the sentence in the tree.
func (p *page) from() int { return p.sents[p.parsed].From }

// child is the first word hanging on token i by one of the relations.
func (p *page) child(i int, rels *set) int {
	if !p.parse(i) {
		return none
	}
	for c := range p.tree.Children(i - p.from()) {
		if rels[p.rel(c)] {
			return c + p.from()
		}
	}
	return none
}

func (p *page) head(i int) int {
	if !p.parse(i) {
		return none
	}
	if h := p.tree.Heads[i-p.from()]; h != syntax.Root {
		return h + p.from()
	}
	return none
}

// rel is how word k of the tree hangs on its head.
func (p *page) rel(k int) syntax.Rel { return parts().model.Rel(p.tree, k) }

func (p *page) hangs(i int, rels *set) bool {
	return p.parse(i) && rels[p.rel(i-p.from())]
}

func (p *page) tagged(i int, tags *set) bool {
	if p.parsed == int(p.sentOf[i]) {
		return tags[p.tree.Tags[i-p.from()]]
	}
	return p.tag(i) && tags[p.tags.Tags[i-p.sents[p.tagOf].From]]
}

// subtree is what hangs on token i, itself within.
func (p *page) subtree(i int) text.Range {
	if !p.parse(i) {
		return text.Range{From: i, To: i + 1}
	}
	from, to := p.tree.Subtree(i - p.from())
	return text.Range{From: from + p.from(), To: to + p.from()}
}

// climbs bounds the way up to a verb whose subject is shared.
const climbs = 6

// subject is the head of the subject of the verb at i, or of the verb it hangs on:
// "was quick to deny", "said, denying".
func (p *page) subject(i int) int {
	g := parts()
	for range climbs {
		if s := p.child(i, &g.subject); s != none && s != i {
			return s
		}
		if !p.hangs(i, &g.hanging) {
			return none
		}
		if i = p.head(i); i == none {
			return none
		}
		if p.tagged(i, &g.noun) && p.child(i, &g.cop) == none {
			if h := p.head(i); p.is(i, claimNoun) && h != none {
				i = h // "released a statement refuting"
				continue
			}
			return i // a relative clause: "the mayor, who denied"
		}
	}
	return none
}

// nominal is the noun phrase of head h without what hangs behind it as a clause of
// its own.
func (p *page) nominal(h int) text.Range {
	r := p.subtree(h)
	for i := h + 1; i < r.To; i++ {
		if p.tokens[i].Kind == text.Comma || p.tokens[i].Kind == text.Dash || p.tokens[i].IsQuote() {
			r.To = i
			break
		}
	}
	for r.From < h && (!p.tokens[r.From].IsWordy() || p.is(r.From, preposition)) {
		r.From++
	}
	return r
}
