package news

import (
	"strings"
	"unicode/utf8"
)

// Bounds of the words that stand for a headline: as many as one has, from the first
// line that has more words than a menu's item or a byline.
const (
	mostOpening  = 70 // code points
	leastOpening = 6  // words
)

// Opening is the words a text begins with, verbatim, by which an article without a
// headline is called; cut tells that its line goes on behind them. A text without
// words has none.
func Opening(text string) (words string, cut bool) {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if n := len(strings.Fields(line)); n >= leastOpening || words == "" && n > 0 {
			words = line
			if n >= leastOpening {
				break
			}
		}
	}
	if utf8.RuneCountInString(words) <= mostOpening {
		return words, false
	}
	end := 0
	for i := range words {
		if end++; end > mostOpening {
			end = i
			break
		}
	}
	if space := strings.LastIndexAny(words[:end+1], " \t\u00a0"); space > 0 {
		end = space
	}
	return strings.TrimRight(words[:end], " \t\u00a0,;:–—-"), true
}
