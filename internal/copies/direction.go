package copies

import (
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// Direction says which of two texts carries the other's words.
type Direction string

const (
	BFromA  Direction = "b-from-a"
	AFromB  Direction = "a-from-b"
	Unknown Direction = "unknown"
)

// Side is what is known of one of two texts besides its words.
type Side struct {
	Text    *Text
	Full    string    // all of the text, boilerplate too
	Credits []Credit  // in Full
	Outlet  []string  // folded names and addresses its outlet goes by
	First   time.Time // it was not there before; zero when unknown
	Last    time.Time // it was there by then; zero when unknown
}

// Rules of the direction of a copy.
const (
	RuleNamesOutlet = "copy-names-outlet"   // one names the other's outlet as its origin
	RuleCitesOutlet = "copy-cites-outlet"   // one cites the other's outlet for something in it
	RuleKeepsOutlet = "copy-keeps-outlet"   // the words both have name the other's outlet
	RuleLosesOutlet = "copy-loses-outlet"   // where the other names its outlet, it says "the agency"
	RuleBreaksOff   = "copy-breaks-off"     // it breaks off where the other's sentence goes on
	RuleLostLink    = "copy-lost-link"      // it points to an origin whose name was lost
	RuleEarlier     = "copy-earlier"        // one was there before the other can have been
	RuleCutsShort   = "copy-cuts-short"     // one holds little but a part of the other
	RuleNoDirection = "copy-unknown-origin" // nothing tells
)

// Weights of the evidence for a direction. A named origin decides by itself;
// what is earlier or longer only leans.
const (
	weightNames   = 4.0
	weightCites   = 2.0
	weightKeeps   = 2.0
	weightLoses   = 1.5
	weightBreaks  = 1.0
	weightLost    = 1.0
	weightEarlier = 1.0
	weightCut     = 0.5
	// leastWeight is the least sum that tells a direction.
	leastWeight = 1.0
)

// Direct says which of a and b carries the other's words, and why. It is Unknown
// when the evidence is even.
func Direct(a, b Side, o Overlap) (Direction, []news.Reason) {
	toB, whyB := lean(b, a, o.PlainB, o.PlainA, o.Passages)
	toA, whyA := lean(a, b, o.PlainA, o.PlainB, turned(o.Passages))
	switch {
	case toB-toA >= leastWeight:
		return BFromA, whyB
	case toA-toB >= leastWeight:
		return AFromB, whyA
	}
	return Unknown, []news.Reason{{Rule: RuleNoDirection}}
}

// lean weighs the evidence that text comes from origin; own and other are the
// parts of their words that both have, A of a passage is of origin, B of text.
func lean(text, origin Side, own, other float64, passages []Passage) (float64, []news.Reason) {
	var why []news.Reason
	sum := 0.0
	add := func(w float64, r news.Reason) { sum, why = sum+w, append(why, r) }
	if c, ok := text.credit(origin.Outlet); ok {
		if c.Whole {
			add(weightNames, news.Reason{Rule: RuleNamesOutlet, Words: c.Span.Of(text.Full)})
		} else {
			add(weightCites, news.Reason{Rule: RuleCitesOutlet, Words: c.Span.Of(text.Full)})
		}
	}
	for _, t := range traces(text, origin, passages) {
		add(traceWeights[t.Rule], t)
	}
	if !origin.Last.IsZero() && !text.First.IsZero() && origin.Last.Before(text.First) {
		add(weightEarlier, news.Reason{Rule: RuleEarlier, Figure: text.First.Sub(origin.Last).Hours()})
	}
	if own >= cutsShort && other < 1-(1-cutsShort)*2 {
		add(weightCut, news.Reason{Rule: RuleCutsShort, Figure: own})
	}
	return sum, why
}

// cutsShort is the least part of a text's own words for it to be nothing but a
// part of the other.
const cutsShort = 0.9

// credit is the strongest credit that names one of the outlets.
func (s *Side) credit(outlets []string) (best Credit, found bool) {
	for _, c := range s.Credits {
		name := strings.ToLower(c.Name.Of(s.Full))
		for _, o := range outlets {
			if o != "" && strings.Contains(name, o) && (!found || c.Whole && !best.Whole) {
				best, found = c, true
			}
		}
	}
	return best, found
}
