package russian

import (
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/news"
)

// leastAcronym is how many letters find what they stand for without brackets.
const leastAcronym = 3

// joinAcronyms makes one entity of an acronym and the organisation it stands for:
// it stands in brackets behind the name, or its letters are the name's first.
func (m *merger) joinAcronyms() {
	long := map[string]int{}
	for i := range m.names {
		n := &m.names[i]
		if _, met := long[n.heads]; !met && n.kind == news.Organisation && utf8.RuneCountInString(n.heads) >= leastAcronym {
			long[n.heads] = i
		}
	}
	for i := range m.names {
		n := &m.names[i]
		if !n.acronym || n.kind == news.Person {
			continue
		}
		if k, met := long[n.words]; met {
			m.unite(m.names[k].entity, n.entity)
		} else if i > 0 && n.within && m.standsFor(n, &m.names[i-1]) {
			m.unite(m.names[i-1].entity, n.entity)
		}
	}
}

// bracket is how far behind a name the acronym in brackets stands: a space, the
// bracket, a closing quotation mark.
const bracket = 4

// standsFor reports whether an acronym in brackets stands right behind a longer
// name with its first letter.
func (m *merger) standsFor(n, before *found) bool {
	return before.kind == news.Organisation && len(before.stems) > 1 && n.span.Start-before.span.End <= bracket && upperHead(n.words) == upperHead(before.heads)
}

// unite puts all names of entity b to a.
func (m *merger) unite(a, b int) {
	if a == b {
		return
	}
	for _, i := range m.entities[b].names {
		m.put(i, a)
	}
	m.entities[b].names = nil
}
