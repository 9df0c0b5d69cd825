package clean

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/news"
)

const council = "\n\nThe council of Korva closed the bridge on Monday, after a night in which the river rose by a metre and took two boats with it. " +
	"The mayor said the bridge would open again when the water fell, and asked people to stay away from the banks. Nobody was hurt, she said.\n"

// lead is running text around the lines a case is about, tail what ends it.
const (
	lead = "The harbour office of Tarnhaven said on Monday that the ferry had left the quay on time and that nobody on the shore had been told of any delay before the evening.\n"
	tail = "The council will meet again on Thursday, the mayor said, and she expects that the report on the ferry will be read aloud to all who wish to hear it in the town hall.\n"
)

// ofText is the article of a plain text.
func ofText(t *testing.T, text string) *news.Article {
	t.Helper()
	a, err := Article(news.Blob{ID: "a.txt", Media: news.MediaText, Bytes: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// prints checks a field read from text, in which its words stand in ⟦ ⟧; in a
// text without them it must stay unknown.
func prints(t *testing.T, field string, of func(*news.Article) news.Field, texts ...string) {
	t.Helper()
	for _, marked := range texts {
		text := strings.NewReplacer("⟦", "", "⟧", "").Replace(marked)
		want := ""
		if from := strings.Index(marked, "⟦"); from >= 0 {
			want = marked[from+len("⟦") : strings.Index(marked, "⟧")]
		}
		got := of(ofText(t, text))
		if got.Value != strings.Join(strings.Fields(want), " ") {
			t.Errorf("%s of %.90q is %q, want %q", field, text, got.Value, want)
		} else if want != "" && (got.Span.Of(text) != want || got.Class != news.EvidenceByline) {
			t.Errorf("%s stands at %q by %s, want %q", field, got.Span.Of(text), got.Class, want)
		}
	}
}

func TestPrintedTitle(t *testing.T) {
	prints(t, "title", func(a *news.Article) news.Field { return a.Title },
		"⟦Bridge closed after the river rises⟧"+council,
		"Jan 10, 2031\n0 0\n\n⟦Mayor: who will pay for the bridge?⟧"+council,
		"06.03.2031 02:45\n⟦“We will not leave,” say people of the lower town⟧"+council,
		"Home / World / Korva\n⟦Bridge closed – the mayor’s plan⟧"+council,
		"Politics\nBy Lena Orm\n⟦Bridge closed after the river rises⟧"+council,
		"Views: 512\n⟦Bridge closed after the river rises⟧"+council,
		"⟦Bridge closed after the river rises⟧ Tuesday, September 2, 2031"+council,
		"KORVA EVENING POST\nAll about the ferry\n\n⟦Bridge closed after the river rises⟧"+council,
		"Home > World > ⟦Bridge closed after the river rises⟧\n\nReading time: 3 mins read"+council,
		"KORVA EVENING POST\n\n⟦Bridge closed after the river rises⟧"+council,
		"KORVA POST – all the town on one page\n\n⟦Bridge closed after the river rises⟧"+council,
		"Korva Evening Post\n\n⟦Bridge closed after the river rises⟧"+council+"\n© 2031 Korva Evening Post",
		"Home World Economy Sport Contact\nDesk: Lakes and Rivers\n\n⟦Bridge closed after the river rises⟧"+council,
		"⟦BRIDGE CLOSED AGAIN⟧"+council,
		"⟦Мост закрыт: что сказала мэр⟧"+council,
		"/ korva news today/ The bridge is closed. The river rose. The mayor spoke of it."+council,
		strings.TrimSpace(council),
		"The bridge was closed on Monday."+council,
		"she said the bridge was closed"+council,
		"Bridges closed this week:"+council,
		"One line of words and nothing else",
	)
}

func TestPrintedByline(t *testing.T) {
	const title = "Bridge closed after the river rises\n\n"
	prints(t, "byline", func(a *news.Article) news.Field { return a.Byline },
		title+"By ⟦Lena Orm⟧"+council,
		title+"By ⟦LENA ORM and PER DAHL⟧, Staff Writers"+council,
		title+"By ⟦Lena van der Orm⟧ | March 6, 2031"+council,
		title+"By ⟦J. P. Orm⟧ March 6, 2031"+council,
		title+"By ⟦Angela Di Marko⟧ Friday"+council,
		title+"by: ⟦Korva Newsroom⟧"+council,
		title+"By\n\n⟦Lena Orm⟧"+council,
		title+"⟦Lena Orm⟧.  \n06.03.2031 02:45"+council,
		title+"March 6, 2031\n⟦Lena Orm⟧"+council,
		title+"⟦Lena Orm⟧, March 6, 2031"+council,
		title+"Автор: ⟦Лена Орм⟧"+council,
		title+council+"\n⟦Lena Orm⟧\n\nLena Orm is a political analyst from Korva.\n\nLeave a Reply",
		title+council+"\n⟦Lena Orm⟧ is a freelance journalist in Korva.",
		title+council+"\nSource link\n\nWritten by ⟦Editor KTN⟧\n\nAnother bridge is closed",
		title+council+"\n(Reporting by ⟦Lena Orm⟧ in Korva; editing by P. Dahl)",
		title+council+"\nPrepared by ⟦Lena Orm⟧\n\nAnother bridge is closed",
		title+"By"+council,
		title+"By Monday the council had closed the bridge."+council,
		title+"By the time the river rose the bridge was closed."+council,
		title+"By April 2031"+council,
		title+"New York\nMarch 6, 2031"+council,
		title+"World News\nMarch 6, 2031"+council,
		title+council+"\nMayor Orm\n\nThe mayor is a doctor.",
		title+council+"\nLena Orm is a baker in Korva.",
	)
}

func TestPrintedOutlet(t *testing.T) {
	const title = "Bridge closed after the river rises"
	prints(t, "outlet", func(a *news.Article) news.Field { return a.Outlet },
		title+council+"\nSubscribe to ⟦KorvaPost⟧ news at Telegram, YouTube",
		title+council+"\nSubscribe to the ⟦Korva Evening Post⟧ newsletter",
		title+council+"\n© 2031 ⟦Korva Evening Post⟧. All rights reserved.",
		title+council+"\nCopyright 2029–2031 ⟦Ferry Wire⟧",
		title+council+"\n© ⟦Ferry Wire⟧, 2031",
		title+council+"\nПодписывайтесь на ⟦КорваПост⟧ в Телеграме",
		title+council+"\nSubscribe to our news at Telegram",
		title+council+"\nSubscribe to Google News",
		title+council+"\nSubscribe to Telegram channel",
		title+council+"\nPhoto: © Ferry Wire / L. Orm",
		title+"\n\nKORVA (Ferry Wire) – The bridge is closed."+council,
	)
}

func TestTitleIsNeitherBodyNorBoilerplate(t *testing.T) {
	const title = "Ferry of Tarnhaven left on time, says harbour office"
	a := ofText(t, title+"\n\n"+lead+tail)
	if a.Title.Value != title || a.Title.Span.Of(a.Text) != title {
		t.Errorf("title %+v", a.Title)
	}
	if len(a.Boilerplate) > 0 || len(a.Body) != 1 || a.Body[0].Start <= a.Title.Span.Start {
		t.Errorf("body %v, boilerplate %v", a.Body, a.Boilerplate)
	}
}

func TestGivenTitleIsPlaced(t *testing.T) {
	text := "March 6, 2031\n\nBridge closed after the river rises." + council
	a, err := Article(news.Blob{ID: "a", Media: news.MediaText, Bytes: []byte(text), Given: news.Given{Title: "Bridge closed after the river rises"}})
	if err != nil {
		t.Fatal(err)
	}
	if a.Title.Class != news.EvidenceGiven || a.Title.Span.Of(text) != a.Title.Value {
		t.Errorf("title %+v", a.Title)
	}
}

func TestRecord(t *testing.T) {
	line := `{"id":"a","outlet":"Ferry Wire","published":"2031-03-06","url":"https://ferry.example/x","text":"Bridge \u201cclosed\u201d\n\nNo, she said. \ud83d\ude42"}`
	a, err := Article(news.Blob{ID: "a", Media: news.MediaJSONL, Bytes: []byte(line), Given: news.Given{Outlet: "Korva Post"}})
	if err != nil {
		t.Fatal(err)
	}
	if want := "Bridge “closed”\n\nNo, she said. 🙂"; a.Text != want {
		t.Errorf("text %q, want %q", a.Text, want)
	}
	if len(a.Segments) != 1 || a.Segments[0].Coding != news.CodingJSON || a.Segments[0].Text != (news.Span{Start: 0, End: len(a.Text)}) {
		t.Fatalf("segments %+v", a.Segments)
	}
	if got, err := Decode([]byte(a.Segments[0].Blob.Of(line)), "utf-8", news.CodingJSON); err != nil || got != a.Text {
		t.Errorf("the segment decodes to %q, %v", got, err)
	}
	if a.Outlet.Value != "Korva Post" || a.Published.Value != "2031-03-06" || a.URL != "https://ferry.example/x" {
		t.Errorf("outlet %v, published %v, URL %q", a.Outlet, a.Published, a.URL)
	}
	for _, bad := range []string{`{"text":" \n "}`, `{"text":"a\ud800"}`, `{"text":"a\u0000"}`, `{}`, `nothing`} {
		_, err := Article(news.Blob{ID: "f.jsonl#3", Media: news.MediaJSONL, Bytes: []byte(bad)})
		if err == nil || !strings.HasPrefix(err.Error(), "f.jsonl#3: ") {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestBlankText(t *testing.T) {
	for _, blank := range []string{"", " \n\u00a0\u2003\n", "\uFEFF", "\xFF\xFE \x00\n\x00"} {
		_, err := Article(news.Blob{ID: "a.txt", Media: news.MediaText, Bytes: []byte(blank)})
		if news.FaultOf(err) != news.Empty || !strings.HasPrefix(err.Error(), "a.txt: ") {
			t.Errorf("%q: %v", blank, err)
		}
	}
}

// TestPrintedFieldsAreVerbatim holds every field to its words in texts put
// together of all that headers and footers are made of.
func TestPrintedFieldsAreVerbatim(t *testing.T) {
	parts := []string{"By ", "Lena Orm", "\n", "\n\n", "and ", "March 6, 2031", " 02:45 ", "(Korva time)", "Written by", " ", "©", "2031", "Subscribe to ", "KorvaPost",
		" news", ".", ", ", "| ", "is a journalist", "Мост закрыт", "– ", "council closed the bridge", "\u00a0", "ё", "“", "J."}
	rapid.Check(t, func(t *rapid.T) {
		text := "x" + strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 60).Draw(t, "parts"), "")
		a, err := Article(news.Blob{ID: "a", Media: news.MediaText, Bytes: []byte(text)})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range []news.Field{a.Title, a.Byline, a.Outlet} {
			if got := strings.Join(strings.Fields(f.Span.Of(a.Text)), " "); got != f.Value {
				t.Fatalf("%q stands at %q", f.Value, got)
			}
		}
		for _, d := range a.Dates {
			if strings.TrimSpace(d.Span.Of(a.Text)) != d.Span.Of(a.Text) {
				t.Fatalf("date %v stands at %q", d, d.Span.Of(a.Text))
			}
		}
	})
}
