package wire

import (
	"strings"
	"testing"

	"github.com/hearsay-engine/hearsay/news"
)

func TestWordsOfOneSideAreUnderlined(t *testing.T) {
	const from, to = "The lake took in 410 cubic metres.", "The lake took in 430 cubic metres — at ten."
	c := news.Copy{Passages: []news.CopyPassage{{From: news.Span{End: len(from)}, To: news.Span{End: len(to)}, Words: 6}}}
	for marked, want := range map[bool]string{
		true:  "   there The lake took in [410] cubic metres.\n   here  The lake took in [430] cubic metres — [at] [ten.]\n",
		false: "   there " + from + "\n   here  " + to + "\n",
	} {
		var out strings.Builder
		if err := (Sides{Width: 60, Marked: marked}).WriteSides(&out, c, from, to); err != nil {
			t.Fatal(err)
		}
		got := strings.NewReplacer("\x1b[4m", "[", "\x1b[24m", "]").Replace(out.String())
		if !strings.Contains(got, want) {
			t.Errorf("marked %v: %q lacks %q", marked, got, want)
		}
	}
}
