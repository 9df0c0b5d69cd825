package eval

import (
	"maps"
	"slices"
)

// DirectedPair is a copy and what was told of which of two texts was first.
type DirectedPair struct {
	Trace string // what tells: the truth
	Dated bool   // the dates of both are known
	Told  bool
	Right bool
}

// DirectionFigures count pairs of one kind of evidence.
type DirectionFigures struct {
	Trace string `json:"trace"`
	Dated bool   `json:"dated"`
	Pairs int    `json:"pairs"`
	Told  int    `json:"told"`
	Right int    `json:"right"`
}

func (f DirectionFigures) dates() string {
	if f.Dated {
		return "days known"
	}
	return "no dates"
}

// directionFigures counts by what tells, without dates first.
func directionFigures(pairs []DirectedPair) []DirectionFigures {
	type key struct {
		dated bool
		trace string
	}
	counts := map[key]*DirectionFigures{}
	for _, p := range pairs {
		k := key{p.Dated, p.Trace}
		if counts[k] == nil {
			counts[k] = &DirectionFigures{Trace: p.Trace, Dated: p.Dated}
		}
		f := counts[k]
		f.Pairs++
		f.Told += count(p.Told)
		f.Right += count(p.Told && p.Right)
	}
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b key) int {
		if a.dated != b.dated {
			return count(a.dated) - count(b.dated)
		}
		return slices.Compare([]byte(a.trace), []byte(b.trace))
	})
	var out []DirectionFigures
	for _, k := range keys {
		out = append(out, *counts[k])
	}
	return out
}
