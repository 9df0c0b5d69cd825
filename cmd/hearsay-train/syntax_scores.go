package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/shipped"
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
	content, err := shipped.Unpack(b)
	if err != nil {
		return err
	}
	m, err := syntax.Decode(content)
	if err != nil {
		return err
	}
	var out strings.Builder
	fmt.Fprintf(&out, syntaxHead, len(b))
	scores := make([]parseScore, len(scoredParts))
	for i, p := range scoredParts {
		trees, err := readPart(data, p.part)
		if err != nil {
			return err
		}
		s := measure(m, trees)
		s.row(&out, p.name)
		scores[i] = s
	}
	relationTable(&out, scores)
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
	rel := m.RelName(m.Rel(s, i))
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

// relationTable is a row for each relation, the most frequent in the first part
// first: how many words each part has of it, and its F1.
func relationTable(out *strings.Builder, scores []parseScore) {
	out.WriteString("\n## F1 by relation (head and relation right)\n\n| relation |")
	for _, p := range scoredParts {
		fmt.Fprintf(out, " %s | words |", p.name)
	}
	out.WriteString("\n|---|" + strings.Repeat("---:|", 2*len(scoredParts)) + "\n")
	for _, n := range relationsByCount(scores) {
		fmt.Fprintf(out, "| %s |", n)
		for i := range scores {
			r := scores[i].relation(n)
			fmt.Fprintf(out, " %.1f | %d |", percent(2*r.right, r.found+r.gold), r.gold)
		}
		out.WriteByte('\n')
	}
}

func relationsByCount(scores []parseScore) []string {
	seen := map[string]bool{}
	for _, s := range scores {
		for n := range s.relations {
			seen[n] = true
		}
	}
	return slices.SortedFunc(maps.Keys(seen), func(a, b string) int {
		return cmp.Or(cmp.Compare(scores[0].relation(b).gold, scores[0].relation(a).gold), cmp.Compare(a, b))
	})
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
