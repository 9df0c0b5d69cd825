package match

import (
	"math"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// Status is how sure a link is.
type Status string

const (
	Confirmed Status = "confirmed"
	Suggested Status = "suggested"
	Unlinked  Status = ""
)

// Rules of this stage; internal/wording has their sentences.
const (
	RuleMargin  = "match-margin"
	RuleCovers  = "match-covers"
	RuleNear    = "match-near-in-time"
	RuleNumbers = "match-numbers-agree"
	RuleDiffer  = "match-numbers-differ"
	RuleShort   = "match-too-short"
)

const (
	// leastWords is the fewest words that say enough to be linked.
	leastWords = 8
	// Scores from which a link is told. Set on the CheckThat dev queries with half
	// of the true claims left out: nine of ten confirmed links are right there.
	confirmedScore = 2.0
	suggestedScore = 1.4
	// Weights of the evidence.
	weightDate    = 0.8
	weightNumbers = 0.3
	weightDiffer  = -0.15
	weightStems   = 0.015
	// daysNear is how many days make an agreement of dates fall to a third; what
	// was claimed after it was checked falls three times as fast.
	daysNear  = 40.0
	backwards = 3.0
)

// Decision says whether the best claim is the one asked for.
type Decision struct {
	Claim   int // index of the claim; meaningless when Unlinked
	Score   float64
	Status  Status
	Reasons []news.Reason
}

// Decide weighs the best claim of a ranking.
func (x *Index) Decide(asked Item, r Ranking) Decision {
	if len(r.Best) == 0 {
		return Decision{}
	}
	best, second := r.Best[0], x.nextOther(r.Best)
	margin := part(best.Stems-second.Stems, best.Stems) + part(best.Letters-second.Letters, best.Letters)
	covers := part(best.Stems, r.MostStems) + part(best.Letters, r.MostLetters)
	d := Decision{Claim: best.Claim, Score: margin + covers + weightDate*best.Near + weightStems*best.Stems}
	d.because(RuleMargin, margin/2)
	d.because(RuleCovers, covers/2)
	if best.Near > 0 {
		d.because(RuleNear, best.Near)
	}
	switch agree := agreement(asked.Text, x.claims[best.Claim].Text); {
	case agree > 0:
		d.Score += weightNumbers
		d.because(RuleNumbers, float64(agree))
	case agree < 0:
		d.Score += weightDiffer
		d.because(RuleDiffer, 0)
	}
	d.settle(len(words(asked.Text)))
	return d
}

// nextOther is the best candidate that says something else than the first: one
// claim told twice is no rival of itself. The zero Candidate when there is none.
func (x *Index) nextOther(best []Candidate) Candidate {
	first := stemsOf(x.claims[best[0].Claim].Text)
	for _, c := range best[1:] {
		if alike(first, stemsOf(x.claims[c.Claim].Text)) < sameClaim {
			return c
		}
	}
	return Candidate{}
}

// sameClaim is the part of the stems of two claims, of all they have, from which
// they are one claim told twice.
const sameClaim = 0.5

func stemsOf(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range bounded(words(text), maxWords) {
		if s := stem(w); s != "" {
			out[s] = true
		}
	}
	return out
}

// alike is the Jaccard index of two sets.
func alike(a, b map[string]bool) float64 {
	both := 0
	for s := range a {
		if b[s] {
			both++
		}
	}
	return part(float64(both), float64(len(a)+len(b)-both))
}

func (d *Decision) because(rule string, figure float64) {
	d.Reasons = append(d.Reasons, news.Reason{Rule: rule, Figure: figure})
}

func (d *Decision) settle(words int) {
	switch {
	case words < leastWords:
		d.because(RuleShort, float64(words))
	case d.Score >= confirmedScore:
		d.Status = Confirmed
	case d.Score >= suggestedScore:
		d.Status = Suggested
	}
}

func part(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return a / b
}

// near is 1 for one day and falls with the distance; 0 when a date is unknown.
func near(asked, claim time.Time) float64 {
	if asked.IsZero() || claim.IsZero() {
		return 0
	}
	days := claim.Sub(asked).Hours() / 24
	if days < 0 {
		days *= -backwards
	}
	return math.Exp(-days / daysNear)
}

// agreement is how many numbers two texts share, -1 when both have some and
// share none. Years are dates and no numbers here.
func agreement(a, b string) int {
	x, y := numbers(a), numbers(b)
	n := 0
	for v := range x {
		if y[v] {
			n++
		}
	}
	if n == 0 && len(x) > 0 && len(y) > 0 {
		return -1
	}
	return n
}

func numbers(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range words(text) {
		if digitAt(w, 0) && len(w) != len("2022") {
			out[w] = true
		}
	}
	return out
}
