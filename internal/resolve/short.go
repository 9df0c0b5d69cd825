package resolve

import (
	"cmp"
	"slices"
)

// Bearer is an entity that a short name may stand for.
type Bearer struct {
	Forms   []*Form // its names
	Seen    []Seen  // a sample of the uses of its names
	Roles   Roles   // that these give it, besides those that they tell themselves
	profile *profile
	own     []Companion
}

// Gather sums up what was seen of a bearer, and lets go of it; GroupShort does it
// for those that are not.
func (b *Bearer) Gather() {
	if b.profile != nil {
		return
	}
	b.profile, b.Seen = profileOf(b.Seen), nil
	b.profile.roles |= b.Roles
	for _, f := range b.Forms {
		b.own = append(b.own, f.own)
	}
}

// states are those that the bearer's names speak of, when it is a body.
func (b *Bearer) states() []string {
	for _, f := range b.Forms {
		if len(f.states) > 0 {
			return f.states
		}
	}
	return nil
}

// mayBe reports whether nothing that an article tells of a use speaks against the
// bearer.
func (b *Bearer) mayBe(u *Seen) bool {
	return !b.profile.roles.conflict(u.Roles) && !u.Scene.elsewhere(b.states())
}

// agreement is how far the scene of a use of a name is like those of the bearer.
func (b *Bearer) agreement(f *Form, u *Seen) float64 {
	return b.profile.agreement(u.Scene, append(b.own[:len(b.own):len(b.own)], f.own))
}

// Bounds of one grouping of short names. A surname that more people bear stands
// for none of them: scenes could not tell them apart.
const (
	MaxBearers = 24
	maxShort   = 256 // uses that are compared; of more, those of least lot
)

// Agreement that a short name asks for. A surname that only one person of the
// archive bears needs less than one that several do; a surname that nobody
// bears in full, as "Putin", is one entity where scenes agree at all.
const (
	unborneAgreement = 1.0
	onlyAgreement    = 2.0
	severalAgreement = 3.0
	margin           = 1.0 // ahead of the next bearer
	certainAgreement = 6.0 // confirms a name that nobody bears in full
)

// GroupShort makes entities of short names: surnames and given names alone,
// initials with a surname, "the Ministry". No such name joins two articles
// unless their scenes agree. links says which names may stand for which bearer;
// many, that there are more bearers than MaxBearers: of those only the ones that
// decisions speak of are given, without links.
func GroupShort(names []Name, edges []Edge, bearers []Bearer, links []BearerLink, many bool, d Decisions) []Entity {
	s := newShort(names, edges, bearers, links, many, d)
	s.bind()
	for _, u := range s.uses {
		s.place(u)
	}
	s.mergeDecided()
	return s.entities()
}

// BearerLink says that a short name may stand for a bearer, as it is like one of
// the bearer's names.
type BearerLink struct {
	Name, Bearer int
	Full         *Form
}

// use is one use of one of the names.
type use struct{ name, seen int }

// stand is uses of short names that stand for one entity.
type stand struct {
	bearer  int // -1 for an entity of its own
	uses    []use
	profile *profile
	own     []Companion
	least   float64 // agreement of the use that agrees least
}

type short struct {
	names   []Name
	bearers []Bearer
	like    [][]*Form       // the names of bearers that each name is like: of the name's first bearer, its second, …
	edge    map[[2]int]Link // name, name
	many    bool
	d       Decisions
	uses    []use
	stands  []*stand // of bearers first
	bound   map[use]*stand
	by      map[use]string // the decision that put a use where it stands
}

func newShort(names []Name, edges []Edge, bearers []Bearer, links []BearerLink, many bool, d Decisions) *short {
	s := &short{names: names, bearers: bearers, like: make([][]*Form, len(names)*len(bearers)), edge: map[[2]int]Link{}, many: many, d: d, bound: map[use]*stand{}, by: map[use]string{}}
	for _, e := range edges {
		s.edge[[2]int{e.A, e.B}], s.edge[[2]int{e.B, e.A}] = e.Link, e.Link
	}
	for _, l := range links {
		like := s.of(l.Name, l.Bearer)
		*like = append(*like, l.Full)
	}
	for i := range names {
		for k := range names[i].Seen {
			s.uses = append(s.uses, use{i, k})
		}
	}
	slices.SortFunc(s.uses, s.compare)
	s.uses = s.uses[:min(len(s.uses), maxShort)]
	for i := range bearers {
		b := &bearers[i]
		b.Gather()
		s.stands = append(s.stands, &stand{bearer: i, profile: b.profile, own: b.own})
	}
	return s
}

