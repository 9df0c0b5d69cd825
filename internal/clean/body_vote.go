package clean

import (
	"strconv"
	"strings"

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
	p := &poll{runs: t.runs, taken: make([]int, len(t.blocks))}
	p.count(article.Node)
	t.unplaced = p.unplaced
	for i := range t.blocks {
		t.blocks[i].voted = 2*p.taken[i] > t.blocks[i].Len()
	}
	return true
}

// poll counts what was voted for.
type poll struct {
	runs     []run
	taken    []int // bytes voted for, by block
	unplaced int   // bytes of text that no run gave: the library's own making
}

// count counts the runs under n.
func (p *poll) count(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.TextNode {
			p.count(c)
			continue
		}
		if i, ok := runOf(c); ok {
			p.taken[p.runs[i].block] += p.runs[i].text.Len()
		} else {
			p.unplaced += len(strings.TrimSpace(c.Data))
		}
	}
}

// runOf is the index of the run a text node came from.
func runOf(n *html.Node) (i int, ok bool) {
	for _, a := range n.Attr {
		if a.Key == runKey {
			i, err := strconv.Atoi(a.Val)
			return i, err == nil
		}
	}
	return 0, false
}
