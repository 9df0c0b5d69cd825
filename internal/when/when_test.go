package when

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/news"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"2031-03-06T02:45:00+03:00", "2031-03-06T02:45:00 second +03:00"},
		{"2031-03-06T02:45:00.123Z", "2031-03-06T02:45:00 second Z"},
		{"2031-03-06T02:45-05:00", "2031-03-06T02:45 minute -05:00"},
		{"2031-03-06 02:45:10", "2031-03-06T02:45:10 second"},
		{"2031-03-06", "2031-03-06 day"},
		{"2031-03", "2031-03 month"},
		{"2031", "2031 year"},
		{"20310306T024500Z", "2031-03-06 day"},
		{"20310306", "2031-03-06 day"},
		{"Sun, 06 Mar 2031 02:45:00 GMT", "2031-03-06T02:45:00 second Z"},
		{"Sun, 06 Mar 2031 02:45:00 +0300", "2031-03-06T02:45:00 second +03:00"},
		{"06-Mar-2031", "2031-03-06 day"},
		{"Jan 10, 2031", "2031-01-10 day"},
		{"Jan. 10th 2031", "2031-01-10 day"},
		{"10 January 2031", "2031-01-10 day"},
		{"10th of January, 2031", "2031-01-10 day"},
		{"Tuesday, September 1, 2031", "2031-09-01 day"},
		{"March 6, 2031 at 2:45 p.m. ET", "2031-03-06T14:45 minute ET"},
		{"March 6, 2031 12:05 AM EST", "2031-03-06T00:05 minute -05:00"},
		{"2:45 PM EST, Mon March 7, 2031", "2031-03-07T14:45 minute -05:00"},
		{"Published March 6, 2031 | 14:45 UTC+3", "2031-03-06T14:45 minute +03:00"},
		{"06.03.2031 02:45 (Moscow time)", "2031-03-06T02:45 minute Moscow time"},
		{"06.03.31, 02:45", "2031-03-06T02:45 minute"},
		{"6 марта 2031, 02:45", "2031-03-06T02:45 minute"},
		{"6 марта 2031 г. в 02:45 (мск)", "2031-03-06T02:45 minute +03:00"},
		{"02:45, 6 марта 2031", "2031-03-06T02:45 minute"},
		{"6. März 2031, 14.45 Uhr", "2031-03-06T14:45 minute"},
		{"6 березня 2031", "2031-03-06 day"},
		{"6 de marzo de 2031", "2031-03-06 day"},
		{"1er mars 2031 à 14:45", "2031-03-01T14:45 minute"},
		{"2031/mar/06", "2031-03-06 day"},
		{"March 2031", "2031-03 month"},
		{"13/04/2031", "2031-04-13 day"},
		{"04/13/2031", "2031-04-13 day"},
		{"04/04/2031", "2031-04-04 day"},
		{"03/04/2031", "2031 year"},
		{"March 6, 2031, 10:00-11:30", "2031-03-06T10:00 minute"},
		{"March 6, 2031 25:10", "2031-03-06 day"},
		{"30 February 2031", ""},
		{"31.04.2031", ""},
		{"13/13/2031", ""},
		{"2031-13-01", ""},
		{"1066-10-14", ""},
		{"yesterday", ""},
		{"5 hours ago", ""},
		{"March 6", ""},
		{"v1.2.2031.4", ""},
		{"", ""},
	} {
		if got := told(Parse(c.words, NoOrder)); got != c.want {
			t.Errorf("%q is %q, want %q", c.words, got, c.want)
		}
	}
	if got := told(Parse("03/04/2031", func() Order { return DayBeforeMonth })); got != "2031-04-03 day" {
		t.Errorf("day first: %q", got)
	}
	if got := told(Parse("03/04/2031", func() Order { return MonthBeforeDay })); got != "2031-03-04 day" {
		t.Errorf("month first: %q", got)
	}
}

func told(m Moment, ok bool) string {
	if !ok {
		return ""
	}
	return strings.TrimSpace(m.value() + " " + string(m.precision) + " " + m.zone)
}

// TestEveryDayIsRead writes any day in every form and reads it back.
func TestEveryDayIsRead(t *testing.T) {
	forms := []string{"2006-01-02T15:04:05", "2006-01-02", "02.01.2006 15:04", "Jan 2, 2006", "2 January 2006, 15:04", "Monday, January 2, 2006 at 3:04 pm", time.RFC1123}
	rapid.Check(t, func(t *rapid.T) {
		at := time.Unix(rapid.Int64Range(-1e9, 6e9).Draw(t, "seconds"), 0).UTC()
		words := at.Format(rapid.SampledFrom(forms).Draw(t, "form"))
		m, ok := Parse(words, NoOrder)
		want := at.Format("2006-01-02T15:04:05")
		if !ok || !strings.HasPrefix(want, m.value()) {
			t.Fatalf("%q is %q, want %q", words, m.value(), want)
		}
	})
}

// FuzzParse holds every reader to dates that exist, in words of any kind.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"2031-03-06T02:45:00+03:00", "6. März 2031, 14.45 Uhr", "Published: 2:45 PM EST, Mon March 7, 2031", "06.03.2031\n (Korva time)", "20310306"} {
		f.Add(s)
	}
	layouts := map[news.Precision]string{news.Year: "2006", news.Month: "2006-01", news.Day: "2006-01-02", news.Minute: "2006-01-02T15:04", news.Second: "2006-01-02T15:04:05"}
	f.Fuzz(func(t *testing.T, words string) {
		check := func(m Moment, ok bool) {
			d := m.Date(news.Evidence{})
			if _, err := time.Parse(layouts[d.Precision], d.Value); ok && err != nil {
				t.Fatalf("%q is %q of precision %q: %v", words, d.Value, d.Precision, err)
			}
		}
		check(Parse(words, NoOrder))
		check(InPath(words))
		p, ok := InLine(words, news.Span{Start: 0, End: len(words)}, NoOrder)
		check(p.Moment, ok)
		if ok && !strings.ContainsAny(p.Span.Of(words), "0123456789") {
			t.Fatalf("%q is a date in %q", p.Span.Of(words), words)
		}
	})
}
