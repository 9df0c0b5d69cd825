package russian

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/ner"
	"github.com/hearsay-engine/hearsay/internal/text"
)

// elsewhere makes names of words with a capital that are none here and are a
// name, or a person's last word, elsewhere in the article.
func (m *mender) elsewhere() {
	said := m.said()
	for i := 0; i < len(m.Tokens); i++ {
		if m.of[i] != 0 || !m.Tokens[i].Capital() {
			continue
		}
		for _, n := range said[m.Forms[i].Stem] {
			if m.again(n, i) {
				m.name(i, i+n.To-n.From, n.Kind)
				i += n.To - n.From - 1
				break
			}
		}
	}
}

// again reports whether the words of a name stand at token i, in any case.
func (m *mender) again(n ner.Name, i int) bool {
	for k := range n.To - n.From {
		if i+k >= len(m.Tokens) || m.of[i+k] != 0 || m.Forms[i+k].Stem != m.Forms[n.From+k].Stem || m.Tokens[i+k].Kind != m.Tokens[n.From+k].Kind ||
			m.Tokens[i+k].Capital() != m.Tokens[n.From+k].Capital() {
			return false
		}
	}
	return true
}

// mostAlike bounds the names of one first word that are looked for elsewhere.
const mostAlike = 8

// said are the names that are looked for elsewhere, by their first stem, the
// longest first: all of several words, of people their last word, too, and single
// words that the article never writes small. Single words of organisations are
// names of other things as often.
func (m *mender) said() map[uint64][]ner.Name {
	small := map[uint64]bool{}
	for i := range m.Tokens {
		if m.Tokens[i].Case == text.LowerCase {
			small[m.Forms[i].Stem] = true
		}
	}
	said := map[uint64][]ner.Name{}
	add := func(n ner.Name) {
		k := m.Forms[n.From].Stem
		if k == 0 || len(said[k]) == mostAlike || n.To == n.From+1 && (small[k] || !m.titled(n.From) || n.Kind == ner.Organisation) {
			return
		}
		if !slices.ContainsFunc(said[k], func(o ner.Name) bool { return o.To-o.From == n.To-n.From && m.alike(o, n) }) {
			said[k] = append(said[k], n)
		}
	}
	for _, n := range m.names {
		if n.Kind == ner.None || n.Kind == ner.Other {
			continue
		}
		add(n)
		if n.Kind == ner.Person && n.To > n.From+1 {
			add(ner.Name{From: n.To - 1, To: n.To, Kind: n.Kind})
		}
	}
	for k := range said {
		slices.SortStableFunc(said[k], func(a, b ner.Name) int { return (b.To - b.From) - (a.To - a.From) })
	}
	return said
}

// alike reports whether two names of as many words have the same stems.
func (m *mender) alike(a, b ner.Name) bool {
	for k := range a.To - a.From {
		if m.Forms[a.From+k].Stem != m.Forms[b.From+k].Stem {
			return false
		}
	}
	return true
}
