package syntax

import (
	"hash/maphash"
	"math"
	"sync/atomic"
)

// News repeats itself: copies of a wire's text, what an outlet prints below each
// article, one sentence asked for by two stages. A parse depends on the words alone,
// so the last ones are remembered by them.

// recall remembers the parses of the sentences met last. A sentence has one place
// and takes it over from whatever was there. It is safe for concurrent use.
type recall struct {
	seed   maphash.Seed // of this process: no page can aim at a place
	places [recalled]atomic.Pointer[remembered]
}

// recalled is how many parses are remembered at most. recalledBytes bounds the words
// of one, beside MaxWords, so that sentences made to fill it take 70 MB at most.
const (
	recalled      = 1 << 14
	recalledBytes = 1 << 10
	_             = uint(math.MaxUint16 - recalledBytes)
	_             = uint(math.MaxInt16 - MaxWords)
)

// remembered is a sentence and its parse.
type remembered struct {
	text  string // its words, one behind the other
	words []rememberedWord
}

type rememberedWord struct {
	end      uint16 // of the word in the text
	head     int16
	done     int16 // see Sentence
	tag      Tag
	sketched Rel
	rel      atomic.Uint32 // from 1; 0 until it was asked for
}

// place is where a sentence is remembered.
func (r *recall) place(words []string) *atomic.Pointer[remembered] {
	var h maphash.Hash
	h.SetSeed(r.seed)
	for _, w := range words {
		h.WriteString(w)
		h.WriteByte(0)
	}
	return &r.places[h.Sum64()%recalled]
}

// is reports whether the words are those that were parsed.
func (p *remembered) is(words []string) bool {
	if p == nil || len(p.words) != len(words) {
		return false
	}
	from := 0
	for i, w := range words {
		end := int(p.words[i].end)
		if p.text[from:end] != w {
			return false
		}
		from = end
	}
	return true
}

// tell gives a sentence the parse of its words, if it is remembered.
func (r *recall) tell(s *Sentence) bool {
	p := r.place(s.Words).Load()
	if !p.is(s.Words) {
		return false
	}
	p.tell(s)
	return true
}

// keep remembers a sentence's parse, unless it is too long for that.
func (r *recall) keep(s *Sentence) {
	if p := remember(s); p != nil {
		r.place(s.Words).Store(p)
		s.known = p
	}
}

// tell gives a sentence the parse of its words.
func (p *remembered) tell(s *Sentence) {
	n := len(p.words)
	s.size(n)
	s.Tags, s.done = sized(s.Tags, n), sized(s.done, n)
	for i := range p.words {
		w := &p.words[i]
		s.Tags[i], s.Heads[i], s.sketched[i], s.done[i] = w.tag, int(w.head), w.sketched, int(w.done)
		s.rels[i] = uint8(w.rel.Load())
	}
	s.known, s.formed = p, false
	s.spread()
}

// remember is a sentence's parse to be kept, nil when it is too long for that.
func remember(s *Sentence) *remembered {
	size := 0
	for _, w := range s.Words {
		size += len(w)
	}
	if size > recalledBytes {
		return nil
	}
	text := make([]byte, 0, size)
	p := &remembered{words: make([]rememberedWord, len(s.Words))}
	for i, w := range s.Words {
		text = append(text, w...)
		p.words[i] = rememberedWord{end: uint16(len(text)), head: int16(s.Heads[i]), done: int16(s.done[i]), tag: s.Tags[i], sketched: s.sketched[i]}
	}
	p.text = string(text)
	return p
}
