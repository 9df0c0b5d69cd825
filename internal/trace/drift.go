package trace

import (
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// Change names what differs between two wordings of a claim.
type Change string

const (
	NumberChanged Change = "number"   // another number stands in the same place, or counts the same
	NameChanged   Change = "name"     // another name stands in the same place
	Negation      Change = "negation" // one says that it is not so
	Hedge         Change = "hedge"    // one holds it open whether it is so
)

// Drift is a difference between two tellings: the words on both sides. Where one
// side has no word for it (a hedge that was added), its words are all that it tells.
type Drift struct {
	Change
	From, To int // stations, as Course.Station counts them; From is the canonically earlier one
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
	leastLikeUnsure  = 0.6 // the same where one is only suggested: it may well say something else
	longestChange    = 6   // words in a place that was changed
)

// drift tells how the wording changed: each new wording against the earlier one
// that is most like it. A figure or a name that differs is why a telling is only
// suggested, so those are held against the sure ones too.
func drift(c *Course) []Drift {
	d := drifting{seen: set{}}
	for i := range c.Stations {
		w := d.worded(c, i)
		if w == nil {
			continue
		}
		d.against(c, w, leastLike)
		d.known = append(d.known, *w)
	}
	for i := range c.Suggested {
		if w := d.worded(c, len(c.Stations)+i); w != nil {
			d.against(c, w, leastLikeUnsure)
		}
	}
	return d.out
}

// drifting is a comparison of wordings under way.
type drifting struct {
	out   []Drift
	known []worded // of sure tellings
	seen  set      // the wordings met
}

// worded is the wording of a station, nil where it tells none that is new.
func (d *drifting) worded(c *Course, station int) *worded {
	t := c.Station(station).Telling
	if t == nil || t.Relation != news.RelRepeats || len(d.seen) >= maxDriftWordings {
		return nil
	}
	w := newWorded(station, t)
	if d.seen.add(w.key()) == 0 {
		return nil
	}
	return w
}

// against adds how w differs from the known wording that is most like it, and
// like it at least so much.
func (d *drifting) against(c *Course, w *worded, like float64) {
	from, a := nearest(d.known, w, like)
	switch {
	case from == nil:
	case compareStations(*c.Station(from.station), *c.Station(w.station)) <= 0:
		d.out = append(d.out, changes(from, w, a)...)
	default:
		d.out = append(d.out, changes(w, from, align(w.words, from.words))...)
	}
}

// nearest is the one of the earliest wordings that w shares most words with, nil
// when none shares more of the shorter one's words than most.
func nearest(known []worded, w *worded, most float64) (best *worded, a alignment) {
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
	for i := range from.words {
		if m := to.countsOther(from, i); m != nil {
			add(NumberChanged, from.quote(&from.words[i]), to.quote(m))
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
