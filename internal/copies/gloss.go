package copies

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed gloss.txt
var glossList string

// gloss gives a meaning's number by how words for it begin.
var gloss = sync.OnceValue(func() map[string]uint32 {
	out := map[string]uint32{}
	n := uint32(0)
	for line := range strings.Lines(glossList) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		n++
		for _, beginning := range strings.Fields(line) {
			out[beginning] = n
		}
	}
	return out
})

const (
	// glossBeginning is the fewest letters a word of the list is known by, unless
	// the list has the whole of it.
	glossBeginning = 3
	// glossEnding is the most letters that may follow: no ending is longer.
	glossEnding = 5
)

// meaning is the number of what a folded word means, 0 when the list has none:
// by the longest beginning, of half the word or more.
func meaning(word string) uint32 {
	letters := utf8.RuneCountInString(word)
	for left, end := letters, len(word); left >= glossBeginning && letters-left <= min(left-1, glossEnding); left-- {
		if m := gloss()[word[:end]]; m != 0 {
			return m
		}
		_, n := utf8.DecodeLastRuneInString(word[:end])
		end -= n
	}
	return 0
}
