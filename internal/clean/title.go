package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// placeTitle finds the line near the top that shows a given title.
func placeTitle(d *draft, head []news.Span) {
	given := &d.titles[0]
	for _, line := range head {
		if line.Len() <= maxStated && sameTitle(given.Value, line.Of(d.text)) {
			given.Span = line
			if strings.HasPrefix(line.Of(d.text), given.Value) {
				given.Span.End = line.Start + len(given.Value)
			}
			return
		}
	}
}

// printedTitle adds the headline of a text without markup: the first line that
// says something, behind dates, counters, names of sections and the way to the
// page, if it reads as a headline and a paragraph follows. A headline that
// shares its line with the body is not cut out of it: the title is unknown.
func printedTitle(d *draft, head []news.Span) {
	sc := newLineScan()
	f := &datesFound{order: noOrder}
	for i, line := range head {
		dated, ok := f.inLine(d.text, line)
		if ok && !dated.atEnd && dated.Len()+beside > line.Len() || leadsToTitle(d.text, line, sc) {
			continue
		}
		s := line
		if ok && dated.atEnd {
			s = withoutTail(d.text, line, dated.Start)
		}
		if isHeadline(d.text, s, sc) && paragraphFollows(d.text, head[i+1:]) {
			d.titles = append(d.titles, printedField(d.text, s))
		}
		return
	}
}

// beside is the bytes that may stand beside the date of a line that is a date
// and no headline.
const beside = 40

// withoutTail is line before byte end, without marks at its own end.
func withoutTail(text string, line news.Span, end int) news.Span {
	s := news.Span{Start: line.Start, End: end}
	s.End = s.Start + len(strings.TrimRight(s.Of(text), " \t\u00a0|–—-,("))
	return s
}

// leadsToTitle tells lines that may stand above a title: a counter, a byline,
// a section, the way to the page.
func leadsToTitle(text string, line news.Span, sc *lineScan) bool {
	words := line.Of(text)
	if strings.IndexFunc(words, unicode.IsLetter) < 0 {
		return true
	}
	if _, dropped := dropLine(words); dropped {
		return true
	}
	if lead, behind := bylineLead(text, line); lead != "" {
		s, _ := authorNames(text, behind)
		return behind.Empty() || !s.Empty()
	}
	f := sc.read(text, line)
	return isWay(words) || f.words < titleWordsLeast && f.ends == endsBare
}

// isWay tells the way to a page: "Home / World / Korva", "News » World".
func isWay(words string) bool {
	const longest = 80 // bytes of such a line
	steps := 0
	for _, mark := range []string{"/", "»", "›", ">", "→", "|"} {
		steps += strings.Count(" "+words+" ", " "+mark+" ")
	}
	return len(words) <= longest && (steps > 1 || steps == 1 && strings.HasPrefix(words, "/"))
}

// What a headline has: some words, and not many.
const (
	titleWordsLeast, titleWordsMost = 3, 30
	longestTitle                    = 250 // bytes
	titleCase                       = 0.6 // share of words with a capital that tells a title in spite of a full stop
)

// isHeadline tells a line that reads as a headline: some words, no full stop.
func isHeadline(text string, line news.Span, sc *lineScan) bool {
	if line.Empty() || line.Len() > longestTitle {
		return false
	}
	f := sc.read(text, line)
	if f.words < titleWordsLeast || f.words > titleWordsMost || f.lower || isDash(f.first) || f.stops > 1 {
		return false
	}
	switch f.ends {
	case endsColon, endsComma, endsCut:
		return false
	case endsSentence: // the stop of a quotation is no stop of the headline
		last, _ := utf8.DecodeLastRuneInString(line.Of(text))
		return last != '.' && last != '。' || f.stops == 0 && f.share(f.capitals) >= titleCase
	}
	return true
}

// paragraphFollows tells whether one of the lines is running text.
func paragraphFollows(text string, lines []news.Span) bool {
	const shortest = 60 // bytes of a paragraph
	for _, line := range lines {
		if line.Len() >= shortest && endOf(line.Of(text)) == endsSentence || line.Len() >= proseLine {
			return true
		}
	}
	return false
}
