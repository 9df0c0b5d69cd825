package copies

import "strings"

// paragraph is a line of the text: its words, and whether a colon ends it.
type paragraph struct {
	from, to int
	colon    bool
}

// readBlocks takes for quoted what a line ending with a colon announces without
// quotation marks: the next paragraph, and those behind it as long as they speak
// in the first person. A letter printed in full is nobody's copy of the page
// that printed it before.
func (t *Text) readBlocks(paragraphs []paragraph) {
	inside := false
	for i, p := range paragraphs {
		announced := i > 0 && paragraphs[i-1].colon
		inside = announced || inside && t.speaksOfSelf(p)
		if !inside || p.colon {
			continue
		}
		for k := p.from; k < p.to; k++ {
			t.words[k].quoted = true
		}
	}
}

// speaksOfSelf reports whether a paragraph says "I", "my", "we" as often as a
// letter does.
func (t *Text) speaksOfSelf(p paragraph) bool {
	n := 0
	for _, w := range t.words[p.from:p.to] {
		if selfWords[w.key] && !w.quoted {
			n++
		}
	}
	return n*selfRate >= p.to-p.from && n > 0
}

// selfRate is the most words of a letter for one of the first person.
const selfRate = 40

// selfWords are the first person in the languages that are read.
var selfWords = keysOf("i me my mine we us our ours i'm i've i'll we're we've я меня мне мной мой моя моё мои мы нас нам нами наш наша наши ich mich mir mein meine wir uns unser unsere je me mon ma mes nous notre nos")

func keysOf(words string) map[uint32]bool {
	keys := map[uint32]bool{}
	for _, w := range strings.Fields(words) {
		h := seed
		for _, r := range w {
			if isLetter(r) {
				h = step(h, lower(r))
			}
		}
		keys[h] = true
	}
	return keys
}
