package resolve

import "slices"

// Seen is a name in one article, one of the sample that Group sees of a name.
// A sample is the uses of least Lot: which they are does not depend on the order
// of arrival, and a new article changes the sample of a frequent name rarely.
type Seen struct {
	Article  string // its id
	Lot      int64  // a hash of the article: the canonical order of uses
	Scene    *Scene // nil where nothing turns on it
	Roles    Roles
	Mentions int // of the name in the article
}

// profile is what scenes have in common.
type profile struct {
	scenes  int
	with    map[Companion]int // in how many scenes
	outlets map[uint32][]int32
	roles   Roles
}

func newProfile() *profile {
	return &profile{with: map[Companion]int{}, outlets: map[uint32][]int32{}}
}

func (p *profile) add(s *Seen) {
	if p.roles |= s.Roles; s.Scene == nil {
		return
	}
	p.scenes++
	for _, c := range s.Scene.With {
		p.with[c]++
	}
	if o := s.Scene.Outlet; o != 0 {
		p.outlets[o] = append(p.outlets[o], s.Scene.Day)
	}
}

// Agreement of scenes, in the weights of companions. Set on generated news of
// invented people, where one person's articles share companions and outlets.
const (
	hundredths  = 100
	usualShare  = 3   // a companion in one scene of three or more counts in full
	dateWindow  = 14  // days within which an outlet goes on with a story
	sameOutlet  = 200 // hundredths
	oftenOutlet = 50  // the same outlet at another time
)

// agreement is how far a scene is like those of a profile. own are the
// companions that are the names compared themselves. Sums are of whole
// hundredths, so that no order of adding shows.
func (p *profile) agreement(s *Scene, own []Companion) float64 {
	if p.scenes == 0 {
		return 0
	}
	sum := p.outletAgreement(s.Outlet, s.Day)
	for _, c := range s.With {
		if n := p.with[c]; n > 0 && !slices.Contains(own, c) {
			sum += c.Weight() * min(hundredths, usualShare*hundredths*n/p.scenes)
		}
	}
	return float64(sum) / hundredths
}

func (p *profile) outletAgreement(outlet uint32, day int32) int {
	days, known := p.outlets[outlet]
	if outlet == 0 || !known {
		return 0
	}
	for _, d := range days {
		if d == 0 || day == 0 || max(d-day, day-d) <= dateWindow {
			return sameOutlet
		}
	}
	return oftenOutlet
}

// between is how far two profiles agree: the companions they share, by the
// lesser share of scenes.
func (p *profile) between(o *profile, own []Companion) float64 {
	if p.scenes == 0 || o.scenes == 0 {
		return 0
	}
	if len(p.with) > len(o.with) {
		p, o = o, p
	}
	sum := p.outletsBetween(o)
	for c, k := range p.with {
		if n := o.with[c]; n > 0 && !slices.Contains(own, c) {
			share := min(hundredths*k/p.scenes, hundredths*n/o.scenes)
			sum += c.Weight() * min(hundredths, usualShare*share)
		}
	}
	return float64(sum) / hundredths
}

func (p *profile) outletsBetween(o *profile) int {
	best := 0
	for outlet, days := range p.outlets {
		for _, day := range days {
			best = max(best, o.outletAgreement(outlet, day))
		}
	}
	return best
}
