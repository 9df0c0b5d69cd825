package name

import (
	"hash/maphash"
	"math"
)

// Words numbers the words of people's names: those that compare alike have one
// number, and so have two neighbours that may be written as one word. However
// many names two words stand in, they need be compared once.
type Words struct {
	seed   maphash.Seed
	number map[uint64]uint32
	words  []spelling // by number
	marks  []mark     // theirs
}

// spelling is a word, or two neighbours that may be written as one.
type spelling struct{ word, next *part }

// unknown is the number of a word that nothing is known of at a glance.
const unknown = 0

// NewWords numbers nothing yet.
func NewWords() *Words {
	return &Words{seed: maphash.MakeSeed(), number: map[uint64]uint32{}, words: make([]spelling, 1), marks: make([]mark, 1)}
}

// Of appends the numbers of what words of another name may be laid on. They hold
// on to n.
func (w *Words) Of(n *Name, out []uint32) []uint32 {
	for i := range n.parts {
		if p := &n.parts[i]; p.whole() {
			out = append(out, w.of(spelling{p, nil}))
		}
		if i+1 < len(n.parts) && n.gluable(i) {
			out = append(out, w.of(spelling{&n.parts[i], &n.parts[i+1]}))
		}
	}
	return out
}

func (w *Words) of(s spelling) uint32 {
	key := s.key()
	h := maphash.Comparable(w.seed, key)
	n, met := w.number[h]
	switch {
	case !met:
		n = uint32(len(w.words))
		w.number[h], w.words, w.marks = n, append(w.words, s), append(w.marks, markOf(s))
	case w.words[n].key() != key:
		return unknown
	}
	return n
}

// known is the number of a word that was numbered, else unknown.
func (w *Words) known(p *part) uint32 {
	key := spelling{p, nil}.key()
	n := w.number[maphash.Comparable(w.seed, key)]
	if n != unknown && w.words[n].key() != key {
		return unknown
	}
	return n
}

// key is what comparisons of words go by.
func (s spelling) key() (out [2]part) {
	for i, p := range [...]*part{s.word, s.next} {
		if p != nil {
			out[i] = *p
			out[i].comma, out[i].joined, out[i].bound, out[i].rank = false, false, false, 0
		}
	}
	return out
}

// whole reports whether p is compared as a word is.
func (p *part) whole() bool {
	return aligns(p.role) && p.role != initial && p.role != title && p.role != legal
}

// Sieve tells of names at a glance that Compare would not give them a score worth
// asking for: none of their words is like one of the name that was turned to. It
// is one goroutine's own, while no words are numbered.
type Sieve struct {
	words   *Words
	least   float64
	n       *Name
	numbers [maxParts]uint32 // of its words
	turned  [maxParts]turned // those words
	pairs   []turned         // two of them that may be written as one
	ask     asked            // of a word that is like one of the name
	glued   bool             // two of them may be written as one
	extra   float64          // weight of what agrees where no more than an initial does
	told    []glance         // by number
	asked   []uint32         // numbers told of
	memo    []likened        // how far words were alike, by a hash of both
}

// likened is how far two words are alike, 0 where it is not enough; below it where
// they are of two scripts.
type likened struct {
	a, b uint32 // their numbers
	like float32
}

// memoBits is how many pairs of words a sieve remembers, as a power of two. Names
// that are turned to one after the other often share words.
const memoBits = 18

// glance is whether a word is like one of the name turned to.
type glance uint8

const (
	untold glance = iota
	like
	notLike
)

// NewSieve lets pass what may score least or more.
func NewSieve(w *Words, least float64) *Sieve {
	return &Sieve{words: w, least: least, memo: make([]likened, 1<<memoBits)}
}

// Turn has names looked at beside n, a person's.
func (s *Sieve) Turn(n *Name) {
	for _, number := range s.asked {
		s.told[number] = untold
	}
	if more := len(s.words.words) - len(s.told); more > 0 {
		s.told = append(s.told, make([]glance, more)...)
	}
	s.n, s.asked, s.extra, s.glued, s.pairs = n, s.asked[:0], -weightInitial, false, s.pairs[:0] // of the word that is like
	for i := range n.parts {
		p := &n.parts[i]
		s.numbers[i] = s.words.known(p)
		s.turned[i].turn(markOf(spelling{p, nil}))
		if i+1 < len(n.parts) && n.gluable(i) {
			s.glued, s.pairs = true, append(s.pairs, turned{})
			s.pairs[len(s.pairs)-1].turn(markOfNeighbours(p, &n.parts[i+1]))
		}
		switch p.role {
		case word, patronymic, initial:
			s.extra += weightInitial
		case title:
			s.extra += weightTitle
		}
	}
	s.extra = max(0, s.extra)
	s.ask = asked{max(leastLike, s.leastEnough(true)), max(leastLikeAcross, s.leastEnough(false))}
}

