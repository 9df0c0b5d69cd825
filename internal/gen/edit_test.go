package gen

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is taken from the origin and what is the copier's own shows in the words.
func TestEdit(t *testing.T) {
	archive := New(2, Config{})
	origin, own := archive.Own(3), archive.Own(4)
	from, mine := sentences(origin), sentences(own)
	taken := func(copied string, list []string) (n int) {
		for _, s := range list {
			n += strings.Count(copied, s)
		}
		return n
	}
	for _, c := range []struct {
		kind             CopyKind
		leastTaken, most int
		leastOwn         int
	}{
		{Truncated50, 1, len(from) * 7 / 10, 0}, {Truncated25, 1, len(from) / 2, 0}, {Shuffled, len(from) * 4 / 5, len(from) * 4 / 5, 0},
		{NewLede, 1, len(from) - 1, 2}, {Half, 1, len(from) - 1, 1}, {Lifted1, 1, 1, len(mine)}, {Lifted2, 2, 2, len(mine)}, {Lifted3, 3, 3, len(mine)},
		{Lifted2Edited, 0, 1, len(mine)}, {Edited10, 0, len(from) / 2, 0}, {Edited30, 0, len(from) / 4, 0},
	} {
		copied := Edit(1, c.kind, origin, own)
		if n := taken(copied, from); n < c.leastTaken || n > c.most {
			t.Errorf("%s: %d of %d sentences of the origin, wanted %d to %d", c.kind, n, len(from), c.leastTaken, c.most)
		}
		if n := taken(copied, mine); n < c.leastOwn {
			t.Errorf("%s: %d of %d sentences of the copier's own", c.kind, n, len(mine))
		}
		if copied != Edit(1, c.kind, origin, own) {
			t.Errorf("%s: another copy of one seed", c.kind)
		}
	}
	if got := Edit(1, Lifted1, "One. Two.", own); got != "" {
		t.Errorf("a text too short gives %q", got)
	}
}

func TestRetoldHasOtherWords(t *testing.T) {
	archive := New(2, Config{Varied: true})
	first, again := archive.Own(7), archive.Retold(7, 1)
	if first == again || again != archive.Retold(7, 1) || again == archive.Retold(7, 2) {
		t.Error("a teller has words of his own, always the same")
	}
	if a, b := len(sentences(first)), len(sentences(again)); a < b-2 || a > b+2 {
		t.Errorf("%d sentences told again in %d", a, b)
	}
}

func TestSentencesHoldAllWords(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("aB. \n!?”“Ж1"))).Draw(rt, "text")
		if got, want := strings.Fields(strings.Join(sentences(text), " ")), strings.Fields(text); strings.Join(got, " ") != strings.Join(want, " ") {
			rt.Errorf("%q: got %q", text, got)
		}
	})
}

func FuzzEdit(f *testing.F) {
	f.Add("One. Two. Three. Four!", "A. B. “C.” D?\nE")
	f.Fuzz(func(t *testing.T, origin, own string) {
		for _, kind := range Edits {
			Edit(1, kind, origin, own)
		}
	})
}
