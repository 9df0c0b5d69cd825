package name

import (
	"bytes"
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/fold"
)

//go:embed words.txt
var wordsText string

//go:embed given.txt
var givenText string

// meaning is what a listed word may be, as a set.
type meaning struct {
	titled, degree, small, joining, filler, legal, generic bool
	rank                                                   uint8 // of a suffix
	form                                                   uint8 // which legal form, by line of the list
}

// listed gives the meaning of folded words.
var listed = sync.OnceValue(func() map[string]meaning {
	out := map[string]meaning{}
	section, number := "", 0
	for line := range strings.Lines(wordsText) {
		line = strings.TrimSpace(line)
		number++
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			section = strings.Trim(line, "[]")
		default:
			for w := range strings.FieldsSeq(line) {
				list(out, section, w, uint8(number))
			}
		}
	}
	return out
})

func list(out map[string]meaning, section, w string, line uint8) {
	w, value, _ := strings.Cut(w, "=")
	w = fold.Name(w)
	m := out[w]
	switch section {
	case "title":
		m.titled = true
	case "degree":
		m.degree = true
	case "particle":
		m.small = true
	case "joined":
		m.joining = true
	case "filler":
		m.filler = true
	case "legal":
		m.legal, m.form = true, line
	case "generic":
		m.generic = true
	case "suffix":
		rank, _ := strconv.Atoi(value)
		m.rank = uint8(rank)
	}
	out[w] = m
}

// givenSets are the sets of given names a word stands in, 0 for none.
type givenSets [3]uint16

func (g givenSets) any() bool { return g[0] != 0 }

func (g givenSets) shares(o givenSets) bool {
	for _, s := range g {
		if s != 0 && (s == o[0] || s == o[1] || s == o[2]) {
			return true
		}
	}
	return false
}

// sex is whom a given name is of.
type sex uint8

const (
	either sex = iota
	male
	female
)

type givenTable struct {
	sets map[uint64]givenSets // by hash of the skeleton
	sex  []sex                // by set
}

var givenNames = sync.OnceValue(func() *givenTable {
	t := &givenTable{sets: make(map[uint64]givenSets, 8000), sex: []sex{either}}
	for line := range strings.Lines(givenText) {
		fields := strings.Fields(line)
		if len(fields) < 2 || fields[0] == "#" {
			continue
		}
		if fields[0] == "=" {
			t.join(fields[1], fields[2:])
			continue
		}
		set := uint16(len(t.sex))
		t.sex = append(t.sex, map[string]sex{"m": male, "f": female}[fields[0]])
		for _, w := range fields[1:] {
			t.add(w, set)
		}
	}
	return t
})

// join puts names into the sets of another.
func (t *givenTable) join(known string, names []string) {
	var p part
	p.read(lower(known))
	for _, set := range t.sets[p.hash] {
		for _, w := range names {
			if set != 0 {
				t.add(w, set)
			}
		}
	}
}

// add puts a name into a set; beyond three sets a name tells nothing.
func (t *givenTable) add(w string, set uint16) {
	var p part
	p.read(lower(w))
	sets := t.sets[p.hash]
	for i, s := range sets {
		if s == set {
			return
		}
		if s == 0 {
			sets[i] = set
			break
		}
	}
	t.sets[p.hash] = sets
}

// of gives the sets of a word.
func (t *givenTable) of(p *part) givenSets {
	sets := t.sets[p.hash]
	if !sets.any() && bytes.IndexByte(p.skeleton(), signs['E']) >= 0 {
		return t.sets[hashOf(bytes.ReplaceAll(p.skeleton(), []byte{signs['E']}, []byte{signs['o']}))] // Сёрен, of a Søren
	}
	if !sets.any() && p.script == latin && p.n > 2 && alphabet[p.sounds[0]-1] == 'j' {
		return t.sets[hashOf(p.sounds[1:p.n])] // a j that is й
	}
	return sets
}

// sexOf is whom all sets of g are of, either when they differ.
func (t *givenTable) sexOf(g givenSets) sex {
	out := t.sex[g[0]]
	for _, s := range g[1:] {
		if s != 0 && t.sex[s] != out {
			return either
		}
	}
	return out
}

// Given reports whether a word in small letters is a given name of some language.
func Given(word string) bool {
	var p part
	p.read(word)
	return givenNames().of(&p).any()
}
