package clean

import (
	_ "embed"
	"math/bits"
	"slices"
	"strings"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/lang"
)

//go:embed model/boilerplate.txt
var boilerplateList string

// where in a line a phrase of the lexicon counts.
type where uint8

const (
	whereIs     where = iota + 1 // the whole line
	whereStarts                  // a short line's beginning
	whereHas                     // anywhere in a short line
	whereAny                     // anywhere
	whereHint                    // anywhere, as evidence for the model only
)

var wheres = map[string]where{"is": whereIs, "starts": whereStarts, "has": whereHas, "any": whereAny, "hint": whereHint}

// A line is short enough for a phrase to speak for all of it below these many words.
const (
	startsWords = 18
	hasWords    = 60
)

// phrase is one entry of the lexicon, its words as hashes.
type phrase struct {
	rule  string
	where where
	words []uint64
}

// known is what the lexicon has of a word.
type known struct {
	hash     uint64
	function bool // a function word of some language
	calendar calendarWord
	phrases  []phrase // that begin with it
}

// lexicon is a table of words by their hashes, open-addressed: a look-up a word
// is most of the line filter's time, and Go's map takes three times as long.
type lexicon struct {
	mask  uint64
	slots []known
}

var boilerplateLexicon = sync.OnceValue(func() *lexicon {
	function, calendar := slices.Collect(lang.FunctionWords()), calendarWords()
	x := lexiconOf("line-", boilerplateList, len(function)+len(calendar))
	for _, w := range function {
		x.at(hashOf(w)).function = true
	}
	for hash, c := range calendar {
		x.at(hash).calendar = c
	}
	return x
})

const loadShare = 3 // slots a word, so that probes are short

// lexiconOf reads a list of phrases and leaves room for more words; prefix goes
// before the list's rules.
func lexiconOf(prefix, list string, room int) *lexicon {
	size := 1 << bits.Len(uint(loadShare*(strings.Count(list, "\n")+1+room)))
	x := &lexicon{mask: uint64(size - 1), slots: make([]known, size)}
	for line := range strings.Lines(list) {
		if col := strings.Split(strings.TrimSpace(line), "\t"); len(col) == 3 {
			p := phrase{rule: prefix + col[0], where: wheres[col[1]]}
			eachWord(col[2], func(w word) bool { p.words = append(p.words, w.hash); return true })
			k := x.at(p.words[0])
			k.phrases = append(k.phrases, p)
		}
	}
	return x
}

// at is the slot of a word, taken for it when it has none.
func (x *lexicon) at(hash uint64) *known {
	i := hash & x.mask
	for x.slots[i].hash != hash && x.slots[i].hash != 0 {
		i = (i + 1) & x.mask
	}
	x.slots[i].hash = hash
	return &x.slots[i]
}

// find gives what is known of the word, nil when nothing is.
func (x *lexicon) find(hash uint64) *known {
	for i := hash & x.mask; ; i = (i + 1) & x.mask {
		switch k := &x.slots[i]; k.hash {
		case hash:
			return k
		case 0:
			return nil
		}
	}
}

// match reads into f the longest phrase that begins at one of the starts and
// stands in the line's words, and counts those that do, hints too.
func (f *facts) match(words []uint64, starts []phraseStart) {
	for _, s := range starts {
		for k := range s.phrases {
			p := &s.phrases[k]
			switch {
			case !p.standsAt(words, s.at):
			case p.rule == sectionRule:
				f.sections++
			default:
				f.hits++
				if p.where != whereHint && (f.hit == nil || len(p.words) > len(f.hit.words)) {
					f.hit, f.hitAt = p, s.at
				}
			}
		}
	}
}

// sectionRule is the rule of the lexicon's names of sections, as menus have them.
const sectionRule = "line-section"

// phraseStart is a word of a line that phrases begin with.
type phraseStart struct {
	at      int
	phrases []phrase
}

// standsAt tells whether the phrase begins at word i of a line's words and may
// stand there.
func (p *phrase) standsAt(words []uint64, i int) bool {
	if i+len(p.words) > len(words) || !slices.Equal(p.words, words[i:i+len(p.words)]) {
		return false
	}
	switch p.where {
	case whereIs:
		return i == 0 && len(words) == len(p.words)
	case whereStarts:
		return i == 0 && len(words) <= startsWords
	case whereHas:
		return len(words) <= hasWords
	}
	return true
}
