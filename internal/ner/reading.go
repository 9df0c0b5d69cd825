package ner

import (
	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// reading is the reading of one document, a sentence at a time.
type reading struct {
	Document
	model   *Model
	use     map[text.Key]use // of the words that the document writes with a capital
	names   keyBits          // their keys' last bits
	words   []word           // of the sentence
	feats   []uint64
	probes  probes
	path    path
	weighed weighings

	leaning []Leaning      // of each token
	margins [][kinds]int32 // of each word
}

// use is how a document writes a word, each counted to enough.
type use struct{ small, inside, opening uint8 }

// enough is how often is as good as often.
const enough = 2

func more(n uint8) uint8 { return min(n+1, enough) }

// keyBits are the last bits of a set of keys: few words that are not in the set
// have those of one that is.
type keyBits [64]uint64

func (b *keyBits) add(k text.Key)      { b[k>>6&63] |= 1 << (k & 63) }
func (b *keyBits) has(k text.Key) bool { return b[k>>6&63]>>(k&63)&1 != 0 }

// read surveys a document: which words it writes with a capital, and where.
func (r *reading) read(m *Model, d Document) {
	r.Document, r.model, r.names = d, m, keyBits{}
	clear(r.use)
	for _, s := range d.Sentences {
		r.capitals(s)
	}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if k := r.key(i); t.Kind == text.Word && t.Case == text.LowerCase && r.names.has(k) {
			if u, named := r.use[k]; named {
				u.small = more(u.small)
				r.use[k] = u
			}
		}
	}
}

// key is what token i is one word by with others of the document.
func (r *reading) key(i int) text.Key {
	if r.Forms != nil && r.Forms[i].Stem != 0 {
		return text.Key(r.Forms[i].Stem)
	}
	return r.Tokens[i].Key
}

// capitals counts the capitalised words of a sentence.
func (r *reading) capitals(s text.Range) {
	show := r.forShow(s)
	opens := true
	for i := s.From; i < s.To; i++ {
		t := &r.Tokens[i]
		if t.Kind == text.Word && t.Capital() {
			k := r.key(i)
			u := r.use[k]
			if opens || show {
				u.opening = more(u.opening)
			} else {
				u.inside = more(u.inside)
			}
			r.use[k] = u
			r.names.add(k)
		}
		opens = opensBehind(t, opens)
	}
}

// opensBehind reports whether the capital of the word behind t says little: t is
// a mark behind which sentences begin, or one between.
func opensBehind(t *text.Token, opens bool) bool {
	switch t.Kind {
	case text.DoubleQuote, text.SingleQuote, text.Colon, text.OpenBracket:
		return true
	case text.Word, text.Number:
		return false
	}
	return opens
}

// A sentence has capitals for show when at least these of its longer words have
// one.
const (
	showWords  = 3
	showLetter = 4 // bytes that make a word a longer one
	showShare  = 0.8
)

func (r *reading) forShow(s text.Range) bool {
	longer, capitals := 0, 0
	for i := s.From; i < s.To; i++ {
		t := &r.Tokens[i]
		if t.Kind == text.Word && t.Len() >= showLetter {
			longer++
			if t.Capital() {
				capitals++
			}
		}
	}
	return longer >= showWords && float64(capitals) >= showShare*float64(longer)
}

// take fills r.words with a sentence.
func (r *reading) take(s text.Range) {
	r.words = r.words[:0]
	show := r.forShow(s)
	opens := true
	for i := s.From; i < s.To; i++ {
		t := &r.Tokens[i]
		r.words = append(r.words, word{})
		w := &r.words[len(r.words)-1]
		w.fill(r.Text, t)
		if opens && t.Kind == text.Word {
			w.flags |= opening
		}
		if show {
			w.flags |= headline
		}
		r.lookUp(w, t, i)
		w.place = w.among()
		opens = opensBehind(t, opens)
	}
	r.markKnown(s)
}

// markKnown marks the words of the longest known names.
func (r *reading) markKnown(s text.Range) {
	for i := s.From; i < s.To; {
		if r.words[i-s.From].plain {
			i++
			continue
		}
		n, roles := known.Longest(r.Tokens[i:s.To])
		for k := range n {
			r.words[i+k-s.From].known = uint64(roles)<<2 | place(k, n)
		}
		i += max(n, 1)
	}
}

// place tells the only, the first, an inner and the last of n words.
func place(k, n int) uint64 {
	switch {
	case n == 1:
		return only
	case k == 0:
		return first
	case k == n-1:
		return last
	}
	return inner
}

// lookUp fills what is known of a word by its key.
func (r *reading) lookUp(w *word, t *text.Token, i int) {
	if r.Classes != nil {
		w.class = uint64(r.Classes[i])
	}
	w.plain = !t.Capital() && r.model.plain.find(w.key) != 0
	if g := uint64(r.model.groups.find(w.key)); g != 0 {
		w.group, w.coarse = g, (g-1)/Subclusters+1
	}
	if r.Forms != nil {
		w.group, w.coarse = r.Forms[i].Stem, r.Forms[i].Ending
	}
	if k := r.key(i); t.Kind == text.Word && r.names.has(k) {
		if u, named := r.use[k]; named {
			w.seen = 1 + uint64(u.small)<<4 + uint64(u.inside)<<2 + uint64(u.opening)
		}
	}
}

// Subclusters is how many clusters make one coarse cluster.
const Subclusters = 8
