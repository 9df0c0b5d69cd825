package syntax

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// maxCut is the most code points an edit cuts.
const maxCut = 9

// editOf is the edit that makes lemma of word, "" when none does.
func editOf(word, lemma string, proper bool) string {
	a, b := []rune(word), []rune(lemma)
	if !proper {
		a = []rune(strings.Map(small, word))
	}
	same := 0
	for same < len(a) && same < len(b) && a[same] == b[same] {
		same++
	}
	if len(a)-same > maxCut {
		return ""
	}
	return fmt.Sprintf("%d%s", len(a)-same, string(b[same:]))
}

// endingVotes counts, for an ending under a tag, the edits of the words it ends.
type endingVotes struct {
	parent uint64 // the ending a code point shorter
	length int
	edits  map[string]int
}

// Words whose lemma differs once are likelier mistakes than irregular.
const leastVotes = 2

// learnLemmas condenses the lemmas of a treebank: an ending is kept where it knows
// better than the shorter one it ends with.
func (m *Model) learnLemmas(gold []Gold, tagOf map[string]int) {
	votes := map[uint64]*endingVotes{}
	for _, g := range gold {
		for i := range g.Lemmas {
			t := Tag(tagOf[g.Tags[i]])
			if e := editOf(g.Words[i], g.Lemmas[i], m.proper(t)); e != "" {
				vote(votes, g.Words[i], t, e)
			}
		}
	}
	hashes := slices.SortedFunc(maps.Keys(votes), func(a, b uint64) int {
		return cmp.Or(cmp.Compare(votes[a].length, votes[b].length), cmp.Compare(a, b))
	})
	m.keepEndings(votes, hashes)
}

func vote(votes map[uint64]*endingVotes, word string, t Tag, edit string) {
	parent, length := uint64(0), 0
	for h := range endings(word, t) {
		v := votes[h]
		if v == nil {
			v = &endingVotes{parent: parent, length: length, edits: map[string]int{}}
			votes[h] = v
		}
		v.edits[edit]++
		parent = h
		length++
	}
}

// keepEndings stores the endings that know better, the shortest first.
func (m *Model) keepEndings(votes map[uint64]*endingVotes, hashes []uint64) {
	place := map[string]int{}
	says := map[uint64]string{} // what is said of an ending by itself or a shorter one
	var pairs []pair
	for _, h := range hashes {
		v := votes[h]
		best, n := v.winner()
		inherited, known := says[v.parent]
		says[h] = inherited
		if known && (best == inherited || n < leastVotes || n <= v.edits[inherited]) {
			continue
		}
		says[h] = best
		if place[best] == 0 {
			m.edits = append(m.edits, best)
			place[best] = len(m.edits)
		}
		pairs = append(pairs, pair{h, uint32(place[best])})
	}
	m.endings = *newTable(pairs, 4)
}

func (v *endingVotes) winner() (edit string, votes int) {
	for e, n := range v.edits {
		if n > votes || n == votes && e < edit {
			edit, votes = e, n
		}
	}
	return edit, votes
}
