package match

import (
	"cmp"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/sorted"
	"github.com/hearsay-engine/hearsay/news"
)

// Rules of what makes two tellings one claim; internal/wording has their sentences.
const (
	RuleSameWords = "claim-same-words"
	RuleHolds     = "claim-holds"      // of the words' weight of the shorter
	RuleShares    = "claim-shares"     // of the words' weight of both
	RuleNumber    = "claim-numbers"    // agree
	RuleNumberOff = "claim-number-off" // differ
	RuleName      = "claim-names"
	RuleNameOff   = "claim-name-off"
	RuleNameMore  = "claim-name-more"
	RuleNegation  = "claim-negation"
	RuleJudged    = "claim-judged"
	RuleOpposite  = "claim-opposite"
	RuleDeictic   = "claim-deictic"
	RuleWeek      = "claim-week"
	RuleApart     = "claim-apart"
	RuleFirst     = "claim-first"
	RuleDecided   = "claim-decided"
)

const (
	// leastShared is what two tellings must share, in bits, to be one claim; four
	// words that a million do not hold, or six usual ones.
	leastShared = 44
	// leastStems is how many of their stems at least are the same, and leastPlain how
	// many of those, and leastPlainBits what they tell, outside of names: who is
	// named with his office is no claim.
	leastStems     = 4
	leastPlain     = 2
	leastPlainBits = 16
	// weightNumber is what a number in both adds to a score, mostNumbers times at most.
	weightNumber = 0.04
	mostNumbers  = 2
	// Scores from which two tellings are told, 1 being all words of both.
	alikeConfirmed = 0.74
	alikeSuggested = 0.48
	// alikeConflict is the least score where each names or counts what the other does
	// not: what is worded as freely then is another claim more often than not.
	alikeConflict = 0.58
	// Closely is a score from which a negation more, or years between, leave no
	// doubt what is spoken of.
	Closely = 0.85
	// holdsAll is how much of a telling of fewer than leastWords words must stand in
	// the other.
	holdsAll = 0.95
	// sharesMost is how much two tellings share of which one may name somebody more:
	// what a long one says by the way is not what it says.
	sharesMost = 0.7
	// daysApart is how long a claim is taken for the same without being worded so
	// closely.
	daysApart = 400
)

// Dated is a gist and the day it was first told on, counted from any one day; 0
// when that is unknown.
type Dated struct {
	*Gist
	Day int32
}

// Alike is how much two tellings say the same.
type Alike struct {
	Score     float64
	Certainty news.Certainty // "" for two claims
	Conflict  bool           // each has a number or a name that the other has not
	Reasons   []news.Reason  // nil unless asked for
}

// Compare says whether two tellings are of one claim. It is symmetric.
func Compare(a, b Dated) Alike { return compare(a, b, false) }

// Explain is Compare with its reasons.
func Explain(a, b Dated) Alike { return compare(a, b, true) }

func compare(a, b Dated, explain bool) Alike {
	c := comparison{explain: explain}
	if a.Gist.Exact == b.Gist.Exact && a.Language == b.Language {
		c.Score, c.holds, c.shares, c.Certainty = 1, 1, 1, news.Confirmed
		c.because(RuleSameWords, 0)
	} else if !c.words(a.Gist, b.Gist) {
		return Alike{}
	}
	if few := min(a.Words, b.Words); few < leastWords {
		c.doubt(RuleShort, float64(few), c.holds < holdsAll)
	}
	c.numbers(a.Gist, b.Gist)
	c.names(a.Gist, b.Gist)
	if Opposed(a.Gist, b.Gist) {
		c.doubt(RuleNegation, 0, c.Score < Closely)
	}
	if slices.Contains(a.Negated, Judged) != slices.Contains(b.Negated, Judged) {
		c.doubt(RuleJudged, 0, true)
	}
	if opposed(a.Sides, b.Sides) {
		c.doubt(RuleOpposite, 0, true)
	}
	c.deictic(a.Gist, b.Gist)
	c.times(a, b)
	if c.Conflict && c.Score < alikeConflict {
		return Alike{}
	}
	if c.Score < alikeConfirmed && c.Certainty == news.Confirmed {
		c.Certainty = news.Suggested
	}
	if c.Certainty == "" {
		return Alike{}
	}
	return c.Alike
}

// comparison is a judgement in the making.
type comparison struct {
	Alike
	holds   float64
	shares  float64
	explain bool
}

func (c *comparison) because(rule string, figure float64) {
	if c.explain {
		c.Reasons = append(c.Reasons, news.Reason{Rule: rule, Figure: figure})
	}
}

// doubt gives a reason, and takes back what was sure where it weighs.
func (c *comparison) doubt(rule string, figure float64, weighs bool) {
	c.because(rule, figure)
	if weighs && c.Certainty == news.Confirmed {
		c.Certainty = news.Suggested
	}
}

