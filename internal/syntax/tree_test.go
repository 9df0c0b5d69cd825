package syntax

import (
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

var smallModel = sync.OnceValue(func() *Model { return Train(inventedTrees(&testing.T{}), smallTraining()) })

// checkTree fails where a parsed sentence is no tree with one root and subtrees
// without holes.
func checkTree(t interface{ Fatalf(string, ...any) }, s *Sentence) {
	roots := 0
	size := make([]int, len(s.Words))
	for i, h := range s.Heads {
		if h == Root {
			roots++
		}
		for steps := 0; i != Root; i, steps = s.Heads[i], steps+1 {
			if steps > len(s.Words) || i < 0 || i >= len(s.Words) {
				t.Fatalf("%q: the heads %v have a cycle or lead out", s.Words, s.Heads)
			}
			size[i]++
		}
	}
	if want := min(1, len(s.Words)); roots != want {
		t.Fatalf("%q: %d roots in %v", s.Words, roots, s.Heads)
	}
	for i := range s.Words {
		from, to := s.Subtree(i)
		if from > i || to <= i || to-from != size[i] {
			t.Fatalf("%q: word %d spans [%d,%d) and has %d words in %v", s.Words, i, from, to, size[i], s.Heads)
		}
		before := -1
		for c := range s.Children(i) {
			if s.Heads[c] != i || c <= before {
				t.Fatalf("%q: %d follows %d as a child of %d in %v", s.Words, c, before, i, s.Heads)
			}
			before = c
		}
	}
}

func TestAnyWordsMakeATree(t *testing.T) {
	var s Sentence
	word := rapid.OneOf(rapid.SampledFrom(strings.Fields(invented)), rapid.String(), rapid.SampledFrom([]string{"", ".", "\"", "\xff", "said"}))
	rapid.Check(t, func(t *rapid.T) {
		s.Words = rapid.SliceOfN(word, 0, 40).Draw(t, "words")
		smallModel().Parse(&s)
		checkTree(t, &s)
	})
}

func TestLongSentencesAreCut(t *testing.T) {
	s := Sentence{Words: strings.Fields(strings.Repeat("the bridge fell ", MaxWords))}
	smallModel().Parse(&s)
	if len(s.Words) != MaxWords || len(s.Heads) != MaxWords {
		t.Errorf("%d words and %d heads, want %d", len(s.Words), len(s.Heads), MaxWords)
	}
	checkTree(t, &s)
}

func FuzzParse(f *testing.F) {
	f.Add("The minister denied it .")
	f.Add("\" \xff “ – … ' 's n't ((( 1990 ,,,")
	var s Sentence
	f.Fuzz(func(t *testing.T, words string) {
		s.Words = strings.Split(words, " ")
		English().Parse(&s)
		checkTree(t, &s)
		for i, w := range s.Words {
			English().Lemma(nil, w, s.Tags[i])
			English().Morph(w, s.Tags[i])
		}
	})
}

func FuzzDecode(f *testing.F) {
	few := smallTraining()
	few.TagFeatures, few.ActionFeatures, few.SketchFeatures, few.LabelFeatures, few.Clusters = 40, 40, 20, 20, nil
	file := Train(inventedTrees(f), few).Encode()
	f.Add(file)
	f.Add(file[:len(file)/2])
	f.Add([]byte(signature))
	words := strings.Fields("The minister denied it in Orla , she said .")
	f.Fuzz(func(t *testing.T, file []byte) {
		m, err := Decode(file)
		if err != nil {
			return
		}
		s := Sentence{Words: words}
		m.Parse(&s)
		checkTree(t, &s)
		for i, w := range words {
			m.Lemma(nil, w, s.Tags[i])
		}
	})
}
