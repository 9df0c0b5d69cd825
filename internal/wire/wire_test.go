package wire

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/news"
)

const report = "Маяк\n\nНина Коль said: “Мост закрыт”, and Arto Venn denied it.\x1b[31m"

func find(text, words string) news.Span {
	i := strings.Index(text, words)
	return news.Span{Start: i, End: i + len(words)}
}

func ref(s news.Span) *news.Span { return &s }

func reported() *news.Article {
	return &news.Article{
		ID: "bridge.txt", Text: report, SHA256: news.DigestOf(report),
		Title: news.Field{Value: "Маяк", Evidence: news.Evidence{Class: news.EvidenceByline, Span: find(report, "Маяк")}},
		Body:  []news.Span{find(report, "Нина Коль said: “Мост закрыт”, and Arto Venn denied it.")},
		Statements: []news.Statement{
			{Voice: news.OutletOwn, Kind: news.Indirect, Polarity: news.Asserts, Content: []news.Span{find(report, "Нина")}, Within: news.Outermost},
			{Speaker: ref(find(report, "Нина Коль")), SpeakerName: "Нина Коль", Cue: ref(find(report, "said")), Content: []news.Span{find(report, "“Мост закрыт”")},
				Kind: news.Direct, Voice: news.Attributed, Polarity: news.Asserts, Within: news.Outermost},
			{Speaker: ref(find(report, "Arto Venn")), Cue: ref(find(report, "denied")), Content: []news.Span{find(report, "it")},
				Kind: news.Indirect, Voice: news.Attributed, Polarity: news.Denies, Within: 1},
		},
	}
}

func TestJSONLSpeaksCodePoints(t *testing.T) {
	var out bytes.Buffer
	w, err := NewWriter(&out, "jsonl", Choice{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Article(reported()); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Text       string
		Byline     *string
		Statements []struct {
			Speaker, Cue *Quote
			Content      []Quote
			Within       *int
			Type         string
		}
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	runes := []rune(got.Text)
	check := func(q Quote) {
		if string(runes[q.Start:q.End]) != q.Text {
			t.Errorf("text[%d:%d] is %q, its words are %q", q.Start, q.End, string(runes[q.Start:q.End]), q.Text)
		}
	}
	if len(got.Statements) != 2 {
		t.Fatalf("%d statements without the outlet's own, want 2", len(got.Statements))
	}
	for _, s := range got.Statements {
		check(*s.Speaker)
		check(*s.Cue)
		check(s.Content[0])
	}
	if w := got.Statements[1].Within; w == nil || *w != 0 {
		t.Errorf("within is %v, want 0: it counts in the list printed", w)
	}
	if got.Byline != nil {
		t.Errorf("byline %q, want null for what is unknown", *got.Byline)
	}
}

func TestJSONLWithOutletKeepsPlaces(t *testing.T) {
	got := NewArticle(reported(), Choice{Outlet: true})
	if len(got.Statements) != 3 || *got.Statements[2].Within != 1 {
		t.Errorf("with the outlet's own sentences: %d statements, the last within %v", len(got.Statements), got.Statements[2].Within)
	}
}

func TestCSVHasARowAStatement(t *testing.T) {
	var out bytes.Buffer
	w, _ := NewWriter(&out, "csv", Choice{}, 0)
	if err := w.Article(reported()); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 3 || len(rows[0]) != len(SheetColumns) {
		t.Fatalf("rows %q", rows)
	}
	if got := rows[2][9:]; strings.Join(got, "|") != "denied|it|indirect|attributed|0|denies" {
		t.Errorf("last row ends %q", got)
	}
}

func TestTableCannotCommandATerminal(t *testing.T) {
	a := reported()
	a.Statements[1].Content = []news.Span{find(report, "\x1b[31m")}
	var out bytes.Buffer
	w, _ := NewWriter(&out, "table", Choice{Explain: true}, 80)
	if err := w.Article(a); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "\x1b") {
		t.Errorf("an escape sequence of the page reached the terminal:\n%q", out.String())
	}
	for _, want := range []string{"Нина Коль", "denies:", "(from: the lines about the article)", "published unknown"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, out.String())
		}
	}
}

func TestRulerCountsLikeRunes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text") + strings.Repeat("ж", rapid.IntRange(0, 600).Draw(t, "more"))
		r := news.NewRuler(text)
		n := 0
		for i := range text {
			if got := r.CodePoints(i); got != n {
				t.Fatalf("%d code points before byte %d, want %d", got, i, n)
			}
			if b, ok := r.Bytes(n); b != i || !ok {
				t.Fatalf("code point %d is at byte %d, %v, want %d", n, b, ok, i)
			}
			n++
		}
		if got := r.CodePoints(len(text)); got != n {
			t.Fatalf("%d code points in all, want %d", got, n)
		}
		if b, ok := r.Bytes(n); b != len(text) || !ok {
			t.Fatalf("the text ends at byte %d, %v, want %d", b, ok, len(text))
		}
		for _, none := range []int{-1, n + 1, n + 300} {
			if b, ok := r.Bytes(none); ok {
				t.Fatalf("there is a code point %d of %d, at byte %d", none, n, b)
			}
		}
	})
}

func TestResolvedTellsMoreThanTheWordsPrinted(t *testing.T) {
	for _, c := range []struct {
		name, printed string
		want          bool
	}{
		{"Nina Koval", "Nina Koval", false},
		{"Harbour Office", "the Harbour Office", false},
		{"reporter", "A reporter", false},
		{"Nina Koval", "Koval", true},
		{"Nina Koval", "she", true},
	} {
		if got := Resolved(c.name, c.printed); got != c.want {
			t.Errorf("Resolved(%q, %q) is %v", c.name, c.printed, got)
		}
	}
}
