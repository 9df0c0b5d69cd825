package clean

import (
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// scrapedLine is one line of a text, what it shows and what became of it.
type scrapedLine struct {
	facts
	rule   string  // the rule that drops it; "" while it stays
	on     string  // the words the rule rests on
	figure float64 // the figure it rests on
}

func (l *scrapedLine) drop(rule, words string) {
	if l.rule == "" {
		l.rule, l.on = rule, clip(words)
	}
}

func (l *scrapedLine) reason() news.Reason {
	return news.Reason{Rule: l.rule, Words: l.on, Figure: l.figure}
}

// clip keeps a reason's words short, at a code point's border.
func clip(s string) string {
	if len(s) <= maxRuleWords {
		return s
	}
	return strings.ToValidUTF8(s[:maxRuleWords], "")
}

// certainAlone applies the rules that look at one line only.
func certainAlone(text string, l *scrapedLine) {
	s := l.Of(text)
	switch {
	case l.isCalendarHead():
		l.drop("line-calendar", s)
	case isHashtags(s):
		l.drop("line-hashtags", s)
	case l.isMenu():
		l.drop("line-navigation", s)
	case isLink(s):
		l.drop("line-link", s)
	case strings.HasPrefix(s, "©") && l.words < hasWords:
		l.drop("line-copyright", "©")
	case l.hit != nil && l.speaks(s):
		l.drop(l.hit.rule, s)
	}
}

// sectionsOfMenu is how many names of sections in one line make it a menu, when
// they are half its words and it is no sentence.
const sectionsOfMenu = 3

func (l *scrapedLine) isMenu() bool {
	return l.sections >= sectionsOfMenu && 2*l.sections >= l.words && l.ends == endsBare && l.function*4 <= l.words
}

// Lines of tags: names between commas, and no sentence.
const (
	tagCommas   = 3
	tagCapitals = 0.6 // share of words with a capital
)

func (l *scrapedLine) isTagList() bool {
	return l.commas >= tagCommas && l.words <= 4*(l.commas+1) && l.ends == endsBare && l.quotes == 0 &&
		l.share(l.capitals) >= tagCapitals && l.function*6 <= l.words && l.digits == 0
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

// speaks tells whether the phrase found makes the whole line boilerplate: a
// sentence of the article may begin with the same words.
func (l *scrapedLine) speaks(s string) bool {
	if l.hit.where == whereAny {
		return true
	}
	if quoted(s) && (l.prose || l.words > startsWords) {
		return false
	}
	if isDash(l.first) || l.hit.where == whereIs && len(l.hit.words) == 1 && l.ends == endsSentence {
		return false // an answer in an interview
	}
	switch l.hit.rule {
	case "line-caption":
		return l.labelled(s, l.hit) && (!l.prose || l.words < 40)
	case "line-translator":
		return l.words <= 12 && (len(l.hit.words) > 1 || l.labelled(s, l.hit))
	case "line-written-by":
		return l.words <= 12
	case "line-read-more", "line-tags", "line-source-link", "line-related":
		return !l.prose || l.hit.where == whereIs || l.labelled(s, l.hit)
	case "line-navigation", "line-advert":
		return !l.prose || l.words < 30
	case "line-disclaimer":
		return l.words < 40
	}
	return true
}

// labelled tells whether the phrase is a label: a colon, a dash or the line's
// end follows it.
func (l *scrapedLine) labelled(s string, p *phrase) bool {
	if l.hitAt != 0 {
		return false
	}
	end, n := 0, 0
	eachWord(s, func(w word) bool { end, n = w.end, n+1; return n < len(p.words) })
	rest := strings.TrimLeft(s[end:], "   ")
	if rest == "" {
		return true
	}
	r, _ := runeAt(rest, 0)
	return r == ':' || r == '/' || r == '|' || r == '→' || r == '»' || r == '›' || isDash(r) && end < len(s) && s[end] == ' '
}

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '−' || r == '―' }

// quoted tells whether the line holds a quotation mark of the double kind.
func quoted(s string) bool { return strings.ContainsAny(s, "\"“”„«»") }

// isHashtags tells a line of hashtags and nothing else.
func isHashtags(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if w[0] != '#' || len(w) < 2 || isFigure(rune(w[1])) {
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

// calendarReach is how many lines of a calendar may follow its line of weekdays.
const calendarReach = 14

// dropCalendars takes out the rows and month names around a line of weekdays.
func dropCalendars(text string, lines []scrapedLine) {
	for i := range lines {
		if lines[i].rule != "line-calendar" {
			continue
		}
		for k := max(0, i-2); k < min(len(lines), i+calendarReach); k++ {
			if l := &lines[k]; isDayRow(l.Of(text)) || l.words > 0 && l.words <= 5 && l.months > 0 && l.months+l.digits == l.words {
				l.drop("line-calendar", l.Of(text))
			}
		}
	}
}

// turnsLeast is how often a label must stand at a line's beginning to be a
// speaker's in an interview or a transcript.
const turnsLeast = 3

// markTurns takes short answers under a speaker's label for running text.
func markTurns(lines []scrapedLine) {
	turns := map[uint64]int{}
	for i := range lines {
		turns[lines[i].label]++
	}
	for i := range lines {
		l := &lines[i]
		l.prose = l.prose || l.label != 0 && l.rule == "" && turns[l.label] >= turnsLeast
	}
}

// teaserWords is how many first words a cut line must share with a longer line
// to be its teaser.
const teaserWords = 5

// dropTeasers takes out lines cut by dots that only repeat the beginning of a
// longer line of the text.
func dropTeasers(text string, lines []scrapedLine) {
	longest := map[uint64]int{}
	for i := range lines {
		if h, ok := beginning(text, &lines[i]); ok && lines[i].ends != endsCut && lines[i].words > longest[h] {
			longest[h] = lines[i].words
		}
	}
	for i := range lines {
		l := &lines[i]
		if l.ends != endsCut {
			continue
		}
		if h, ok := beginning(text, l); ok && longest[h] > l.words {
			l.drop("line-teaser", l.Of(text))
		}
	}
}

// beginning hashes a line's first words.
func beginning(text string, l *scrapedLine) (h uint64, ok bool) {
	if l.words < teaserWords {
		return 0, false
	}
	n := 0
	h = hashBasis
	eachWord(l.Of(text), func(w word) bool {
		h = (h ^ w.hash) * hashPrime
		n++
		return n < teaserWords
	})
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
	if l.rule == "" && l.prose && l.words >= paragraphWords {
		return l.words
	}
	return 0
}
