package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/boilerplate"
)

const (
	linesFile   = "internal/boilerplate/model/lines.txt"
	linesSeed   = 20211
	crossings   = 6    // crossed pages made of each page
	linesRidge  = 0.02 // of the pages' weight
	linesRounds = 12   // of Newton's method; it stands still after about eight
)

func linesCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "lines",
		Short: "train the line filter on the pages in cmd/hearsay-train/pages",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			data, err := trainLines()
			if err != nil {
				return err
			}
			return os.WriteFile(out, data, 0o644)
		},
	}
	c.Flags().StringVar(&out, "out", linesFile, "the file of weights to write")
	return c
}

// trainLines gives the weights file of the line filter.
func trainLines() ([]byte, error) {
	pages, err := writtenPages()
	if err != nil {
		return nil, err
	}
	var set []example
	for _, p := range crossed(pages, rand.New(rand.NewPCG(linesSeed, 1))) {
		set = append(set, examplesOf(p)...)
	}
	weights := logistic(set, linesRidge, linesRounds)
	var b strings.Builder
	b.WriteString("# Weights of the line filter, made by: go run ./cmd/hearsay-train lines\n")
	for i, name := range boilerplate.Features() {
		fmt.Fprintf(&b, "%s\t%.3f\n", name, weights[i])
	}
	return []byte(b.String()), nil
}

// examplesOf turns a page into examples that together weigh one; a line weighs
// by the logarithm of its words, as the reader cares for words.
func examplesOf(p page) []example {
	text, label := p.joined()
	spans, rows := boilerplate.Rows(text)
	set := make([]example, len(rows))
	total := 0.0
	for i, s := range spans {
		w := math.Log1p(float64(len(strings.Fields(s.Of(text)))))
		set[i] = example{row: rows[i], keep: label[s.Start], weight: w}
		total += w
	}
	for i := range set {
		set[i].weight /= total
	}
	return set
}
