package boilerplate

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// lead is running text around the lines a case is about.
const (
	lead = "The harbour office of Tarnhaven said on Monday that the ferry had left the quay on time and that nobody on the shore had been told of any delay before the evening.\n"
	tail = "The council will meet again on Thursday, the mayor said, and she expects that the report on the ferry will be read aloud to all who wish to hear it in the town hall.\n"
)

// bare is a text as the line filter divides it.
func bare(_ *testing.T, text string) *news.Article {
	a := &news.Article{Text: text}
	a.Body, a.Boilerplate = Judge(text, Fields{})
	return a
}

// dropped is the rule that dropped the line, "" when it is body.
func dropped(a *news.Article, line string) string {
	for _, d := range a.Boilerplate {
		if d.Of(a.Text) == strings.TrimSpace(line) {
			return d.Reason.Rule
		}
	}
	return ""
}

func TestCertainLines(t *testing.T) {
	for _, c := range []struct{ line, rule string }{
		{"Views: 412", "line-counter"},
		{"1,204 views", "line-counter"},
		{"#ferry #Tarnhaven #harbour", "line-hashtags"},
		{"Leave a Reply", "line-reply"},
		{"Your email address will not be published. Required fields are marked *", "line-reply"},
		{"Share on Facebook", "line-share"},
		{"Subscribe to the Tarnhaven Courier on Telegram, Viber and YouTube.", "line-subscribe"},
		{"Source link", "line-source-link"},
		{"Written by Editor QRS", "line-written-by"},
		{"Read also: Minister says the quay will be rebuilt.", "line-read-more"},
		{"Tags:", "line-tags"},
		{"If you find an error, select it and press Ctrl + Enter.", "line-report-error"},
		{"Comments containing insults will be deleted.", "line-comment-rules"},
		{"Our Telegram channel:", "line-channel"},
		{"© 2021 Tarnhaven Courier", "line-copyright"},
		{"We use cookies to make this site better.", "line-cookies"},
		{"Photo: R. Ostby / Tarnhaven Courier", "line-caption"},
		{"The harbour office of Tarnhaven said on Monday that...", "line-teaser"},
		{"Mon Tue Wed Thu Fri Sat Sun", "line-calendar"},
		{"https://tarnhaven.example/ferry", "line-link"},
		{"Читайте также: Паром вернулся", "line-read-more"},
		{"3 hours ago", "line-ago"},
		{"Translation: QR", "line-translator"},
	} {
		a := bare(t, lead+c.line+"\n"+tail+tail)
		if got := dropped(a, c.line); got != c.rule {
			t.Errorf("%q: dropped by %q, want %q", c.line, got, c.rule)
		}
	}
}

func TestArticleLinesStay(t *testing.T) {
	for _, line := range []string{
		"– Yes.",
		"Yes.",
		"MAYOR OLSEN: No.",
		"“More,” he said.",
		"– Home. We only want to go home.",
		"“Subscribe to that view or not, the quay is gone,” Olsen said.",
		"What the harbour master saw",
		"12:40 The ferry is back at the quay.",
		"He was asked whether the ferry would sail…",
	} {
		a := bare(t, lead+line+"\n"+tail)
		if got := dropped(a, line); got != "" {
			t.Errorf("%q: dropped by %q", line, got)
		}
	}
}

func TestLinesAfterTheEnd(t *testing.T) {
	a := bare(t, lead+lead+tail+"Source link\nFile - A ferry at the quay of Tarnhaven.\nThe new phone folds three times\n")
	for _, line := range []string{"Source link", "File - A ferry at the quay of Tarnhaven.", "The new phone folds three times"} {
		if dropped(a, line) == "" {
			t.Errorf("%q stays", line)
		}
	}
	if len(a.Body) != 1 || a.Body[0].Of(a.Text) != strings.TrimSpace(lead+lead+tail) {
		t.Errorf("body %v", a.Body)
	}
}

func TestCalendarRows(t *testing.T) {
	a := bare(t, lead+tail+"May 2021\nMon Tue Wed Thu Fri Sat Sun\n12\n3456789\n10111213141516\n17 18 19 20 21 22 23\n24252627282930\n31\n")
	for _, line := range []string{"May 2021", "12", "3456789", "10111213141516", "17 18 19 20 21 22 23", "24252627282930"} {
		if got := dropped(a, line); got != "line-calendar" {
			t.Errorf("%q: %q", line, got)
		}
	}
}

func TestCalendarOfInitials(t *testing.T) {
	a := bare(t, lead+tail+"M T W T F S S\n1 2\n3 4 5 6 7 8 9\n")
	if got := dropped(a, "M T W T F S S"); got != "line-calendar" {
		t.Errorf("%q", got)
	}
}

func TestListsOfOneLine(t *testing.T) {
	for _, c := range []struct{ line, rule string }{
		{"Home World Economy Sport Weather Contact", "line-navigation"},
		{"Near abroad, Tarnhaven, Ferries, Harbour Office", "line-tags"},
		{"Found a mistake? Select it and tell us.", "line-report-error"},
		{"The opinions expressed here are those of the author.", "line-disclaimer"},
	} {
		if got := dropped(bare(t, "Ferry left the quay on time\n"+c.line+"\n"+lead+tail+tail), c.line); got != c.rule {
			t.Errorf("%q: %q, want %q", c.line, got, c.rule)
		}
	}
}

