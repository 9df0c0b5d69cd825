package wire

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/hearsay-engine/hearsay/internal/trace"
	"github.com/hearsay-engine/hearsay/news"
)

// The bridge of Lindow is said to close: told by a paper, carried by a portal,
// denied by the road office as an agency reports.
var lindow = map[string]string{
	"post/1": "Der Brücke naht das Ende: the old bridge at Lindow will close in June for good. 46 boats wait.",
	"copy/2": "Source: Lindow Post. the old bridge at Lindow will close in June for good. 46 boats wait.",
	"wire/3": "On 2 May a paper told that the old bridge at Lindow closes. The Road Office said the report was false: “the bridge stays, she is sound”.",
	"late/4": "“the old bridge at Lindow may close in July for good”, Ada Quill told reporters.",
}

func at(id, words string) trace.Quote {
	return trace.Quote{Span: find(lindow[id], words), Words: words}
}

func page(id, outlet, day string) trace.Article {
	from, err := time.Parse("2006-01-02", day)
	if err != nil {
		panic(err)
	}
	return trace.Article{ID: id, Outlet: outlet, SHA256: news.DigestOf(lindow[id]), Seen: news.Seen{
		Interval: news.Interval{From: from, Until: from.AddDate(0, 0, 1)},
		Best:     news.Date{Value: day, Precision: news.Day, Evidence: news.Evidence{Class: news.EvidenceMeta}},
		Gaps:     []news.Reason{{Rule: "DATE_DAY_ONLY", Words: day}},
	}}
}

const closes = "the old bridge at Lindow will close in June for good"

func bridge() *trace.Course {
	office := at("wire/3", "The Road Office")
	cue := at("wire/3", "said the report was false")
	quill := at("late/4", "Ada Quill")
	return trace.Of(&trace.Claim{
		ID:       "claim:1lindow234",
		Articles: []trace.Article{page("post/1", "Lindow Post", "2025-05-02"), page("copy/2", "", "2025-05-02"), page("wire/3", "Wire Nine", "2025-05-03"), page("late/4", "Mill Gazette", "2025-05-04")},
		Tellings: []trace.Telling{
			{Article: "post/1", Number: -1, Content: []trace.Quote{at("post/1", closes)}, Voice: news.OutletOwn, Relation: news.RelRepeats, Certainty: news.Confirmed},
			{Article: "copy/2", Number: -1, Content: []trace.Quote{at("copy/2", closes)}, Voice: news.OutletOwn, Relation: news.RelRepeats, Certainty: news.Confirmed},
			{Article: "wire/3", Number: 0, Content: []trace.Quote{at("wire/3", "On 2 May a paper told that the old bridge at Lindow closes")}, Says: []trace.Quote{at("wire/3", "“the bridge stays, she is sound”")},
				Speaker: &office, Name: "Road Office", Takes: &cue, Voice: news.Attributed, Relation: news.RelDenies, Certainty: news.Confirmed,
				Dates: []trace.Told{{Words: "2 May", Told: news.Told{Span: at("wire/3", "2 May").Span, From: "2025-05-02", To: "2025-05-02",
					Window: page("post/1", "", "2025-05-02").Seen.Interval, Precision: news.Day}}}},
			{Article: "late/4", Number: 0, Content: []trace.Quote{at("late/4", "“the old bridge at Lindow may close in July for good”")}, Speaker: &quill, Name: "Ada Quill",
				Entity: &trace.Entity{ID: "person:ada-quill", Name: "Ada Quill"}, Voice: news.Attributed, Relation: news.RelRepeats, Certainty: news.Suggested},
		},
		Copies: []news.Copy{{From: "post/1", To: "copy/2", Directed: true, Kind: news.Republished, Share: 1, Certainty: news.Confirmed,
			Passages: []news.CopyPassage{{From: at("post/1", closes).Span, To: at("copy/2", closes).Span}},
			Reasons:  []news.Reason{{Rule: "copy-names-outlet", Words: "Source: Lindow Post"}}}},
	})
}

