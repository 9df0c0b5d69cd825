package boilerplate

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/lexicon"
	"github.com/hearsay-engine/hearsay/news"
)

// scrapedLine is one line of a text, what it shows and what became of it.
type scrapedLine struct {
	Facts
	rule   string  // the rule that drops it; "" while it stays
	on     string  // the words the rule rests on
	figure float64 // the figure it rests on
}

func (l *scrapedLine) drop(rule, words string) {
	if l.rule == "" {
		l.rule, l.on = rule, Clip(words)
	}
}

func (l *scrapedLine) reason() news.Reason {
	return news.Reason{Rule: l.rule, Words: l.on, Figure: l.figure}
}

// Clip keeps a reason's words short, at a code point's border.
func Clip(s string) string {
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
	case strings.HasPrefix(s, "©") && l.Words < lexicon.ShortToHave:
		l.drop("line-copyright", "©")
	case l.hit != nil && l.speaks(s):
		l.drop(l.hit.Rule, s)
	}
}

// speaks tells whether the phrase found makes the whole line boilerplate: a
// sentence of the article may begin with the same words.
func (l *scrapedLine) speaks(s string) bool {
	if l.hit.Where == lexicon.Any {
		return true
	}
	if quoted(s) && (l.prose || l.Words > lexicon.ShortToStart) {
		return false
	}
	if lexicon.IsDash(l.First) || l.hit.Where == lexicon.Is && len(l.hit.Words) == 1 && l.Ends == EndsSentence {
		return false // an answer in an interview
	}
	switch l.hit.Rule {
	case "line-caption":
		return l.labelled(s, l.hit) && (!l.prose || l.Words < 40)
	case "line-translator":
		return l.Words <= 12 && (len(l.hit.Words) > 1 || l.labelled(s, l.hit))
	case "line-written-by":
		return l.Words <= 12
	case "line-read-more", "line-tags", "line-source-link", "line-related":
		return !l.prose || l.hit.Where == lexicon.Is || l.labelled(s, l.hit)
	case "line-navigation", "line-advert":
		return !l.prose || l.Words < 30
	case "line-disclaimer":
		return l.Words < 40
	}
	return true
}

// labelled tells whether the phrase is a label: a colon, a dash or the line's
// end follows it.
func (l *scrapedLine) labelled(s string, p *lexicon.Phrase) bool {
	if l.hitAt != 0 {
		return false
	}
	end, n := 0, 0
	for w := range lexicon.Words(s) {
		if end, n = w.End, n+1; n >= len(p.Words) {
			break
		}
	}
	rest := strings.TrimLeft(s[end:], " \u00a0\u202f")
	if rest == "" {
		return true
	}
	r, _ := lexicon.RuneAt(rest, 0)
	return r == ':' || r == '/' || r == '|' || r == '→' || r == '»' || r == '›' || lexicon.IsDash(r) && end < len(s) && s[end] == ' '
}

// quoted tells whether the line holds a quotation mark of the double kind.
func quoted(s string) bool { return strings.ContainsAny(s, "\"“”„«»") }

// turnsLeast is how often a label, or a dash, must stand at a line's beginning
// to be a speaker's in an interview or a transcript.
const turnsLeast = 3

// markTurns takes short answers under a speaker's label or behind a dash for
// running text.
func markTurns(lines []scrapedLine) {
	turns := map[uint64]int{}
	for i := range lines {
		if t := lines[i].turn(); t != noTurn {
			turns[t]++
		}
	}
	for i := range lines {
		l := &lines[i]
		if t := l.turn(); t != noTurn && l.rule == "" && turns[t] >= turnsLeast {
			l.prose = true
		}
	}
}

const (
	noTurn   = 0
	dashTurn = 1
)

// turn tells whose turn of a dialogue the line may be: a label's hash, the same
// for all that only begin with a dash, noTurn for other lines.
func (l *scrapedLine) turn() uint64 {
	if l.label == noTurn && lexicon.IsDash(l.First) && l.Ends == EndsSentence {
		return dashTurn
	}
	return l.label
}
