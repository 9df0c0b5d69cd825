package web

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/web/pages"
	"github.com/hearsay-engine/hearsay/news"
)

// drawn writes pieces as text: [ and ] around each statement's depth, * around
// speakers, _ around cues, #n where statement n opens.
func drawn(ps []pages.Paragraph) string {
	var b strings.Builder
	for _, p := range ps {
		for _, o := range p.Outside {
			b.WriteString("(" + o.Why + ") " + o.Text)
		}
		for _, x := range p.Pieces {
			for _, o := range x.Opens {
				b.WriteString("#" + string(rune('1'+o)))
			}
			mark := strings.Repeat("[", x.Depth) + x.Text + strings.Repeat("]", x.Depth)
			if x.Speaker {
				mark = "*" + mark + "*"
			}
			if x.Cue {
				mark = "_" + mark + "_"
			}
			b.WriteString(mark)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func spanOf(t *testing.T, text, words string) news.Span {
	t.Helper()
	i := strings.Index(text, words)
	if i < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return news.Span{Start: i, End: i + len(words)}
}

func TestMarkNestsVoices(t *testing.T) {
	const text = "The agency cites its source, who said “the vote may be late”.\n\nShare this"
	speaker, cue, inner := spanOf(t, text, "The agency"), spanOf(t, text, "cites"), spanOf(t, text, "who")
	a := &news.Article{
		Text:        text,
		Body:        []news.Span{spanOf(t, text, "The agency cites its source, who said “the vote may be late”.")},
		Boilerplate: []news.Dropped{{Span: spanOf(t, text, "Share this"), Reason: news.Reason{Rule: "a share line"}}},
		Statements: []news.Statement{
			{Speaker: &speaker, Cue: &cue, Content: []news.Span{spanOf(t, text, "its source, who said “the vote may be late”")}, Within: news.Outermost},
			{Speaker: &inner, Content: []news.Span{spanOf(t, text, "“the vote may be late”")}, Within: 0},
		},
	}
	got := drawn(mark(a, []card{{0, 0}, {1, 1}}))
	want := "*The agency* _cites_ #1[its source, ]*[who]*[ said ]#2[[“the vote may be late”]].\n(a share line) Share this\n"
	if got != want {
		t.Errorf("marked\n%swant\n%s", got, want)
	}
}

func TestMarkLosesNoWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-z «»\n]{0,80}`).Draw(t, "text")
		a := &news.Article{Text: text, Body: []news.Span{{Start: 0, End: len(text)}}}
		var shown []card
		for i := range rapid.IntRange(0, 6).Draw(t, "statements") {
			a.Statements = append(a.Statements, news.Statement{Content: []news.Span{drawSpan(t, text)}, Within: news.Outermost})
			shown = append(shown, card{i, i})
		}
		var words []string
		for _, p := range mark(a, shown) {
			for _, x := range p.Pieces {
				words = append(words, x.Text)
			}
		}
		if got, want := strings.Join(strings.Fields(strings.Join(words, "")), ""), strings.Join(strings.Fields(text), ""); got != want {
			t.Fatalf("marked words %q, text %q", got, want)
		}
	})
}

// drawSpan draws a span at code point borders of text.
func drawSpan(t *rapid.T, text string) news.Span {
	borders := []int{}
	for i := range text {
		borders = append(borders, i)
	}
	borders = append(borders, len(text))
	i := rapid.IntRange(0, len(borders)-1).Draw(t, "start")
	j := rapid.IntRange(i, len(borders)-1).Draw(t, "end")
	return news.Span{Start: borders[i], End: borders[j]}
}
