package copies

import (
	"slices"
	"unicode/utf8"
)

// gram is the length, in letters and digits, of the runs whose sets are
// compared: two wordings of one text share a third of their runs of five, two
// texts on one event a sixth.
const gram = 5

// runsOfFive are hashes of the text's runs of five letters, sorted, each once.
func (t *Text) runsOfFive() []uint32 {
	t.once.Do(func() {
		r := ring{grams: make([]uint32, 0, len(t.words)*gram)}
		for _, w := range t.words {
			for i := int(w.start); i < int(w.end); {
				c, n := utf8.DecodeRuneInString(t.text[i:w.end])
				if isLetter(c) {
					r.add(lower(c))
				}
				i += n
			}
		}
		slices.Sort(r.grams)
		t.grams = slices.Compact(r.grams)
	})
	return t.grams
}

// ring holds the last letters and makes runs of them.
type ring struct {
	last  [gram]rune
	seen  int
	grams []uint32
}

func (r *ring) add(c rune) {
	r.last[r.seen%gram] = c
	if r.seen++; r.seen < gram {
		return
	}
	h := seed
	for k := range gram {
		h = step(h, r.last[(r.seen+k)%gram])
	}
	r.grams = append(r.grams, h)
}
