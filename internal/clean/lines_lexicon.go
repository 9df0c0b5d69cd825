package clean

import (
	_ "embed"
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

// lexicon finds phrases by their first word.
type lexicon struct {
	byFirst  map[uint64][]phrase
	function map[uint64]bool
}

var boilerplateLexicon = sync.OnceValue(loadLexicon)

func loadLexicon() *lexicon {
	x := &lexicon{byFirst: map[uint64][]phrase{}, function: map[uint64]bool{}}
	for line := range strings.Lines(boilerplateList) {
		col := strings.Split(strings.TrimSpace(line), "\t")
		if len(col) != 3 {
			continue
		}
		p := phrase{rule: "line-" + col[0], where: wheres[col[1]]}
		eachWord(col[2], func(w word) bool { p.words = append(p.words, w.hash); return true })
		x.byFirst[p.words[0]] = append(x.byFirst[p.words[0]], p)
	}
	for w := range lang.FunctionWords() {
		x.function[hashOf(w)] = true
	}
	return x
}

// match gives the longest phrase that the line's words hold, and how many
// phrases, hints too, they hold at all.
func (x *lexicon) match(words []uint64) (best *phrase, at, hits int) {
	for i, w := range words {
		list := x.byFirst[w]
		for k := range list {
			p := &list[k]
			if i+len(p.words) > len(words) || !slices.Equal(p.words, words[i:i+len(p.words)]) {
				continue
			}
			if p.where == whereHint {
				hits++
			} else if p.holds(i, len(words)) {
				hits++
				if best == nil || len(p.words) > len(best.words) {
					best, at = p, i
				}
			}
		}
	}
	return best, at, hits
}

func (p *phrase) holds(at, words int) bool {
	switch p.where {
	case whereIs:
		return at == 0 && words == len(p.words)
	case whereStarts:
		return at == 0 && words <= startsWords
	case whereHas:
		return words <= hasWords
	}
	return true
}
