package clean

import (
	"strconv"

	readability "codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
)

// vote asks the extraction library which runs are the article and marks the
// blocks that hold mostly such. It reports whether there was an answer.
func vote(t *tree) (answered bool) {
	if t.document == nil {
		return false
	}
	defer func() {
		if recover() != nil { // the library fell over the page: no vote
			answered = false
		}
	}()
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	article, err := parser.ParseAndMutate(t.document, nil)
	if err != nil || article.Node == nil {
		return false
	}
	taken := make([]int, len(t.blocks)) // bytes of each block voted for
	count(article.Node, t.runs, taken)
	for i := range t.blocks {
		t.blocks[i].voted = 2*taken[i] > t.blocks[i].Len()
	}
	return true
}

// count adds the bytes of the runs under n to their blocks. A text node without
// a run is the library's own making and cannot be placed.
func count(n *html.Node, runs []run, taken []int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.TextNode {
			count(c, runs, taken)
			continue
		}
		for _, a := range c.Attr {
			if i, err := strconv.Atoi(a.Val); a.Key == runKey && err == nil {
				taken[runs[i].block] += runs[i].text.Len()
			}
		}
	}
}
