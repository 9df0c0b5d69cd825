package eval

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// The wanted figures in testdata are those of the reference script of the
// project (Python) over the same two files. They hold quotation marks of every
// kind, types to derive, don't-care scopes and nesting, leftovers, turns,
// speakers without a place, discontinuous contents and contents of marks only.
func TestAttributionAgreesWithTheReference(t *testing.T) {
	gold, pred := documents(t, "testdata/gold.jsonl"), documents(t, "testdata/predictions.jsonl")
	for file, rules := range map[string]Rules{
		"all.txt":          {Threshold: DefaultThreshold},
		"outer.txt":        {Threshold: DefaultThreshold, Outer: true},
		"speech_outer.txt": {Threshold: DefaultThreshold, Outer: true, SpeechOnly: true},
		"threshold.txt":    {Threshold: 0.8},
	} {
		want, err := os.ReadFile("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		var got bytes.Buffer
		Attribution(gold, pred, rules).Print(&got, 0)
		if got.String() != string(want) {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", file, got.String(), want)
		}
	}
}

func TestAttributionNamesWhatIsAbsent(t *testing.T) {
	gold, pred := documents(t, "testdata/gold.jsonl"), documents(t, "testdata/predictions.jsonl")
	r := Attribution(gold, pred, Rules{Threshold: DefaultThreshold})
	if !equal(r.Absent, []string{"ferry"}) || !equal(r.Unknown, []string{"stray"}) {
		t.Errorf("absent %q, unknown %q", r.Absent, r.Unknown)
	}
}

func TestPerfectPredictionsScoreFull(t *testing.T) {
	gold := documents(t, "testdata/gold.jsonl")
	r := Attribution(gold, gold, Rules{Threshold: DefaultThreshold})
	if s := r.Score.Summary(All); s.StrictEnd.F1 != 1 || s.SpeakerExact.Share != 1 {
		t.Errorf("gold against itself: %+v", s)
	}
}

// The middle of the interval is the figure itself, near enough; its ends hold
// it; and the same resamples are drawn each time.
func TestBootstrapHoldsTheFigure(t *testing.T) {
	gold, pred := documents(t, "testdata/gold.jsonl"), documents(t, "testdata/predictions.jsonl")
	r := Attribution(gold, pred, Rules{Threshold: DefaultThreshold})
	iv, f := r.Bootstrap(400), r.Score.Summary(All).EndToEnd.F1
	if got := iv.EndToEnd[All]; got.Low >= f || got.High <= f || got.Low <= 0 || got.High >= 1 {
		t.Errorf("interval %v around %.3f", got, f)
	}
	if again := r.Bootstrap(400); again.Match != iv.Match {
		t.Errorf("drawn anew: %v, before: %v", again.Match, iv.Match)
	}
}

// Mistakes are listed document by document: missed, false, wrong speaker.
func TestMistakes(t *testing.T) {
	gold, pred := documents(t, "testdata/gold.jsonl"), documents(t, "testdata/predictions.jsonl")
	var got []string
	for _, m := range Attribution(gold, pred, Rules{Threshold: DefaultThreshold, Outer: true, SpeechOnly: true}).Mistakes(100) {
		s := m.Gold
		if s == nil {
			s = m.Pred
		}
		got = append(got, m.Kind+" "+m.Document+" "+s.Content[0].Text)
	}
	for _, want := range []string{"MISS ferry The ferry is late", "FALSE quiet Nothing", "SPEAKER harbour 14 ships called in May"} {
		if !contains(got, want) {
			t.Errorf("no %q in\n%s", want, strings.Join(got, "\n"))
		}
	}
	for _, g := range got {
		if strings.HasPrefix(g, "MISS survey a vote") || strings.HasPrefix(g, "FALSE survey vote") {
			t.Errorf("not asked for, yet listed: %q", g)
		}
	}
}

func documents(t *testing.T, path string) []Document {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	docs, err := Documents(f, path)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}