func drawn(t *testing.T, c *trace.Course, layout Timeline) string {
	t.Helper()
	var out bytes.Buffer
	if err := WriteCourse(&out, c, layout); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestTimelineReadsAtAGlance(t *testing.T) {
	got := drawn(t, bridge(), Timeline{Width: 80})
	for _, want := range []string{
		"“the old bridge at Lindow will close in June for good”\nclaim:1lindow234\n",
		"Earliest    in this collection: 2025-05-02",
		"told               2        1        1   only carried: 1",
		"DENIED             1        1        1",
		"DENIED      by Road Office, in Wire Nine",
		"2025-05-02\n",
		"told        Lindow Post in its own voice:\n            “the old bridge",
		"copy        an unknown outlet carries the same text as Lindow Post (post/1);\n            names its source: “Source: Lindow Post”",
		"DENIED      The Road Office is reported by Wire Nine as denying it:\n            “the bridge stays, she is sound”\n            in the words “said the report was false”\n            of what is told there: “On 2 May a paper told",
		"event       told of, not published then: “2 May” in “On 2 May a paper told",
		"· no correction found by these rules",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the timeline lacks\n%s\nin\n%s", want, got)
		}
	}
	if strings.Contains(got, "Quill") {
		t.Errorf("what is suggested is shown unasked:\n%s", got)
	}
	if got := drawn(t, bridge(), Timeline{Width: 80, Suggested: true}); !strings.Contains(got, "MACHINE-SUGGESTED, NOT REVIEWED") || !strings.Contains(got, "Ada Quill is reported by Mill Gazette as saying:") {
		t.Errorf("what is suggested is not shown when asked for:\n%s", got)
	}
}

func TestCourseSpeaksCodePoints(t *testing.T) {
	course := bridge()
	got, err := NewCourse(course, CoursePart{Suggested: true}, func(id string) (string, error) { return lindow[id], nil })
	if err != nil {
		t.Fatal(err)
	}
	check := func(article string, all ...Quote) {
		for _, q := range all {
			if runes := []rune(lindow[article]); string(runes[q.Start:q.End]) != q.Text || q.Text == "" {
				t.Errorf("%s[%d:%d] is %q, its words are %q", article, q.Start, q.End, string(runes[q.Start:q.End]), q.Text)
			}
		}
	}
	check(got.Words.Article, got.Words.Quote)
	told := 0
	for _, s := range append(got.Stations, got.Suggested...) {
		if s.Event != nil {
			check(s.Event.Told[0].Article, s.Event.Told[0].Quote)
			continue
		}
		told += len(s.Content)
		check(*s.Article, append(s.Content, s.Says...)...)
		for _, q := range []*Quote{s.Speaker, s.Takes, s.Passage, s.Cue} {
			if q != nil {
				check(*s.Article, *q)
			}
		}
	}
	if told != 4 || len(got.Articles) != 4 {
		t.Errorf("%d contents in %d articles, want 4 in 4", told, len(got.Articles))
	}
	if n := got.Counts.By["repeats"]; n.Articles != 2 || n.Origins != 1 || got.Counts.Suggested["repeats"].Articles != 1 {
		t.Errorf("counts %+v", got.Counts)
	}
}

func TestCourseInParts(t *testing.T) {
	course := bridge()
	text := func(id string) (string, error) { return lindow[id], nil }
	var seen []int
	for part := (CoursePart{Limit: 2}); ; {
		got, err := NewCourse(course, part, text)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range got.Stations {
			seen = append(seen, s.Index)
		}
		if part.After = got.Next; got.Next == 0 {
			break
		}
	}
	if fmt.Sprint(seen) != "[0 1 2 3]" {
		t.Errorf("stations in parts of two: %v", seen)
	}
	if got, _ := NewCourse(course, CoursePart{After: 99}, text); len(got.Stations) != 0 || got.Next != 0 {
		t.Errorf("behind the last: %+v", got.Stations)
	}
}

// The texts of a part are those that it tells of beforehand, but for the claim's
// label and its drift.
func TestTextsOfAPart(t *testing.T) {
	course := bridge()
	for _, c := range []struct {
		part CoursePart
		want string
	}{{CoursePart{}, "[copy/2 post/1 wire/3]"}, {CoursePart{Suggested: true}, "[copy/2 late/4 post/1 wire/3]"}, {CoursePart{After: 2, Limit: 1}, ""}, {CoursePart{After: 99}, "[]"}} {
		got := c.part.Articles(course)
		if c.want != "" && fmt.Sprint(got) != c.want {
			t.Errorf("%+v: %v, want %s", c.part, got, c.want)
		}
		out, err := NewCourse(course, c.part, func(id string) (string, error) { return lindow[id], nil })
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range append(out.Stations, out.Suggested...) {
			if s.Article != nil && !slices.Contains(got, *s.Article) {
				t.Errorf("%+v: the text of %s is not told of: %v", c.part, *s.Article, got)
			}
		}
	}
}

