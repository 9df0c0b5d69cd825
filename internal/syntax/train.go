package syntax

import "sort"

// Gold is a sentence of a treebank.
type Gold struct {
	Words  []string
	Lemmas []string // empty when unknown
	Tags   []string // "VERB|VBD"
	Heads  []int    // Root for the root
	Rels   []string
}

// Training says how a model is trained.
type Training struct {
	TagRounds, ParseRounds int      // over the treebank
	Folds                  int      // the parser learns from tags a tagger of the other folds gave
	Seeds                  []uint64 // one model each; their weights are averaged
	// A feature counts once it took part in Ripe mistakes (Goldberg and Elhadad
	// 2011, "Learning Sparser Perceptron Models").
	Ripe       int
	ActionRipe int // the same for the parser's actions
	// Margin is the lead that the right class must have over the best wrong one;
	// each weight moves by one, each feature speaks.
	Margin int
	// Width is how many parses the search follows while training. A wrong arc scores
	// Augment more there than by its features, for right parses to win by a margin.
	Width, Augment int
	// Lead is by how much the best parse leads when the trained parser gives another
	// up, in moves of weights.
	Lead int
	// The most features kept, those that say most.
	TagFeatures, ActionFeatures, SketchFeatures, LabelFeatures int
	Clusters                                                   map[string]uint16 // word → cluster
	Log                                                        func(format string, args ...any)
}

// Train learns a model from a treebank. The same treebank and training give the
// same model to the byte.
func Train(gold []Gold, t Training) *Model {
	m := &Model{tags: inventory(gold, func(g Gold) []string { return g.Tags }), rels: inventory(gold, func(g Gold) []string { return g.Rels })}
	m.derive()
	m.clusters = clusterTable(t.Clusters)
	m.learnLemmas(gold, places(m.tags))
	tr := newTrainer(m, gold, t)
	m.known = tr.knownWords()
	tr.tagByFolds()
	tags, acts, sketches, labels := means{}, means{}, means{}, means{}
	for _, seed := range t.Seeds {
		tr.tagger(tr.all(), seed, t.TagRounds).addTo(tags)
		t.Log("seed %d: tagger trained", seed)
		p := tr.parser(seed)
		p.arcs.addTo(acts)
		p.sketch.addTo(sketches)
		p.label.addTo(labels)
		t.Log("seed %d: parser trained", seed)
	}
	t.Log("features: %d of tags, %d of actions, %d and %d of relations", len(tags), len(acts), len(sketches), len(labels))
	m.tagger = tags.choice(len(m.tags), t.TagFeatures)
	var unit int64
	m.action, unit = acts.duel(t.ActionFeatures)
	m.lead = int64(t.Lead) * int64(len(t.Seeds)) * meanScale / unit
	m.sketch = sketches.choice(len(m.rels), t.SketchFeatures)
	m.label = labels.choice(len(m.rels), t.LabelFeatures)
	return m
}

// inventory is the values of a column, the most frequent first.
func inventory(gold []Gold, column func(Gold) []string) []string {
	count := map[string]int{}
	for _, g := range gold {
		for _, v := range column(g) {
			count[v]++
		}
	}
	out := make([]string, 0, len(count))
	for v := range count {
		out = append(out, v)
	}
	sort.Slice(out, func(i, j int) bool {
		if count[out[i]] != count[out[j]] {
			return count[out[i]] > count[out[j]]
		}
		return out[i] < out[j]
	})
	return out
}

// trainer holds the treebank as numbers.
type trainer struct {
	Training
	model *Model
	sents []*lesson
}

// lesson is one sentence to learn from.
type lesson struct {
	s       Sentence
	tags    []Tag // gold
	given   []Tag // by a tagger that has not seen the sentence
	heads   []int
	rels    []Rel
	actions []action // to the tree
}

func newTrainer(m *Model, gold []Gold, t Training) *trainer {
	tr := &trainer{Training: t, model: m}
	tagOf, relOf := places(m.tags), places(m.rels)
	for _, g := range gold {
		l := &lesson{s: Sentence{Words: g.Words}, heads: make([]int, len(g.Heads))}
		l.s.prepare(m)
		for i := range g.Words {
			l.tags = append(l.tags, Tag(tagOf[g.Tags[i]]))
			l.rels = append(l.rels, Rel(relOf[g.Rels[i]]))
			l.heads[i] = g.Heads[i]
			if g.Heads[i] == Root {
				l.heads[i] = len(g.Words)
			}
		}
		l.actions = l.path()
		tr.sents = append(tr.sents, l)
	}
	return tr
}

func places(names []string) map[string]int {
	out := map[string]int{}
	for i, n := range names {
		out[n] = i
	}
	return out
}

func (tr *trainer) all() []*lesson { return append([]*lesson(nil), tr.sents...) }
