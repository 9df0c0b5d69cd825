package store

import "github.com/hearsay-engine/hearsay/internal/resolve"

// memory is what the sweep over names keeps from step to step, of what it read
// or made. It holds what the file does: whoever changes the tables forgets here
// what changed, and all of it is forgotten when another program writes.
type memory struct {
	forms   map[int64]*resolve.Form
	signs   map[int64]resolve.Signs
	samples map[int64]*sample
	scenes  map[int64]*resolve.Scene // by article
	nearby  map[int64][]held
	bearing map[int64][]int64 // full names that a short one may stand for
	stands  map[int64]stood
	levels  map[int64]int
	bearers map[int64]*resolve.Bearer // by entity
	links   map[pair]verdict          // how words connect names
	most    int                       // names of one group

	register       *resolve.Register // of signs
	contradictions *resolve.Contradictions

	claims claimMemory
}

// verdict is what resolve.Connect says of two names.
type verdict struct {
	resolve.Link
	connected bool
}

// Bounds of the memory, in names, articles and pairs. A form is about a kilobyte,
// a sample as much, a scene and a pair a tenth of it.
const (
	maxLinks   = 200_000
	maxForms   = 200_000
	maxSamples = 200_000
	maxScenes  = 300_000
)

func newMemory() *memory {
	m := &memory{links: map[pair]verdict{}, most: resolve.MaxGroup}
	m.clear()
	return m
}

// bound forgets what has grown too large.
func (m *memory) bound() {
	if len(m.forms) > maxForms {
		m.forgetForms()
	}
	if len(m.links) > maxLinks {
		clear(m.links)
	}
	if len(m.forms) == 0 || len(m.samples) > maxSamples || len(m.scenes) > maxScenes || len(m.nearby) > maxForms || len(m.stands) > maxForms {
		m.empty()
	}
}

// empty keeps forms and links: they are made of nothing that changes but the list
// of known names.
func (m *memory) empty() {
	m.samples, m.scenes = map[int64]*sample{}, map[int64]*resolve.Scene{}
	m.nearby, m.levels = map[int64][]held{}, map[int64]int{}
	m.bearing, m.stands = map[int64][]int64{}, map[int64]stood{}
	m.bearers = map[int64]*resolve.Bearer{}
}

// clear forgets everything.
func (m *memory) clear() {
	clear(m.links)
	m.forgetForms()
	m.empty()
	m.claims = claimMemory{}
}

// forgetForms forgets forms, and what holds on to them.
func (m *memory) forgetForms() {
	m.forms, m.signs, m.register = map[int64]*resolve.Form{}, map[int64]resolve.Signs{}, resolve.NewRegister()
	m.contradictions = resolve.NewContradictions()
}

// signsOf are those of a name that is ready.
func (m *memory) signsOf(name int64) resolve.Signs {
	s, known := m.signs[name]
	if !known {
		s = m.register.Signs(m.forms[name])
		m.signs[name] = s
	}
	return s
}

// connect compares two names that are ready by their words.
func (m *memory) connect(a, b int64) (resolve.Link, bool) {
	p := pair{min(a, b), max(a, b)}
	v, known := m.links[p]
	if !known {
		v.Link, v.connected = resolve.Connect(m.forms[p.a], m.forms[p.b])
		m.links[p] = v
	}
	return v.Link, v.connected
}

// used forgets the sample of a name that an article uses, where the use is one
// of it.
func (m *memory) used(name, lot int64) {
	if x := m.samples[name]; x != nil && !(x.more && lot > x.name.Seen[len(x.rows)-1].Lot) {
		delete(m.samples, name)
	}
}

// linked forgets the links of names.
func (m *memory) linked(names ...int64) {
	for _, id := range names {
		delete(m.nearby, id)
		delete(m.bearing, id)
	}
}

// unlinked forgets the links of names and how many reach them.
func (m *memory) unlinked(names ...int64) {
	m.linked(names...)
	for _, id := range names {
		delete(m.levels, id)
	}
}
