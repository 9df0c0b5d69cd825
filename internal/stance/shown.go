package stance

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/text"
)

// pictures are the families of what shows something: what the noun of one stands for is told
// by another noun of it.
var pictures = [][]string{
	{"photo", "photograph", "picture", "image", "snap"},
	{"video", "footage", "clip"},
	{"recording", "audio", "tape", "audiotape"},
}

// pictureOf is the family of the noun at k, none where it shows nothing.
func (p *page) pictureOf(k int) int {
	w := p.word(k)
	if n := len(w); n > 1 && w[n-1] == 's' {
		w = w[:n-1]
	}
	return slices.IndexFunc(pictures, func(f []string) bool { return slices.Contains(f, w) })
}

// titledBehind is what the noun at n is headed by: "the story headlined “P”".
func (p *page) titledBehind(n int) (object, bool) {
	hi := p.sentence(n).To
	for k := n + 1; k+2 < min(hi, n+complementLook); k++ {
		if !p.is(k, titles) {
			continue
		}
		to := k + 2
		for to < hi && !p.tokens[to].IsQuote() {
			to++
		}
		from, to := p.trim(k+1, to)
		return p.here(text.Range{From: from, To: to}, ruleComplement), p.tokens[k+1].IsQuote() && p.content(from, to) > 1
	}
	return object{}, false
}

// shownBefore is the picture that the bare noun at n stands for, where an earlier one of its
// family says what it shows: "a photo purporting to show the burst dam", before "the photo".
func (p *page) shownBefore(n int) (object, bool) {
	family := p.pictureOf(n)
	if family < 0 || !p.is(n-1, determiner) {
		return object{}, false
	}
	lo := p.sents[max(int(p.sentOf[n])-lookBack, 0)].From
	for k := p.sentence(n).From - 1; k >= lo; k-- {
		if p.pictureOf(k) != family || !p.is(k+1, claiming|shows) && !p.reads(k+1, keysOf1) {
			continue
		}
		r, ok := p.matter(k+1, p.sentence(k).To)
		if !ok {
			continue
		}
		return object{spans: p.pieces(text.Range{From: p.appositionStart(k), To: r.To}), statement: untold, rule: ruleNoun}, true
	}
	return object{}, false
}
