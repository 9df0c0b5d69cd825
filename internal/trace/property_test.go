package trace

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/news"
)

var relations = rapid.SampledFrom([]news.Relation{news.RelRepeats, news.RelRepeats, news.RelDenies, news.RelCorrects, news.RelDistances})

// drawScene makes articles in a forest of copies, each with words of the claim
// or without a telling.
func drawScene(t *rapid.T) *scene {
	s := newScene()
	n := rapid.IntRange(1, 8).Draw(t, "articles")
	for i := range n {
		id := fmt.Sprint("article ", i)
		words := fmt.Sprintf("some %d divers searched the harbour of Lindow", rapid.IntRange(1, 3).Draw(t, "divers"))
		day := rapid.SampledFrom([]string{"", "1", "2", "2 09:30", "3"}).Draw(t, "day")
		a := s.article(id, rapid.SampledFrom([]string{"", "Wire Nine", "Town Page", "Mill Gazette"}).Draw(t, "outlet"), day, fmt.Sprintf("%d: %s, it is not denied.", i%5, words))
		a.Group = rapid.SampledFrom([]string{"", "", "Group"}).Draw(t, "group")
		for k := range rapid.IntRange(0, 2).Draw(t, "tellings") {
			x := s.takes(id, rapid.SampledFrom([]string{"", "Ada Quill", "source"}).Draw(t, "who"), relations.Draw(t, "relation"), "denied", words)
			x.Number = k
			x.Certainty = rapid.SampledFrom([]news.Certainty{news.Confirmed, news.Confirmed, news.Suggested}).Draw(t, "certainty")
			x.Dates = []Told{s.told(id, "divers", rapid.SampledFrom([]string{"1", "2"}).Draw(t, "told"))}
		}
		if i > 0 && rapid.Bool().Draw(t, "copied") {
			from := fmt.Sprint("article ", rapid.IntRange(0, i-1).Draw(t, "from"))
			e := s.copy(from, id, "divers searched the harbour of Lindow")
			e.Directed = rapid.Bool().Draw(t, "directed")
		}
	}
	return s
}

func TestOrderOfInputDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		want := describe(s.course())
		c := Claim{ID: s.ID, Articles: rapid.Permutation(s.Articles).Draw(t, "a"), Tellings: rapid.Permutation(s.Tellings).Draw(t, "t"), Copies: rapid.Permutation(s.Copies).Draw(t, "c")}
		if got := describe(Of(&c)); got != want {
			t.Fatalf("in another order:\n%s\nwant\n%s", got, want)
		}
	})
}

// written is a value as JSON, pointers followed.
func written(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// describe writes all of a course, pointers followed.
func describe(c *Course) string {
	out := ""
	for _, list := range [][]Station{c.Stations, c.Suggested} {
		for i := range list {
			s := &list[i]
			out += string(s.Role)
			for _, p := range []any{s.Article, s.Telling, s.Passage, s.Event} {
				out += " " + written(p)
			}
			if s.Copy != nil {
				out += " of " + s.Copy.Of.ID
			}
			out += "\n"
		}
		out += "--\n"
	}
	return out + written([]any{c.First, c.Counts, c.Voices, c.Drift, c.Gaps})
}

func TestWhatIsShownStandsInTheTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		c := s.course()
		check := func(id string, q Quote) {
			if q.Of(s.texts[id]) != q.Words {
				t.Fatalf("%s has %q at %v, not %q", id, q.Of(s.texts[id]), q.Span, q.Words)
			}
		}
		for i := range c.Stations {
			st := &c.Stations[i]
			if st.Telling != nil {
				for _, q := range append(slices.Clone(st.Telling.Content), *st.Telling.Takes) {
					check(st.Article.ID, q)
				}
			}
			if st.Passage != nil && st.Passage.Of(s.texts[st.Article.ID]) != "divers searched the harbour of Lindow" {
				t.Fatalf("the passage is %q", st.Passage.Of(s.texts[st.Article.ID]))
			}
			if st.Event != nil {
				for _, d := range st.Event.Told {
					check(d.Article.ID, Quote{d.Told.Span, d.Told.Words})
				}
			}
		}
		for _, d := range c.Drift {
			check(c.Station(d.From).Article.ID, d.FromSays)
			check(c.Station(d.To).Article.ID, d.ToSays)
		}
	})
}

func TestCountsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawScene(t).course()
		all := c.Counts.All
		if all.Origins > all.Articles || all.Articles > 0 && all.Origins < 1 || all.Copies > all.Articles || all.NoOutlet > all.Articles {
			t.Fatalf("counts %+v", all)
		}
		for _, rc := range c.Counts.By {
			if rc.Articles > all.Articles || rc.Origins > all.Origins || rc.Outlets > all.Outlets || rc.Origins > rc.Articles {
				t.Fatalf("%s %+v in %+v", rc.Relation, rc.Count, all)
			}
		}
		for i, v := range c.Voices {
			if c.Stations[v.First].Relation() != v.Relation || v.Origins > v.Articles || v.Articles < 1 {
				t.Fatalf("voice %d: %+v", i, v)
			}
		}
		if told := c.Counts.Count(news.RelRepeats); (told.Articles > 0) != (len(c.First.May) > 0) {
			t.Fatalf("%d articles tell it and %v may be the first", told.Articles, c.First.May)
		}
	})
}

func FuzzWords(f *testing.F) {
	f.Add("some 1,000.5 million divers, isn’t it", "not only 3,5 млн")
	f.Fuzz(func(t *testing.T, a, b string) {
		s := newScene()
		for id, text := range map[string]string{"a": a, "b": b} {
			s.article(id, id, "2", text)
			s.tell(id, "", text)
		}
		c := s.course()
		for _, d := range c.Drift {
			for at, q := range map[int]Quote{d.From: d.FromSays, d.To: d.ToSays} {
				if text := s.texts[c.Station(at).Article.ID]; q.Of(text) != q.Words {
					t.Fatalf("%q at %v is not in %q", q.Words, q.Span, text)
				}
			}
		}
	})
}