// A wording that is only suggested is held against the sure ones, and marked.
func TestDriftOfASuggestedTellingIsMarked(t *testing.T) {
	course := bridge()
	if got := drawn(t, course, Timeline{Width: 300}); !strings.Contains(got, "WORDING THAT CHANGED\nhedge") || !strings.Contains(got, "→ “may” (Mill Gazette, 2025-05-04; machine-suggested, not reviewed)") {
		t.Errorf("the timeline lacks the marked drift:\n%s", got)
	}
	out, err := NewCourse(course, CoursePart{Suggested: true}, func(id string) (string, error) { return lindow[id], nil })
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Drift) != 1 {
		t.Fatalf("drift %+v, want one", out.Drift)
	}
	from, to := out.Drift[0].From, out.Drift[0].To
	if from.Status != "confirmed" || *out.Stations[from.Station].Article != from.Article || to.Status != "suggested" || *out.Suggested[to.Station].Article != to.Article {
		t.Errorf("drift from %+v to %+v, want a confirmed and a suggested station", from, to)
	}
}

func TestCourseOfTextsThatCannotBeRead(t *testing.T) {
	gone := news.Errorf(news.NotFound, "post/1", "add it again", "no such article")
	if _, err := NewCourse(bridge(), CoursePart{}, func(string) (string, error) { return "", gone }); err != gone {
		t.Errorf("got %v, want the reading's error", err)
	}
}

// many is a claim that n articles tell, day after day.
func many(n int) *trace.Course {
	c := trace.Claim{ID: "claim:1many23456"}
	for i := range n {
		a := page("post/1", "Lindow Post", time.Date(2020, 1, 1+i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
		a.ID = fmt.Sprint("post/", i)
		c.Articles = append(c.Articles, a)
		c.Tellings = append(c.Tellings, trace.Telling{Article: a.ID, Content: []trace.Quote{at("post/1", closes)}, Voice: news.OutletOwn, Relation: news.RelRepeats, Certainty: news.Confirmed})
	}
	return trace.Of(&c)
}

func TestTimelineOfManyIsBounded(t *testing.T) {
	got := drawn(t, many(2000), Timeline{Width: 80, Limit: 10})
	for _, want := range []string{"told            2000", "\n2020-01-05\n", "1990 stations are left out here", "\n2025-06-22\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("the timeline lacks %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "\n2020-01-06\n") || strings.Count(got, "\n") > 80 {
		t.Errorf("%d lines:\n%s", strings.Count(got, "\n"), got)
	}
}

func TestManyCopiesAreSummedUp(t *testing.T) {
	c := trace.Claim{ID: "claim:1copies234", Articles: []trace.Article{page("post/1", "Lindow Post", "2025-05-02")}}
	c.Tellings = []trace.Telling{{Article: "post/1", Content: []trace.Quote{at("post/1", closes)}, Voice: news.OutletOwn, Relation: news.RelRepeats, Certainty: news.Confirmed}}
	for i := range 9 {
		a := page("copy/2", fmt.Sprint("Outlet ", i), "2025-05-02")
		a.ID = fmt.Sprint("copy/", i)
		c.Articles = append(c.Articles, a)
		c.Copies = append(c.Copies, news.Copy{From: "post/1", To: a.ID, Directed: true, Kind: news.Republished, Certainty: news.Confirmed,
			Passages: []news.CopyPassage{{From: at("post/1", closes).Span, To: at("copy/2", closes).Span}}})
	}
	got := drawn(t, trace.Of(&c), Timeline{Width: 80})
	if !strings.Contains(got, "copies      Outlet ") || !strings.Contains(got, "and 6 more\n            carry the same text") || !strings.Contains(got, "only carried: 9") {
		t.Errorf("nine copies of a day read\n%s", got)
	}
}

func TestTimelineKeepsItsWidth(t *testing.T) {
	for _, width := range []int{60, 80, 120} {
		for _, l := range strings.Split(drawn(t, bridge(), Timeline{Width: width, Suggested: true}), "\n") {
			if n := text.StringWidth(l); n > width {
				t.Errorf("%d columns of %d: %s", n, width, l)
			}
		}
	}
}

func TestQuotedKeepsTheWords(t *testing.T) {
	for words, want := range map[string]string{
		"it rains":            "“it rains”",
		"“it rains”":          "“it rains”",
		"‘it rains’.":         "‘it rains’.",
		"that “it rains”":     "‘that “it rains”’",
		"\"It rains.":         "‘\"It rains.’",
		"«идёт дождь», и всё": "“«идёт дождь», и всё”",
	} {
		if got := Quoted(words); got != want {
			t.Errorf("%s is shown as %s, want %s", words, got, want)
		}
	}
	if got := Quoted(strings.Repeat("дождь ", 200)); !strings.HasSuffix(got, " […]”") || len([]rune(got)) > longQuote+10 {
		t.Errorf("a long quotation is shown as %s", got)
	}
}
