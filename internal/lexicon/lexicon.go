// Package lexicon cuts lines into words and finds listed phrases among them.
// A word is the hash of its lower case, so that finding one costs no string:
// the line filter and the cues of translation look every word of a text up.
package lexicon

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// Where in a line a phrase counts.
type Where uint8

const (
	Is     Where = iota + 1 // the whole line
	Starts                  // a short line's beginning
	Has                     // anywhere in a short line
	Any                     // anywhere
	Hint                    // anywhere, as evidence for a model only
)

var wheres = map[string]Where{"is": Is, "starts": Starts, "has": Has, "any": Any, "hint": Hint}

// A line is short enough for a phrase to speak for all of it below these many words.
const (
	ShortToStart = 18
	ShortToHave  = 60
)

// Phrase is one entry of a list, its words as hashes.
type Phrase struct {
	Rule  string
	Where Where
	Words []uint64
}

// Mark is a set of kinds a word is of, whose bits the list's owner names.
type Mark uint8

// Entry is what a list has of a word.
type Entry struct {
	Marks   Mark
	Phrases []Phrase // that begin with it
	hash    uint64
	seconds uint64 // bits of the phrases' second words
}

// List is a table of words by their hashes, open-addressed: a look-up a word
// is most of the line filter's time, and Go's map takes three times as long.
//
// Most words of a text are not in a list. A bit a hash, in a table small enough
// for the processor's first cache, tells most of those; and where phrases alone
// are looked for, a word's first letters do.
type List struct {
	mask  uint64
	slots []Entry
	taken []uint64                               // bits
	heads [letters*letters*letters/64 + 1]uint64 // bits: how phrases begin
}

const (
	loadShare = 3  // slots a word, so that probes are short
	bitShare  = 8  // bits a slot
	noLetter  = 26 // stands for what is none of a to z
	letters   = noLetter + 1
)

// New reads a list of phrases, one a line: rule, where and words between tabs.
// prefix goes before its rules; room is how many words will be marked besides.
func New(prefix, list string, room int) *List {
	size := 1 << bits.Len(uint(loadShare*(strings.Count(list, "\n")+1+room)))
	x := &List{mask: uint64(size - 1), slots: make([]Entry, size), taken: make([]uint64, max(1, size*bitShare/64))}
	for line := range strings.Lines(list) {
		if col := strings.Split(strings.TrimSpace(line), "\t"); len(col) == 3 {
			x.add(Phrase{Rule: prefix + col[0], Where: wheres[col[1]]}, col[2])
		}
	}
	return x
}

// add enters a phrase of the words.
func (x *List) add(p Phrase, words string) {
	for w := range Words(words) {
		if i, ok := threeLetters(words, w.Start); ok && len(p.Words) == 0 {
			x.heads[i/64] |= 1 << (i % 64)
		}
		p.Words = append(p.Words, w.Hash)
	}
	k := x.at(p.Words[0])
	k.Phrases = append(k.Phrases, p)
	if len(p.Words) > 1 {
		k.seconds |= secondBit(p.Words[1])
	} else {
		k.seconds = anySecond
	}
}

// anySecond are the bits of an entry that has a phrase of one word.
const anySecond = ^uint64(0)

// secondBit stands for a word in Entry.seconds.
func secondBit(hash uint64) uint64 { return 1 << (hash >> 58) }

// threeLetters numbers the first letters of the word at byte i, whatever their
// case; ok is false when it begins with none of a to z.
func threeLetters(s string, i int) (number int, ok bool) {
	if asciiLower[s[i]] == 0 {
		return 0, false
	}
	for end := i + 3; i < end; i++ {
		letter := noLetter
		if i < len(s) && asciiLower[s[i]] != 0 {
			letter = int(asciiLower[s[i]] - 'a')
		}
		number = number*letters + letter
	}
	return number, true
}

// Mark adds marks to the word of a hash.
func (x *List) Mark(hash uint64, m Mark) { x.at(hash).Marks |= m }

// Rules gives the rule of every phrase.
func (x *List) Rules() []string {
	var rules []string
	for i := range x.slots {
		for _, p := range x.slots[i].Phrases {
			rules = append(rules, p.Rule)
		}
	}
	return rules
}

// at is the slot of a word, taken for it when it has none.
func (x *List) at(hash uint64) *Entry {
	i := hash & x.mask
	for x.slots[i].hash != hash && x.slots[i].hash != 0 {
		i = (i + 1) & x.mask
	}
	x.slots[i].hash = hash
	word, bit := x.bit(hash)
	x.taken[word] |= bit
	return &x.slots[i]
}

// bit is where a hash is noted as taken. It uses other bits than the slot does.
func (x *List) bit(hash uint64) (word uint64, bit uint64) {
	return hash >> 32 & uint64(len(x.taken)-1), 1 << (hash >> 58)
}

// Find gives what the list has of a word, nil when it has nothing.
func (x *List) Find(hash uint64) *Entry {
	if word, bit := x.bit(hash); x.taken[word]&bit == 0 {
		return nil
	}
	return x.find(hash)
}

func (x *List) find(hash uint64) *Entry {
	for i := hash & x.mask; ; i = (i + 1) & x.mask {
		switch k := &x.slots[i]; k.hash {
		case hash:
			return k
		case 0:
			return nil
		}
	}
}

// StandsAt tells whether the phrase begins at word i of a line and may stand
// there; words are the hashes of the line's.
func (p *Phrase) StandsAt(words []uint64, i int) bool {
	if i+len(p.Words) > len(words) || !slices.Equal(p.Words, words[i:i+len(p.Words)]) {
		return false
	}
	switch p.Where {
	case Is:
		return i == 0 && len(words) == len(p.Words)
	case Starts:
		return i == 0 && len(words) <= ShortToStart
	case Has:
		return len(words) <= ShortToHave
	}
	return true
}

// MayHold tells whether the words of some phrase stand in s, wherever they
// count. It reads few words of a text that has none.
func (x *List) MayHold(s string) bool {
	for i := 0; i < len(s); {
		if beside(s[i]) {
			i++
			continue
		}
		if h, ok := threeLetters(s, i); ok && x.heads[h/64]>>(h%64)&1 == 0 {
			i = pastLetters(s, i)
			continue
		}
		w := next(s, i)
		if w.End == 0 {
			return false
		}
		if e := x.Find(w.Hash); e != nil && e.goesOn(s, w.End) {
			return true
		}
		i = w.End
	}
	return false
}

// beside tells the bytes in which no word begins.
func beside(c byte) bool {
	return c < utf8.RuneSelf && asciiLower[c] == 0 && (c < '0' || c > '9') && c != '#'
}

// goesOn tells whether behind byte i of s stand the other words of a phrase.
func (e *Entry) goesOn(s string, i int) bool {
	if e.seconds != anySecond && e.seconds&secondBit(next(s, i).Hash) == 0 {
		return false
	}
	return slices.ContainsFunc(e.Phrases, func(p Phrase) bool {
		for at, rest := i, p.Words[1:]; len(rest) > 0; rest = rest[1:] {
			w := next(s, at)
			if w.End == 0 || w.Hash != rest[0] {
				return false
			}
			at = w.End
		}
		return true
	})
}
