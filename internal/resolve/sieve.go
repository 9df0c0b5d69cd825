package resolve

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/name"
	"github.com/hearsay-engine/hearsay/news"
)

// Signs are what a name shows at a glance: enough to see of most names that
// share a key with it that Connect would not connect them.
type Signs struct {
	class class
	count uint8
	last  uint32            // hash of its last word, folded
	words [maxSigned]uint32 // numbers of its words as a person's, count of them
}

// maxSigned is of how many words the signs speak. A name of more is compared
// with all that share a key.
const maxSigned = 6

// class is what kind of name the signs are of.
type class uint8

const (
	anything class = iota
	person
	surnameLike // a body's or place's that may be a surname
	noPerson
)

// Register numbers the words of names, so that their signs can be compared.
type Register struct{ words *name.Words }

// NewRegister knows no words yet.
func NewRegister() *Register { return &Register{name.NewWords()} }

// Signs are those of a name. They mean something beside those of this register
// only, which holds on to the name.
func (r *Register) Signs(f *Form) Signs {
	out := Signs{class: f.class(), last: hash32(f.Folded[strings.LastIndexByte(f.Folded, ' ')+1:])}
	var room [2 * maxSigned]uint32
	switch out.class {
	case person:
		return out.signed(r.words.Of(&f.words, room[:0]))
	case surnameLike:
		return out.signed(r.words.Of(&f.person, room[:0]))
	}
	return out
}

func (s Signs) signed(words []uint32) Signs {
	if len(words) == 0 || len(words) > maxSigned {
		s.class = anything
		return s
	}
	s.count = uint8(copy(s.words[:], words))
	return s
}

// class tells of names that are compared by their words alone which they are: of
// what the world or a list knows, the words are not all.
func (f *Form) class() class {
	switch {
	case f.Kind == "" || f.known.id != "" || f.meant() != f.Kind:
		return anything
	case f.Kind == news.Person:
		return person
	case f.Single:
		return surnameLike
	}
	return noPerson
}

// Sieve refuses at a glance most of the names that Connect would not connect
// with one, and none that it would. It is one goroutine's own, while no names are
// signed.
type Sieve struct {
	words *name.Sieve
	signs Signs
}

// NewSieve makes a sieve. Names that it is shown are all signed before the one
// that it is turned to.
func (r *Register) NewSieve() *Sieve {
	return &Sieve{words: name.NewSieve(r.words, min(leastLikely, soundsAsSurname))}
}

// Turn has names looked at beside f.
func (s *Sieve) Turn(f *Form, signs Signs) {
	switch s.signs = signs; signs.class {
	case person:
		s.words.Turn(&f.words)
	case surnameLike:
		s.words.Turn(&f.person)
	}
}

// Passes reports whether a name may be one with that turned to.
func (s *Sieve) Passes(o *Signs) bool {
	a, b := s.signs.class, o.class
	switch {
	case a == anything, b == anything, a != person && b != person, s.signs.last == o.last:
		return true
	case a == noPerson, b == noPerson:
		return false
	}
	return s.words.Passes(o.words[:o.count])
}
