package boilerplate

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/lexicon"
)

// sectionsOfMenu is how many names of sections in one line make it a menu, when
// they are half its words and it is no sentence.
const sectionsOfMenu = 3

func (l *scrapedLine) isMenu() bool {
	return l.sections >= sectionsOfMenu && 2*l.sections >= l.Words && l.Ends == EndsBare && l.function*4 <= l.Words
}

// Lines of tags: names between commas, and no sentence.
const (
	tagCommas   = 3
	tagCapitals = 0.6 // share of words with a capital
)

func (l *scrapedLine) isTagList() bool {
	return l.commas >= tagCommas && l.Words <= 4*(l.commas+1) && l.Ends == EndsBare && l.quotes == 0 &&
		l.Share(l.Capitals) >= tagCapitals && l.function*6 <= l.Words && l.digits == 0
}

// dropTagLists takes out lists of tags above the first paragraph and below the last.
func dropTagLists(text string, lines []scrapedLine) {
	first, last := len(lines), -1
	for i := range lines {
		if lines[i].paragraph() > 0 {
			first, last = min(first, i), i
		}
	}
	for i := range lines {
		if l := &lines[i]; (i < first || i > last) && last >= 0 && l.isTagList() {
			l.drop("line-tags", l.Of(text))
		}
	}
}

// isHashtags tells a line of hashtags and nothing else.
func isHashtags(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if w[0] != '#' || len(w) < 2 || lexicon.IsDigit(rune(w[1])) {
			return false
		}
		n++
	}
	return n > 0
}

// isLink tells a line that is one web address.
func isLink(s string) bool {
	return !strings.ContainsAny(s, " \t") &&
		(strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "pic.twitter.com/"))
}
