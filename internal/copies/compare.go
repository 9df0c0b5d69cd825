package copies

import "github.com/hearsay-engine/hearsay/internal/sorted"

// Overlap is what two texts share. Shares are of words, 0 to 1.
type Overlap struct {
	Passages []Passage
	Words    int // same words in the passages
	Quoted   int // of those, inside quotation marks
	Longest  int // same words of the longest passage
	Run      int // same words in a row, most of them outside quotation marks
	// ShareA and ShareB are the parts of A's and B's words that the other has too;
	// PlainA and PlainB the same outside quotation marks.
	ShareA, ShareB float64
	PlainA, PlainB float64
	Grams          float64 // Jaccard of the runs of five letters
	HeldA, HeldB   float64 // parts of A's and B's runs of five that the other has
}

// Compare aligns two texts and compares their letters.
func Compare(a, b *Text) Overlap {
	o := Align(a, b)
	o.Letters(a, b)
	return o
}

// Align is Compare without the letters: Grams, HeldA and HeldB are 0. Letters
// take as long again, and only translations are told by them.
func Align(a, b *Text) Overlap {
	o := Overlap{Passages: align(a, b)}
	for _, p := range o.Passages {
		o.Words += p.Words
		o.Quoted += p.Quoted
		o.Longest = max(o.Longest, p.Words)
		o.Run = max(o.Run, p.run)
	}
	plain := o.Words - o.Quoted
	o.ShareA, o.ShareB = share(o.Words, len(a.words)), share(o.Words, len(b.words))
	o.PlainA, o.PlainB = share(plain, a.plain), share(plain, b.plain)
	return o
}

// Letters fills what Align leaves out; a and b are the texts it was made of.
func (o *Overlap) Letters(a, b *Text) {
	x, y := a.runsOfFive(), b.runsOfFive()
	both := sorted.Common(x, y)
	o.HeldA, o.HeldB = share(both, len(x)), share(both, len(y))
	o.Grams = share(both, len(x)+len(y)-both)
}

// ownWords is the most same words of one passage outside quotation marks.
func (o *Overlap) ownWords() (n int) {
	for _, p := range o.Passages {
		n = max(n, p.Words-p.Quoted)
	}
	return n
}

// longestRun is the most same words in a row of a passage that has quoted ones.
func (o *Overlap) longestRun() (n int) {
	for _, p := range o.Passages {
		if p.Quoted > 0 {
			n = max(n, p.longest)
		}
	}
	return n
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return min(float64(part)/float64(whole), 1)
}
