package attribute

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
	"pgregory.net/rapid"
)

var words = rapid.SampledFrom([]string{"Korva", "Ana Korva", "Mr. Toth", "the minister", "he", "she", "who", "officials", "said", "says", "told", "reporters",
	"that", "according to", "denied", "adding", "asked", "whether", "called", "“", "”", "\"", "''", "``", "‘", "’", "«", "»", "'", ",", ".", "?", ":", ";", "–", "-",
	"(", ")", "\n", "\n\n", "bridge", "is closed", "and", "but", "as", "by", "was", "to", "Asked", "According to", "On Tuesday", "Q:", "A:", "KORVA:", "U.S.", "é", "\xff", "\x00"})

func TestInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sep := rapid.SampledFrom([]string{" ", " ", " ", ""})
		var b strings.Builder
		for _, w := range rapid.SliceOfN(words, 0, 120).Draw(t, "words") {
			b.WriteString(w)
			b.WriteString(sep.Draw(t, "sep"))
		}
		checkInvariants(t, b.String())
	})
}

func FuzzRead(f *testing.F) {
	f.Add(sample)
	f.Add("''We know,'' said Korva, “who” told «us» \"that, he said.\n\n– No, – she added.")
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) {
			checkInvariants(t, text)
		}
	})
}

func checkInvariants(t interface{ Fatalf(string, ...any) }, text string) {
	found := Read(article(text))
	statements := found.Statements
	for i := range statements {
		s := &statements[i]
		checkStatement(t, text, s)
		if i > 0 && s.Start() < statements[i-1].Start() {
			t.Fatalf("statement %d begins before the one before it in %q", i, text)
		}
		if s.Within == news.Outermost {
			continue
		}
		if s.Within >= i || !holds(&statements[s.Within], s) {
			t.Fatalf("statement %d is not within %d in %q", i, s.Within, text)
		}
	}
	for _, r := range found.Refused {
		if r.Start < 0 || r.End > len(text) || !wording.Known(r.Reason.Rule) {
			t.Fatalf("refusal %+v in %q", r, text)
		}
	}
	if again := Read(article(text)); !reflect.DeepEqual(again, found) {
		t.Fatalf("two readings of %q differ", text)
	}
}

func checkStatement(t interface{ Fatalf(string, ...any) }, text string, s *news.Statement) {
	at := 0
	for _, c := range s.Content {
		if c.Start < at || c.Empty() || c.End > len(text) || c != c.Trim(text) {
			t.Fatalf("content %v behind %d in %q", c, at, text)
		}
		at = c.End
	}
	for _, part := range []*news.Span{s.Speaker, s.Cue} {
		if part != nil && (part.Start < 0 || part.Empty() || part.End > len(text)) {
			t.Fatalf("span %v out of %q", *part, text)
		}
	}
	if s.Voice == news.OutletOwn && (s.Speaker != nil || s.Cue != nil || s.Within != news.Outermost) {
		t.Fatalf("the outlet's own words are given to somebody in %q", text)
	}
	if s.Voice == news.Attributed && len(s.Reasons) == 0 {
		t.Fatalf("no reason for %q", s.Content[0].Of(text))
	}
	for _, r := range s.Reasons {
		if !wording.Known(r.Rule) {
			t.Fatalf("rule %q has no sentence", r.Rule)
		}
	}
}
