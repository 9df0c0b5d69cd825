package main

import (
	"strings"

	"github.com/hearsay-engine/hearsay/internal/syntax"
)

// tree is a sentence of a treebank with what its file says of the spaces.
type tree struct {
	syntax.Gold
	glued []bool // no space after the word
}

// whole joins what the treebank cuts at hyphens and hearsay does not
// ("well-known"), where the parts hang together. It reports whether it joined any.
func (t tree) whole() (syntax.Gold, bool) {
	group := make([]int, len(t.Words)) // the new word each word becomes part of
	n := 0
	for i := 0; i < len(t.Words); n++ {
		end := t.compound(i)
		for ; i < end; i++ {
			group[i] = n
		}
	}
	g := syntax.Gold{}
	for i := 0; i < len(t.Words); {
		from := i
		for i < len(t.Words) && group[i] == group[from] {
			i++
		}
		t.join(&g, group, from, i)
	}
	return g, n < len(t.Words)
}

// compound is behind the last word of the compound that begins at word i.
func (t tree) compound(i int) int {
	end := i + 1
	for end+1 < len(t.Words) && t.Words[end] == "-" && t.glued[end-1] && t.glued[end] {
		end += 2
	}
	if end > i+1 && t.headOf(i, end) < 0 {
		return i + 1
	}
	return end
}

// headOf is the one word of [from, to) whose head lies outside, -1 when there are
// several.
func (t tree) headOf(from, to int) int {
	head := -1
	for i := from; i < to; i++ {
		if h := t.Heads[i]; h >= from && h < to {
			continue
		}
		if head >= 0 {
			return -1
		}
		head = i
	}
	return head
}

func (t tree) join(g *syntax.Gold, group []int, from, to int) {
	word := ""
	for _, w := range t.Words[from:to] {
		word += w
	}
	h := t.headOf(from, to)
	head := t.Heads[h]
	if head != syntax.Root {
		head = group[head]
	}
	g.Words = append(g.Words, word)
	g.Lemmas = append(g.Lemmas, strings.TrimSuffix(word, t.Words[to-1])+t.Lemmas[to-1])
	g.Tags = append(g.Tags, t.Tags[h])
	g.Rels = append(g.Rels, t.Rels[h])
	g.Heads = append(g.Heads, head)
}
