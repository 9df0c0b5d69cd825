package boilerplate

import (
	"math"

	"github.com/hearsay-engine/hearsay/internal/lexicon"
	"github.com/hearsay-engine/hearsay/news"
)

// lineFeatures names what the model sees of a line and of what stands around
// it, in the order of its weights. The trainer writes them beside the weights.
var lineFeatures = []string{
	"bias", "words", "few-words", "many-words", "prose", "ends-sentence", "ends-cut", "ends-colon", "ends-bare",
	"capitals", "function-words", "numbers", "upper-case", "commas", "inner-stops", "quotes", "rails", "address",
	"begins-lower", "begins-dash", "date", "lexicon-hint",
	"words-before", "words-after", "prose-before", "prose-after", "prose-near", "prose-around", "no-prose-yet", "no-prose-left",
	"share-before", "distance", "inside", "short-run", "repeated", "page-prose", "rules-near", "after-end-mark", "alike", "page-lines",
	"short-inside", "prose-alone",
}

// featureRow holds one line's features in the order of lineFeatures.
type featureRow [42]float64

const (
	nearLines   = 4  // window of the near features, lines to each side
	aroundLines = 10 // window of the wide ones
	fewWords    = 3
	manyWords   = 25
	farLines    = 20 // a distance beyond which it makes no difference
)

// pageView holds what the features of all lines share.
type pageView struct {
	lines       []scrapedLine
	proseSum    []int // prose lines before line i, len(lines)+1
	wordSum     []int // words in prose lines before line i
	ruleSum     []int // lines dropped by rules before line i
	before      []int // the last prose line before i, -1 when none
	after       []int // the next prose line after i, len(lines) when none
	runStart    []int // first line of the run of non-prose lines i is in
	runEnd      []int // one past its last
	sinceMarker []bool
	seen        map[uint64]int
	total       int // words of the page
}

func viewPage(lines []scrapedLine) *pageView {
	n := len(lines)
	v := &pageView{lines: lines, proseSum: make([]int, n+1), wordSum: make([]int, n+1), ruleSum: make([]int, n+1),
		before: make([]int, n), after: make([]int, n), runStart: make([]int, n), runEnd: make([]int, n),
		sinceMarker: make([]bool, n), seen: make(map[uint64]int, n)}
	last, marker := -1, false
	for i := range lines {
		l := &lines[i]
		v.before[i], v.sinceMarker[i] = last, marker
		v.runStart[i] = last + 1
		v.proseSum[i+1], v.wordSum[i+1], v.ruleSum[i+1] = v.proseSum[i], v.wordSum[i], v.ruleSum[i]
		if l.isField() {
			continue
		}
		if l.rule != "" {
			v.ruleSum[i+1]++
			marker = marker || endMarkers[l.rule] && last >= 0
		} else if l.prose {
			v.proseSum[i+1]++
			v.wordSum[i+1] += l.Words
			marker = marker && l.paragraph() == 0
			last = i
		}
		v.seen[l.hash]++
		v.total += l.Words
	}
	for i, next := n-1, n; i >= 0; i-- {
		v.after[i], v.runEnd[i] = next, next
		if lines[i].rule == "" && lines[i].prose {
			next = i
		}
	}
	return v
}

// isField tells the lines of title, byline and date, which say nothing of those around.
func (l *scrapedLine) isField() bool {
	return l.rule == ruleTitle || l.rule == bylineField || l.rule == dateField
}

// row gives the features of line i.
func (v *pageView) row(i int) (r featureRow) {
	l := &v.lines[i]
	k := 0
	add := func(x float64) { r[k] = x; k++ }
	is := func(b bool) { add(truth(b)) }
	add(1)
	add(logWords(l.Words))
	is(l.Words <= fewWords)
	is(l.Words >= manyWords)
	is(l.prose)
	is(l.Ends == EndsSentence)
	is(l.Ends == EndsCut)
	is(l.Ends == EndsColon)
	is(l.Ends == EndsBare)
	add(l.Share(l.Capitals))
	add(l.Share(l.function))
	add(l.Share(l.digits))
	add(l.Share(l.UpperWords))
	add(min(1, 4*l.Share(l.commas)))
	is(l.Stops > 0)
	is(l.quotes > 1)
	is(l.rails > 0)
	is(l.address)
	is(l.Lower)
	is(lexicon.IsDash(l.First))
	is(l.months+l.weekdays > 0 && l.Words <= 8 && l.digits > 0)
	is(l.hits > 0)
	v.addContext(i, add, is)
	return r
}

func (v *pageView) addContext(i int, add func(float64), is func(bool)) {
	l, n := &v.lines[i], len(v.lines)
	prev, next := v.neighbour(i-1), v.neighbour(i+1)
	add(logWords(prev.Words))
	add(logWords(next.Words))
	is(prev.prose && prev.rule == "")
	is(next.prose && next.rule == "")
	near := v.window(v.proseSum, i, nearLines) - float64(truthInt(l.prose && l.rule == ""))
	add(near / (2 * nearLines))
	around := v.window(v.wordSum, i, aroundLines)
	add(math.Log1p(around) / 6)
	is(v.before[i] < 0)
	is(v.after[i] == n)
	total := float64(max(v.wordSum[n], 1))
	add(float64(v.wordSum[i]) / total)
	distance := min(v.distanceBack(i), v.after[i]-i, farLines)
	add(math.Log1p(float64(distance)) / 3)
	inside := v.before[i] >= 0 && v.after[i] < n && v.after[i]-v.before[i] <= nearLines+1
	is(inside)
	run := 0
	if !l.prose {
		run = v.runEnd[i] - v.runStart[i]
	}
	add(math.Log1p(float64(run)) / 4)
	is(v.seen[l.hash] > 1)
	add(float64(v.wordSum[n]) / float64(max(1, v.total)))
	add(v.window(v.ruleSum, i, nearLines) / (2 * nearLines))
	is(v.sinceMarker[i])
	is(alike(l, prev) && alike(l, next))
	add(math.Log1p(float64(n)) / 6)
	is(inside && !l.prose && l.Words < proseWords)
	is(l.prose && near == 0)
}

func (v *pageView) distanceBack(i int) int {
	if v.before[i] < 0 {
		return farLines
	}
	return i - v.before[i]
}

var noLine scrapedLine

func (v *pageView) neighbour(i int) *scrapedLine {
	if i < 0 || i >= len(v.lines) {
		return &noLine
	}
	return &v.lines[i]
}

// window sums a running count over the lines within reach of i.
func (v *pageView) window(sum []int, i, reach int) float64 {
	return float64(sum[min(len(v.lines), i+reach+1)] - sum[max(0, i-reach)])
}

// alike tells two short lines of one build, as the items of a menu are.
func alike(a, b *scrapedLine) bool {
	return !a.prose && !b.prose && b.Words > 0 && a.Ends == b.Ends && a.Words-b.Words <= 3 && b.Words-a.Words <= 3
}

func logWords(n int) float64 { return math.Log1p(float64(n)) / 4 }

func truth(b bool) float64 { return float64(truthInt(b)) }

func truthInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Rows gives the spans of text's non-empty lines that no certain rule
// drops, and the model's features of each: what the trainer learns from.
func Rows(text string) (spans []news.Span, rows [][]float64) {
	lines, _ := scanLines(text)
	certain(text, lines)
	v := viewPage(lines)
	for i := range lines {
		if lines[i].rule == "" {
			r := v.row(i)
			spans, rows = append(spans, lines[i].Span), append(rows, r[:])
		}
	}
	return spans, rows
}

// Features names the features of Rows, in order.
func Features() []string { return lineFeatures }
