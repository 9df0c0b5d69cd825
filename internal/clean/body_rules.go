package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/boilerplate"
	"github.com/hearsay-engine/hearsay/internal/when"
	"github.com/hearsay-engine/hearsay/news"
)

// The rules that judge blocks beside those of apartElements and apartWords.
const (
	ruleNoVote  = "page-apart"
	ruleNoWords = "no-words"
	ruleLinks   = "page-links"
	ruleBefore  = "page-before"
	ruleAfter   = "page-after"
	ruleByline  = "page-byline"
	ruleReplies = "page-comments"
)

// apartShare is how much of what was voted for an element set apart may hold
// and still be set apart: a class such as "social" on the element around the
// whole article says nothing. Tuned on the Zyte pages.
const apartShare = 0.3

// reasonShare is the same for all elements set apart for one reason: where a
// site builds its articles of many "promo-text" elements, the word says nothing.
// Readers' comments alone may be longer than the article.
const reasonShare = 0.5

// dropUnvoted leaves out what the library does not take for body.
func (j *jury) dropUnvoted() {
	for i, b := range j.blocks {
		if b.voted {
			continue
		}
		j.drop(i, ruleNoVote)
		if b.apart != notApart {
			j.why[i] = j.aparts[b.apart].reason
		}
	}
}

// dropApart leaves out voted blocks in elements whose markup sets them apart.
func (j *jury) dropApart() {
	within, told := j.heldApart()
	total := 0
	for i := range j.blocks {
		if j.in(i) {
			total += j.blocks[i].Len()
		}
	}
	for i, b := range j.blocks {
		for k := b.apart; k != notApart && j.in(i); k = j.aparts[k].outer {
			why := j.aparts[k].reason
			small := float64(within[k]) < apartShare*float64(total)
			rare := float64(told[why]) < reasonShare*float64(total) || why.Rule == ruleReplies
			if small && rare && !j.toldInCaption(i) {
				j.why[i] = why
			}
		}
	}
}

// heldApart counts the bytes of body in each element set apart, and those set
// apart for each reason.
func (j *jury) heldApart() (within []int, told map[news.Reason]int) {
	within, told = make([]int, len(j.aparts)), map[news.Reason]int{}
	seen := map[news.Reason]bool{}
	for i, b := range j.blocks {
		clear(seen)
		for k := b.apart; k != notApart && j.in(i); k = j.aparts[k].outer {
			within[k] += b.Len()
			if why := j.aparts[k].reason; !seen[why] {
				seen[why] = true
				told[why] += b.Len()
			}
		}
	}
	return within, told
}

// toldInCaption reports whether block i is a caption that holds a sentence: the
// outlet says it to its readers as it says the rest. Credits and labels do not.
func (j *jury) toldInCaption(i int) bool {
	words := j.words(i)
	return j.blocks[i].kind == caption && long(words) && (ended(words) || strings.Contains(words, ". "))
}

// longBytes is the length from which a block is too long to be judged by the
// words of a boilerplate line.
const longBytes = 300

// dropByWords leaves out what its own words or links give away.
func (j *jury) dropByWords() {
	for i, b := range j.blocks {
		if !j.in(i) {
			continue
		}
		words := j.words(i)
		if !strings.ContainsFunc(words, shows) {
			j.drop(i, ruleNoWords)
		} else if 2*b.linked > b.Len() && !prose(words) {
			j.drop(i, ruleLinks)
		} else if len(words) < longBytes {
			j.why[i], _ = boilerplate.Line(words)
		}
	}
}

// dropAbove leaves out what stands above the title, where most of the body
// stands below it: tickers, offers.
func (j *jury) dropAbove() {
	title := best(j.titles).Span
	above, below := 0, 0
	for i, b := range j.blocks {
		switch {
		case !j.in(i):
		case b.End <= title.Start:
			above += b.Len()
		default:
			below += b.Len()
		}
	}
	for i, b := range j.blocks {
		if j.in(i) && b.End <= title.Start && above < below {
			j.drop(i, ruleBefore)
		}
	}
}

