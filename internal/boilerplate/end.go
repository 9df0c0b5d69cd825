package boilerplate

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/lexicon"
)

// teaserWords is how many first words a cut line must share with a longer line
// to be its teaser.
const teaserWords = 5

// dropTeasers takes out lines cut by dots that only repeat the beginning of a
// longer line of the text.
func dropTeasers(text string, lines []scrapedLine) {
	if !slices.ContainsFunc(lines, func(l scrapedLine) bool { return l.Ends == EndsCut }) {
		return
	}
	longest := map[uint64]int{}
	for i := range lines {
		if h, ok := beginning(text, &lines[i]); ok && lines[i].Ends != EndsCut && lines[i].Words > longest[h] {
			longest[h] = lines[i].Words
		}
	}
	for i := range lines {
		l := &lines[i]
		if l.Ends != EndsCut {
			continue
		}
		if h, ok := beginning(text, l); ok && longest[h] > l.Words {
			l.drop("line-teaser", l.Of(text))
		}
	}
}

// beginning hashes a line's first words.
func beginning(text string, l *scrapedLine) (h uint64, ok bool) {
	if l.Words < teaserWords {
		return 0, false
	}
	n := 0
	h = lexicon.HashBasis
	for w := range lexicon.Words(l.Of(text)) {
		h = (h ^ w.Hash) * lexicon.HashPrime
		if n++; n == teaserWords {
			break
		}
	}
	return h, true
}

// endMarkers are the rules whose lines stand after an article's end.
var endMarkers = map[string]bool{
	"line-source-link": true, "line-related": true, "line-reply": true, "line-comment-rules": true, "line-tags": true,
	"line-written-by": true, "line-copyright": true, "line-hashtags": true, "line-report-error": true,
}

// A line after an article's end is kept for the model to judge when it is a
// paragraph; an end is one when little stands after it.
const (
	paragraphWords = 14
	restShare      = 4 // the paragraphs before an end have this many times the words of those after
)

// dropAfterEnd takes out short lines that follow a mark of the article's end.
func dropAfterEnd(text string, lines []scrapedLine) {
	before, rest := 0, 0
	for i := range lines {
		rest += lines[i].paragraph()
	}
	for i := range lines {
		l := &lines[i]
		before, rest = before+l.paragraph(), rest-l.paragraph()
		if !endMarkers[l.rule] || before == 0 || before < restShare*rest {
			continue
		}
		for k := i + 1; k < len(lines); k++ {
			if lines[k].paragraph() == 0 {
				lines[k].drop("line-after-end", l.Of(text))
			}
		}
		return
	}
}

// paragraph is the line's words when it is a paragraph of running text.
func (l *scrapedLine) paragraph() int {
	if l.rule == "" && l.prose && l.Words >= paragraphWords {
		return l.Words
	}
	return 0
}
