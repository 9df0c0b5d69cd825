// Package match tells which of the claims already known a statement makes again.
//
// Candidates come from two rankings, fused: BM25 over stems and BM25 over runs
// of four letters (Robertson and Zaragoza 2009, "The Probabilistic Relevance
// Framework: BM25 and Beyond"), with the speaker's name and the date among the
// words. Ranking is easier than deciding: when half of what is asked has no
// match, the best candidate is often wrong, so a decision weighs how far the
// best stands before the second, how much of what is said it covers, and whether
// dates and numbers agree.
package match

import "time"

// Version is raised whenever the stage decides otherwise over the same claims.
const Version = "9"

// Item is a claim or what is asked for: something said.
type Item struct {
	Text    string    // the words
	Context string    // who says it, a title: words that help to find it
	Date    time.Time // when; zero when unknown
}

// Candidate is a claim that may be what was asked for.
type Candidate struct {
	Claim   int // index of the claim
	Score   float64
	Stems   float64 // BM25 over stems
	Letters float64 // BM25 over runs of four letters
	Near    float64 // 1 on the same day, falling with the distance in days
}

// maxWords bounds the words of one item: a statement over several paragraphs has fewer.
const maxWords = 2000

// all is an item's words as terms.
func (it *Item) terms() (stems, letters []term) {
	for _, text := range []string{it.Text, it.Context, it.day()} {
		for _, w := range bounded(words(text), maxWords) {
			if s := stem(w); s != "" {
				stems = append(stems, termOf(s))
			}
			letters = runsOfFour(w, letters)
		}
	}
	return stems, letters
}

// day writes the date as words, which an item without a date may name.
func (it *Item) day() string {
	if it.Date.IsZero() {
		return ""
	}
	return it.Date.Format("2 January 2006")
}

func bounded(w []string, n int) []string { return w[:min(len(w), n)] }
