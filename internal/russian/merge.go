package russian

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/name"
	"github.com/hearsay-engine/hearsay/news"
)

// compared bounds the people that a name is compared with one by one: an article
// rarely names a hundred.
const compared = 96

// entity is an entity in the making.
type entity struct {
	kind   news.EntityKind
	names  []int
	parsed name.Name // of a person: the fullest form
	words  int       // of that, no initials
}

type merger struct {
	names    []found
	entities []entity
	byStems  map[uint64]int // the stems of what is no person, joined → entity
	people   []int          // entities, the one named last at the end
	persons  map[string]int // a person's name as printed → entity
}

// merge makes entities of the names that agree: people of several words first,
// then what else is named, acronyms last.
func (r *reader) merge(names []found) []news.Entity {
	m := &merger{names: names, byStems: map[uint64]int{}, persons: map[string]int{}}
	m.agreeOnKinds()
	for i := range m.names {
		if m.names[i].kind == news.Person && len(m.names[i].stems) > 1 {
			m.joinPerson(i)
		}
	}
	for i := range m.names {
		switch n := &m.names[i]; {
		case n.entity >= 0:
		case n.kind == news.Person:
			m.joinPerson(i)
		default:
			m.joinByStems(i)
		}
	}
	m.joinAcronyms()
	return m.emit()
}

// stemsKey joins the stems of a name.
func (n *found) stemsKey() (k uint64) {
	for _, s := range n.stems {
		k = join(k, s)
	}
	return k
}

// agreeOnKinds gives all names of the same stems the kind most of them have.
func (m *merger) agreeOnKinds() {
	votes := map[uint64]map[news.EntityKind]int{}
	for i := range m.names {
		k := m.names[i].stemsKey()
		if votes[k] == nil {
			votes[k] = map[news.EntityKind]int{}
		}
		votes[k][m.names[i].kind]++
	}
	for i := range m.names {
		n := &m.names[i]
		mine := votes[n.stemsKey()]
		for _, kind := range []news.EntityKind{news.Person, news.Place, news.Organisation} {
			if mine[kind] > mine[n.kind] {
				n.kind = kind
			}
		}
	}
}

// joinPerson puts a person's name to whom it agrees with, the person named last
// before others, or opens an entity for it.
func (m *merger) joinPerson(i int) {
	n := &m.names[i]
	if e, met := m.persons[n.words]; met && len(n.stems) > 1 {
		m.put(i, e)
		return
	}
	parsed := name.Parse(n.words, news.Person)
	best, score := -1, 0.0
	for k := len(m.people) - 1; k >= max(0, len(m.people)-compared); k-- {
		e := m.people[k]
		if v := name.Compare(&m.entities[e].parsed, &parsed); v.Decision >= name.Likely && v.Score > score {
			best, score = e, v.Score
		}
	}
	if best < 0 {
		best = len(m.entities)
		m.entities = append(m.entities, entity{kind: news.Person})
		m.people = append(m.people, best)
	}
	m.put(i, best)
	m.persons[n.words] = best
	if e := &m.entities[best]; n.full > e.words {
		e.parsed, e.words = parsed, n.full
	}
}

func (m *merger) joinByStems(i int) {
	k := m.names[i].stemsKey()
	e, met := m.byStems[k]
	if !met {
		e = len(m.entities)
		m.entities = append(m.entities, entity{kind: m.names[i].kind})
		m.byStems[k] = e
	}
	m.put(i, e)
}

func (m *merger) put(i, e int) {
	m.entities[e].names = append(m.entities[e].names, i)
	m.names[i].entity = e
}

// emit gives the entities by first mention.
func (m *merger) emit() []news.Entity {
	var out []news.Entity
	number := make([]int, len(m.entities))
	for i := range m.names {
		n := &m.names[i]
		e := &m.entities[n.entity]
		if number[n.entity] == 0 {
			slices.Sort(e.names)
			out = append(out, news.Entity{Name: m.label(e), Kind: e.kind})
			number[n.entity] = len(out)
		}
		x := &out[number[n.entity]-1]
		x.Mentions = append(x.Mentions, n.span)
	}
	return out
}
