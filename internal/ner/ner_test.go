package ner

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// document cuts a text, a sentence a line, as hearsay does.
func document(s string) Document {
	d := Document{Text: s}
	for _, line := range text.Paragraphs(s, []news.Span{{Start: 0, End: len(s)}}, nil) {
		from := len(d.Tokens)
		d.Tokens = text.Tokens(s, line, d.Tokens)
		for _, r := range text.Sentences(s, d.Tokens[from:], nil) {
			d.Sentences = append(d.Sentences, text.Range{From: from + r.From, To: from + r.To})
		}
	}
	return d
}

var letters = map[string]Kind{"p": Person, "o": Organisation, "l": Place}

// marked is a text without its marks, "{Jana Orlan|p}", and what they want.
func marked(s string) (plain string, want []string) {
	var b strings.Builder
	for {
		before, rest, more := strings.Cut(s, "{")
		b.WriteString(before)
		if !more {
			return b.String(), want
		}
		inner, after, _ := strings.Cut(rest, "}")
		words, kind, _ := strings.Cut(inner, "|")
		want = append(want, fmt.Sprint(b.Len(), " ", words, " ", letters[kind]))
		b.WriteString(words)
		s = after
	}
}

// A word's other uses in a document speak for it where its capital does not.
func TestDocumentTellsOfItsWords(t *testing.T) {
	d := document("Bridge traffic stopped.\nThe bridge was closed, and every bridge near it.")
	r := newReading()
	r.read(English(), d)
	r.take(d.Sentences[0])
	if r.words[0].seen != 1+enough<<4+1 {
		t.Errorf("the opening word is seen as %b, want twice in small letters and once opening", r.words[0].seen-1)
	}
}

var scraps = rapid.SampledFrom([]string{"Jana", "Orlan", "London", "United", "Nations", "the", "of", "said", "he", "“", "”", ".", ",", "\n", " ", "'s", "U.S.", "van", "1990", "NATO", "\xff", "\x00", "İstanbul", "-", "É"})

// checkFound fails where names overlap, leave their sentence or have no kind.
func checkFound(t interface{ Fatalf(string, ...any) }, m *Model, d Document) {
	names, leaning := m.Find(d)
	if len(leaning) != len(d.Tokens) {
		t.Fatalf("%d leanings of %d tokens", len(leaning), len(d.Tokens))
	}
	s, last := 0, 0
	for _, n := range names {
		for s < len(d.Sentences) && d.Sentences[s].To <= n.From {
			s++
		}
		if n.From < last || n.To <= n.From || s == len(d.Sentences) || n.From < d.Sentences[s].From || n.To > d.Sentences[s].To || n.Kind == None || n.Kind >= kinds {
			t.Fatalf("name %+v in %q", n, d.Text)
		}
		last = n.To
	}
}

func TestFindInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(scraps, 0, 60).Draw(t, "scraps")
		checkFound(t, English(), document(strings.Join(words, rapid.SampledFrom([]string{" ", ""}).Draw(t, "glue"))))
	})
}

func TestLongSentencesAreCut(t *testing.T) {
	checkFound(t, English(), document(strings.Repeat("Jana Orlan of London and ", MaxWords)))
}

func TestManyFindAtOnce(t *testing.T) {
	d := document("Jana Orlan flew from Oslo to London, said the United Nations.")
	want, _ := English().Find(d)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				if got, _ := English().Find(d); !slices.Equal(got, want) {
					t.Errorf("got %v, want %v", got, want)
					return
				}
			}
		})
	}
	all.Wait()
}

func FuzzFind(f *testing.F) {
	f.Add("“No,” Jana Orlan of the Union of Lake Towns (ULT) told NATO in Oslo's harbour.")
	f.Fuzz(func(t *testing.T, s string) { checkFound(t, English(), document(s)) })
}

// What is remembered of words weighs what their features do.
func TestWeighingsAreThoseOfTheFeatures(t *testing.T) {
	m := English()
	r := newReading()
	rapid.Check(t, func(t *rapid.T) {
		r.read(m, document(strings.Join(rapid.SliceOfN(scraps, 1, 40).Draw(t, "scraps"), " ")))
		for i := range r.Tokens {
			if rapid.Bool().Draw(t, "in a list") {
				r.Classes = append(r.Classes, 1<<rapid.IntRange(0, 31).Draw(t, "list"))
			} else {
				r.Classes = append(r.Classes, uint32(i%3))
			}
		}
		for _, s := range r.Sentences {
			r.take(s)
			for i := range r.words {
				var all sum
				var want, got scores
				all.add(&m.weights, r.features(i, nil), &r.probes)
				all.scores(&want)
				if r.weigh(i, &got); got != want {
					t.Fatalf("word %d of %q scores %v, want %v", i, r.Text, got, want)
				}
			}
		}
	})
}
