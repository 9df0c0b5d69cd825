// Package lexicon cuts lines into words and finds listed phrases among them.
// A word is the hash of its lower case, so that finding one costs no string:
// the line filter and the cues of translation look every word of a text up.
package lexicon

import (
	"math/bits"
	"slices"
	"strings"
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
}

// List is a table of words by their hashes, open-addressed: a look-up a word
// is most of the line filter's time, and Go's map takes three times as long.
type List struct {
	mask  uint64
	slots []Entry
}

const loadShare = 3 // slots a word, so that probes are short

// New reads a list of phrases, one a line: rule, where and words between tabs.
// prefix goes before its rules; room is how many words will be marked besides.
func New(prefix, list string, room int) *List {
	size := 1 << bits.Len(uint(loadShare*(strings.Count(list, "\n")+1+room)))
	x := &List{mask: uint64(size - 1), slots: make([]Entry, size)}
	for line := range strings.Lines(list) {
		if col := strings.Split(strings.TrimSpace(line), "\t"); len(col) == 3 {
			p := Phrase{Rule: prefix + col[0], Where: wheres[col[1]]}
			EachWord(col[2], func(w Word) bool { p.Words = append(p.Words, w.Hash); return true })
			k := x.at(p.Words[0])
			k.Phrases = append(k.Phrases, p)
		}
	}
	return x
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
	return &x.slots[i]
}

// Find gives what the list has of a word, nil when it has nothing.
func (x *List) Find(hash uint64) *Entry {
	for i := hash & x.mask; ; i = (i + 1) & x.mask {
		switch k := &x.slots[i]; k.hash {
		case hash:
			return k
		case 0:
			return nil
		}
	}
}

// Beginning is a word of a line that phrases begin with.
type Beginning struct {
	At      int // which word
	Phrases []Phrase
}

// StandsAt tells whether the phrase begins at word i of a line's words and may
// stand there.
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
