// Package ner finds names in English and Russian text: which words name a person,
// an organisation or a place, and what belongs to a people.
//
// The tagger is linear: an averaged perceptron over hashed features, its labels
// decoded by Viterbi (Collins 2002, "Discriminative Training Methods for Hidden
// Markov Models"). It reads words, their shapes and affixes, the clusters their
// vectors lie in, the lists that hold them and how else the document writes
// them. A language of cases gives its words as stems and endings, too, where English
// has clusters. The models are trained by cmd/hearsay-train and lie apart, each under
// its own licence.
package ner

import (
	"sync"

	"github.com/hearsay-engine/hearsay/internal/text"
)

// Kind is what a name names.
type Kind uint8

const (
	None Kind = iota
	Person
	Organisation
	Place
	Other // what belongs to a people or a faith, works and events: "Norwegians"
	kinds
)

// Name is a name: tokens [From, To) of the document.
type Name struct {
	From, To int
	Kind     Kind
}

// Leaning is how strongly the tagger would take a token for part of a name, by
// kind, rather than of none: a hundred is the lead it was trained to give a right
// label over a wrong one, and below nothing it speaks against such a name.
type Leaning [kinds]int32

// Document is a text to find names in.
type Document struct {
	Text      string
	Tokens    []text.Token
	Sentences []text.Range // in order, apart from each other
	Classes   []uint32     // of each token: the lists that hold it, as a set of bits
	Forms     []Form       // of each token, in a language of cases; nil in others
}

// Form is a word of a language of cases: what the cases share and what they do
// not, as hashes. The zero Form is no word.
type Form struct{ Stem, Ending uint64 }

// MaxWords bounds what is decoded as one sentence: a longer one is cut.
const MaxWords = 400

// Model finds names. It is read-only and safe for concurrent use.
type Model struct {
	weights rows
	groups  words // word → its cluster, from 1
	plain   words // words that in small letters are never names
	turns   turns
	margin  int32 // of training, in the steps of the weights

	readings sync.Pool // those of no document now, with room and what they remember
}

// turns is what each label behind each other weighs.
type turns [labels][labels]int32

// Find gives the names of a document, in order, and for each token what it leans
// to. Names do not overlap and lie within one sentence each.
func (m *Model) Find(d Document) ([]Name, []Leaning) {
	r, kept := m.readings.Get().(*reading)
	if !kept {
		r = newReading()
	}
	defer r.done()
	r.read(m, d)
	r.leaning = make([]Leaning, len(d.Tokens))
	var found []Name
	for _, s := range d.Sentences {
		for from := s.From; from < s.To; from += MaxWords {
			found = r.find(text.Range{From: from, To: min(s.To, from+MaxWords)}, found)
		}
	}
	return found, r.leaning
}

func newReading() *reading { return &reading{use: map[text.Key]use{}} }

// useKept is how many words with a capital a reading may have met to be used again:
// emptying the map of a book would cost each article behind it.
const useKept = 1 << 10

func (r *reading) done() {
	if len(r.use) > useKept {
		return
	}
	r.Document, r.leaning = Document{}, nil
	r.model.readings.Put(r)
}

// find appends the names of one sentence.
func (r *reading) find(s text.Range, found []Name) []Name {
	r.take(s)
	r.path.reset(len(r.words))
	for i := range r.words {
		if r.words[i].plain {
			r.path.shut[i] = true
		} else {
			r.weigh(i, &r.path.scores[i])
		}
	}
	found = names(r.path.best(&r.model.turns), s.From, found)
	r.margins = sized(r.margins, len(r.words))
	r.path.lean(&r.model.turns, r.margins)
	for i := range r.margins {
		if r.words[i].plain {
			r.leaning[s.From+i] = away
			continue
		}
		for k, ahead := range r.margins[i] {
			r.leaning[s.From+i][k] = max(-farthest, min(farthest, ahead*100/r.model.margin))
		}
	}
	return found
}

// farthest bounds what a token leans to: beyond it all is said.
const farthest = 1000

// away is how a word leans that stands in no name.
var away = Leaning{Person: -farthest, Organisation: -farthest, Place: -farthest, Other: -farthest}
