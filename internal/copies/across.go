package copies

import (
	"math"

	"github.com/hearsay-engine/hearsay/news"
)

// Crossing is how alike two texts are by their anchors, whatever languages
// they are in.
type Crossing struct {
	Score   float64 // cosine of the anchors' weights, 0 to 1
	Names   int     // that both have
	Numbers int
	Words   int // of like sound or of one meaning
}

// Cross compares the anchors of two texts, as Anchors gives them.
func Cross(a, b []Anchor) Crossing {
	var c Crossing
	dot := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch x, y := &a[i], &b[j]; {
		case x.Key < y.Key:
			i++
		case x.Key > y.Key:
			j++
		default:
			dot += float64(x.Weight) * float64(y.Weight)
			c.count(x.Kind)
			i, j = i+1, j+1
		}
	}
	if dot > 0 {
		c.Score = dot / math.Sqrt(square(a)*square(b))
	}
	return c
}

func (c *Crossing) count(k AnchorKind) {
	switch k {
	case AnchorName:
		c.Names++
	case AnchorNumber:
		c.Numbers++
	case AnchorSound, AnchorMeaning:
		c.Words++
	}
}

func square(list []Anchor) float64 {
	sum := 0.0
	for _, a := range list {
		sum += float64(a.Weight) * float64(a.Weight)
	}
	return sum
}

// crossScore is the least likeness of a translation that is suggested: of 107
// Russian articles each against 2,747 English ones it finds 100, and 10 others
// that mostly tell the same event.
const crossScore = 0.40

// Rules of translations across languages.
const (
	RuleAnchorsAlike = "copy-anchors-alike"
	RuleSameNames    = "copy-same-names"
	RuleSameNumbers  = "copy-same-numbers"
	RuleSameMeanings = "copy-same-meanings"
)

// JudgeAcross says whether one of two texts of different languages may be a
// translation of the other. It is a suggestion for a person to look at and
// never sure: two reports of one event name the same people and numbers.
func JudgeAcross(c Crossing) Verdict {
	if c.Score < crossScore {
		return Verdict{Score: c.Score}
	}
	v := Verdict{Kind: Retranslated, Share: c.Score, Score: c.Score, Reasons: reasons(RuleAnchorsAlike, c.Score)}
	for _, r := range []struct {
		rule string
		n    int
	}{{RuleSameNames, c.Names}, {RuleSameNumbers, c.Numbers}, {RuleSameMeanings, c.Words}} {
		if r.n > 0 {
			v.Reasons = append(v.Reasons, news.Reason{Rule: r.rule, Figure: float64(r.n)})
		}
	}
	return v
}
