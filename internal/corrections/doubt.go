package corrections

import (
	"cmp"
	"slices"
)

// Doubt is how often what a rule had a part in is expected to be wrong.
type Doubt struct {
	Rule  string
	Share float64
}

// doubts are the rules whose statements, on PolNeAR train and dev, had another
// speaker or were none in a quarter of all cases or more.
var doubts = []Doubt{
	{"speaker-unnamed", .9}, {"speaker-before", .9}, {"speaker-subject", .8}, {"speaker-within", .7}, {"cue-noun", .6},
	{"speaker-continued", .6}, {"cue-infinitive", .5}, {"speaker-antecedent", .5}, {"content-around-gap", .5},
	{"speaker-owner", .4}, {"cue-gerund", .4}, {"content-infinitive", .4}, {"speaker-introduced", .4}, {"speaker-as-printed", .3},
}

// Doubts of what people decided count instead where there are so many of them,
// and rules that are wrong so rarely are not asked about.
const (
	doubtDecided = 5
	leastDoubt   = .2
)

// Doubts gives the rules worth a person's look, those most often wrong first:
// as measured, and as people decided by now.
func Doubts(tallies []Tally) []Doubt {
	share := map[string]float64{}
	for _, d := range doubts {
		share[d.Rule] = d.Share
	}
	for _, t := range tallies {
		if t.Decided >= doubtDecided {
			share[t.Rule] = float64(t.Wrong) / float64(t.Decided)
		}
	}
	var out []Doubt
	for rule, s := range share {
		if s >= leastDoubt {
			out = append(out, Doubt{rule, s})
		}
	}
	slices.SortFunc(out, func(a, b Doubt) int { return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.Rule, b.Rule)) })
	return out
}
