package lexicon

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// cut gives the words of s as they stand in it.
func cut(s string) (words []string, all []Word) {
	for w := range Words(s) {
		words, all = append(words, s[w.Start:w.End]), append(all, w)
	}
	return words, all
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"Views: 5,753 – Поделиться", "Views|5,753|Поделиться"},
		{"# comments, 2.5 km.", "#|comments|2.5|km"},
		{"Don't #tag 7pm", "Don|t|tag|7|pm"},
		{" … ", ""},
	} {
		if words, _ := cut(c.line); strings.Join(words, "|") != c.want {
			t.Errorf("%q has %q, want %q", c.line, words, c.want)
		}
	}
}

func TestWordsOfOneHash(t *testing.T) {
	for _, same := range [][2]string{{"READ More 12", "read more 7,500"}, {"ЧИТАЙТЕ", "читайте"}} {
		_, a := cut(same[0])
		_, b := cut(same[1])
		for i := range a {
			if a[i].Hash != b[i].Hash {
				t.Errorf("word %d of %q is another than of %q", i, same[0], same[1])
			}
		}
	}
}

// TestWordHash holds a word's hash to that of its lower case, letter by letter.
func TestWordHash(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		_, all := cut(s)
		for _, w := range all {
			if words := s[w.Start:w.End]; !w.Digits && w.Hash != HashOf(strings.Map(unicode.ToLower, words)) {
				t.Fatalf("%q is hashed otherwise", words)
			}
		}
	})
}

func TestPhrases(t *testing.T) {
	x := New("line-", "share\tis\tshare this\nviews\tstarts\tviews: #\nmore\thas\tread more\n", 1)
	x.Mark(HashOf("the"), 1)
	for _, c := range []struct{ line, want string }{
		{"Share this!", "line-share"},
		{"Share this page", ""},
		{"VIEWS 5753 today", "line-views"},
		{"No views: 3", ""},
		{"The rest: read more", "line-more"},
		{strings.Repeat("word ", ShortToHave) + "read more", ""},
	} {
		if got := found(x, c.line); got != c.want {
			t.Errorf("%q: %q, want %q", c.line, got, c.want)
		}
	}
	if e := x.Find(HashOf("the")); e == nil || e.Marks != 1 || x.Find(HashOf("ferry")) != nil {
		t.Errorf("the is %+v", e)
	}
}

// found is the rule of the phrase that stands in line.
func found(x *List, line string) (rule string) {
	var hashes []uint64
	for w := range Words(line) {
		hashes = append(hashes, w.Hash)
	}
	for i, h := range hashes {
		if e := x.Find(h); e != nil {
			for _, p := range e.Phrases {
				if p.StandsAt(hashes, i) {
					rule = p.Rule
				}
			}
		}
	}
	return rule
}

// TestMayHold holds the quick search to the words themselves.
func TestMayHold(t *testing.T) {
	x := New("", "a\tany\tread more\nb\tany\tviews: #\nc\tany\tчитайте также\nd\tany\tétoile\ne\tany\t# comments\nf\tany\ta la\n", 0)
	parts := rapid.SampledFrom([]string{"read", "Read", "more", "reads", "views", "7", "#", "comments", "Читайте", "также", "Étoile", "étoiles", "A", "la", "aé", " ", " ", ", ", ":", "é", "7.", "\xff"})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(parts).Draw(t, "parts"), "")
		if want := found(x, s) != ""; x.MayHold(s) != want {
			t.Fatalf("%q: %v, want %v", s, !want, want)
		}
	})
}
