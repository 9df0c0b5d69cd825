package mention

import (
	"slices"
	"sort"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// compared bounds the people a name is compared with one by one when no
// surname is spelled as its own: an article rarely names a hundred.
const compared = 96

// part is one word of a name, ready to compare.
type part struct{ folded, bones string }

// cluster is an entity in the making.
type cluster struct {
	kind   news.EntityKind
	parts  []part // of its fullest name
	gender gender
	names  []int
	full   []int // of them, those of several words
}

type merger struct {
	*Index
	parts     [][]part
	clusters  []cluster
	bySurname map[string][]int // skeleton of the last word → people
	byWords   map[string]int   // folded words of what is no person → cluster
	places    map[string]bool  // folded single words that stand for a place somewhere
}

// merge makes entities of the names that agree: full names first, then
// surnames and given names alone, acronyms last.
func (x *Index) merge() {
	m := &merger{Index: x, bySurname: map[string][]int{}, byWords: map[string]int{}, places: map[string]bool{}}
	m.parts = x.partsOfNames()
	x.decideKinds(m.parts)
	for i := range x.names {
		if x.names[i].kind == news.Person && len(m.parts[i]) > 1 {
			m.joinPerson(i)
		}
	}
	m.partTorn()
	m.findPlaces()
	m.joinRest()
	m.joinAcronyms()
	m.dropDoubtful()
	m.emit()
}

// partsOfNames folds the words of all names; small words are left out.
func (x *Index) partsOfNames() [][]part {
	room := 0
	for i := range x.names {
		room += x.names[i].to - x.names[i].from
	}
	all, parts := make([]part, 0, room), make([][]part, len(x.names))
	for i := range x.names {
		n, first := &x.names[i], len(all)
		for k := n.from; k < n.to; k++ {
			if x.nameWord(k) || n.kind == news.Person {
				all = append(all, x.partOf(&x.tokens[k]))
			}
		}
		parts[i] = all[first:len(all):len(all)]
	}
	return parts
}

// partOf is a word ready to compare, made once.
func (x *Index) partOf(t *text.Token) part {
	p, known := x.forms[t.Key]
	if !known {
		p.folded = fold(t.Of(x.text))
		p.bones = skeleton(p.folded)
		x.forms[t.Key] = p
	}
	return p
}

// same reports whether two words may be one word spelled twice.
func same(a, b part) bool {
	if a.folded == b.folded {
		return true
	}
	if len(a.folded) < 3 || len(b.folded) < 3 || a.bones == "" || b.bones == "" {
		return false
	}
	return a.bones == b.bones ||
		min(len(a.bones), len(b.bones)) >= editLetters && a.bones[0] == b.bones[0] && oneEdit(a.bones, b.bones)
}

func (m *merger) open(i int, kind news.EntityKind) {
	m.clusters = append(m.clusters, cluster{kind: kind, parts: m.parts[i]})
	m.put(i, len(m.clusters)-1)
}

func (m *merger) put(i, c int) {
	cl := &m.clusters[c]
	cl.names = append(cl.names, i)
	m.names[i].entity = c
	if m.names[i].kind == "" {
		m.names[i].kind = cl.kind
	}
	if len(m.parts[i]) > 1 {
		cl.full = append(cl.full, i)
	}
	if len(m.parts[i]) > len(cl.parts) {
		cl.parts = m.parts[i]
	}
	if cl.gender == unknownGender {
		cl.gender = m.names[i].gender
	}
}

// joinRest gives every name left its cluster: single words that are a person's
// surname or given name, and what is no person by its words.
func (m *merger) joinRest() {
	given := map[string][]int{}
	for c := range m.clusters {
		first := m.clusters[c].parts[0].folded
		given[first] = append(given[first], c)
	}
	for i := range m.names {
		n := &m.names[i]
		if n.entity >= 0 || len(m.parts[i]) == 0 {
			continue
		}
		if len(m.parts[i]) == 1 && n.kind != news.Group {
			c := m.personOf(i, given)
			switch {
			case c >= 0 && m.isPlace(i):
				n.kind = news.Place
			case c >= 0 && (n.kind != news.Place || m.clusters[c].kind == news.Person):
				n.kind = m.clusters[c].kind
				m.put(i, c)
				continue
			}
		}
		m.joinByWords(i)
	}
}

func (m *merger) joinByWords(i int) {
	n := &m.names[i]
	if n.kind == "" {
		n.kind = news.Organisation
	}
	if m.belonging(n) || m.common(n) {
		return
	}
	if c := m.shortened(i); c >= 0 {
		m.put(i, c)
		return
	}
	key := wordsKey(m.parts[i])
	if n.kind == news.Person && len(m.parts[i]) == 1 && len(m.parts[i][0].bones) >= bonesLetters {
		key = string(news.Person) + " " + m.parts[i][0].bones // however it is spelled
	}
	if c, known := m.byWords[key]; known {
		m.put(i, c)
		return
	}
	m.open(i, n.kind)
	m.byWords[key] = len(m.clusters) - 1
}

// shortened is the organisation that "the Ministry" or "the Bell" names: the last
// before whose name holds the word, at its end when it is no word for
// organisations; -1 for none.
func (m *merger) shortened(i int) int {
	n := &m.names[i]
	if len(m.parts[i]) != 1 || n.kind != news.Organisation || n.from == 0 || m.tokens[n.from-1].Key != keyThe {
		return -1
	}
	anywhere := m.class[n.from].is(orgWord)
	for k := i - 1; k >= max(0, i-compared); k-- {
		if m.names[k].kind != news.Organisation || len(m.parts[k]) < 2 || m.names[k].entity < 0 {
			continue
		}
		if anywhere && m.mentions(k, m.parts[i][0]) || m.parts[k][len(m.parts[k])-1].folded == m.parts[i][0].folded {
			return m.names[k].entity
		}
	}
	return -1
}

func (m *merger) mentions(k int, w part) bool {
	for _, p := range m.parts[k] {
		if p.folded == w.folded {
			return true
		}
	}
	return false
}

func wordsKey(ps []part) string {
	words := make([]string, len(ps))
	for i, p := range ps {
		words[i] = p.folded
	}
	return strings.Join(words, " ")
}

// dropDoubtful drops the entities that only doubtful names stand for.
func (m *merger) dropDoubtful() {
	for c := range m.clusters {
		names := m.clusters[c].names
		if slices.ContainsFunc(names, func(i int) bool { return !m.names[i].doubtful }) {
			continue
		}
		for _, i := range names {
			m.names[i].entity = -1
		}
		m.clusters[c].names = nil
	}
}

// emit turns the clusters into entities, by first mention.
func (m *merger) emit() {
	order := make([]int, len(m.clusters))
	for c := range order {
		order[c] = c
		sort.Ints(m.clusters[c].names)
	}
	sort.SliceStable(order, func(a, b int) bool { return m.first(order[a]) < m.first(order[b]) })
	m.Entities, m.facts = make([]news.Entity, 0, len(order)), make([]fact, 0, len(order))
	for _, c := range order {
		if len(m.clusters[c].names) > 0 {
			m.emitCluster(c)
		}
	}
	m.names = slices.DeleteFunc(m.names, func(n name) bool { return n.entity < 0 })
}

func (m *merger) first(c int) int {
	if len(m.clusters[c].names) == 0 {
		return len(m.names)
	}
	return m.clusters[c].names[0]
}

func (m *merger) emitCluster(c int) {
	cl := &m.clusters[c]
	e := news.Entity{Kind: cl.kind, Name: m.fullest(cl), Mentions: make([]news.Span, 0, len(cl.names))}
	for _, i := range cl.names {
		n := &m.names[i]
		e.Mentions = append(e.Mentions, m.span(n.from, n.to))
		n.entity = len(m.Entities)
		n.kind = cl.kind
	}
	m.Entities = append(m.Entities, e)
	f := fact{gender: cl.gender, words: make([]string, 0, len(cl.parts))}
	for _, p := range cl.parts {
		f.words = append(f.words, p.folded)
	}
	m.facts = append(m.facts, f)
}

// fullest is the fullest form printed: most words, not in capitals throughout,
// the first of equals.
func (m *merger) fullest(cl *cluster) string {
	best, score := "", -1
	for _, i := range cl.names {
		n := &m.names[i]
		s := 4 * len(m.parts[i])
		if m.tokens[n.from].Case != text.UpperCase || len(m.parts[i]) == 1 {
			s += 2
		}
		if !m.sents[n.sentence].headline {
			s++
		}
		if s > score {
			best, score = m.words(n.from, n.to), s
		}
	}
	return best
}