// leastEnough is how like a word must be for enough, or a little less.
func (s *Sieve) leastEnough(sameScript bool) float32 {
	const steps = 12
	low, high := 0.0, 1.0
	for range steps {
		if middle := (low + high) / 2; s.enough(middle, sameScript) {
			high = middle
		} else {
			low = middle
		}
	}
	return float32(low)
}

// Passes reports whether one of the words of numbers is like one of the name
// turned to. Where none is, Compare gives the two names less than the least score.
func (s *Sieve) Passes(numbers []uint32) bool {
	for _, number := range numbers {
		if s.told[number] == untold {
			s.told[number] = s.look(number)
			s.asked = append(s.asked, number)
		}
		if s.told[number] == like {
			return true
		}
	}
	return false
}

func (s *Sieve) look(number uint32) glance {
	if number != unknown && s.unlike(&s.words.marks[number]) {
		return notLike
	}
	w := s.words.words[number]
	switch {
	case number == unknown, w.next == nil && s.likeWord(w.word, number), w.next != nil && s.likeGlued(w, number):
		return like
	}
	return notLike
}

// unlike reports whether the marks of a word or of two neighbours show that it is
// like no word of the name, nor like two neighbours of it.
func (s *Sieve) unlike(m *mark) bool {
	for i := range s.n.parts {
		p := &s.turned[i]
		if m.shows&markOfPair != 0 {
			if p.shows&markGlues != 0 && !p.unlikePair(m) {
				return false
			}
		} else if s.n.parts[i].whole() && !p.unlike(m, s.ask) {
			return false
		}
	}
	if m.shows&markGlues != 0 {
		for i := range s.pairs {
			if !s.pairs[i].unlikePair(m) {
				return false
			}
		}
	}
	return true
}

// likeWord reports whether a word is like one of the name, or two neighbours of it.
func (s *Sieve) likeWord(q *part, number uint32) bool {
	for i := range s.n.parts {
		p := &s.n.parts[i]
		if !p.whole() {
			continue
		}
		m := s.memoOf(s.numbers[i], number)
		if m.a != s.numbers[i] || m.b != number || m.a == unknown {
			*m = likened{s.numbers[i], number, wholeLikeness(p, q)}
		}
		if m.like != 0 && s.enough(math.Abs(float64(m.like)), m.like > 0) {
			return true
		}
	}
	if !s.glued || !q.glues() || q.role == particle {
		return false
	}
	at, _ := s.n.parted(q, 0, 0)
	return at >= 0
}

// wholeLikeness is how far two words are alike as a sieve remembers it.
func wholeLikeness(p, q *part) float32 {
	l, _ := likeness(p, q)
	switch {
	case l < leastLikeOf(p, q):
		return 0
	case p.script != q.script:
		return -l
	}
	return l
}

// likeGlued reports whether two neighbours are like a word of the name.
func (s *Sieve) likeGlued(w spelling, number uint32) bool {
	for i := range s.n.parts {
		p := &s.n.parts[i]
		if !p.glues() || p.role == particle {
			continue
		}
		m := s.memoOf(s.numbers[i], number)
		if m.a != s.numbers[i] || m.b != number || m.a == unknown {
			*m = likened{s.numbers[i], number, 0}
			if least := leastGluedOf(p, w.word); gluedLikeness(p, w.word, w.next, least) >= least {
				m.like = 1
			}
		}
		if m.like != 0 {
			return true
		}
	}
	return false
}

// memoOf is where two words are remembered.
func (s *Sieve) memoOf(a, b uint32) *likened {
	const spread = 0x9E3779B97F4A7C15
	return &s.memo[(uint64(a)<<32|uint64(b))*spread>>(64-memoBits)]
}

// enough reports whether names may score enough of which no word is liker than
// this one: at best all else agrees, and more words as little like tell no more.
func (s *Sieve) enough(l float64, sameScript bool) bool {
	const rounding = 1e-6
	agree := l + s.extra
	return agree/(agree+offOf(l, sameScript)) >= s.least-rounding
}
