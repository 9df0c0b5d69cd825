package syntax

import (
	"hash/maphash"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// analysis is all that can be asked of a parsed sentence.
func analysis(m *Model, s *Sentence) []any {
	out := []any{s.Top()}
	for i, w := range s.Words {
		from, to := s.Subtree(i)
		out = append(out, w, s.Tags[i], s.Heads[i], m.Rel(s, i), from, to)
		for c := range s.Children(i) {
			out = append(out, c)
		}
	}
	return out
}

// forgetful is a model that remembers nothing.
func forgetful(m *Model) *Model {
	f := *m
	f.recall = nil
	return &f
}

// remembering is a model that remembers parses of its own.
func remembering(m *Model) *Model {
	f := *m
	f.recall = &recall{seed: maphash.MakeSeed()}
	return &f
}

func TestWhatIsRememberedIsWhatWouldBeParsed(t *testing.T) {
	m, fresher := remembering(smallModel()), forgetful(smallModel())
	var s, fresh Sentence
	word := rapid.OneOf(rapid.SampledFrom(strings.Fields(invented)), rapid.SampledFrom([]string{"", ".", "a", "aa", "\x00", "a\x00a"}))
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(word, 0, 6).Draw(t, "words")
		for range 2 {
			s.Words, fresh.Words = words, words
			m.Parse(&s)
			fresher.Parse(&fresh)
			if have, want := analysis(m, &s), analysis(fresher, &fresh); !reflect.DeepEqual(have, want) {
				t.Fatalf("%q: remembered %v, parsed %v", words, have, want)
			}
			if len(words) > 0 && !m.recall.place(words).Load().is(words) {
				t.Fatalf("%q was parsed and is not remembered", words)
			}
		}
	})
}

func TestOnlyTheSameWordsAreRemembered(t *testing.T) {
	m := smallModel()
	s := Sentence{Words: []string{"ab", "c", ""}}
	m.Parse(&s)
	k := remember(&s)
	if !k.is([]string{"ab", "c", ""}) {
		t.Error("a sentence is not known by its own words")
	}
	for _, other := range [][]string{{"a", "bc", ""}, {"ab", "c"}, {"ab", "", "c"}, {"ab", "cd", ""}, {"ab", "c", "", ""}, nil} {
		if k.is(other) {
			t.Errorf("%q is taken for %q", other, s.Words)
		}
	}
}

func TestLongWordsAreNotRemembered(t *testing.T) {
	m := remembering(smallModel())
	for size, want := range map[int]bool{recalledBytes: true, recalledBytes + 1: false} {
		s := Sentence{Words: []string{strings.Repeat("a", size)}}
		m.Parse(&s)
		if have := m.recall.place(s.Words).Load() != nil; have != want {
			t.Errorf("a word of %d bytes: remembered %v, want %v", size, have, want)
		}
	}
}
