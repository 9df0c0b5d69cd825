package main

import (
	"sort"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/syntax"
)

// profiles says how each word of a treebank behaves: how often it bears each tag,
// each relation, hangs on and bears each kind of word, and stands beside each.
type profiles struct {
	names map[string]int // a kind of behaviour → its column
	words map[string]*profile
}

type profile struct {
	count float64
	seen  map[int]float64
}

func newProfiles(gold []syntax.Gold) *profiles {
	p := &profiles{names: map[string]int{}, words: map[string]*profile{}}
	for _, g := range gold {
		for i := range g.Words {
			p.add(g, i)
		}
	}
	return p
}

func (p *profiles) add(g syntax.Gold, i int) {
	word := strings.ToLower(g.Words[i])
	w := p.words[word]
	if w == nil {
		w = &profile{seen: map[int]float64{}}
		p.words[word] = w
	}
	w.count++
	p.see(w, "tag "+g.Tags[i])
	p.see(w, "rel "+g.Rels[i])
	if h := g.Heads[i]; h >= 0 {
		p.see(w, "head "+universal(g, h))
		p.see(p.of(g, h), "child "+g.Rels[i])
	}
	if i > 0 {
		p.see(w, "before "+universal(g, i-1))
	}
	if i+1 < len(g.Words) {
		p.see(w, "after "+universal(g, i+1))
	}
}

func (p *profiles) of(g syntax.Gold, i int) *profile {
	word := strings.ToLower(g.Words[i])
	if p.words[word] == nil {
		p.words[word] = &profile{seen: map[int]float64{}}
	}
	return p.words[word]
}

func (p *profiles) see(w *profile, what string) {
	at, ok := p.names[what]
	if !ok {
		at = len(p.names)
		p.names[what] = at
	}
	w.seen[at]++
}

func universal(g syntax.Gold, i int) string {
	name, _, _ := strings.Cut(g.Tags[i], "|")
	return name
}

// sorted is the words in alphabetical order.
func (p *profiles) sorted() []string {
	out := make([]string, 0, len(p.words))
	for w := range p.words {
		out = append(out, w)
	}
	sort.Strings(out)
	return out
}
