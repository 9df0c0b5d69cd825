package mention

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// Letters of an acronym that may find its long form by initials alone.
const minAcronym = 3

// movedNames bounds the names that acronyms bring to another entity in all: one
// that a page gives to thousands of names in turn moves all of them each time.
const movedNames = 1 << 16

// joinAcronyms makes one entity of an acronym and the name it stands for: the
// two stand beside each other, one in brackets, or the letters are its initials.
func (m *merger) joinAcronyms() {
	initials := map[string]int{}
	for c := range m.clusters {
		if cl := &m.clusters[c]; cl.kind == news.Organisation && len(cl.parts) >= minAcronym {
			if letters := initialsOf(cl.parts); initials[letters] == 0 {
				initials[letters] = c + 1
			}
		}
	}
	moved := 0
	for i := range m.names {
		if !m.isAcronym(i) {
			continue
		}
		letters := m.parts[i][0].folded
		long := m.bracketed(i)
		if long < 0 && len(letters) >= minAcronym {
			long = initials[letters] - 1
		}
		if short := m.names[i].entity; long >= 0 && long != short {
			if moved += len(m.clusters[short].names); moved > movedNames {
				return
			}
			m.unite(long, short)
		}
	}
}

func (m *merger) isAcronym(i int) bool {
	n := &m.names[i]
	return n.entity >= 0 && len(m.parts[i]) == 1 && n.to == n.from+1 && m.tokens[n.from].Case == text.UpperCase && m.clusters[n.entity].kind != news.Person
}

func initialsOf(ps []part) string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteByte(p.folded[0])
	}
	return b.String()
}

// bracketed is the cluster of the long name before the brackets around the
// acronym i, or in the brackets behind it; -1 for none.
func (m *merger) bracketed(i int) int {
	n := &m.names[i]
	if n.from > 0 && m.tokens[n.from-1].Kind == text.OpenBracket && i > 0 && m.names[i-1].to == n.from-1 && m.begins(i, i-1) {
		return m.names[i-1].entity
	}
	if n.to < len(m.tokens) && m.tokens[n.to].Kind == text.OpenBracket && i+1 < len(m.names) && m.names[i+1].from == n.to+1 && m.begins(i, i+1) {
		return m.names[i+1].entity
	}
	return -1
}

// begins reports whether the acronym a begins with the letter its long form
// does, or a later word of it.
func (m *merger) begins(a, long int) bool {
	for _, p := range m.parts[long] {
		if p.folded[0] == m.parts[a][0].folded[0] {
			return len(m.parts[long]) > 1
		}
	}
	return false
}

// unite puts every name of cluster b into a.
func (m *merger) unite(a, b int) {
	names := m.clusters[b].names
	m.clusters[b].names = nil
	for _, i := range names {
		m.put(i, a)
	}
}