// words weighs the stems that both have; false when they are too few.
func (c *comparison) words(a, b *Gist) bool {
	shared, n, plain, plainBits := 0, 0, 0, 0
	for i, j := 0, 0; i < len(a.Stems) && j < len(b.Stems); {
		switch x, y := a.Stems[i], b.Stems[j]; {
		case x.Hash < y.Hash:
			i++
		case x.Hash > y.Hash:
			j++
		default:
			shared += int(x.Bits)
			if !x.Named && !y.Named {
				plain, plainBits = plain+1, plainBits+int(x.Bits)
			}
			n, i, j = n+1, i+1, j+1
		}
	}
	if tooFew(shared, n, plain, plainBits) {
		return false
	}
	var score float64
	c.holds, c.shares, score = scored(shared, a.weight(), b.weight())
	if c.Score = min(score+agreed(a, b), 1); c.Score < alikeSuggested {
		return false
	}
	c.Certainty = news.Confirmed
	c.because(RuleHolds, c.holds)
	c.because(RuleShares, c.shares)
	return true
}

// tooFew reports whether the stems that two tellings share are too few for one
// claim, or tell too little.
func tooFew(shared, stems, plain, plainBits int) bool {
	return shared < leastShared || stems < leastStems || plain < leastPlain || plainBits < leastPlainBits
}

// scored is how much of the shorter telling's weight stands in the other, how much
// of both is shared, and the score of that.
func scored(shared, wa, wb int) (holds, shares, score float64) {
	holds = float64(shared) / float64(min(wa, wb))
	shares = 2 * float64(shared) / float64(wa+wb)
	return holds, shares, (holds + shares) / 2
}

// agreed is what numbers in both add to a score.
func agreed(a, b *Gist) float64 {
	return weightNumber * float64(min(sorted.Common(a.Numbers, b.Numbers), mostNumbers))
}

// numbers doubts what has a number on each side that the other has not: drift
// of a figure is for a person to look at.
func (c *comparison) numbers(a, b *Gist) {
	both := sorted.Common(a.Numbers, b.Numbers)
	if both < len(a.Numbers) && both < len(b.Numbers) {
		c.Conflict = true
		c.doubt(RuleNumberOff, 0, true)
	} else if both > 0 {
		c.because(RuleNumber, float64(both))
	}
}

// names doubts what names somebody or some place on each side that nothing on
// the other echoes, and what does on one side and says much besides.
func (c *comparison) names(a, b *Gist) {
	both := sorted.Common(a.Names, b.Names)
	more, back := offFrom(a, b), offFrom(b, a)
	switch {
	case more && back:
		c.Conflict = true
		c.doubt(RuleNameOff, 0, true)
	case (more || back) && c.shares < sharesMost:
		c.doubt(RuleNameMore, 0, true)
	case both > 0:
		c.because(RuleName, float64(both))
	}
}

// Opposed reports whether one of two tellings of one matter says that it is not
// so: what it negates, the other tells without negating it.
func Opposed(a, b *Gist) bool { return negates(a, b) != negates(b, a) }

// negates reports whether a negates what b tells.
func negates(a, b *Gist) bool {
	return slices.ContainsFunc(a.Negated, func(h uint32) bool {
		if h == Judged || slices.Contains(b.Negated, h) {
			return false
		}
		_, tells := slices.BinarySearchFunc(b.Stems, h, func(s Stem, h uint32) int { return cmp.Compare(s.Hash, h) })
		return tells || h == Whole
	})
}

// opposed reports whether two tellings stand on two sides of a pair, and neither
// on both.
func opposed(a, b uint16) bool {
	for ; a > 0 && b > 0; a, b = a>>2, b>>2 {
		if x, y := a&3, b&3; x|y == 3 && x&y == 0 && x != 0 && y != 0 {
			return true
		}
	}
	return false
}

// offFrom reports whether a names what no word of b echoes.
func offFrom(a, b *Gist) bool {
	return slices.ContainsFunc(a.Names, func(n uint16) bool { return !slices.Contains(b.Capitals, n) && !slices.Contains(b.Names, n) })
}

// deictic wants one speaker where "I" or "he" says who is meant.
func (c *comparison) deictic(a, b *Gist) {
	d := max(a.Deictic, b.Deictic)
	switch {
	case d == NotDeictic || a.Speaker == b.Speaker && a.Speaker != 0:
	case d == FirstPerson && a.Speaker != 0 && b.Speaker != 0:
		c.Certainty = ""
	default:
		c.doubt(RuleDeictic, 0, true)
	}
}

// times wants "yesterday" to be one day, give or take a week, and what lies
// years apart to be worded closely.
func (c *comparison) times(a, b Dated) {
	if apart := a.Week - b.Week; a.Week != 0 && b.Week != 0 && (apart > 1 || apart < -1) {
		c.doubt(RuleWeek, 0, true)
	}
	if a.Day == 0 || b.Day == 0 {
		return
	}
	if apart := max(a.Day-b.Day, b.Day-a.Day); apart > daysApart {
		c.doubt(RuleApart, float64(apart), c.Score < Closely)
	}
}
