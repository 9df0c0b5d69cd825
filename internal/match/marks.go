package match

import (
	"strings"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/text"
)

// mark is what a word says of a telling besides what it tells.
type mark uint8

const (
	firstPerson mark = 1 << iota
	thirdPerson
	negation
	relativeTime
	untruth // a negation behind a form of be
	formOfBe
)

var markKinds = map[string]mark{"first": firstPerson, "third": thirdPerson, "not": negation, "when": relativeTime, "untrue": untruth, "be": formOfBe}

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
		kind, language := markKinds[f[0]], languages[f[1]]
		if kind == 0 || language == 0 {
			panic("match: data/marks.txt: " + line) // the build is broken, not the input
		}
		for _, w := range f[2:] {
			out[markedWord{language, text.KeyOf(w)}] |= kind
		}
	}
	return out
})
