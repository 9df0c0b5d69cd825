package stance_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-engine/hearsay/internal/stance"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/internal/wording"
	"github.com/hearsay-engine/hearsay/news"
)

// check holds a text's stances to what every stance is.
func check(t interface{ Fatalf(string, ...any) }, a *news.Article) {
	last := 0
	for _, s := range a.Stances {
		spans := append([]news.Span{s.Cue}, s.Of...)
		if s.Holder != nil {
			spans = append(spans, *s.Holder)
		}
		for _, x := range spans {
			if x.Start < 0 || x.End > len(a.Text) || x.Empty() || x.Trim(a.Text) != x {
				t.Fatalf("the span %v of %+v is none of words", x, s)
			}
		}
		if len(s.Of) == 0 || s.Statement < news.Outermost || s.Statement >= len(a.Statements) || s.Told < news.Outermost || s.Told >= len(a.Statements) {
			t.Fatalf("a stance about nothing or of no statement: %+v", s)
		}
		if s.Statement != news.Outermost && a.Statements[s.Statement].Voice == news.OutletOwn {
			t.Fatalf("the outlet's own sentence stands as a speaker's: %+v", s)
		}
		if s.Cue.Start < last {
			t.Fatalf("the cue at %d comes behind one at %d", s.Cue.Start, last)
		}
		last = s.Cue.Start
		for _, r := range s.Reasons {
			if !wording.Known(r.Rule) {
				t.Fatalf("the rule %q has no sentence", r.Rule)
			}
		}
	}
	if again := stance.Read(a, text.Read(a)); !reflect.DeepEqual(again, a.Stances) {
		t.Fatalf("read again it has other stances")
	}
}

func TestWhatEveryStanceIs(t *testing.T) {
	words := strings.Fields(`the a report claim rumour that it this bridge sunk had is was not true false hoax denied denies rejected called Korva said “ ” , . ?
		ministry reports no evidence truth to in contrary despite nothing do with never closed alive and but which by as mayor asked whether fake story ( ) — :`)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 60).Draw(t, "words"), " ")
		check(t, read(text))
	})
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"Korva denied that the bridge is closed.",
		"“That's false,” said Korva.\nThe story, however, was a hoax.",
		"Contrary to reports, it was not. There is no truth to it; it has nothing to do with her.",
		"no", "not", "\xe2\x80\"fAlse,", "that", "false report", "nothing to do with", "dismissed as", "’s not true",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { check(t, read(text)) })
}
