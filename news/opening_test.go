package news_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/news"
)

func TestOpening(t *testing.T) {
	for _, c := range []struct {
		text, want string
		cut        bool
	}{
		{"", "", false},
		{" \n\t\n", "", false},
		{"The ferry is late.", "The ferry is late.", false},
		{"Home\n\nMonday\n\nThe ferry between Lindow and the isle was late on Monday.", "The ferry between Lindow and the isle was late on Monday.", false},
		{"The ferry between Lindow and the isle was late on Monday, as it was on Sunday and on Friday.", "The ferry between Lindow and the isle was late on Monday, as it was on", true},
		{"Паром между Линдоу и островом опоздал в понедельник, как и в воскресенье — и в пятницу тоже.", "Паром между Линдоу и островом опоздал в понедельник, как и в", true},
		{strings.Repeat("渡", 80), strings.Repeat("渡", 70), true},
	} {
		if got, cut := news.Opening(c.text); got != c.want || cut != c.cut {
			t.Errorf("%q opens with %q, cut %v; want %q, %v", c.text, got, cut, c.want, c.cut)
		}
	}
}

func TestAnOpeningStandsInTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		got, _ := news.Opening(text)
		if !strings.Contains(text, got) || utf8.RuneCountInString(got) > 70 || strings.Contains(got, "\n") {
			t.Fatalf("%q opens with %q", text, got)
		}
		if got == "" && strings.TrimSpace(text) != "" && strings.Trim(strings.TrimSpace(text), " \t\u00a0,;:–—-") != "" {
			t.Fatalf("%q opens with nothing", text)
		}
	})
}
