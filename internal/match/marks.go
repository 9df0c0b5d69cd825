package match

import (
	"strings"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/text"
)

// mark is what a word says of a telling besides what it tells.
type mark uint64

const (
	firstPerson mark = 1 << iota
	thirdPerson
	negation
	relativeTime
	untruth // a negation behind a form of be
	formOfBe
	thousand // behind a number
	million
	billion
	truth
	no    // a negation behind a form of be or have, and at the beginning
	aloof // holds off what it stands before: "alleged"
	verdict
)

// opposites are two bits for each pair of sides, above all other marks.
const (
	opposites     = 32
	oppositePairs = 8
)

// zeros are what a word behind a number stands for.
var zeros = map[mark]string{thousand: "000", million: "000000", billion: "000000000"}

var markKinds = map[string]mark{"first": firstPerson, "third": thirdPerson, "not": negation, "when": relativeTime, "untrue": untruth, "be": formOfBe, "thousand": thousand, "million": million, "billion": billion, "no": no, "truth": truth, "aloof": aloof, "verdict": verdict}

// markOf is the mark of a line's kind: "a3" and "b3" are sides of a pair.
func markOf(kind string) mark {
	if len(kind) == 2 && '1' <= kind[1] && kind[1] < '1'+oppositePairs {
		return 1 << (opposites + 2*int(kind[1]-'1') + int(kind[0]-'a'))
	}
	return markKinds[kind]
}

type markedWord struct {
	language uint8
	key      text.Key
}

var marked = sync.OnceValue(func() map[markedWord]mark {
	out := map[markedWord]mark{}
	for line := range strings.Lines(string(file("data/marks.txt"))) {
		f := strings.Fields(line)
		if len(f) < 3 || f[0] == "#" {
			continue
		}
		if f[0] == "number" {
			continue
		}
		kind, language := markOf(f[0]), languages[f[1]]
		if kind == 0 || language == 0 {
			panic("match: data/marks.txt: " + line) // the build is broken, not the input
		}
		for _, w := range f[2:] {
			out[markedWord{language, text.KeyOf(w)}] |= kind
		}
	}
	return out
})

// numberWords are the values of words for numbers.
var numberWords = sync.OnceValue(func() map[markedWord]string {
	out := map[markedWord]string{}
	for line := range strings.Lines(string(file("data/marks.txt"))) {
		f := strings.Fields(line)
		if len(f) < 4 || f[0] != "number" {
			continue
		}
		for i := 2; i+1 < len(f); i += 2 {
			out[markedWord{languages[f[1]], text.KeyOf(f[i])}] = f[i+1]
		}
	}
	return out
})
