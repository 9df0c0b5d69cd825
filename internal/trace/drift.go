package trace

import (
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// Change names what differs between two wordings of a claim.
type Change string

const (
	NumberChanged Change = "number"   // another number stands in the same place
	NameChanged   Change = "name"     // another name stands in the same place
	Negation      Change = "negation" // one says that it is not so
	Hedge         Change = "hedge"    // one holds it open whether it is so
)

// Drift is a difference between two tellings: the words on both sides. Where one
// side has no word for it (a hedge that was added), its words are all that it tells.
type Drift struct {
	Change
	From, To int // stations, by index; From is the canonically earlier one
	FromSays Quote
	ToSays   Quote
}

// Bounds of the comparison: what is said in more words is a text and no claim,
// and a claim told in more wordings is read by its first ones.
const (
	maxDriftWords    = 120 // words of one telling that are aligned
	maxDriftWordings = 200 // tellings of different words that are compared
	driftOrigins     = 8   // earliest wordings each is compared with, the likest decides
	leastLike        = 0.3 // share of the shorter one's words that both have
	longestChange    = 6   // words in a place that was changed
)

// drift tells how the wording changed: each new wording against the earlier one
// that is most like it.
func drift(all []Station) []Drift {
	var out []Drift
	var known []worded
	seen := set{}
	for i := range all {
		t := all[i].Telling
		if t == nil || t.Relation != news.RelRepeats || len(known) >= maxDriftWordings {
			continue
		}
		w := newWorded(i, t)
		if seen.add(w.key()) == 0 {
			continue
		}
		if from, a := nearest(known, w); from != nil {
			out = append(out, changes(from, w, a)...)
		}
		known = append(known, *w)
	}
	return out
}

// nearest is the one of the earliest wordings that w shares most words with, nil
// when none is like it.
func nearest(known []worded, w *worded) (best *worded, a alignment) {
	most := leastLike
	for i := range known[:min(len(known), driftOrigins)] {
		k := &known[i]
		shorter := min(len(k.words), len(w.words))
		if shorter == 0 {
			continue
		}
		got := align(k.words, w.words)
		if like := float64(got.same) / float64(shorter); like > most {
			best, a, most = k, got, like
		}
	}
	return best, a
}

// changes gives the differences between two aligned wordings.
func changes(from, to *worded, a alignment) []Drift {
	var out []Drift
	add := func(c Change, f, t Quote) {
		d := Drift{c, from.station, to.station, f, t}
		if !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	for _, g := range a.gaps {
		f, t := from.words[g.a0:g.a1], to.words[g.b0:g.b1]
		if max(len(f), len(t)) > longestChange {
			continue
		}
		if n, m, ok := otherNumber(f, t); ok {
			add(NumberChanged, from.quote(n), to.quote(m))
		}
		if n, m, ok := otherName(from, to, f, t); ok {
			add(NameChanged, n, m)
		}
	}
	for _, c := range []struct {
		Change
		class
	}{{Negation, classNegation}, {Hedge, classHedge}} {
		f, t := from.has(c.class), to.has(c.class)
		switch {
		case f == nil && t != nil:
			add(c.Change, from.whole, to.quote(t))
		case f != nil && t == nil:
			add(c.Change, from.quote(f), to.whole)
		}
	}
	return out
}

// otherNumber finds the numbers of two places that are not the same; a place
// with several is another wording and no other number.
func otherNumber(f, t []word) (a, b *word, ok bool) {
	a, b = only(f, classNumber), only(t, classNumber)
	return a, b, a != nil && b != nil && a.value != b.value
}

// only is the one word of a class, nil when there is none or more.
func only(words []word, c class) (found *word) {
	for i := range words {
		if words[i].class != c {
			continue
		}
		if found != nil {
			return nil
		}
		found = &words[i]
	}
	return found
}

// otherName finds the names of two places that are not the same one's.
func otherName(from, to *worded, f, t []word) (a, b Quote, ok bool) {
	n, m := from.nameIn(f), to.nameIn(t)
	if n == nil || m == nil || n.Who == "" || m.Who == "" || n.Who == m.Who {
		return a, b, false
	}
	return n.Quote, m.Quote, true
}
