package copies

import "unicode/utf8"

// Print is a fingerprint: the hash of a run of letters and digits, and the byte
// of the text it begins at.
type Print struct {
	Hash uint64
	At   int32
}

const (
	// printGram is the length of the runs that are hashed, in letters and digits.
	printGram = 20
	// printWindow is how many runs one print stands for: any two texts that share
	// printGram+printWindow-1 letters in a row share a print.
	printWindow = 20
)

// Prints appends the fingerprints of a text, in order. Words as they stand are
// hashed, without case and marks.
func (t *Text) Prints(dst []Print) []Print {
	w := winnow{dst: dst}
	for i := range t.words {
		w.word(t.text, int(t.words[i].start), int(t.words[i].end))
	}
	return w.end()
}

// winnow keeps, of each window of hashes, the least, the last of equals.
type winnow struct {
	dst    []Print
	ring   [printGram]letter
	seen   int
	hash   uint64
	window [printWindow]Print
	hashes int
	least  int // where in the window the least stands
}

type letter struct {
	value uint64
	at    int32
}

// base and top make a rolling hash: base to the power of printGram-1 takes the
// oldest letter out.
const base = 0x9E3779B97F4A7C15

var top = func() uint64 {
	p := uint64(1)
	for range printGram - 1 {
		p *= base
	}
	return p
}()

func (w *winnow) word(text string, start, end int) {
	for i := start; i < end; {
		if l := plainLetters[text[i]]; l != 0 {
			w.letter(letter{uint64(l) + 1, int32(i)})
			i++
			continue
		}
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:end])
		}
		if isLetter(r) {
			w.letter(letter{uint64(lower(r)) + 1, int32(i)})
		}
		i += n
	}
}

func (w *winnow) letter(l letter) {
	slot := w.seen % printGram
	if w.seen >= printGram {
		w.hash -= w.ring[slot].value * top
	}
	w.ring[slot] = l
	w.hash = w.hash*base + l.value
	if w.seen++; w.seen >= printGram {
		w.gram(Print{mix(w.hash), w.ring[w.seen%printGram].at})
	}
}

func (w *winnow) gram(p Print) {
	slot := w.hashes % printWindow
	w.window[slot] = p
	w.hashes++
	switch {
	case w.hashes < printWindow:
		return
	case w.hashes == printWindow || w.least == slot:
		w.search()
	case p.Hash <= w.window[w.least].Hash:
		w.least = slot
	default:
		return
	}
	w.dst = append(w.dst, w.window[w.least])
}

// end keeps the least hash of a text too short for one window.
func (w *winnow) end() []Print {
	if w.hashes == 0 || w.hashes >= printWindow {
		return w.dst
	}
	least := w.window[0]
	for _, p := range w.window[1:w.hashes] {
		if p.Hash <= least.Hash {
			least = p
		}
	}
	return append(w.dst, least)
}

// search finds the least of a window, the last of equals.
func (w *winnow) search() {
	w.least = w.hashes % printWindow
	for k := 1; k < printWindow; k++ {
		if i := (w.hashes + k) % printWindow; w.window[i].Hash <= w.window[w.least].Hash {
			w.least = i
		}
	}
}

// mix spreads a hash over all its bits (the finisher of SplitMix64).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xBF58476D1CE4E5B9
	h = (h ^ h>>27) * 0x94D049BB133111EB
	return h ^ h>>31
}
