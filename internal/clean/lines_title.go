package clean

import "github.com/hearsay-engine/hearsay/news"

// ruleTitle marks the title's line: it is neither body nor boilerplate but
// Article.Title. Headlines hold statements, so attribution reads Title.Span too.
const ruleTitle = "line-title"

// A first line is taken for the title only when it looks like one and a
// paragraph follows soon.
const (
	titleWordsLeast, titleWordsMost = 3, 30
	titleCase                       = 0.6 // share of words with a capital that tells a title in spite of a full stop
	titleReach                      = 9   // lines to the first paragraph
)

// titleLine finds the title's words in the text: the line a given title repeats,
// else a first line that can be nothing else.
func titleLine(d *draft, lines []scrapedLine) {
	given := best(d.titles).Value
	for i := range lines[:min(len(lines), titleLines)] {
		l := &lines[i]
		words := l.Of(d.text)
		if words == given || given == "" && i == 0 && surelyTitle(d.text, lines) {
			l.rule = ruleTitle
			d.titles = append(d.titles, candidate{Value: words, Evidence: news.Evidence{Class: news.EvidenceByline, Span: l.Span}})
			return
		}
	}
}

// titleLines is how far down a given title is looked for.
const titleLines = 200

func surelyTitle(text string, lines []scrapedLine) bool {
	t := &lines[0]
	if t.rule != "" || t.words < titleWordsLeast || t.words > titleWordsMost || t.ends == endsColon || t.ends == endsComma || t.ends == endsCut {
		return false
	}
	if t.ends == endsSentence && (t.stops > 0 || text[t.End-1] == '.' && t.share(t.capitals) < titleCase) || isDash(t.first) || t.lower {
		return false
	}
	for _, l := range lines[1:min(len(lines), titleReach)] {
		if l.paragraph() > 0 {
			return true
		}
	}
	return false
}
