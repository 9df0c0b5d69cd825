package pages

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestBroken(t *testing.T) {
	for _, c := range []struct {
		words   string
		lines   int
		letters int
		want    string
	}{
		{"Ada Grell", 2, 20, "Ada Grell"},
		{"the harbour office of the western isles", 2, 20, "the harbour office|of the western isles"},
		{"the harbour office of the western and northern isles", 2, 20, "the harbour office|of the western and…"},
		{"the harbour office of the isles", 1, 20, "the harbour office…"},
		{"Donaudampfschifffahrtsgesellschaft", 2, 20, "Donaudampfschifffah…"},
		{"", 2, 20, ""},
	} {
		if got := strings.Join(broken(c.words, c.lines, c.letters), "|"); got != c.want {
			t.Errorf("%q: %q, not %q", c.words, got, c.want)
		}
	}
}

// A name has no more lines than there is room for, and no line is too long.
func TestBrokenKeepsWithinItsRoom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words, lines, letters := rapid.String().Draw(t, "words"), rapid.IntRange(1, 3).Draw(t, "lines"), rapid.IntRange(2, 40).Draw(t, "letters")
		got := broken(words, lines, letters)
		if len(got) == 0 || len(got) > lines {
			t.Fatalf("%d lines of %q", len(got), words)
		}
		for _, line := range got {
			if utf8.RuneCountInString(line) > letters {
				t.Fatalf("%q is longer than %d", line, letters)
			}
		}
	})
}
