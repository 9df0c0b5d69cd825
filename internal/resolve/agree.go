package resolve

import (
	"cmp"
	"slices"
)

// Seen is a name in one article, one of the sample that Group sees of a name.
// A sample is the uses of least Lot: which they are does not depend on the order
// of arrival, and a new article changes the sample of a frequent name rarely.
type Seen struct {
	Article  string // its id
	Lot      int64  // a hash of the article: the canonical order of uses
	Scene    *Scene // nil where nothing turns on it
	Roles    Roles
	Mentions int32 // of the name in the article
}

// profile is what scenes have in common. Its lists ascend: two are compared in
// one pass.
type profile struct {
	scenes  int
	with    []shared
	outlets []carried
	roles   Roles
}

// shared is a companion and in how many scenes it is.
type shared struct {
	Companion
	n int32
}

// carried is an outlet that had an article that day.
type carried struct {
	outlet uint32
	day    int32
}

func newProfile() *profile { return &profile{} }

// profileOf sums up what was seen, in no more room than that takes.
func profileOf(seen []Seen) *profile {
	var room [usualCompanions]shared
	p, with := newProfile(), room[:0]
	for i := range seen {
		if p.note(&seen[i]) {
			with = counted(with, seen[i].Scene.With)
		}
	}
	p.with, p.outlets = slices.Clone(with), slices.Clone(p.outlets)
	return p
}

// usualCompanions is how many a profile has that is made without room of its own
// for the making.
const usualCompanions = 12 * maxCompanions

// add takes a use.
func (p *profile) add(s *Seen) {
	if p.note(s) {
		p.with = counted(p.with, s.Scene.With)
	}
}

// note takes of a use all but the companions, and reports whether it has any.
func (p *profile) note(s *Seen) bool {
	if p.roles |= s.Roles; s.Scene == nil {
		return false
	}
	p.scenes++
	if o := s.Scene.Outlet; o != 0 {
		at, _ := slices.BinarySearchFunc(p.outlets, o, func(c carried, o uint32) int { return cmp.Compare(c.outlet, o) })
		p.outlets = slices.Insert(p.outlets, at, carried{o, s.Scene.Day})
	}
	return true
}

// counted counts the companions of one more scene, where they stand: from the last
// on, so that none is written over.
func counted(all []shared, more []Companion) []shared {
	i, j := len(all)-1, len(more)-1
	to := i + fresh(all, more)
	for all = slices.Grow(all, to-i)[:to+1]; j >= 0; to-- {
		switch {
		case i < 0 || all[i].Companion < more[j]:
			all[to], j = shared{more[j], 1}, j-1
		case all[i].Companion > more[j]:
			all[to], i = all[i], i-1
		default:
			all[to], i, j = shared{more[j], all[i].n + 1}, i-1, j-1
		}
	}
	return all
}

// fresh is how many companions were not there before.
func fresh(all []shared, more []Companion) (n int) {
	for _, c := range more {
		for len(all) > 0 && all[0].Companion < c {
			all = all[1:]
		}
		if len(all) > 0 && all[0].Companion == c {
			all = all[1:]
		} else {
			n++
		}
	}
	return n
}

// days are the days on which an outlet had an article.
func (p *profile) days(outlet uint32) []carried {
	at, _ := slices.BinarySearchFunc(p.outlets, outlet, func(c carried, o uint32) int { return cmp.Compare(c.outlet, o) })
	end := at
	for end < len(p.outlets) && p.outlets[end].outlet == outlet {
		end++
	}
	return p.outlets[at:end]
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
	rest := p.with
	for _, c := range s.With {
		for len(rest) > 0 && rest[0].Companion < c {
			rest = rest[1:]
		}
		if len(rest) > 0 && rest[0].Companion == c && !slices.Contains(own, c) {
			sum += c.Weight() * min(hundredths, usualShare*hundredths*int(rest[0].n)/p.scenes)
		}
	}
	return float64(sum) / hundredths
}

func (p *profile) outletAgreement(outlet uint32, day int32) int {
	if outlet == 0 {
		return 0
	}
	days := p.days(outlet)
	for _, d := range days {
		if d.day == 0 || day == 0 || max(d.day-day, day-d.day) <= dateWindow {
			return sameOutlet
		}
	}
	if len(days) > 0 {
		return oftenOutlet
	}
	return 0
}

// between is how far two profiles agree: the companions they share, by the
// lesser share of scenes.
func (p *profile) between(o *profile, own []Companion) float64 {
	if p.scenes == 0 || o.scenes == 0 {
		return 0
	}
	sum := p.outletsBetween(o)
	for x, y := p.with, o.with; len(x) > 0 && len(y) > 0; {
		switch a, b := x[0], y[0]; {
		case a.Companion < b.Companion:
			x = x[1:]
		case b.Companion < a.Companion:
			y = y[1:]
		default:
			x, y = x[1:], y[1:]
			if !slices.Contains(own, a.Companion) {
				share := min(hundredths*int(a.n)/p.scenes, hundredths*int(b.n)/o.scenes)
				sum += a.Weight() * min(hundredths, usualShare*share)
			}
		}
	}
	return float64(sum) / hundredths
}

func (p *profile) outletsBetween(o *profile) int {
	best := 0
	for _, c := range p.outlets {
		best = max(best, o.outletAgreement(c.outlet, c.day))
	}
	return best
}