// of is the names of a bearer that a name is like.
func (s *short) of(name, bearer int) *[]*Form { return &s.like[name*len(s.bearers)+bearer] }

// best is the link of a name with the bearer's name that it is most like.
func (s *short) best(name, bearer int) Link {
	var best Link
	var with *Form
	for _, full := range *s.of(name, bearer) {
		l, _ := Connect(s.names[name].Form, full)
		if with == nil || l.Better(best) || !best.Better(l) && CompareForms(full, with) < 0 {
			best, with = l, full
		}
	}
	return best
}

func (s *short) compare(a, b use) int {
	return cmp.Or(cmp.Compare(s.names[a.name].Seen[a.seen].Lot, s.names[b.name].Seen[b.seen].Lot), CompareForms(s.names[a.name].Form, s.names[b.name].Form))
}

// place gives a use its stand: a bearer's when one agrees enough and clearly
// more than the next, else one of those opened before, else its own.
func (s *short) place(u use) {
	if s.bound[u] != nil {
		return
	}
	seen := &s.names[u.name].Seen[u.seen]
	st, agreed := s.bearerOf(u, seen)
	if st == nil {
		st, agreed = s.ownOf(u, seen)
	}
	if st == nil {
		st = &stand{bearer: -1, profile: newProfile(), least: certainAgreement}
		s.stands = append(s.stands, st)
		agreed = certainAgreement
	}
	st.uses = append(st.uses, u)
	if st.bearer < 0 {
		st.least = min(st.least, agreed)
		st.profile.add(seen)
		st.own = append(st.own, s.names[u.name].own)
	} else if len(st.uses) == 1 || agreed < st.least {
		st.least = agreed
	}
}

func (s *short) bearerOf(u use, seen *Seen) (*stand, float64) {
	var best *stand
	first, second, rivals := 0.0, 0.0, 0
	for b := range s.bearers {
		if len(*s.of(u.name, b)) == 0 || s.isParted(u, b) || !s.bearers[b].mayBe(seen) {
			continue
		}
		rivals++
		a := s.bearers[b].agreement(s.names[u.name].Form, seen)
		if a > first {
			best, first, second = s.stands[b], a, first
		} else {
			second = max(second, a)
		}
	}
	if rivals == 1 && first >= onlyAgreement || first >= severalAgreement && first-second >= margin {
		return best, first
	}
	return nil, 0
}

// ownOf is the stand without bearer that a use agrees with best.
func (s *short) ownOf(u use, seen *Seen) (*stand, float64) {
	need := unborneAgreement
	if s.many || s.borne(u.name) {
		need = severalAgreement
	}
	var best *stand
	score := 0.0
	for _, st := range s.stands[len(s.bearers):] {
		if a := st.profile.agreement(seen.Scene, st.own); a >= need && a > score && s.mayStand(u, st, seen) {
			best, score = st, a
		}
	}
	return best, score
}

// mayStand reports whether a use's name may be that of all uses of a stand.
func (s *short) mayStand(u use, st *stand, seen *Seen) bool {
	if st.profile.roles.conflict(seen.Roles) {
		return false
	}
	for _, o := range st.uses {
		if o.name != u.name {
			if _, linked := s.edge[[2]int{u.name, o.name}]; !linked {
				return false
			}
		}
		if s.decided(u, o) == parted {
			return false
		}
	}
	return true
}

// borne reports whether anybody bears a short name in full.
func (s *short) borne(name int) bool {
	of := s.like[name*len(s.bearers):][:len(s.bearers)]
	return slices.ContainsFunc(of, func(like []*Form) bool { return len(like) > 0 })
}
