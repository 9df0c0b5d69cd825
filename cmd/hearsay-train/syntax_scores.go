package main

import (
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/syntax"
)

// scoredParts are the parts the shipped model is measured on, with gold tokens.
var scoredParts = []struct{ name, part string }{
	{"EWT dev (tuned on)", ewtDev}, {"GUM dev (tuned on)", gumDev}, {"EWT test", ewtTest}, {"GUM test", gumTest},
}

// parseScore counts words by what a parse got right of them.
type parseScore struct {
	words, upos, xpos, lemma, head, label, full int
	relations                                   map[string]*relationScore
}

// relationScore counts a relation's words: found and gold, and right in head and
// relation.
type relationScore struct{ gold, found, right int }

// writeSyntaxScores measures the model in file on the dev and test parts.
func writeSyntaxScores(page, data, file string) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	m, err := syntax.Decode(b)
	if err != nil {
		return err
	}
	var out strings.Builder
	fmt.Fprintf(&out, syntaxHead, len(b))
	var test parseScore
	for _, p := range scoredParts {
		trees, err := readPart(data, p.part)
		if err != nil {
			return err
		}
		s := measure(m, trees)
		s.row(&out, p.name)
		if p.part == ewtTest {
			test = s
		}
	}
	test.table(&out)
	return os.WriteFile(page, []byte(out.String()), 0o644)
}

const syntaxHead = `# Tags and trees, English

Made by ` + "`hearsay-train syntax --data DIR`" + ` for the shipped model (%d bytes), with gold tokens, every mark counted. UAS: right head. LAS: right
head and relation without its subtype ("nsubj" for "nsubj:pass"); LAS, full: with it.

| part | words | UPOS | XPOS | lemma | UAS | LAS | LAS, full |
|---|---:|---:|---:|---:|---:|---:|---:|
`

func measure(m *syntax.Model, trees []tree) parseScore {
	score := parseScore{relations: map[string]*relationScore{}}
	var s syntax.Sentence
	for _, t := range trees {
		s.Words = append(s.Words[:0], t.Words...)
		m.Parse(&s)
		for i := range s.Words {
			score.add(m, &s, t.Gold, i)
		}
	}
	return score
}

func (p *parseScore) add(m *syntax.Model, s *syntax.Sentence, g syntax.Gold, i int) {
	universal, penn := m.TagName(s.Tags[i])
	p.words++
	p.upos += one(g.Tags[i], universal+"|"+penn, func(t string) string { u, _, _ := strings.Cut(t, "|"); return u })
	p.xpos += one(g.Tags[i], universal+"|"+penn, func(t string) string { _, x, _ := strings.Cut(t, "|"); return x })
	if string(m.Lemma(nil, s.Words[i], s.Tags[i])) == g.Lemmas[i] {
		p.lemma++
	}
	rel := m.RelName(s.Rels[i])
	gold, found := p.relation(g.Rels[i]), p.relation(rel)
	gold.gold++
	found.found++
	if s.Heads[i] != g.Heads[i] {
		return
	}
	p.head++
	p.full += one(g.Rels[i], rel, func(r string) string { return r })
	if gold == found {
		p.label++
		gold.right++
	}
}

// one is 1 where two names agree in what of takes of them.
func one(a, b string, of func(string) string) int {
	if of(a) == of(b) {
		return 1
	}
	return 0
}

// relation is the count of a relation without its subtype.
func (p *parseScore) relation(name string) *relationScore {
	name, _, _ = strings.Cut(name, ":")
	if p.relations[name] == nil {
		p.relations[name] = &relationScore{}
	}
	return p.relations[name]
}

func (p *parseScore) row(out *strings.Builder, name string) {
	fmt.Fprintf(out, "| %s | %d |", name, p.words)
	for _, n := range []int{p.upos, p.xpos, p.lemma, p.head, p.label, p.full} {
		fmt.Fprintf(out, " %.2f |", percent(n, p.words))
	}
	out.WriteByte('\n')
}

// table is a row for each relation, the most frequent first.
func (p *parseScore) table(out *strings.Builder) {
	out.WriteString("\n## EWT test by relation (head and relation right)\n\n| relation | gold | P | R | F1 |\n|---|---:|---:|---:|---:|\n")
	var names []string
	for n := range p.relations {
		names = append(names, n)
	}
	sort.Slice(names, func(i, j int) bool {
		if a, b := p.relations[names[i]].gold, p.relations[names[j]].gold; a != b {
			return a > b
		}
		return names[i] < names[j]
	})
	for _, n := range names {
		r := p.relations[n]
		fmt.Fprintf(out, "| %s | %d | %.1f | %.1f | %.1f |\n", n, r.gold, percent(r.right, r.found), percent(r.right, r.gold), percent(2*r.right, r.found+r.gold))
	}
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
