package main

import (
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/internal/syntax"
)

// conllu is a sentence of our own in the treebanks' form.
const conllu = `# text = The well-known dam can't hold.
1	The	the	DET	DT	_	5	det	_	_
2	well	well	ADV	RB	_	4	advmod	_	SpaceAfter=No
3	-	-	PUNCT	HYPH	_	4	punct	_	SpaceAfter=No
4	known	known	ADJ	JJ	_	5	amod	_	_
5	dam	dam	NOUN	NN	_	8	nsubj	_	_
6-7	can't	_	_	_	_	_	_	_	_
6	ca	can	AUX	MD	_	8	aux	_	SpaceAfter=No
7	n't	not	PART	RB	_	8	advmod	_	_
8	hold	hold	VERB	VB	_	0	root	_	SpaceAfter=No
9	.	.	PUNCT	.	_	8	punct	_	_

`

func TestReadTrees(t *testing.T) {
	trees, err := readTrees("made-up", []byte(conllu))
	if err != nil || len(trees) != 1 {
		t.Fatalf("%d trees, %v", len(trees), err)
	}
	g := trees[0]
	if got := strings.Join(g.Words, " "); got != "The well - known dam ca n't hold ." {
		t.Errorf("the words are %q", got)
	}
	if g.Heads[7] != syntax.Root || g.Heads[0] != 4 || g.Tags[4] != "NOUN|NN" || g.Lemmas[6] != "not" || g.Rels[3] != "amod" {
		t.Errorf("read %+v", g)
	}
}

func TestReadTreesNamesTheBadLine(t *testing.T) {
	for _, bad := range []string{"1\tThe\tthe", strings.Replace(conllu, "\t5\tdet", "\tfive\tdet", 1)} {
		if _, err := readTrees("made-up", []byte(bad)); err == nil || !strings.Contains(err.Error(), "made-up:") {
			t.Errorf("%.20q gives %v", bad, err)
		}
	}
}

func TestWholeWords(t *testing.T) {
	trees, err := readTrees("made-up", []byte(conllu))
	if err != nil {
		t.Fatal(err)
	}
	g, joined := trees[0].whole()
	if got := strings.Join(g.Words, " "); !joined || got != "The well-known dam ca n't hold ." {
		t.Errorf("joined %v: %q", joined, got)
	}
	if want := []int{2, 2, 5, 5, 5, -1, 5}; !slices.Equal(g.Heads, want) {
		t.Errorf("the heads are %v, want %v", g.Heads, want)
	}
	if g.Tags[1] != "ADJ|JJ" || g.Lemmas[1] != "well-known" || g.Rels[1] != "amod" {
		t.Errorf("the joined word is %s, %s, %s", g.Tags[1], g.Lemmas[1], g.Rels[1])
	}
}

func TestInputsMustBeTheKnownOnes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "train.conllu")
	if _, err := readSummed(path, ""); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("a missing file gives %v", err)
	}
	if err := os.WriteFile(path, []byte(conllu), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := readSummed(path, strings.Repeat("0", 64)); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("another file gives %v", err)
	}
}

func TestRidgeFindsTheMap(t *testing.T) {
	r := newRidge(2, 1, 1e-9)
	for _, x := range [][]float64{{1, 1}, {2, 1}, {3, 1}, {5, 1}} {
		r.add(x, map[int]float64{0: 3*x[0] - 2}, 1)
	}
	if w := r.solve(); math.Abs(w[0][0]-3) > 1e-6 || math.Abs(w[1][0]+2) > 1e-6 {
		t.Errorf("found %v, want 3 and -2", w)
	}
}

func TestKmeansFindsTheGroups(t *testing.T) {
	points := [][]float64{{0, 0}, {9, 9}, {0.1, 0}, {9, 9.2}, {0, 0.2}}
	g := kmeans(points, 2, 10, rand.New(rand.NewPCG(1, 1)))
	if g[0] != g[2] || g[0] != g[4] || g[1] != g[3] || g[0] == g[1] {
		t.Errorf("groups %v", g)
	}
}

func TestClustersAreReadAsWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "clusters.txt")
	if err := writeClusters(path, []string{"dam", "said", "bridge"}, []int{7, 3, 7}); err != nil {
		t.Fatal(err)
	}
	got, err := readClusters(path)
	if err != nil || len(got) != 3 || got["dam"] != 7 || got["bridge"] != 7 || got["said"] != 3 {
		t.Errorf("read %v, %v", got, err)
	}
}

// The shipped clusters bring words of one use together.
func TestShippedClusters(t *testing.T) {
	c, err := readClusters(filepath.Join("..", "..", filepath.FromSlash(clusterWords)))
	if err != nil {
		t.Fatal(err)
	}
	if len(c) != vectorWords {
		t.Errorf("%d words, want %d", len(c), vectorWords)
	}
	for _, pair := range [][2]string{{"says", "argues"}, {"monday", "tuesday"}, {"walked", "talked"}} {
		if c[pair[0]]/syntax.Subclusters != c[pair[1]]/syntax.Subclusters {
			t.Errorf("%s is in cluster %d, %s in %d", pair[0], c[pair[0]], pair[1], c[pair[1]])
		}
	}
}

func TestScoresCountWhatIsRight(t *testing.T) {
	trees, err := readTrees("made-up", []byte(conllu))
	if err != nil {
		t.Fatal(err)
	}
	m := syntax.English()
	s := syntax.Sentence{Words: slices.Clone(trees[0].Words)}
	m.Parse(&s)
	perfect := trees[0]
	perfect.Heads, perfect.Lemmas, perfect.Tags, perfect.Rels = s.Heads, nil, nil, nil
	for i, w := range s.Words {
		u, x := m.TagName(s.Tags[i])
		perfect.Tags = append(perfect.Tags, u+"|"+x)
		perfect.Rels = append(perfect.Rels, m.RelName(m.Rel(&s, i)))
		perfect.Lemmas = append(perfect.Lemmas, string(m.Lemma(nil, w, s.Tags[i])))
	}
	got := measure(m, []tree{perfect})
	if n := len(s.Words); got.words != n || got.upos != n || got.xpos != n || got.lemma != n || got.head != n || got.label != n || got.full != n {
		t.Errorf("a parse against itself: %+v", got)
	}
	perfect.Heads = slices.Clone(s.Heads)
	perfect.Heads[0] = 5
	if got := measure(m, []tree{perfect}); got.head != got.words-1 || got.upos != got.words {
		t.Errorf("one head wrong: %+v", got)
	}
}
