// Package syntax tags and parses English sentences: for each token its part of
// speech, its head and the relation to it, in Universal Dependencies.
//
// The tagger and the parser are linear: averaged perceptrons over hashed
// features. The parser searches the arc-hybrid transitions with a beam that is as
// narrow as the scores allow, and is trained by that search (Zhang and Nivre 2011;
// Huang, Fayong and Guo 2012). The model is trained by cmd/hearsay-train on
// treebanks and lies apart, under its own licence.
package syntax

import (
	"slices"
	"strings"
	"sync"
)

// Sentence is one sentence and its analysis. The zero value is ready to use;
// used again and again it allocates nothing.
type Sentence struct {
	Words []string // as printed; slices of the text
	Tags  []Tag    // one a word
	Heads []int    // index of the head in Words, Root for the sentence's root

	sketched []Rel       // the relation to the head that the search went by
	rels     []uint8     // the relation to the head, from 1; 0 until asked for, see Model.Rel
	known    *remembered // where rels are remembered, nil when nowhere
	formed   bool        // forms and seen are of these words

	forms []form
	seen  []tally // kinds of words before each word and the end
	tree  []branch
	done  []int // words in the order they got their heads, the last first
	feats []uint64
	score scores
	found found

	attached bool // the words have their heads, see Attach
}

var sentences = sync.Pool{New: func() any { return new(Sentence) }}

// Room is a Sentence that may have been used before; Done gives it back.
func Room() *Sentence { return sentences.Get().(*Sentence) }

// Done gives a Sentence back that is not asked any more.
func (s *Sentence) Done() {
	clear(s.Words[:cap(s.Words)]) // they hold the text
	s.known = nil
	sentences.Put(s)
}

// Root is the head of a sentence's root.
const Root = -1

// Tag is a part of speech: a universal tag and a Penn tag, as one of the
// model's values.
type Tag uint8

// Rel is a relation of Universal Dependencies, as one of the model's values.
type Rel uint8

// MaxWords bounds a sentence: beyond it a "sentence" is a list or an attack.
// Whoever wants the rest analysed cuts it before.
const MaxWords = 400

// maxClasses bounds the tags and the relations of a model: a weight names its
// class by a byte.
const maxClasses = 255

// Subclusters is how many clusters make one coarse cluster: cluster c lies in
// coarse cluster c/Subclusters.
const Subclusters = 16

// Model tags and parses. It is safe for concurrent use, and what it finds depends on
// the words alone.
type Model struct {
	tags     []string // "VERB|VBD", the most frequent first
	rels     []string // "nsubj:pass"
	edits    []string // of lemmas: a digit, the code points to cut, and what to add
	tagger   choice
	sketch   choice // of the relations, which the search goes by
	label    choice
	action   duel
	lead     int64   // see search
	clusters table   // word → its cluster, from 1
	known    table   // frequent word of one tag only → the tag, from 1
	endings  table   // ending under a tag → edit, from 1
	kinds    []int8  // of each tag, see kindOf
	recall   *recall // nil where nothing is remembered
}

// TagName is a tag's universal and Penn names, "VERB", "VBD".
func (m *Model) TagName(t Tag) (universal, penn string) {
	universal, penn, _ = strings.Cut(m.tags[t], "|")
	return universal, penn
}

// RelName is a relation's name, "nsubj:pass".
func (m *Model) RelName(r Rel) string { return m.rels[r] }

// Tags is the set of the tags with one of the universal or Penn names, to be made
// once and asked by Tag.
func (m *Model) Tags(names ...string) (set [maxClasses + 1]bool) {
	for i := range m.tags {
		universal, penn := m.TagName(Tag(i))
		set[i] = slices.Contains(names, universal) || slices.Contains(names, penn)
	}
	return set
}

// Rels is the set of the relations with one of the names, to be made once and
// asked by Rel. A name without subtype takes in its subtypes: "nsubj" has
// "nsubj:pass".
func (m *Model) Rels(names ...string) (set [maxClasses + 1]bool) {
	for i, r := range m.rels {
		plain, _, _ := strings.Cut(r, ":")
		set[i] = slices.Contains(names, r) || slices.Contains(names, plain)
	}
	return set
}

// Parse tags and parses s.Words, of which it keeps the first MaxWords. The heads
// make a tree with one root and no crossing arcs, whatever the words.
func (m *Model) Parse(s *Sentence) {
	m.Tag(s)
	m.Attach(s)
}

// Tag tags s.Words as Parse would, at a fifth of its cost.
func (m *Model) Tag(s *Sentence) {
	s.Words = s.Words[:min(len(s.Words), MaxWords)]
	if s.attached = m.recall != nil && m.recall.tell(s); !s.attached {
		m.tag(s)
	}
}

// Attach parses s.Words, which Tag was asked for last.
func (m *Model) Attach(s *Sentence) {
	if s.attached {
		return
	}
	m.attach(s)
	if s.attached = true; m.recall != nil {
		m.recall.keep(s)
	}
}
