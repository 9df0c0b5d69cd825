package mention

import (
	"maps"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// initialOf reports whether one word is the other's initial.
func initialOf(a, b part) bool {
	if len(a.folded) > len(b.folded) {
		a, b = b, a
	}
	return len(a.folded) == 1 && strings.HasPrefix(b.folded, a.folded)
}

// onePerson reports whether two full names may be one person's: surnames agree
// and so do given names, by an initial or because one name holds the other.
func onePerson(a, b []part) bool {
	if len(a) == 0 || len(b) == 0 || !same(a[len(a)-1], b[len(b)-1]) {
		return false
	}
	if len(a) > 1 && len(b) > 1 && middlesDiffer(a[1:len(a)-1], b[1:len(b)-1]) {
		return false
	}
	return same(a[0], b[0]) || initialOf(a[0], b[0]) || holds(a, b) || holds(b, a)
}

// middlesDiffer reports whether what stands between given name and surname tells
// two people: an initial on one side at least, and another letter on the other;
// or on both sides one whole word, each another.
func middlesDiffer(a, b []part) bool {
	if len(a) == 1 && len(b) == 1 && len(a[0].folded) > 1 && len(b[0].folded) > 1 {
		return !same(a[0], b[0])
	}
	for i := range min(len(a), len(b)) {
		if x, y := a[i].folded, b[i].folded; (len(x) == 1 || len(y) == 1) && x != "" && y != "" && x[0] != y[0] {
			return true
		}
	}
	return false
}

// holds reports whether the words of b stand in a, in order.
func holds(a, b []part) bool {
	if len(b) < 2 || len(b) > len(a) {
		return false
	}
	k := 0
	for i := range a {
		if k < len(b) && same(a[i], b[k]) {
			k++
		}
	}
	return k == len(b)
}

func (m *merger) joinPerson(i int) {
	ps := m.parts[i]
	last := ps[len(ps)-1]
	if c := m.lastLike(i, lastOf(m.bySurname[last.bones])); c >= 0 {
		m.put(i, c)
		return
	}
	for c := max(0, len(m.clusters)-compared); c < len(m.clusters); c++ {
		if m.like(i, c) {
			m.put(i, c)
			return
		}
	}
	m.open(i, news.Person)
	m.bySurname[last.bones] = append(m.bySurname[last.bones], len(m.clusters)-1)
}

// like reports whether a full name may be that of a person met before.
func (m *merger) like(i, c int) bool {
	return onePerson(m.clusters[c].parts, m.parts[i]) && agree(m.clusters[c].gender, m.names[i].gender)
}

// partTorn takes from people the full names that may as well be another's: of an
// article on George H. W. and George W. Brandt, "George Brandt" is neither.
func (m *merger) partTorn() {
	for _, bones := range slices.Sorted(maps.Keys(m.bySurname)) {
		if people := lastOf(m.bySurname[bones]); len(people) > 1 {
			m.partAmong(people, bones)
		}
	}
}

func (m *merger) partAmong(people []int, bones string) {
	torn := map[string]int{} // by words, the people they make
	for _, c := range people {
		for _, i := range slices.Clone(m.clusters[c].full) {
			if !m.isTorn(i, c, people) {
				continue
			}
			m.take(i, c)
			key := wordsKey(m.parts[i])
			if to, met := torn[key]; met {
				m.put(i, to)
				continue
			}
			m.open(i, news.Person)
			torn[key] = len(m.clusters) - 1
			m.bySurname[bones] = append(m.bySurname[bones], torn[key])
		}
	}
}

// isTorn reports whether name i, of person c, is less than his and than
// another's, whose names tell them apart.
func (m *merger) isTorn(i, c int, people []int) bool {
	less := func(c int) bool { return len(m.parts[i]) < len(m.clusters[c].parts) }
	return less(c) && slices.ContainsFunc(people, func(o int) bool {
		return o != c && less(o) && m.like(i, o) && !onePerson(m.clusters[c].parts, m.clusters[o].parts)
	})
}

// take takes name i from the people c.
func (m *merger) take(i, c int) {
	cl := &m.clusters[c]
	is := func(k int) bool { return k == i }
	cl.names, cl.full = slices.DeleteFunc(cl.names, is), slices.DeleteFunc(cl.full, is)
}

// lastLike is the one of the people whom a full name may be of who was named
// last, -1 for none.
func (m *merger) lastLike(i int, people []int) int {
	best, at := -1, -1
	for _, c := range people {
		if names := m.clusters[c].names; names[len(names)-1] > at && m.like(i, c) {
			best, at = c, names[len(names)-1]
		}
	}
	return best
}

// within are prepositions before a place and seldom before a person.
var within = text.Keys("in", "near", "across", "outside", "throughout", "inside")

// alsoPlace reports whether the single word i, which may be a person's surname,
// stands as a place here: a known one behind a preposition.
func (m *merger) alsoPlace(i int) bool {
	n := &m.names[i]
	if n.from == 0 || n.lead < n.from {
		return false
	}
	before := m.tokens[n.from-1].Key
	if n.kind == news.Place && m.class[n.from].is(placeName) {
		return placePrepositions[before]
	}
	if !within[before] || n.possessive || !m.knownPlace(n.from) {
		return false
	}
	var u use
	m.weigh(n, &u)
	return u.place > u.person
}

// knownPlace reports whether a word is that of a state, a city or a region.
func (m *merger) knownPlace(i int) bool {
	_, roles := known.Longest(m.tokens[i : i+1])
	return roles&(known.Country|known.Capital|known.City|known.Region|known.Town) != 0
}

// findPlaces finds the words that stand for a place at least once in the article.
func (m *merger) findPlaces() {
	for i := range m.names {
		if len(m.parts[i]) == 1 && m.alsoPlace(i) {
			m.places[m.parts[i][0].folded] = true
		}
	}
}

// isPlace reports whether the single word i is the place of that name and not
// the person of that surname: behind a preposition, or where the word is a place
// elsewhere and nothing here tells a person.
func (m *merger) isPlace(i int) bool {
	n := &m.names[i]
	if !m.places[m.parts[i][0].folded] {
		return false
	}
	return m.alsoPlace(i) || n.kind == news.Place && n.lead == n.from && !m.speaks(n)
}

// personOf is the person a single word names: the nearest before of that
// surname, else the nearest after, else the only one of that given name.
func (m *merger) personOf(i int, given map[string][]int) int {
	w := m.parts[i][0]
	if c := m.nearest(i, lastOf(m.bySurname[w.bones])); c >= 0 {
		return c
	}
	var near []int
	for c := range m.clusters[:min(len(m.clusters), compared)] {
		cl := &m.clusters[c]
		if cl.kind == news.Person && len(cl.parts) > 1 && same(cl.parts[len(cl.parts)-1], w) {
			near = append(near, c)
		}
	}
	if c := m.nearest(i, near); c >= 0 {
		return c
	}
	if c := m.spelledApart(i); c >= 0 {
		return c
	}
	if cs := given[w.folded]; len(cs) == 1 && agree(m.clusters[cs[0]].gender, m.names[i].gender) {
		return cs[0]
	}
	return -1
}

// lastOf are the last of the clusters, as many as are compared.
func lastOf(clusters []int) []int { return clusters[max(0, len(clusters)-compared):] }

// spelledApart is the person whose full name the word i runs together
// ("JanaOrlan"), -1 for none.
func (m *merger) spelledApart(i int) int {
	if m.tokens[m.names[i].from].Case != text.InnerCase {
		return -1
	}
	for c := range m.clusters[:min(len(m.clusters), compared)] {
		cl := &m.clusters[c]
		if cl.kind == news.Person && len(cl.parts) > 1 && together(cl.parts, m.parts[i][0].folded) {
			return c
		}
	}
	return -1
}

// together reports whether the parts in one are the word.
func together(parts []part, word string) bool {
	for _, p := range parts {
		rest, ok := strings.CutPrefix(word, p.folded)
		if !ok {
			return false
		}
		word = rest
	}
	return word == ""
}

// nearest is the cluster whose full name stands last before name i, else first
// after it.
func (m *merger) nearest(i int, clusters []int) int {
	before, after, bestBefore, bestAfter := -1, -1, -1, len(m.names)
	for _, c := range clusters {
		if !agree(m.clusters[c].gender, m.names[i].gender) {
			continue
		}
		full := m.clusters[c].full
		k, _ := slices.BinarySearch(full, i)
		if k > 0 && full[k-1] > bestBefore {
			before, bestBefore = c, full[k-1]
		}
		if k < len(full) && full[k] < bestAfter {
			after, bestAfter = c, full[k]
		}
	}
	if before >= 0 {
		return before
	}
	return after
}
