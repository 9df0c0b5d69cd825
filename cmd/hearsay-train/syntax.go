package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/shipped"
	"github.com/hearsay-engine/hearsay/internal/syntax"
)

const (
	syntaxFile   = "internal/syntax/models/en.syntax"
	syntaxScores = "eval/syntax.md"
)

// syntaxTraining is how the shipped model is trained, tuned on the dev parts of
// EWT and GUM.
var syntaxTraining = syntax.Training{
	TagRounds:      7,
	ParseRounds:    8,
	Folds:          5,
	Seeds:          []uint64{1, 2},
	Ripe:           4,
	ActionRipe:     6,
	Margin:         80,
	Width:          8,
	Augment:        40,
	Lead:           110,
	TagFeatures:    150_000,
	ActionFeatures: 900_000,
	SketchFeatures: 50_000,
	LabelFeatures:  100_000,
}

func syntaxCommand() *cobra.Command {
	var data, out, scores string
	c := &cobra.Command{
		Use:   "syntax",
		Short: "train the English tagger and parser on the treebanks in DIR/ud",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			m, err := trainSyntax(data)
			if err != nil {
				return err
			}
			if err := os.WriteFile(out, shipped.Pack(m.Encode()), 0o644); err != nil {
				return err
			}
			return writeSyntaxScores(scores, data, out)
		},
	}
	c.Flags().StringVar(&data, "data", "", "the folder that holds ud/en_ewt and ud/en_gum")
	c.Flags().StringVar(&out, "out", syntaxFile, "the model to write")
	c.Flags().StringVar(&scores, "scores", syntaxScores, "the page of scores to write")
	if err := c.MarkFlagRequired("data"); err != nil {
		panic(err)
	}
	return c
}

// trainSyntax trains on the train parts, whose bytes must be the known ones.
func trainSyntax(data string) (*syntax.Model, error) {
	gold, err := lessons(data)
	if err != nil {
		return nil, err
	}
	words, err := readClusters(clusterWords)
	if err != nil {
		return nil, err
	}
	t := syntaxTraining
	t.Clusters = words
	t.Log = func(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }
	return syntax.Train(gold, t), nil
}

// lessons is the sentences to train on. Every other sentence that has words cut
// at hyphens has them whole, as hearsay's own tokens are.
func lessons(data string) ([]syntax.Gold, error) {
	var out []syntax.Gold
	hyphened := 0
	for _, part := range []string{ewtTrain, gumTrain} {
		trees, err := readPart(data, part)
		if err != nil {
			return nil, err
		}
		for _, t := range trees {
			g, joined := t.whole()
			if joined {
				hyphened++
			}
			if hyphened%2 == 1 {
				g = t.Gold
			}
			out = append(out, g)
		}
	}
	return out, nil
}

// The parts of the treebanks, below the data folder, and the SHA-256 that each
// must have.
const (
	ewtTrain = "ud/en_ewt/train.conllu"
	ewtDev   = "ud/en_ewt/dev.conllu"
	ewtTest  = "ud/en_ewt/test.conllu"
	gumTrain = "ud/en_gum/train.conllu"
	gumDev   = "ud/en_gum/dev.conllu"
	gumTest  = "ud/en_gum/test.conllu"
)

var partSums = map[string]string{
	ewtTrain: "4f5bf82b493c2ae7563889e57a87c02e6e9ee8ccbba417a899c73ff09a4807a6",
	ewtDev:   "531a54ff90d6ab12201c5a50c3e78e6ddac4de69abc4bce5d275d3cd29efe2b6",
	ewtTest:  "e266e515a0a7547657ed3d90d9ba46487d6bd251f27ad4269d4e8a427c8555cd",
	gumTrain: "c30ab11cd1d74aef4f5917171b4efe4fcfb9b01c5bc9fe0b14a24ccbff252293",
	gumDev:   "68821a5404055feba3b5b59ee0f2a31b4d120e4068b65a1d622ca75024d3edc1",
	gumTest:  "4fd0728a279386806be32e5a349ea5d5f5a44a730532e2202a0a8286fe9f627a",
}

// readPart reads a part of a treebank after checking that it is the known one.
func readPart(data, part string) ([]tree, error) {
	path := filepath.Join(data, filepath.FromSlash(part))
	b, err := readSummed(path, partSums[part])
	if err != nil {
		return nil, err
	}
	return readTrees(path, b)
}
