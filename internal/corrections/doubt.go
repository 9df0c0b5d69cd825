package corrections

import (
	"cmp"
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// Doubt is how often what a rule had a part in is expected to be wrong.
type Doubt struct {
	Rule  string
	Share float64
}

// doubts are the rules whose statements, on PolNeAR train and dev, had another
// speaker or were none in a quarter of all cases or more. Archives keep them by
// their places: the list only grows, at its end.
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

// DoubtsIn tells which rules that are often wrong, as measured, are among reasons:
// a bit for each, by its place in their list.
func DoubtsIn(reasons []news.Reason) (bits int64) {
	for _, r := range reasons {
		if i := slices.IndexFunc(doubts, func(d Doubt) bool { return d.Rule == r.Rule }); i >= 0 {
			bits |= 1 << i
		}
	}
	return bits
}

// Worst is the greatest share of the doubts that bits of DoubtsIn stand for, 0 when
// none of them is doubted.
func Worst(bits int64, all []Doubt) (share float64) {
	for i, d := range doubts {
		for _, x := range all {
			if bits>>i&1 == 1 && x.Rule == d.Rule {
				share = max(share, x.Share)
			}
		}
	}
	return share
}

// Unmeasured are those of doubts that DoubtsIn tells nothing of: rules that only
// people found wrong.
func Unmeasured(all []Doubt) []Doubt {
	return slices.DeleteFunc(slices.Clone(all), func(d Doubt) bool {
		return slices.ContainsFunc(doubts, func(m Doubt) bool { return m.Rule == d.Rule })
	})
}

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
