package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestShippedLineWeightsAreReproduced(t *testing.T) {
	made, err := trainLines()
	if err != nil {
		t.Fatal(err)
	}
	shipped, err := os.ReadFile(filepath.Join("..", "..", linesFile))
	if err != nil {
		t.Fatal(err)
	}
	if string(made) != string(shipped) {
		t.Errorf("the shipped weights are not what training gives: run go run ./cmd/hearsay-train lines\n%s", made)
	}
}

func TestWrittenPages(t *testing.T) {
	pages, err := writtenPages()
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) < 60 {
		t.Errorf("%d pages", len(pages))
	}
	seen := map[string]bool{}
	for _, p := range pages {
		if seen[p.name] {
			t.Errorf("%s: twice", p.name)
		}
		seen[p.name] = true
		if _, article, _ := p.parts(); len(article) == 0 {
			t.Errorf("%s: no line of an article", p.name)
		}
	}
}

func TestPartsOfAPage(t *testing.T) {
	pages, err := parsePages("=== one\n---\nHome\n+++\nFirst.\n---\nShare\n+++\nLast.\n---\nTags\n")
	if err != nil {
		t.Fatal(err)
	}
	head, article, foot := pages[0].parts()
	if len(head) != 1 || len(article) != 3 || len(foot) != 1 || article[1].keep || head[0].words != "Home" || foot[0].words != "Tags" {
		t.Errorf("head %v article %v foot %v", head, article, foot)
	}
	if _, err := parsePages("a line\n"); err == nil {
		t.Error("a line before the first page is taken")
	}
}

func TestLogisticSeparates(t *testing.T) {
	set := []example{
		{row: []float64{1, 0}, keep: false, weight: 1}, {row: []float64{1, 0.2}, keep: false, weight: 1},
		{row: []float64{1, 0.8}, keep: true, weight: 1}, {row: []float64{1, 1}, keep: true, weight: 1},
	}
	w := logistic(set, 0.1, 12)
	if w[1] <= 0 || w[0]+0.1*w[1] >= 0 || w[0]+0.9*w[1] <= 0 {
		t.Errorf("weights %v", w)
	}
}
