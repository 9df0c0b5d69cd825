package report_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/report"
)

func whole(words string) *report.Report {
	voice := report.Voice{Relation: "denies it", Who: words, Remove: "quoted", Words: words, Page: 1}
	claim := report.Claim{ID: "claim:k3v9x0t2ma", Words: words, Relation: "repeats", Against: []report.Voice{voice}, Repeats: []report.Voice{voice}, Unknown: []string{words}}
	note := []report.Note{{Words: words, By: words, Day: "2031-05-04"}}
	return &report.Report{Case: words, ID: "d0123456789abcdef", By: words, Reason: words, Counts: words, Notes: note, Tags: []string{words},
		Items: []report.Item{
			{Said: &report.Said{Content: []string{words, words}, Who: words, Printed: words, Cue: words, Page: 1, End: 4, Claims: []report.Claim{claim}}, Notes: note, By: words, Reason: words},
			{Claim: &claim}, {Name: &report.Name{Name: words, Written: []string{words}, Said: 1, About: 2}}, {Page: 1}},
		Gone:  []report.Gone{{Target: "statement", Words: words, Why: words}},
		Pages: []report.Page{{Title: words, Outlet: words, Text: "00", Capture: "11", Stages: []string{"clean 1"}}}}
}

func markdown(t interface{ Fatal(...any) }, r *report.Report) string {
	var b strings.Builder
	if err := report.Markdown(&b, r, nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMarkdown(t *testing.T) {
	got := markdown(t, whole("the ferry is late"))
	for _, want := range []string{"# the ferry is late\n", "> the ferry is late […] the ferry is late\n", "- Stands in: page \\[1\\], code points 0 to 4 of its text\n",
		"It repeats the claim “the ferry is late” (claim:k3v9x0t2ma).", "- denies it: the ferry is late, quoted: “the ferry is late” \\[1\\]\n",
		"- Reported as saying: 1 statement\n", "## Not found any more\n", "### \\[1\\] the ferry is late\n", "- SHA-256 of the capture: 11\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
}

// TestNothingInWordsIsMarkup: what a page or a person wrote neither begins a
// block of its own, nor a link, an image, emphasis, code or HTML.
func TestNothingInWordsIsMarkup(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"<script>", `\<script\>`}, {"![x](y)", `!\[x\](y)`}, {"*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"}, {"# head", `\# head`}, {"1. item", `1\. item`}, {"2) item", `2\) item`},
		{"- item", `\- item`}, {"a\n\n> b", `a \> b`}, {"&amp;", `\&amp;`}, {"3.5 gates", `3\.5 gates`}, {"gate 3.", "gate 3."},
	} {
		if got := markdown(t, whole(c.words)); !strings.Contains(got, "# "+c.want+"\n") {
			t.Errorf("%q stands as %q", c.words, strings.SplitN(got, "\n", 2)[0])
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		words := rapid.String().Draw(rt, "words")
		plain, drawn := markdown(rt, whole("x")), markdown(rt, whole(words))
		if a, b := strings.Count(plain, "\n"), strings.Count(drawn, "\n"); strings.TrimSpace(words) != "" && b > a {
			rt.Errorf("%d lines of %d", b, a)
		}
	})
}
