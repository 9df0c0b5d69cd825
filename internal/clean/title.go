package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/boilerplate"
	"github.com/hearsay-engine/hearsay/internal/lang"
	"github.com/hearsay-engine/hearsay/internal/lexicon"
	"github.com/hearsay-engine/hearsay/internal/when"
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
// page, if it reads as a headline and a paragraph follows. The name of the paper
// is one only when nothing else is. A headline that shares its line with the
// body is not cut out of it: the title is unknown.
func printedTitle(d *draft, head []news.Span) {
	h := &titleSearch{draft: d, sc: boilerplate.NewScanner()}
	var masthead news.Span
	for i, line := range head {
		s, more := h.headline(line, head[i+1:])
		switch {
		case s.Empty() && more || h.isMotto(masthead, line):
			continue
		case !s.Empty() && !h.isMasthead(s):
			d.titles = append(d.titles, printedField(d.text, s))
			return
		}
		if s.Empty() {
			break
		}
		if masthead.Empty() {
			masthead = s
		}
	}
	if !masthead.Empty() && letters(masthead.Of(d.text)) != letters(best(d.outlets).Value) {
		d.titles = append(d.titles, printedField(d.text, masthead))
	}
}

// titleSearch is the search for a draft's headline.
type titleSearch struct {
	*draft
	sc *boilerplate.Scanner
}

// headline is the headline in line, empty for none; more tells whether it may
// still come further down. below are the lines below.
func (h *titleSearch) headline(line news.Span, below []news.Span) (s news.Span, more bool) {
	if step := lastStep(h.text, line); h.isHeadline(step) && paragraphFollows(h.text, below) {
		return step, false
	}
	dated, ok := when.InLine(h.text, line, when.NoOrder)
	if ok && !dated.AtEnd && dated.Len()+beside > line.Len() || h.leadsToTitle(line) {
		return news.Span{}, true
	}
	s = line
	if ok && dated.AtEnd {
		s = withoutTail(h.text, line, dated.Start)
	}
	if !h.isHeadline(s) || !paragraphFollows(h.text, below) {
		return news.Span{}, false
	}
	return s, false
}

// isMotto tells the line right below the name of the paper.
func (h *titleSearch) isMotto(masthead, line news.Span) bool {
	return !masthead.Empty() && line.Start > masthead.End && strings.Count(h.text[masthead.End:line.Start], "\n") == 1
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
func (h *titleSearch) leadsToTitle(line news.Span) bool {
	words := line.Of(h.text)
	if strings.IndexFunc(words, unicode.IsLetter) < 0 {
		return true
	}
	if _, dropped := boilerplate.Line(words); dropped {
		return true
	}
	if lead, behind := bylineLead(h.text, line); lead != "" {
		s, _ := authorNames(h.text, behind)
		return behind.Empty() || !s.Empty()
	}
	f := h.sc.Read(h.text, line)
	return isWay(words) || isMenu(words) || f.Words < titleWordsLeast && f.Ends == boilerplate.EndsBare
}

// isMenu tells a line of the names of sections, and one that names the text's
// own: "Desk: World".
func isMenu(words string) bool {
	label, _, _ := strings.Cut(words, ":")
	if label != words && lang.SectionLabels()[strings.ToLower(label)] {
		return true
	}
	if len(words) > longestMenu {
		return false
	}
	fields := strings.Fields(strings.ToLower(words))
	sections := 0
	for _, w := range fields {
		if lang.SectionWords()[w] {
			sections++
		}
	}
	return sections >= 3 && 2*sections > len(fields)
}

// longestMenu is the bytes of a line that may be one: longer ones are paragraphs.
const longestMenu = 2048

// longestMasthead is the words that the name of a paper in capitals has at most.
const longestMasthead = 4

// isMasthead tells a line that is the paper's name rather than a headline: the
// outlet's, a few words all in capitals, or such words with a motto behind a
// dash: "KORVA POST – all the news of the ferry".
func (h *titleSearch) isMasthead(line news.Span) bool {
	words := line.Of(h.text)
	if outlet := letters(best(h.outlets).Value); outlet != "" && strings.HasPrefix(letters(words), outlet) && len(letters(words)) < 2*len(outlet) {
		return true
	}
	if f := h.sc.Read(h.text, line); f.UpperWords == f.Words && f.Words <= longestMasthead {
		return true
	}
	for _, dash := range []string{" - ", " – ", " — "} {
		name, motto, found := strings.Cut(words, dash)
		first, _ := utf8.DecodeRuneInString(motto)
		if found && name == strings.ToUpper(name) && strings.Contains(name, " ") && unicode.IsLower(first) {
			return true
		}
	}
	return false
}

// lastStep is the page's own name at the end of the way to it, "Home > World >
// Bridge closed after the river rises"; empty for lines that are no such way.
func lastStep(text string, line news.Span) news.Span {
	for _, mark := range []string{" > ", " » ", " › ", " → "} {
		words := line.Of(text)
		if strings.Count(words, mark) < 2 {
			continue
		}
		return news.Span{Start: line.Start + strings.LastIndex(words, mark) + len(mark), End: line.End}
	}
	return news.Span{}
}

// isWay tells the way to a page: "Home / World / Korva", "News » World".
func isWay(words string) bool {
	const longest = 80 // bytes of such a line
	if len(words) > longest {
		return false
	}
	steps := 0
	for _, mark := range []string{"/", "»", "›", ">", "→", "|"} {
		steps += strings.Count(" "+words+" ", " "+mark+" ")
	}
	return steps > 1 || steps == 1 && strings.HasPrefix(words, "/")
}

// What a headline has: some words, and not many.
const (
	titleWordsLeast, titleWordsMost = 3, 30
	longestTitle                    = 250 // bytes
	titleCase                       = 0.6 // share of words with a capital that tells a title in spite of a full stop
)

// isHeadline tells a line that reads as a headline: some words, no full stop.
func (h *titleSearch) isHeadline(line news.Span) bool {
	if line.Empty() || line.Len() > longestTitle {
		return false
	}
	f := h.sc.Read(h.text, line)
	if f.Words < titleWordsLeast || f.Words > titleWordsMost || f.Lower || lexicon.IsDash(f.First) || f.Stops > 1 {
		return false
	}
	switch f.Ends {
	case boilerplate.EndsColon, boilerplate.EndsComma, boilerplate.EndsCut:
		return false
	case boilerplate.EndsSentence: // the stop of a quotation is no stop of the headline
		last, _ := utf8.DecodeLastRuneInString(line.Of(h.text))
		return last != '.' && last != '。' || f.Stops == 0 && f.Share(f.Capitals) >= titleCase
	}
	return true
}

// paragraphFollows tells whether one of the lines is running text.
func paragraphFollows(text string, lines []news.Span) bool {
	const shortest = 60 // bytes of a paragraph
	for _, line := range lines {
		if line.Len() >= shortest && boilerplate.EndOf(line.Of(text)) == boilerplate.EndsSentence || line.Len() >= proseLine {
			return true
		}
	}
	return false
}
