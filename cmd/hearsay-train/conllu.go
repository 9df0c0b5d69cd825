package main

import (
	"bufio"
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// longestLine bounds a line of a treebank, in bytes.
const longestLine = 1 << 20

// readTrees reads the sentences of a CoNLL-U file: words, lemmas, tags, heads and
// relations. Multi-word tokens and empty nodes are passed over. path is for errors.
func readTrees(path string, file []byte) ([]tree, error) {
	var out []tree
	var g tree
	in := bufio.NewScanner(bytes.NewReader(file))
	in.Buffer(nil, longestLine)
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		switch {
		case line == "":
			if len(g.Words) > 0 {
				out = append(out, g)
			}
			g = tree{}
		case line[0] != '#':
			if err := addWord(&g, strings.Split(line, "\t")); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", path, n, err)
			}
		}
	}
	return out, in.Err()
}

func addWord(g *tree, col []string) error {
	if len(col) != 10 {
		return fmt.Errorf("%d columns, want 10", len(col))
	}
	if strings.ContainsAny(col[0], "-.") {
		return nil
	}
	head, err := strconv.Atoi(col[6])
	if err != nil {
		return fmt.Errorf("head %q is no number", col[6])
	}
	g.Words = append(g.Words, col[1])
	g.Lemmas = append(g.Lemmas, col[2])
	g.Tags = append(g.Tags, col[3]+"|"+col[4])
	g.Heads = append(g.Heads, head-1)
	g.Rels = append(g.Rels, col[7])
	g.glued = append(g.glued, strings.Contains(col[9], "SpaceAfter=No"))
	return nil
}