func TestUnknownLanguageIsProseToo(t *testing.T) {
	const words = "kalu memo rati sunde pakilo merata domi saluka terine ovati kunde mira polet sagani turu."
	a := bare(t, "Home\nNews\n"+strings.Repeat(words+"\n", 6))
	if len(a.Body) != 1 || strings.Count(a.Body[0].Of(a.Text), "turu.") != 6 {
		t.Errorf("body %v of %q", a.Body, a.Text)
	}
}

func TestDialoguesOfShortTurnsStayWhole(t *testing.T) {
	for _, text := range []string{
		"– Who saw it?\n– Nobody.\n– And you?\n– I was at sea.\n– For long?\n– No.\n– Since when?\n– Since May.",
		"SAND: Yes.\nQUESTION: When?\nSAND: In May.\nQUESTION: Sure?\nSAND: No.\nQUESTION: Why?\nSAND: Rain.",
		"“Who saw the ferry?” asked Brekke.\n“I did,” she said.\n“And when?” he asked.\n“On Monday,” she said.",
	} {
		if a := bare(t, text); len(a.Body) != 1 || a.Body[0].Of(a.Text) != text {
			t.Errorf("%q: boilerplate %v", text, a.Boilerplate)
		}
	}
}

func TestLinesOfTitleAndBylineAreFields(t *testing.T) {
	const title, byline = "Ferry of Tarnhaven left on time, says harbour office", "By Runa Halvik"
	text := title + "\n" + byline + "\n\n" + lead + tail
	at := strings.Index(text, "Runa")
	body, dropped := Judge(text, Fields{Title: news.Field{Value: title}, Byline: news.Span{Start: at, End: at + len("Runa Halvik")}})
	if len(dropped) != 0 || len(body) != 1 || body[0].Of(text) != strings.TrimSpace(lead+tail) {
		t.Errorf("body %v, boilerplate %v", body, dropped)
	}
}

func TestLinesOfDatesAreFields(t *testing.T) {
	for line, field := range map[string]bool{
		"6 March 2032": true, "Saturday, 6 March 2032": true, "— 6 March 2032 —": true,
		"The ferry left the quay on 6 March 2032": false, "6 March 2032, Tarnhaven": false,
	} {
		text := line + "\n\n" + lead + tail
		at := strings.Index(text, "6 March")
		body, dropped := Judge(text, Fields{Dates: []news.Span{{Start: at, End: at + len("6 March 2032")}}})
		if len(dropped) != 0 || len(body) != 1 || (body[0].Of(text) == strings.TrimSpace(lead+tail)) != field {
			t.Errorf("%q: body %v, boilerplate %v", line, body, dropped)
		}
	}
}

func TestEveryLineRuleHasASentence(t *testing.T) {
	rules := []string{"line-calendar", "line-hashtags", "line-link", "line-copyright", "line-teaser", "line-after-end", "line-model", "line-repeated"}
	for _, r := range append(rules, phraseList().Rules()...) {
		if !wording.Known(r) {
			t.Errorf("%s has no sentence", r)
		}
	}
}

// checkDivision holds what every division of a text into body and boilerplate
// must: disjoint, in order, in range, trimmed, on borders of code points.
func checkDivision(t *testing.T, text string, body []news.Span, dropped []news.Dropped) {
	t.Helper()
	check := func(kind string, s news.Span, end int) int {
		if s.Start < end || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("%s %v after %d of %d", kind, s, end, len(text))
		}
		if !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) || s.Trim(text) != s {
			t.Fatalf("%s %v: %q", kind, s, s.Of(text))
		}
		return s.End
	}
	end, at := 0, 0
	for _, b := range body {
		end = check("body", b, end)
		for at < len(dropped) && dropped[at].Start < b.Start {
			at++
		}
		if at < len(dropped) && dropped[at].Overlaps(b) || at > 0 && dropped[at-1].Overlaps(b) {
			t.Fatalf("body %v overlaps boilerplate", b)
		}
	}
	end = 0
	for _, d := range dropped {
		end = check("boilerplate", d.Span, end)
		if d.Reason.Rule == "" {
			t.Fatalf("boilerplate %v without a reason", d.Span)
		}
	}
}

func FuzzJudge(f *testing.F) {
	f.Add("Home\nNews\n" + lead + tail + "Leave a Reply\n#a #b\n12345")
	f.Add("May 2021\nMon Tue Wed Thu\n12\n\u00a0x\u200b\nЧитайте также: …")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		body, dropped := Judge(text, Fields{})
		checkDivision(t, text, body, dropped)
		again, droppedAgain := Judge(text, Fields{})
		if len(again) != len(body) || len(droppedAgain) != len(dropped) {
			t.Fatal("a second reading differs")
		}
	})
}