// dropBylines leaves out short blocks that show the author or mostly a date.
func (j *jury) dropBylines() {
	for i, b := range j.blocks {
		if j.in(i) && b.Len() <= maxByline && !ended(j.words(i)) && (j.showsAuthor(b.Span) || j.showsDate(b.Span)) {
			j.drop(i, ruleByline)
		}
	}
}

func (j *jury) showsAuthor(s news.Span) bool {
	for _, c := range j.bylines {
		if !c.Span.Empty() && s.Holds(c.Span) {
			return true
		}
	}
	return false
}

// showsDate reports whether half of s or more is a date.
func (j *jury) showsDate(s news.Span) bool {
	date, ok := when.InLine(j.text, s, when.NoOrder)
	return ok && 2*date.Len() >= s.Len()
}

// dropReplies leaves out all below the heading of readers' comments, where the
// better part of the body stands above it.
func (j *jury) dropReplies() {
	above, total := 0, 0
	for i, b := range j.blocks {
		if j.in(i) {
			total += b.Len()
		}
	}
	for i, b := range j.blocks {
		switch {
		case j.in(i):
			above += b.Len()
		case j.why[i].Rule == "line-reply" && 2*above > total:
			for k := i + 1; k < len(j.blocks); k++ {
				if j.in(k) {
					j.drop(k, ruleReplies)
				}
			}
			return
		}
	}
}

// shows reports whether r is more than a mark.
func shows(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// restoreGaps takes back running text that the library left out between two
// blocks of body and that nothing sets apart.
func (j *jury) restoreGaps() {
	for i := 1; i+1 < len(j.blocks); i++ {
		if j.plainText(i) && j.in(i-1) && j.in(i+1) {
			j.keep(i)
		}
	}
}

// restoreText takes back all running text that nothing sets apart, where the
// library had voted for none of the article.
func (j *jury) restoreText() {
	for i := range j.blocks {
		if j.plainText(i) {
			j.keep(i)
		}
	}
}

// plainText reports whether block i was left out by the library alone though it
// is running text without links.
func (j *jury) plainText(i int) bool {
	b := &j.blocks[i]
	return !b.voted && b.apart == notApart && 2*b.linked <= b.Len() && prose(j.words(i))
}

// trimEnds leaves out what is no prose before the first prose and after the
// last: crumbs, dates, names above an article, headings and links below it.
func (j *jury) trimEnds() {
	if !j.any(j.holds) {
		return // all of it is short: a brief, a list
	}
	for i := 0; i < len(j.blocks) && !j.holds(i); i++ {
		if j.in(i) {
			j.drop(i, ruleBefore)
		}
	}
	for i := len(j.blocks) - 1; i >= 0 && !j.holds(i); i-- {
		if j.in(i) {
			j.drop(i, ruleAfter)
		}
	}
}

// holds reports whether the article cannot begin or end short of block i.
func (j *jury) holds(i int) bool {
	k := j.blocks[i].kind
	return j.in(i) && (long(j.words(i)) || ended(j.words(i)) || k == item || k == cell)
}

// prose reports whether words read as running text: long enough, and ended as a
// sentence is.
func prose(words string) bool { return long(words) && ended(words) }

// proseColumns is the least length of a block that counts as prose, in columns:
// a Chinese character or a kana takes two.
const proseColumns = 60

func long(words string) bool {
	n := 0
	for _, r := range words {
		if n++; r >= firstWide {
			n++
		}
		if n >= proseColumns {
			return true
		}
	}
	return false
}

// firstWide is the first of the wide characters, the CJK radicals.
const firstWide = 0x2E80

// ended reports whether words end as a sentence does.
func ended(words string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(words, "\"'”’»“)] "))
	return strings.ContainsRune(".!?…:。！？", last)
}
