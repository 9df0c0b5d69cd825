package clean

import (
	"strings"
	"testing"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// TestDatesOfText gives texts whose own dates stand in ⟦ ⟧.
func TestDatesOfText(t *testing.T) {
	body := "\n\n" + strings.Repeat("The council of Korva met and the mayor spoke at length about the bridge. ", 8) + "\n"
	for _, c := range []struct{ text, want string }{
		{"⟦Jan 10, 2031⟧\n0 0\n\nBridge closed" + body, "2031-01-10"},
		{"Bridge closed\n\nLena Orm.\n⟦06.03.2031 02:45\n  (Korva time)⟧, Korva\nViews: 12" + body, "2031-03-06T02:45"},
		{"Bridge closed, mayor says ⟦Tuesday, September 2, 2031⟧" + body, "2031-09-02"},
		{"Bridge closed\n\n⟦Thursday, March 20, 2031⟧ The council of Korva closed the bridge for good." + body, "2031-03-20"},
		{"Bridge closed\n\nKORVA, ⟦6 March 2031⟧ (Ferry Wire) – The council has closed the bridge for good." + body, "2031-03-06"},
		{"Bridge closed\nBy Lena Orm | ⟦March 6, 2031⟧" + body, "2031-03-06"},
		{"Bridge closed\nPublished: ⟦March 2031⟧" + body, "2031-03"},
		{"Bridge closed" + body + "Last updated on ⟦7 March 2031⟧\nFirst published ⟦6 March 2031 at 10:15⟧\n", "2031-03-06T10:15"},
		{"Bridge closed" + body + "Updated: ⟦7 March 2031⟧\n", ""},
		{"Bridge closed on March 6, 2031" + body, ""},
		{"Bridge closed\n\nIn a letter dated March 6, 2031, the mayor wrote that the bridge would stay." + body, ""},
		{"Bridge closed\n\nHe was released June 3, 2031" + body, ""},
		{"Bridge closed\n\nThe council met on 6 March 2031." + body, ""},
		{"The bridge, year by year\n\nMarch 6, 2031\nOpened.\n\nMarch 9, 2031\nClosed." + body, ""},
		{"Bridge closed" + body + "The mayor will stand again.\n\nMarch 6, 2031\n\nNothing more was said." + body + body, ""},
		{"Мост закрыт\n⟦6 марта 2031, 02:45⟧" + body, "2031-03-06T02:45"},
		{"Brücke gesperrt\nStand: ⟦06.03.2031⟧" + body, ""},
	} {
		text := strings.NewReplacer("⟦", "", "⟧", "").Replace(c.text)
		all, published := dates(&draft{text: text}, news.Blob{ID: "a.txt"})
		if published.Value != c.want {
			t.Errorf("%.60q is published %q, want %q", text, published.Value, c.want)
		}
		var spans []news.Span
		for _, d := range all {
			spans = append(spans, d.Span)
		}
		if got := marked(text, spans); got != c.text {
			t.Errorf("dates stand at\n%q, want\n%q", got, c.text)
		}
	}
}

// marked sets ⟦ ⟧ around the spans of text.
func marked(text string, spans []news.Span) string {
	var s strings.Builder
	for i := range len(text) + 1 {
		for _, p := range spans {
			if p.End == i {
				s.WriteString("⟧")
			}
		}
		for _, p := range spans {
			if p.Start == i {
				s.WriteString("⟦")
			}
		}
		if i < len(text) {
			s.WriteByte(text[i])
		}
	}
	return s.String()
}

func TestDateOfAddress(t *testing.T) {
	for _, c := range []struct{ url, want string }{
		{"https://ferry.example/2031/03/06/bridge-closed", "2031-03-06"},
		{"https://ferry.example/news/2031/3/6", "2031-03-06"},
		{"https://ferry.example/2031/03/bridge-closed.html", "2031-03"},
		{"https://ferry.example/2031/03/10-ways-to-cross", "2031-03"},
		{"https://ferry.example/2031/mar/06/bridge", "2031-03-06"},
		{"https://ferry.example/bridge-20310306.html", "2031-03-06"},
		{"https://ferry.example/bridge_2031-03-06", "2031-03-06"},
		{"https://ferry.example/a/20310306?date=2030-01-01", "2031-03-06"},
		{"https://ferry.example/news/20319999", ""},
		{"https://ferry.example/id/1845-02", ""},
		{"https://2031-03-06.example/bridge", ""},
		{"https://ferry.example", ""},
	} {
		_, published := dates(&draft{urls: []candidate{{Value: c.url}}}, news.Blob{ID: "a"})
		if published.Value != c.want || c.want != "" && published.Class != news.EvidenceURL {
			t.Errorf("%s is of %q (%s), want %q", c.url, published.Value, published.Class, c.want)
		}
	}
}

func TestDateOrder(t *testing.T) {
	d := &draft{
		text: "Bridge closed\nMarch 5, 2031\n\nWords.",
		urls: []candidate{{Value: "https://ferry.example/2031/03/04/bridge"}},
		dates: []dateCandidate{
			{words: "2031-03-09", modified: true, Evidence: news.Evidence{Class: news.EvidenceJSONLD}},
			{words: "2031-03-07", Evidence: news.Evidence{Class: news.EvidenceMeta}},
			{words: "no date", Evidence: news.Evidence{Class: news.EvidenceJSONLD}},
			{words: "2031-03-07", Evidence: news.Evidence{Class: news.EvidenceMeta}},
		},
	}
	b := news.Blob{ID: "dump/2031-03-03.html", Given: news.Given{Published: "2031-03-08T10"}, Modified: time.Date(2031, 4, 1, 9, 0, 0, 0, time.UTC)}
	all, published := dates(d, b)
	var got []string
	for _, x := range all {
		got = append(got, string(x.Class)+" "+x.Value)
	}
	want := "given 2031-03-08, meta 2031-03-07, byline 2031-03-05, url 2031-03-04, file 2031-03-03, json-ld 2031-03-09, filetime 2031-04-01T09:00:00"
	if strings.Join(got, ", ") != want || published != all[0] {
		t.Errorf("dates %v, published %v", got, published)
	}
	if _, published := dates(&draft{}, news.Blob{ID: "a.txt", Modified: b.Modified}); published.Value != "" {
		t.Errorf("a file's time was taken for %v", published)
	}
	if all, _ := dates(&draft{}, news.Blob{ID: "2031-03-03", Media: news.MediaJSONL}); len(all) != 0 {
		t.Errorf("a line's id was taken for %v", all)
	}
}

// FuzzDates holds the candidates to dates that exist, in words of any kind.
func FuzzDates(f *testing.F) {
	for _, s := range []string{"2031-03-06T02:45:00+03:00", "6. März 2031, 14.45 Uhr", "Published: 2:45 PM EST, Mon March 7, 2031", "06.03.2031\n (Korva time)", "20310306"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, words string) {
		check := func(value string, p news.Precision) {
			form := map[news.Precision]string{news.Year: "2006", news.Month: "2006-01", news.Day: "2006-01-02", news.Minute: "2006-01-02T15:04", news.Second: "2006-01-02T15:04:05"}[p]
			if _, err := time.Parse(form, value); err != nil {
				t.Fatalf("%q is %q of precision %q: %v", words, value, p, err)
			}
		}
		all, _ := dates(&draft{text: words, urls: []candidate{{Value: "https://x/" + words}}}, news.Blob{ID: words})
		for _, d := range all {
			check(d.Value, d.Precision)
			if d.Class == news.EvidenceByline && !strings.ContainsAny(d.Span.Of(words), "0123456789") {
				t.Fatalf("%q is a date in %q", d.Span.Of(words), words)
			}
		}
	})
}
