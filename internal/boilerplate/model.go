package boilerplate

import (
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/lexicon"
)

// The weights are trained by cmd/hearsay-train lines on pages written for the
// project; never edit the file by hand.
//
//go:embed model/lines.txt
var lineWeightList string

var lineWeights = sync.OnceValue(func() (w featureRow) {
	for line := range strings.Lines(lineWeightList) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "\t")
		for i, f := range lineFeatures {
			if f == name {
				w[i], _ = strconv.ParseFloat(value, 64)
			}
		}
	}
	return w
})

// Costs of the path through a page, in units of the model's log-odds. A page is
// furniture, then the article with furniture in it, then furniture to the end.
// Tuned on the pages written for the project, checked on the labelled lines.
const (
	turnCost  = 1.0  // of going from article to furniture inside it, and back
	innerCost = 0.1  // of each line of furniture inside the article
	endCost   = 0.5  // of ending the article
	ratedOdds = 4.0  // what a claim checked or its rating says for being the article
	ruleOdds  = -1.5 // what a line that a rule drops says for the article around it
)

// states of the path.
const (
	beforeArticle = iota
	inArticle
	insideFurniture // between lines of the article
	afterArticle
	pathStates
)

// wayThrough is the cheapest way through the page's lines by their log-odds of being
// the article's: dynamic programming over the four states (Viterbi 1967).
func wayThrough(odds []float64) []uint8 {
	const never = -1e18
	score := [pathStates]float64{0, 0, never, never}
	back := make([][pathStates]uint8, len(odds))
	for i, o := range odds {
		stay := [pathStates]float64{-o / 2, o / 2, -o/2 - innerCost, -o / 2}
		var next [pathStates]float64
		for to := range next {
			best, from := math.Inf(-1), 0
			for _, s := range comesFrom[to] {
				if v := score[s.state] - s.cost; v > best {
					best, from = v, s.state
				}
			}
			next[to], back[i][to] = best+stay[to], uint8(from)
		}
		if i == 0 {
			next[insideFurniture], next[afterArticle] = never, never
		}
		score = next
	}
	states := make([]uint8, len(odds))
	at := uint8(beforeArticle)
	for s := range score {
		if score[s] > score[at] {
			at = uint8(s)
		}
	}
	for i := len(odds) - 1; i >= 0; i-- {
		states[i] = at
		at = back[i][at]
	}
	return states
}

// step is a state a line may follow from, and what that costs.
type step struct {
	state int
	cost  float64
}

var comesFrom = [pathStates][]step{
	beforeArticle:   {{beforeArticle, 0}},
	inArticle:       {{beforeArticle, 0}, {inArticle, 0}, {insideFurniture, turnCost}},
	insideFurniture: {{inArticle, turnCost}, {insideFurniture, 0}},
	afterArticle:    {{inArticle, endCost}, {afterArticle, 0}},
}

// dropByModel takes out the lines that the model and their neighbours say are
// furniture. A page on which nothing reads like an article is asked again with
// more patience: something on it was worth capturing.
func dropByModel(lines []scrapedLine) {
	v, w := viewPage(lines), lineWeights()
	odds := make([]float64, len(lines))
	benefit := v.benefit()
	for i := range lines {
		switch l := &lines[i]; {
		case l.rule == "":
			odds[i] = w.dot(v.row(i)) + benefit*truth(!v.trails(i)) + ratedOdds*truth(l.rated)
		case !l.isField():
			odds[i] = ruleOdds
		}
	}
	for range patience {
		states := wayThrough(odds)
		if slices.Contains(states, inArticle) {
			dropOutside(lines, states, odds)
			return
		}
		for i := range odds {
			odds[i] += patienceStep
		}
	}
}

// How often, and by how much, a page without an article is asked again; then
// all lines stay that no certain rule drops.
const (
	patience     = 4
	patienceStep = 1.5
)

func dropOutside(lines []scrapedLine, states []uint8, odds []float64) {
	for i, s := range states {
		if l := &lines[i]; s != inArticle && l.rule == "" {
			l.rule, l.figure = "line-model", odds[i]
		}
	}
}

// A text that is nearly all paragraphs was cleaned before it came here: what
// doubtful lines it has are headings, answers and verses, and their statements
// would be lost.
const (
	cleanedShare   = 0.8 // of the page's words stand in paragraphs
	cleanedBenefit = 3.0 // added to the log-odds of every line
)

// benefit is what the page as a whole adds to the log-odds of its lines.
func (v *pageView) benefit() float64 {
	if float64(v.wordSum[len(v.lines)]) < cleanedShare*float64(v.total) {
		return 0
	}
	return cleanedBenefit
}

// trails tells a line behind the last paragraph that ends as a headline does:
// even a cleaned text may keep the heads of other articles there.
func (v *pageView) trails(i int) bool {
	l := &v.lines[i]
	return v.after[i] == len(v.lines) && !l.prose && l.Ends == EndsBare && l.quotes == 0 && !lexicon.IsDash(l.First)
}

func (w featureRow) dot(r featureRow) (sum float64) {
	for i := range w {
		sum += float64(w[i] * r[i])
	}
	return sum
}
