package corrections

import (
	"cmp"
	"slices"
)

// Tally is how often people decided on what a rule had a part in, and how often
// against it.
type Tally struct {
	Rule    string
	Wrong   int
	Decided int
}

// against are the decisions that say of a rule's judgement that it is wrong.
var against = map[Decision]bool{Speaker: true, Hide: true, Reject: true, Split: true}

// TallyRules counts decisions by the rules they judge, most often wrong first.
// entries hold (Effective); of several on one statement the last counts.
func TallyRules(entries []Entry) []Tally {
	last := map[Anchor]int{}
	for i, e := range entries {
		if e.Target == Statement && len(e.Anchors) > 0 && !e.OfCase() {
			last[place(e.Anchors[0])] = i
		}
	}
	tallies := map[string]*Tally{}
	for i, e := range entries {
		if e.OfCase() || e.Target == Statement && len(e.Anchors) > 0 && last[place(e.Anchors[0])] != i {
			continue
		}
		for _, rule := range e.Rules {
			t := tallies[rule]
			if t == nil {
				t = &Tally{Rule: rule}
				tallies[rule] = t
			}
			t.Decided++
			if against[e.Decision] {
				t.Wrong++
			}
		}
	}
	return ranked(tallies)
}

// place is an anchor less what does not tell it from others.
func place(a Anchor) Anchor { return Anchor{SHA256: a.SHA256, Start: a.Start, End: a.End, Nth: a.Nth} }

func ranked(tallies map[string]*Tally) []Tally {
	out := make([]Tally, 0, len(tallies))
	for _, t := range tallies {
		out = append(out, *t)
	}
	slices.SortFunc(out, func(a, b Tally) int {
		return cmp.Or(cmp.Compare(b.Wrong, a.Wrong), cmp.Compare(a.Decided, b.Decided), cmp.Compare(a.Rule, b.Rule))
	})
	return out
}
