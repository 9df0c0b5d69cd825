package lang

import (
	"embed"
	"io/fs"
	"iter"
	"math/bits"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// The profiles are lists written for this project: function words, endings and
// the alphabet of each language, one file a language, named by its ISO 639-1 code.
//
//go:embed profiles/*.txt
var profileFiles embed.FS

// lettersEnd is one past the last code point that alphabets are told apart by:
// Latin, Cyrillic and Arabic lie before it.
const lettersEnd = 0x1F00

// endRunes is the length of the longer endings in the profiles.
const endRunes = 3

// profiles are the languages' lists turned round: word, ending or letter → the
// languages that have it, one bit a language.
type profiles struct {
	codes    []string // by bit
	byScript [scripts]uint64
	words    masks               // by hash
	ends     masks               // by packed ending
	function map[string]struct{} // every word of words
	letters  [lettersEnd]uint64
	prior    [64]float64 // what a language starts with: how much likelier it is in news than its rivals, in words
}

var known = sync.OnceValue(loadProfiles)

func loadProfiles() *profiles {
	k := &profiles{function: map[string]struct{}{}}
	words, ends := map[uint64]uint64{}, map[uint64]uint64{}
	names, _ := fs.Glob(profileFiles, "profiles/*.txt")
	for bit, name := range names {
		data, _ := profileFiles.ReadFile(name)
		k.codes = append(k.codes, strings.TrimSuffix(strings.TrimPrefix(name, "profiles/"), ".txt"))
		for line := range strings.Lines(string(data)) {
			k.addLine(uint64(1)<<bit, line, words, ends)
		}
	}
	k.words, k.ends = masksOf(words), masksOf(ends)
	return k
}

// addLine adds a line of a profile; words by hash and ends go to the maps.
func (k *profiles) addLine(bit uint64, line string, words, ends map[uint64]uint64) {
	kind, rest, _ := strings.Cut(line, " ")
	for item := range strings.FieldsSeq(rest) {
		switch kind {
		case "script":
			k.byScript[scriptNames[item]] |= bit
		case "words":
			k.function[item] = struct{}{}
			words[spelled(item).hash] |= bit
		case "ends":
			ends[spelled(item).ending] |= bit
		case "prior":
			k.prior[bits.TrailingZeros64(bit)], _ = strconv.ParseFloat(item, 64)
		case "letters":
			for _, r := range item {
				k.letters[r] |= bit
			}
		}
	}
}

// FunctionWords gives the function words of every language in the profiles, in
// lower case and no order; those of one letter are left out.
func FunctionWords() iter.Seq[string] {
	return func(yield func(string) bool) {
		for w := range known().function {
			if utf8.RuneCountInString(w) > 1 && !yield(w) {
				return
			}
		}
	}
}
