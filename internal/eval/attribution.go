package eval

import (
	"strings"

	"golang.org/x/text/cases"

	"github.com/hearsay-engine/hearsay/internal/sorted"
)

// Rules says how predictions are judged.
type Rules struct {
	SpeechOnly bool    // gold of another scope than speech is "don't care": neither asked for nor wrong to find
	Outer      bool    // the same for nested gold; predictions within another are left out
	Threshold  float64 // least Dice of content words for a match; DefaultThreshold is usual
}

// DefaultThreshold is the Dice of content words from which two statements are
// one and the same.
const DefaultThreshold = 0.5

// judged is a statement made ready for comparison.
type judged struct {
	*Statement
	words   []int // numbers of the content's word tokens, rising
	tokens  []int // the same with punctuation
	speaker []int // numbers of the speaker's word tokens
	kind    string
}

// matched is a gold statement and the prediction aligned with it.
type matched struct {
	pair
	dice  float64
	right bool // the speakers overlap
}

// verdict is one document judged.
type verdict struct {
	id         string
	gold, pred []judged
	skip       []bool // by gold: don't care
	drop       []bool // by prediction: lies on don't-care gold
	pairs      []matched
	score      Score
}

func judge(gold, pred Document, rules Rules) *verdict {
	doc := newTokens(gold.Text)
	v := &verdict{id: gold.ID, score: Score{}}
	for i := range gold.Statements {
		if s := &gold.Statements[i]; len(s.Content) > 0 {
			v.gold = append(v.gold, doc.ready(s))
			v.skip = append(v.skip, rules.SpeechOnly && s.Scope == "other" || rules.Outer && s.Nested)
		}
	}
	for i := range pred.Statements {
		s := &pred.Statements[i]
		if len(s.Content) == 0 || s.Voice == "outlet" || rules.Outer && s.Within != nil {
			continue
		}
		if p := doc.ready(s); len(p.tokens) > 0 {
			v.pred = append(v.pred, p)
		}
	}
	v.align()
	v.count(doc, rules.Threshold)
	return v
}

// A statement about the same words is a little better a partner when its
// speaker fits and a little worse when it does not matter.
const (
	speakerBonus = 1e-3
	skipMalus    = 1e-4
)

// align pairs gold with predictions and sorts out what does not matter.
func (v *verdict) align() {
	weights := make([][]float64, len(v.gold))
	for i, g := range v.gold {
		weights[i] = make([]float64, len(v.pred))
		for j, p := range v.pred {
			weights[i][j] = weight(g, p, v.skip[i])
		}
	}
	v.drop = make([]bool, len(v.pred))
	used := make([]bool, len(v.pred))
	for _, pr := range assign(weights) {
		if weights[pr.gold][pr.pred] <= 0 {
			continue
		}
		used[pr.pred] = true
		if v.skip[pr.gold] {
			v.drop[pr.pred] = true
			continue
		}
		g, p := v.gold[pr.gold], v.pred[pr.pred]
		v.pairs = append(v.pairs, matched{pair: pr, dice: sorted.Dice(g.words, p.words)})
	}
	v.dropLeftOver(used)
}

func weight(g, p judged, skip bool) float64 {
	d := sorted.Dice(g.words, p.words)
	if len(g.words) == 0 || len(p.words) == 0 {
		d = sorted.Dice(g.tokens, p.tokens)
	}
	if d <= 0 {
		return 0
	}
	if sorted.Common(g.speaker, p.speaker) > 0 {
		d += speakerBonus
	}
	if skip {
		d -= skipMalus
	}
	return d
}

// dropLeftOver sets aside unpaired predictions that lie mostly on don't-care
// gold and touch no other.
func (v *verdict) dropLeftOver(used []bool) {
	var care, dont []int
	for i, g := range v.gold {
		if v.skip[i] {
			dont = append(dont, g.words...)
		} else {
			care = append(care, g.words...)
		}
	}
	care, dont = asSet(care), asSet(dont)
	for j, p := range v.pred {
		mostly := float64(sorted.Common(p.words, dont)) > 0.5*float64(len(p.words))
		if !used[j] && len(p.words) > 0 && mostly && sorted.Common(p.words, care) == 0 {
			v.drop[j] = true
		}
	}
}

// count fills the score.
func (v *verdict) count(doc *tokens, threshold float64) {
	for i, g := range v.gold {
		if v.skip[i] {
			continue
		}
		v.score.add(g.kind, inGold, 1)
		v.score.add(g.kind, goldWords, float64(len(g.words)))
		if g.Speaker != nil {
			v.score.add(g.kind, goldSpeakers, 1)
		}
	}
	for j, p := range v.pred {
		if !v.drop[j] {
			v.score.add(p.kind, predicted, 1)
			v.score.add(p.kind, predictedWords, float64(len(p.words)))
		}
	}
	for k := range v.pairs {
		m := &v.pairs[k]
		g, p := v.gold[m.gold], v.pred[m.pred]
		overlap, half, exact := speakerRight(g, p)
		m.right = overlap
		v.score.addPair(g, p, pairFigures(g, p, doc.coverage(g.Content, p.Content), m.dice >= threshold, overlap, exact))
		if m.dice >= threshold {
			v.score.addMatch(g, p, overlap, half, exact)
		}
	}
}

func pairFigures(g, p judged, cover float64, match, overlap, exact bool) [pairedFigures]float64 {
	shared := float64(sorted.Common(g.words, p.words))
	same := equal(g.words, p.words)
	var f [pairedFigures]float64
	f[sharedWords] = shared
	f[recallSum] = shared / float64(max(1, len(g.words)))
	f[precisionSum] = shared / float64(max(1, len(p.words)))
	f[exactWords] = one(same)
	f[exactTokens] = one(equal(g.tokens, p.tokens))
	f[covered3] = one(cover > 0.3)
	f[covered8] = one(cover > 0.8)
	f[exactEnd] = one(same && overlap)
	f[match5] = one(match)
	f[end] = one(match && overlap)
	f[strictEnd] = one(match && exact && same)
	return f
}

// speakerRight tells whether two statements' speakers share a word, mostly
// agree, are the same; the same words elsewhere in the text do, and nobody
// named on both sides.
func speakerRight(g, p judged) (overlap, half, exact bool) {
	if g.Speaker == nil || p.Speaker == nil {
		none := g.Speaker == nil && p.Speaker == nil
		return none, none, none
	}
	a, b := plainName(g.Speaker.Text), plainName(p.Speaker.Text)
	same := a == b && b != ""
	if len(g.speaker) == 0 || len(p.speaker) == 0 {
		return same, same, same
	}
	return same || sorted.Common(g.speaker, p.speaker) > 0,
		same || sorted.Dice(g.speaker, p.speaker) >= 0.5,
		same || equal(g.speaker, p.speaker)
}

// entityRight tells whether the resolved names agree in a last word.
func entityRight(g, p judged) bool {
	if p.Speaker == nil || g.Speaker.Entity == "" {
		return false
	}
	name := p.Speaker.Entity
	if name == "" {
		name = p.Speaker.Name
	}
	if name == "" {
		name = p.Speaker.Text
	}
	a, b := strings.Fields(plainName(g.Speaker.Entity)), strings.Fields(plainName(name))
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	return equal(a, b) || contains(b, a[len(a)-1]) || contains(a, b[len(b)-1])
}

// plainName is a name's words, case-folded, with single spaces.
func plainName(s string) string {
	return cases.Fold().String(strings.Join(wordsOf(s), " "))
}
