package syntax

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// invented is a treebank of ten sentences: word/lemma/UPOS/XPOS/head/relation.
const invented = `
The/the/DET/DT/2/det minister/minister/NOUN/NN/3/nsubj denied/deny/VERB/VBD/0/root the/the/DET/DT/5/det report/report/NOUN/NN/3/obj ././PUNCT/./3/punct
She/she/PRON/PRP/2/nsubj said/say/VERB/VBD/0/root that/that/SCONJ/IN/6/mark the/the/DET/DT/5/det bridge/bridge/NOUN/NN/6/nsubj fell/fall/VERB/VBD/2/ccomp ././PUNCT/./2/punct
The/the/DET/DT/2/det bridge/bridge/NOUN/NN/3/nsubj fell/fall/VERB/VBD/0/root in/in/ADP/IN/5/case Orla/Orla/PROPN/NNP/3/obl ././PUNCT/./3/punct
Korva/Korva/PROPN/NNP/2/nsubj denied/deny/VERB/VBD/0/root it/it/PRON/PRP/2/obj in/in/ADP/IN/5/case Orla/Orla/PROPN/NNP/2/obl ././PUNCT/./2/punct
Korva/Korva/PROPN/NNP/2/nsubj says/say/VERB/VBZ/0/root that/that/SCONJ/IN/5/mark she/she/PRON/PRP/5/nsubj fell/fall/VERB/VBD/2/ccomp ././PUNCT/./2/punct
The/the/DET/DT/2/det reports/report/NOUN/NNS/3/nsubj say/say/VERB/VBP/0/root that/that/SCONJ/IN/6/mark she/she/PRON/PRP/6/nsubj denied/deny/VERB/VBD/3/ccomp it/it/PRON/PRP/6/obj ././PUNCT/./3/punct
He/he/PRON/PRP/2/nsubj saw/see/VERB/VBD/0/root the/the/DET/DT/4/det bridges/bridge/NOUN/NNS/2/obj of/of/ADP/IN/6/case Orla/Orla/PROPN/NNP/4/nmod ././PUNCT/./2/punct
The/the/DET/DT/2/det bridges/bridge/NOUN/NNS/3/nsubj fell/fall/VERB/VBD/0/root ,/,/PUNCT/,/6/punct she/she/PRON/PRP/6/nsubj said/say/VERB/VBD/3/parataxis ././PUNCT/./3/punct
Old/old/ADJ/JJ/2/amod bridges/bridge/NOUN/NNS/3/nsubj fall/fall/VERB/VBP/0/root ././PUNCT/./3/punct
The/the/DET/DT/2/det reports/report/NOUN/NNS/3/nsubj saw/see/VERB/VBD/0/root the/the/DET/DT/6/det old/old/ADJ/JJ/6/amod bridge/bridge/NOUN/NN/3/obj ././PUNCT/./3/punct
`

func inventedTrees(t testing.TB) []Gold {
	t.Helper()
	var out []Gold
	for _, line := range strings.Split(strings.TrimSpace(invented), "\n") {
		var g Gold
		for _, word := range strings.Fields(line) {
			col := strings.Split(word, "/")
			if col[0] == "." {
				col = []string{".", ".", "PUNCT", ".", col[len(col)-2], "punct"}
			}
			head, err := strconv.Atoi(col[4])
			if err != nil {
				t.Fatalf("%q: %v", word, err)
			}
			g.Words, g.Lemmas, g.Tags = append(g.Words, col[0]), append(g.Lemmas, col[1]), append(g.Tags, col[2]+"|"+col[3])
			g.Heads, g.Rels = append(g.Heads, head-1), append(g.Rels, col[5])
		}
		out = append(out, g)
	}
	// Thrice, for a tagger that has not seen one copy to have seen another.
	return slices.Repeat(out, 3)
}

func smallTraining() Training {
	return Training{TagRounds: 8, ParseRounds: 12, Folds: 3, Seeds: []uint64{1, 2}, Ripe: 1, ActionRipe: 1, Margin: 10,
		Width: 8, Augment: 10, Lead: 1000,
		TagFeatures: 5000, ActionFeatures: 5000, SketchFeatures: 5000, LabelFeatures: 5000,
		Clusters: map[string]uint16{"korva": 1, "orla": 2, "bridge": 17, "bridges": 17},
		Log:      func(string, ...any) {}}
}

func TestTrainingLearnsItsTreebank(t *testing.T) {
	gold := inventedTrees(t)
	m := Train(gold, smallTraining())
	var s Sentence
	for _, g := range gold {
		s.Words = append(s.Words[:0], g.Words...)
		m.Parse(&s)
		for i := range g.Words {
			universal, penn := m.TagName(s.Tags[i])
			if tag := universal + "|" + penn; tag != g.Tags[i] || s.Heads[i] != g.Heads[i] || m.RelName(m.Rel(&s, i)) != g.Rels[i] {
				t.Errorf("%s: word %q is %s, %s of word %d, want %s, %s of word %d", strings.Join(g.Words, " "), g.Words[i],
					tag, m.RelName(m.Rel(&s, i)), s.Heads[i], g.Tags[i], g.Rels[i], g.Heads[i])
			}
			if lemma := string(m.Lemma(nil, g.Words[i], s.Tags[i])); lemma != g.Lemmas[i] {
				t.Errorf("the lemma of %q is %q, want %q", g.Words[i], lemma, g.Lemmas[i])
			}
		}
	}
}

func TestTrainingIsTheSameToTheByte(t *testing.T) {
	first := Train(inventedTrees(t), smallTraining()).Encode()
	if second := Train(inventedTrees(t), smallTraining()).Encode(); string(first) != string(second) {
		t.Errorf("two trainings gave files of %d and %d bytes that differ", len(first), len(second))
	}
	decoded, err := Decode(first)
	if err != nil {
		t.Fatal(err)
	}
	if again := decoded.Encode(); string(again) != string(first) {
		t.Error("a decoded model is encoded otherwise")
	}
}
