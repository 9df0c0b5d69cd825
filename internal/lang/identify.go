package lang

import "math/bits"

// maxWords bounds the words of one stretch that Identify weighs: a paragraph's
// language is plain long before.
const maxWords = 40

// Weights of the evidence, chosen by reasoning and checked on treebank
// sentences of four languages: a function word of one language alone counts
// one, a letter no rival writes nearly as much, an ending about a third.
const (
	wordWeight    = 1.0
	endWeight     = 0.35
	letterWeight  = 0.8 // a letter that only few languages of the script write
	foreignWeight = 0.6 // a letter the language does not write
	nameShare     = 0.3 // of a letter's weight when the word has a capital: names travel
)

// Guess is a stretch's language and how far it is ahead of the next best.
type Guess struct {
	Code   string  // ISO 639-1; "" when there is nothing to tell it by
	Margin float64 // score a word ahead of the runner-up; 1 when the script alone decides
	Words  int     // words weighed
}

// Identify names the language most of s is written in. The script decides
// first; within Latin, Cyrillic and Arabic it is function words, endings and
// letters that only some languages write. Names in another script do not count.
func Identify(s string) Guess {
	k := known()
	sc := dominantScript(s)
	if sc == noScript {
		return Guess{}
	}
	rivals := k.byScript[sc]
	if bits.OnesCount64(rivals) == 1 {
		return Guess{Code: k.codes[bits.TrailingZeros64(rivals)], Margin: 1, Words: 1}
	}
	t := tally{known: k, rivals: rivals, score: k.prior}
	for r := (reader{known: k, script: sc, rest: s}); ; {
		w, ok := r.next()
		if !ok || !t.weigh(&w) {
			return t.guess()
		}
	}
}

// tally sums the evidence of a stretch's words for each language of its script.
type tally struct {
	known  *profiles
	rivals uint64
	score  [64]float64
	words  int
}

// weigh adds a word's evidence and reports whether more is wanted.
func (t *tally) weigh(w *word) bool {
	t.words++
	t.share(t.known.words.of(w.hash)&t.rivals, wordWeight)
	if w.runes > endRunes+1 {
		t.share(t.known.ends.of(w.ending)&t.rivals, endWeight)
		t.share(t.known.ends.of(w.ending&shorterEnding)&t.rivals, endWeight)
	}
	t.letters(w)
	return t.words < maxWords && (t.words%lookEvery != 0 || !t.decided())
}

// A language so far ahead after some words is not overtaken: the rest of the
// stretch need not be read.
const (
	lookEvery = 8
	farAhead  = 4.0
)

func (t *tally) decided() bool {
	best, next := t.leaders()
	return t.score[best]-t.score[next] >= farAhead
}

// share splits weight among the languages in mask.
func (t *tally) share(mask uint64, weight float64) {
	if mask == 0 {
		return
	}
	part := weight / float64(bits.OnesCount64(mask))
	for ; mask != 0; mask &= mask - 1 {
		t.score[bits.TrailingZeros64(mask)] += part
	}
}

func (t *tally) letters(w *word) {
	writes := t.rivals & w.writers
	if writes == t.rivals || writes == 0 {
		return
	}
	part := 1.0
	if w.capital {
		part = nameShare
	}
	for rest := t.rivals &^ writes; rest != 0; rest &= rest - 1 {
		t.score[bits.TrailingZeros64(rest)] -= foreignWeight * part
	}
	t.share(writes, letterWeight*part)
}

func (t *tally) guess() Guess {
	if t.words == 0 {
		return Guess{}
	}
	best, next := t.leaders()
	margin := (t.score[best] - t.score[next]) / float64(t.words)
	if margin <= 0 || t.score[best] <= 0 {
		return Guess{Words: t.words}
	}
	return Guess{Code: t.known.codes[best], Margin: margin, Words: t.words}
}

// leaders are the two languages with most evidence.
func (t *tally) leaders() (best, next int) {
	best, next = -1, -1
	for rest := t.rivals; rest != 0; rest &= rest - 1 {
		i := bits.TrailingZeros64(rest)
		switch {
		case best < 0 || t.score[i] > t.score[best]:
			best, next = i, best
		case next < 0 || t.score[i] > t.score[next]:
			next = i
		}
	}
	return best, next
}
