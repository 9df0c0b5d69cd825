package match

import (
	"embed"
	"io/fs"
	"math"
	"strings"
	"sync"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/russian"

	"github.com/hearsay-engine/hearsay/internal/shipped"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// Data is what is embedded here: a stage that reads it changes with it. See
// data/NOTICE for where the words come from and under which licence they stand.
//
//go:embed data
var data embed.FS

// Notice is the notice of the embedded lists.
//
//go:embed data/NOTICE
var Notice string

// Digest names the content of the embedded lists.
func Digest() string { return digest() }

var digest = sync.OnceValue(func() string {
	var all []byte
	for _, name := range []string{"data/en.words", "data/ru.words", "data/marks.txt"} {
		all = append(all, file(name)...)
	}
	return shipped.Digest(all)
})

func file(name string) []byte {
	b, err := fs.ReadFile(data, name)
	if err != nil {
		panic("match: an embedded list: " + err.Error()) // the build is broken, not the input
	}
	return b
}

const (
	// unlistedBits is what a word tells that no list has: it stands less than once
	// in a million words.
	unlistedBits = 16
	// everyBits is what a word tells too that stands in every statement: taken off.
	everyBits = 5
)

// vocabulary is what the frequent words of a language tell: a frozen table, so
// that a decision never hangs on what else an archive holds.
type vocabulary struct {
	known map[text.Key]Stem // Bits 0 for a word that tells nothing
	stem  func(word string) string
}

var (
	englishWords = sync.OnceValue(func() *vocabulary {
		return newVocabulary("data/en.words", func(w string) string {
			if english.IsStopWord(w) {
				return ""
			}
			return english.Stem(american(w), false)
		})
	})
	russianWords = sync.OnceValue(func() *vocabulary {
		return newVocabulary("data/ru.words", func(w string) string {
			if russian.IsStopWord(w) {
				return ""
			}
			return russian.Stem(w, false)
		})
	})
	otherWords = &vocabulary{stem: func(w string) string { return w }}
)

// american spells "kilometre" and "colour" as across the ocean.
func american(w string) string {
	if len(w) > 5 && strings.HasSuffix(w, "tre") || strings.HasSuffix(w, "tres") {
		i := strings.LastIndex(w, "tre")
		return w[:i] + "ter" + w[i+3:]
	}
	if i := strings.LastIndex(w, "our"); i > 2 && len(w) > 5 {
		return w[:i] + "or" + w[i+3:]
	}
	return w
}

func vocabularyOf(language uint8) *vocabulary {
	switch language {
	case languages["en"]:
		return englishWords()
	case languages["ru"]:
		return russianWords()
	}
	return otherWords
}

// newVocabulary reads a list: a line for each frequency, as its negative binary
// logarithm, then the words.
func newVocabulary(name string, stem func(string) string) *vocabulary {
	content, err := shipped.Unpack(file(name))
	if err != nil {
		panic("match: an embedded list: " + err.Error()) // the build is broken, not the input
	}
	v := &vocabulary{known: map[text.Key]Stem{}, stem: stem}
	share := map[string]float64{} // of a stem: that of all its words
	type listed struct{ word, stem string }
	var words []listed
	bits := 0.0
	for line := range strings.Lines(string(content)) {
		for _, w := range strings.Fields(line) {
			s := stem(w)
			share[s] += math.Exp2(-bits)
			words = append(words, listed{w, s})
		}
		bits++
	}
	for _, w := range words {
		tells := 0.0
		if w.stem != "" {
			tells = min(max(-math.Log2(share[w.stem])-everyBits, 1), unlistedBits)
		}
		v.known[text.KeyOf(w.word)] = Stem{Hash: uint32(termOf(w.stem)), Bits: uint8(math.Round(tells))}
	}
	return v
}

// of is what a word tells; lower gives it in lower case.
func (v *vocabulary) of(key text.Key, lower func() string) (s Stem, listed bool) {
	if s, listed = v.known[key]; listed {
		return s, true
	}
	if stem := v.stem(lower()); stem != "" {
		return Stem{Hash: uint32(termOf(stem)), Bits: unlistedBits}, false
	}
	return Stem{}, false
}
