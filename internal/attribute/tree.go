package attribute

import (
	"sync"

	"github.com/hearsay-engine/hearsay/internal/syntax"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// tree is the analysis of one sentence, made as far as it is asked for. It is asked by
// tokens of the page; its words are the sentence's tokens but for the inside of longer
// quotations.
type tree struct {
	words  *syntax.Sentence
	tagged bool
	at     text.Range // the sentence analysed; empty when none is
	word   []int      // of each token of the sentence, none when it was left out
	tokens []int      // of each word
}

// grammar is what the rules ask of the model's tags and relations.
type grammar struct {
	model   *syntax.Model
	verb    set
	noun    set // nouns, names and pronouns: what a subject can be about
	subject set
	object  set
	clause  set
	marker  set
	forms   [256]form // of the tags of verbs
	hanging set       // relations by which a verb hangs on the verb whose subject is its own
	open    set
}

// set is a set of tags or of relations.
type set = [256]bool

var english = sync.OnceValue(func() *grammar {
	m := syntax.English()
	g := &grammar{
		model:   m,
		verb:    m.Tags("VERB"),
		noun:    m.Tags("NOUN", "PROPN", "PRON"),
		subject: m.Rels("nsubj"),
		object:  m.Rels("obj"),
		clause:  m.Rels("ccomp"),
		marker:  m.Rels("mark"),
		hanging: m.Rels("advcl", "xcomp", "conj"),
		open:    m.Rels("xcomp"),
	}
	for penn, f := range map[string]form{"VB": base, "VBP": base, "VBZ": third, "VBD": past, "VBN": participle, "VBG": gerund} {
		for tag, in := range m.Tags(penn) {
			if in && g.verb[tag] {
				g.forms[tag] = f
			}
		}
	}
	return g
})

// quoteKept is how many tokens of a longer quotation are analysed before its last:
// its marks alone tell what hangs on it, and what was said in it is taken whole.
const quoteKept = 1

// parse takes the sentence r for the one analysed, unless it is too long to be one.
func (p *page) parse(r text.Range) {
	t := &p.tree
	if t.at == r {
		return
	}
	t.at, t.tagged = text.Range{}, false
	if r.To-r.From > syntax.MaxWords {
		return
	}
	t.words.Words, t.tokens, t.word = t.words.Words[:0], t.tokens[:0], t.word[:0]
	for i := r.From; i < r.To; i++ {
		if p.quoted(i) {
			if q := p.quotes[p.quoteOf[i]]; q.to-q.from > shortQuote && i >= q.from+quoteKept && i < q.to-1 {
				t.word = append(t.word, none)
				continue
			}
		}
		t.word = append(t.word, len(t.tokens))
		t.tokens = append(t.tokens, i)
		t.words.Words = append(t.words.Words, p.tokens[i].Of(p.text))
	}
	t.at = r
}

// tags is the sentence with its tags.
func (t *tree) tags() *syntax.Sentence {
	if !t.tagged {
		english().model.Tag(t.words)
		t.tagged = true
	}
	return t.words
}

// parsed is the sentence with its tree.
func (t *tree) parsed() *syntax.Sentence {
	english().model.Attach(t.tags())
	return t.words
}

// has reports whether token i is analysed.
func (t *tree) has(i int) bool {
	return t.at.From <= i && i < t.at.To && t.word[i-t.at.From] != none
}

// tag is the part of speech of token i.
func (t *tree) tag(i int) syntax.Tag { return t.tags().Tags[t.word[i-t.at.From]] }

// rel is how token i hangs on its head.
func (t *tree) rel(i int) syntax.Rel { return english().model.Rel(t.parsed(), t.word[i-t.at.From]) }

// head is the token that token i hangs on, none for the root.
func (t *tree) head(i int) int {
	if h := t.parsed().Heads[t.word[i-t.at.From]]; h != syntax.Root {
		return t.tokens[h]
	}
	return none
}

// subtree is what hangs on token i, itself within.
func (t *tree) subtree(i int) phrase {
	from, to := t.parsed().Subtree(t.word[i-t.at.From])
	return phrase{t.tokens[from], t.tokens[to-1] + 1}
}

// child is the first word hanging on token i by one of the relations, none when
// there is none.
func (t *tree) child(i int, rels *set) int {
	for c := range t.parsed().Children(t.word[i-t.at.From]) {
		if rels[english().model.Rel(t.words, c)] {
			return t.tokens[c]
		}
	}
	return none
}

// heads reports whether token i is a verb with a subject by the tree.
func (p *page) heads(i int) bool {
	return p.tree.has(i) && english().verb[p.tree.tag(i)] && p.tree.child(i, &english().subject) != none
}
