package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/eval"
	"github.com/hearsay-engine/hearsay/internal/ner"
	"github.com/hearsay-engine/hearsay/internal/shipped"
	"github.com/hearsay-engine/hearsay/news"
)

const namesHead = `# Names, English

Made by ` + "`hearsay-train names --data DIR`" + ` for the shipped model (%d bytes), by the tagger alone: UNER EWT, in its own sentences. Typed: right bytes
and right kind; span: right bytes. What %s measures on the same texts goes through the whole program.

| part | kind | gold | found | P | R | typed F1 | span F1 |
|---|---|---:|---:|---:|---:|---:|---:|
`

// readModel reads a model as it is shipped, and how many bytes it takes.
func readModel(file string) (*ner.Model, int, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, 0, err
	}
	content, err := shipped.Unpack(b)
	if err != nil {
		return nil, 0, err
	}
	m, err := ner.Decode(content)
	return m, len(b), err
}

// writeNamesScores measures the model in file on the dev and test parts.
func writeNamesScores(page, data, file string) error {
	m, size, err := readModel(file)
	if err != nil {
		return err
	}
	var out strings.Builder
	fmt.Fprintf(&out, namesHead, size, "`hearsay eval all`")
	for _, p := range []struct{ name, part string }{{"dev (tuned on)", unerDev}, {"test", unerTest}} {
		docs, err := readMarked(data, p.part)
		if err != nil {
			return err
		}
		scoreNames(&out, p.name, m, docs, documentOf)
	}
	return os.WriteFile(page, []byte(out.String()), 0o644)
}

func scoreNames(out *strings.Builder, part string, m *ner.Model, docs []eval.Marked, cut func(*eval.Marked) ner.Document) {
	found := make([][]eval.Mark, len(docs))
	for i := range docs {
		found[i] = marksOf(m, cut(&docs[i]))
	}
	for _, kind := range append([]news.EntityKind{""}, eval.MarkedKinds...) {
		var sum eval.Mentions
		for i := range docs {
			sum = sum.Plus(eval.CountMentions(docs[i], found[i], kind))
		}
		t := sum.Typed()
		label := string(kind)
		if kind == "" {
			label = "all"
		}
		fmt.Fprintf(out, "| %s | %s | %d | %d | %.1f | %.1f | %.2f | %.2f |\n", part, label, sum.Gold, sum.Found, 100*t.P, 100*t.R, 100*t.F1, 100*sum.Span().F1)
	}
}

var foundKinds = map[ner.Kind]news.EntityKind{ner.Person: news.Person, ner.Organisation: news.Organisation, ner.Place: news.Place}

func marksOf(m *ner.Model, doc ner.Document) []eval.Mark {
	var out []eval.Mark
	names, _ := m.Find(doc)
	for _, n := range names {
		out = append(out, eval.Mark{Span: news.Span{Start: doc.Tokens[n.From].Start, End: doc.Tokens[n.To-1].End}, Kind: foundKinds[n.Kind]})
	}
	return out
}
